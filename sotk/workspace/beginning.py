"""A new structure from a template, as the law has it for its government: level, region, affairs.

Offices and echelons come from the pack; a template is written for one level, and only what differs changes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sotk.files import load_text, revised
from sotk.model import Agency, Duty, Government, Structure, Unit
from sotk.packs import Level, Pack
from sotk.packs.templates import from_template

LEVELS: Final[tuple[Level, ...]] = ("provinsi", "kabupaten", "kota")
"""The levels of regional government."""
_TOLD: Final = re.compile(
    r"(?P<agency>.+)\s+(?P<level>provinsi|kabupaten|kota)\s+(?P<region>\S.*)", re.IGNORECASE
)
_PREFIX: Final = re.compile(r"(?P<level>provinsi|kabupaten|kota)\s+(?P<region>\S.*)", re.IGNORECASE)
_AFFAIR: Final = "urusan pemerintahan"


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of an agency before its structure is drawn.

    `name` is that of the agency with or without its government; `region` the name of the government
    with or without its level. `level` None leaves the template's.
    """

    name: str
    level: Level | None = None
    region: str | None = None
    affairs: tuple[str, ...] = ()


def levels_of(pack: Pack) -> tuple[Level, ...]:
    """The levels of government an agency of a pack can belong to; empty where the pack tells none apart."""
    known = {office.level for office in pack.chart.offices}
    return tuple(level for level in LEVELS if level in known)


def understood(pack: Pack, given: Beginning) -> Beginning:
    """What was given, with the level and the region its words tell: Dinas Sosial Kabupaten Garut."""
    levels = levels_of(pack)
    agency, level, region = given.name.strip(), given.level, given.region
    if not levels:
        return replace(given, name=agency)
    if region is not None and (prefix := _PREFIX.fullmatch(region.strip())):
        level, region = level or _level(prefix["level"]), prefix["region"]
    told = _TOLD.fullmatch(agency)
    if told and _same(level, _level(told["level"])) and _same(region, told["region"]):
        agency, level, region = told["agency"], _level(told["level"]), told["region"].strip()
    return Beginning(agency, level, None if region is None else region.strip(), given.affairs)


def full_name(known: Beginning) -> str:
    """The agency with its government, as an annex calls it."""
    if known.region is None:
        return known.name
    if f" {known.name}".casefold().endswith(f" {known.region}".casefold()):
        return known.name
    return " ".join(filter(None, (known.name, (known.level or "").capitalize(), known.region)))


def begun(pack: Pack, template: str, given: Beginning, id: str) -> str:  # noqa: A002 - the word of the field
    """The text of a new structure; the comments of the template stay."""
    known = understood(pack, given)
    loaded = load_text(from_template(pack, template, full_name(known), id))
    structure = loaded.structure
    if structure is None or not levels_of(pack):
        return loaded.text
    text = revised(loaded, _fitted(structure, pack, known))
    return loaded.text if text is None else text


def _level(word: str) -> Level:
    return next(level for level in LEVELS if level == word.casefold())


def _same(given: str | None, told: str) -> bool:
    return given is None or given.strip().casefold() == told.strip().casefold()


def _fitted(structure: Structure, pack: Pack, known: Beginning) -> Structure:
    header = structure.header
    before = header.government.level if header.government else None
    level = known.level or before
    agency = header.agency or Agency()
    made = replace(
        structure,
        header=replace(
            header,
            government=Government(level=level, name=known.region),
            agency=replace(agency, affairs=known.affairs or agency.affairs),
        ),
    )
    words = [
        *_office_words(pack, before, level),
        *_affair_words(pack, level, known.affairs),
    ]
    units = {unit.id: _unit(unit, made, pack, level, words) for unit in structure.units.values()}
    units[structure.root] = replace(units[structure.root], name=known.name)
    return replace(made, units=units)


def _unit(
    unit: Unit, structure: Structure, pack: Pack, level: Level | None, words: list[tuple[str, str]]
) -> Unit:
    """A unit with the echelon of its level's head and the words of its government in its duties."""
    duties = tuple(_duty(duty, words) for duty in unit.duties)
    above = structure.units.get(unit.parent or "")
    regime = pack.regime_at(structure.header.effective, structure.header.regime)
    rule = pack.echelon(
        unit.kind,
        level,
        unit.unit_class,
        under=None if above is None else above.kind,
        regime=None if regime is None else regime.id,
    )
    head = unit.head
    if head is not None and head.echelon and rule is not None and head.echelon not in rule.echelons:
        head = replace(head, echelon=rule.echelons[0])
    return replace(unit, duties=duties, head=head)


def _duty(duty: Duty, words: Iterable[tuple[str, str]]) -> Duty:
    text = duty.text
    for old, new in words:
        text = new.join(re.split(rf"\b{re.escape(old)}\b", text))
    return replace(duty, text=text)


def _office_words(pack: Pack, before: Level | None, level: Level | None) -> list[tuple[str, str]]:
    """The head of the region in the words of duties: Gubernur becomes Bupati."""
    heads = {
        office.level: office.signatory.replace("{government}", "").strip() for office in pack.chart.offices
    }
    if before not in heads or level not in heads or before == level:
        return []
    return [(heads[before], heads[level])]


def _affair_words(pack: Pack, level: Level | None, affairs: tuple[str, ...]) -> list[tuple[str, str]]:
    """The affairs by their names, where a duty speaks of the affairs of government."""
    codes = pack.codes().at(level)
    names = [codes[affair].name.casefold() for affair in affairs if affair in codes]
    fields = [name.removeprefix(_AFFAIR).strip() for name in names if name.startswith(_AFFAIR)]
    if not affairs or len(fields) != len(affairs):
        return []
    listed = " dan ".join(filter(None, (", ".join(fields[:-1]), fields[-1])))
    return [(f"{_AFFAIR} yang", f"{_AFFAIR} {listed} yang")]
