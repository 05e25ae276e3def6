"""What a planner does to units, as operations: nothing where it is not possible here.

Pure: a structure and what is chosen in, operations out. Knows no key and no file.
"""

from collections.abc import Sequence
from typing import Any

from sotk.model import AddUnit, MergeUnits, MoveUnit, Operation, Part, Set, SplitUnit, Structure, Unit
from sotk.packs import Pack
from sotk.session.document import Document
from sotk.session.ids import branch_copy, near, taken


def up(structure: Structure, unit: str) -> tuple[Operation, ...]:
    """One place up among its siblings."""
    siblings, at = _among(structure, unit)
    if at <= 0:
        return ()
    return (MoveUnit(unit=unit, under=_parent(structure, unit), before=siblings[at - 1]),)


def down(structure: Structure, unit: str) -> tuple[Operation, ...]:
    """One place down among its siblings."""
    siblings, at = _among(structure, unit)
    if at < 0 or at + 1 >= len(siblings):
        return ()
    return (MoveUnit(unit=unit, under=_parent(structure, unit), after=siblings[at + 1]),)


def inward(structure: Structure, unit: str) -> tuple[Operation, ...]:
    """Under the sibling before it, as its last subordinate."""
    siblings, at = _among(structure, unit)
    return (MoveUnit(unit=unit, under=siblings[at - 1]),) if at > 0 else ()


def outward(structure: Structure, unit: str) -> tuple[Operation, ...]:
    """Out of its parent, to stand right behind it."""
    parent = structure.units[unit].parent
    above = structure.units[parent].parent if parent is not None else None
    if parent is None or above is None:
        return ()
    return (MoveUnit(unit=unit, under=above, after=parent),)


def move_under(structure: Structure, units: Sequence[str], target: str) -> tuple[Operation, ...]:
    """Units to another parent, last and in their order; a unit that cannot go there stays."""
    within = set(_chain(structure, target))
    return tuple(
        MoveUnit(unit=unit, under=target)
        for unit in units
        if unit not in within and structure.units[unit].parent not in (None, target)
    )


def add_unit(
    document: Document, pack: Pack | None, name: str, kind: str, under: str, after: str | None = None
) -> AddUnit:
    """A new unit with a head, where its kind has one."""
    unit: dict[str, Any] = {"id": near(name, taken(document, "unit")), "name": name, "kind": kind}
    known = None if pack is None else pack.kind(kind)
    title = None if known is None else known.head_title(name)
    if title is not None:
        unit["head"] = {"id": near(title, taken(document, "position"), "kepala"), "title": title}
        echelon = _echelon(document.structure, pack, kind, under)
        if echelon is not None:
            unit["head"]["echelon"] = echelon
    return AddUnit(under=under, unit=unit, after=after)


def duplicate(document: Document, unit: str) -> tuple[AddUnit, ...]:
    """A copy of a branch right behind it, under new ids."""
    parent = document.structure.units[unit].parent
    if parent is None:
        return ()
    return (AddUnit(under=parent, unit=branch_copy(document, unit), after=unit),)


def paste_copy(document: Document, units: Sequence[str], under: str) -> tuple[Operation, ...]:
    """Copies of one branch after another under a unit; a branch is known by its top."""
    known = [unit for unit in units if unit in document.structure.units]
    return tuple(AddUnit(under=under, unit=branch_copy(document, unit)) for unit in known[:1])


def merge(document: Document, units: Sequence[str], name: str) -> tuple[MergeUnits, ...]:
    """One unit of several, of the kind of the first."""
    if len(units) < 2:  # one unit is no merge
        return ()
    first = document.structure.units[units[0]]
    into = {"id": near(name, taken(document, "unit")), "name": name, "kind": first.kind}
    return (MergeUnits(units=tuple(units), into=into),)


def split(
    document: Document, unit: str, names: Sequence[str], second: Sequence[str]
) -> tuple[Operation, ...]:
    """Two units of one: the second takes the duties and subordinates named, the first the rest."""
    if len(names) < 2 or document.structure.units[unit].parent is None:
        return ()
    used = taken(document, "unit")
    kind = document.structure.units[unit].kind
    parts = []
    for place, name in enumerate(names):
        made = near(name, used)
        used.add(made)
        given = second if place == 1 else ()
        parts.append(
            Part(
                unit={"id": made, "name": name, "kind": kind},
                duties=tuple(each for each in given if each in _duty_ids(document.structure.units[unit])),
                units=tuple(each for each in given if each in document.structure.below(unit)),
            )
        )
    return (SplitUnit(unit=unit, into=tuple(parts)),)


def set_field(structure: Structure, entity: Any, id: str, field: str, value: Any) -> tuple[Operation, ...]:  # noqa: A002
    """Give a field a value; nothing where it has it already."""
    operation = Set(entity=entity, id=None if entity == "structure" else id, field=field, value=value)
    from sotk.scenario import apply

    return () if apply(structure, operation).structure == structure else (operation,)


def _parent(structure: Structure, unit: str) -> str:
    return structure.units[unit].parent or structure.root


def _among(structure: Structure, unit: str) -> tuple[tuple[str, ...], int]:
    """The siblings of a unit and its place among them, -1 for the root."""
    parent = structure.units[unit].parent
    siblings = structure.below(parent) if parent is not None else ()
    return siblings, siblings.index(unit) if unit in siblings else -1


def _chain(structure: Structure, unit: str) -> list[str]:
    found: list[str] = []
    at: str | None = unit
    while at is not None:
        found.append(at)
        at = structure.units[at].parent
    return found


def _duty_ids(unit: Unit) -> frozenset[str]:
    return frozenset(duty.id for duty in unit.duties)


def _echelon(structure: Structure, pack: Pack | None, kind: str, under: str) -> str | None:
    """The echelon the pack gives such a head, where it leaves no choice."""
    if pack is None:
        return None
    header = structure.header
    level = header.government.level if header.government else None
    regime = pack.regime_at(header.effective, header.regime)
    rule = pack.echelon(
        kind, level, under=structure.units[under].kind, regime=None if regime is None else regime.id
    )
    echelons = () if rule is None else rule.echelons
    return echelons[0] if len(echelons) == 1 else None
