"""The operations that make one unit of several, or several of one. Both record where units came from."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import EntityType, MergeUnits, Part, SplitUnit
from sotk.scenario import checks
from sotk.scenario.build import ENTITY_WORDS, Branch, build_branch
from sotk.scenario.draft import Draft
from sotk.scenario.ids import Ids
from sotk.scenario.owner import Owner
from sotk.scenario.refusal import Refused, told
from sotk.scenario.relations import carry_over
from sotk.scenario.units import only_root


@dataclass(frozen=True, slots=True)
class _Contents:
    """What a unit held before it was taken apart."""

    head: str | None
    positions: tuple[str, ...]
    duties: tuple[str, ...]
    units: tuple[str, ...]


def merge_units(draft: Draft, operation: MergeUnits) -> Sequence[Finding]:
    """Make one unit of several.

    It stands at the place of the first, or under the `parent` it names. It takes the duties, positions,
    subordinates and indicators of all, in their order, after its own. It has the head it brings; else,
    if it keeps the id of one of them, that one's head; all other heads become ordinary positions. Lines,
    teams and waivers follow; a line from itself to itself, or there twice, is dropped and said.
    """
    merged = [checks.known(draft, "unit", unit, "units") for unit in operation.units]
    _once("unit", merged)
    ids = Ids(draft.has)
    branch = build_branch(_without(operation.into, "parent"), None, ids)
    new = branch.top
    checks.free_branch(draft, branch.units, leaving={new.id} & set(merged))
    parent, beside = _place(draft, merged, operation.into.get("parent"))
    lineage = new.lineage or _lineage(draft, merged)
    draft.provisional |= ids.made
    contents = {unit: _taken_apart(draft, unit, merged) for unit in merged}
    for unit in merged:
        draft.forget(unit)
    _insert(draft, replace(branch, units=(replace(new, lineage=lineage), *branch.units[1:])), parent, beside)
    said = []
    for unit, held in contents.items():
        said += _pour(draft, held, new.id, seated=unit == new.id and new.head is None)
    return said + carry_over(draft, [unit for unit in merged if unit != new.id], new.id)


def split_unit(draft: Draft, operation: SplitUnit) -> Sequence[Finding]:
    """Make several units of one, at its place, in order.

    What no part names goes to the first: duties, positions, subordinates, the head as its head. Lines,
    teams, waivers and indicators follow the first part. A part may keep the id of the unit.
    """
    unit = checks.known(draft, "unit", operation.unit, "unit")
    if unit == draft.root:
        raise only_root(unit, "split")
    ids = Ids(draft.has)
    branches = [build_branch(_without(part.unit, "parent"), None, ids) for part in operation.into]
    tops = [branch.top.id for branch in branches]
    checks.free_branch(
        draft, tuple(each for branch in branches for each in branch.units), leaving={unit} & set(tops)
    )
    _parts_known(draft, unit, operation.into)
    parent, beside = _place(draft, [unit], None)
    places = [_place_of_part(draft, unit, part, (parent, beside)) for part in operation.into]
    lineage = _lineage(draft, [unit])
    draft.provisional |= ids.made
    held = _taken_apart(draft, unit, [unit])
    draft.forget(unit)
    said: list[Finding] = []
    for branch, place in zip(branches, places, strict=True):
        top = branch.top if branch.top.lineage else replace(branch.top, lineage=lineage)
        _insert(draft, replace(branch, units=(top, *branch.units[1:])), *place)
    for at, (branch, share) in enumerate(zip(branches, _shares(held, operation.into), strict=True)):
        said += _pour(draft, share, branch.top.id, seated=at == 0 and branch.top.head is None)
    return said + ([] if unit in tops else carry_over(draft, [unit], tops[0]))


def _once(entity: EntityType, ids: Iterable[str]) -> None:
    for id, times in Counter(ids).items():
        if times > 1:
            raise Refused(
                "OPR006",
                msg("{entity} {id} is named twice.", entity=ENTITY_WORDS[entity], id=id),
                Subject(entity, id),
            )


def _without(raw: Mapping[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if name != key}


def _lineage(draft: Draft, units: list[str]) -> tuple[str, ...]:
    """The units and those they came from themselves, so that lineage holds across several scenarios."""
    earlier = [source for unit in units for source in draft.units[unit].lineage]
    return tuple(dict.fromkeys([*units, *earlier]))


def _place(draft: Draft, leaving: list[str], parent: Any) -> tuple[str | None, str | None]:
    """The parent of what takes the place of some units, and the sibling it comes to stand before."""
    at = step = leaving[0]
    while (up := draft.units[step].parent) is not None:
        step = up
        at = step if step in leaving else at  # a unit that leaves may stand above the first
    above = draft.units[at].parent
    if parent is not None and parent != above:
        under = checks.known(draft, "unit", str(parent), "parent")
        if any(draft.is_below(under, unit) for unit in leaving):
            raise checks.cycle("unit", under)
        if draft.root in leaving:
            raise only_root(draft.root, "move")
        return under, None
    if above is None:
        return None, None
    beside = draft.sequence("unit", Owner("unit", above)).following(at)
    while beside in leaving:
        beside = draft.sequence("unit", Owner("unit", above)).following(beside)
    return above, beside


def _place_of_part(
    draft: Draft, unit: str, part: Part, place: tuple[str | None, str | None]
) -> tuple[str | None, str | None]:
    return place if part.unit.get("parent") is None else _place(draft, [unit], part.unit["parent"])


def _taken_apart(draft: Draft, unit: str, leaving: list[str]) -> _Contents:
    """Take all it holds, but units that leave as well, out of a unit, and the unit out of the draft."""
    owner = Owner("unit", unit)
    head = draft.head(unit)
    held = _Contents(
        head,
        tuple(draft.sequence("position", owner)),
        tuple(draft.sequence("duty", owner)),
        tuple(below for below in draft.below(unit) if below not in leaving),
    )
    for position in draft.positions(unit):
        draft.detach("position", position)
    for duty in held.duties:
        draft.detach("duty", duty)
    for below in held.units:
        draft.detach("unit", below)
    draft.detach("unit", unit)
    return held


def _insert(draft: Draft, branch: Branch, parent: str | None, beside: str | None) -> None:
    if parent is None:
        draft.crown_new(branch.top)
    else:
        draft.insert("unit", replace(branch.top, parent=parent), Owner("unit", parent), before=beside)
    for unit in branch.units[1:]:
        draft.insert("unit", unit, Owner("unit", unit.parent or branch.top.id))


def _pour(draft: Draft, held: _Contents, into: str, *, seated: bool) -> list[Finding]:
    """Put what a unit held into another; its head is seated there or becomes an ordinary position."""
    owner, said = Owner("unit", into), []
    if held.head is not None and seated:
        draft.seat(into, held.head)
    elif held.head is not None:
        draft.attach("position", held.head, owner)
        message = msg(
            "{id} is no longer a head; it is now one of the positions of {unit}.", id=held.head, unit=into
        )
        said.append(told("OPR021", message, Subject("position", held.head)))
    for position in held.positions:
        draft.attach("position", position, owner)
    for duty in held.duties:
        draft.attach("duty", duty, owner)
    for unit in held.units:
        draft.attach("unit", unit, owner)
    return said


def _parts_known(draft: Draft, unit: str, parts: tuple[Part, ...]) -> None:
    owner = Owner("unit", unit)
    held: dict[EntityType, set[str]] = {
        "duty": set(draft.sequence("duty", owner)),
        "position": set(draft.positions(unit)),
        "unit": set(draft.below(unit)),
    }
    for entity, here in held.items():
        named = [each for part in parts for each in _named_by(part, entity)]
        _once(entity, named)
        for each in named:
            if each not in here:
                raise Refused(
                    "OPR001",
                    msg(
                        "{entity} {id} does not stand in {unit}.",
                        entity=ENTITY_WORDS[entity],
                        id=each,
                        unit=unit,
                    ),
                    Subject(entity, each),
                )


def _named_by(part: Part, entity: EntityType) -> tuple[str, ...]:
    return {"duty": part.duties, "position": part.positions, "unit": part.units}[entity]


def _shares(held: _Contents, parts: tuple[Part, ...]) -> list[_Contents]:
    """What each part gets: what it names, the first also what none names."""
    named = {
        (entity, each)
        for part in parts
        for entity in ("duty", "position", "unit")
        for each in _named_by(part, entity)
    }

    def share(entity: EntityType, members: tuple[str, ...], part: Part) -> tuple[str, ...]:
        wanted = _named_by(part, entity)
        return tuple(
            each for each in members if each in wanted or (part is parts[0] and (entity, each) not in named)
        )

    everyone = held.positions if held.head is None else (held.head, *held.positions)
    shares = []
    for part in parts:
        positions = share("position", everyone, part)
        head = held.head if held.head in positions else None
        shares.append(
            _Contents(
                head,
                tuple(each for each in positions if each != head),
                share("duty", held.duties, part),
                share("unit", held.units, part),
            )
        )
    return shares
