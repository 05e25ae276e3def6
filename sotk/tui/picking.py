"""Lists to choose from: units, kinds, echelons, classes. Texts are those of the data, cleaned."""

from collections.abc import Collection, Iterable, Mapping

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure, Unit
from sotk.packs import Pack
from sotk.tui.action import Choice


def unit_choices(structure: Structure, without: Collection[str] = ()) -> list[Choice]:
    """The units of a structure in the order of the chart, without some and what stands below those."""
    left_out = {each.id for unit in without for each in structure.walk(unit)}
    units = structure.units
    return [
        Choice(unit.id, clean(unit.name), _unit_remark(unit, units))
        for unit in structure.walk()
        if unit.id not in left_out
    ]


def _unit_remark(unit: Unit, units: Mapping[str, Unit]) -> str:
    """The short name of a unit, by which planners look for it, and its superior."""
    above = "" if unit.parent is None else clean(units[unit.parent].name)
    return " · ".join(part for part in (clean(unit.short or ""), above) if part)


def kind_choices(
    pack: Pack | None, structure: Structure, parent: str | None, language: Language
) -> list[Choice]:
    """The kinds of the pack; first those that usually stand under such a superior."""
    if pack is None:
        kinds = dict.fromkeys(unit.kind for unit in structure.units.values())
        return [Choice(kind, kind) for kind in kinds]
    above = structure.units[parent].kind if parent is not None else None
    superior = None if above is None else pack.kind(above)
    top = -1 if superior is None else superior.rank

    def order(kind: str) -> tuple[bool, bool, int]:
        entry = pack.kinds[kind]
        fits = above is None or above in entry.parents or (not entry.parents and entry.rank > top)
        return not fits, entry.agency, entry.rank

    unusual = say(msg("unusual here"), language)

    def choice(kind: str) -> Choice:
        """With the short word of the kind, such as uptd: planners look for that."""
        name = clean(getattr(pack.kinds[kind].name, language))
        word = kind if kind.replace("-", " ") not in name.casefold() else ""
        return Choice(kind, name, " · ".join(filter(None, (word, unusual if order(kind)[0] else ""))))

    return [choice(kind) for kind in sorted(pack.kinds, key=order)]


def echelon_choices(pack: Pack | None) -> list[Choice]:
    return [] if pack is None else [Choice(each.id, each.id) for each in pack.measures.echelons]


def word_choices(words: Iterable[tuple[str, Message]], language: Language) -> list[Choice]:
    """Fixed words of the model, such as the levels of a duty, with what they mean."""
    return [Choice(word, say(message, language)) for word, message in words]


def units_named(structure: Structure, text: str) -> list[str]:
    """The units whose name or short name holds a text, in the order of the chart."""
    wanted = text.casefold()
    return [
        unit.id
        for unit in structure.walk()
        if wanted in unit.name.casefold() or (unit.short and wanted in unit.short.casefold())
    ]
