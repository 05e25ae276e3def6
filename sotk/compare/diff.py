"""The exact difference of two structures: by id, then by the lineage that units declare.

Linear in the size of both. Knows no guesses: `matcher` pairs what has no common ids.
"""

from collections.abc import Iterator

from sotk.compare.contents import Held, contents_changed
from sotk.compare.entities import fields_changed, list_changed
from sotk.compare.facts import Diff, Fact
from sotk.compare.lineage import Lineage, declared
from sotk.compare.order import reordered
from sotk.compare.rekey import rekeyed
from sotk.model import MergeUnits, SplitUnit, Structure, Unit


def diff(before: Structure, after: Structure) -> Diff:
    """What changed from one structure to another; empty for equal ones.

    A moved branch is one fact. What goes along with a merge or a split is part of that fact.
    """
    lineage, middle = declared(before, after)
    if lineage.renewed:
        middle = rekeyed(middle, {("unit", old): new for old, new in lineage.renewed})
    facts = [*_declared_facts(before, after, lineage), *compared_by_id(middle, after)]
    return Diff(before, after, tuple(facts))


def compared_by_id(before: Structure, after: Structure) -> Iterator[Fact]:
    """The facts between structures whose ids mean the same; structure first, units in order of the chart."""
    if before is after:
        return
    yield from fields_changed("structure", before.header, after.header, None)
    yield from _units_changed(before, after)
    home = {each.id: each.lead for each in (*before.indicators, *after.indicators)}
    yield from list_changed("objective", before.objectives, after.objectives, {})
    yield from list_changed("indicator", before.indicators, after.indicators, home)
    yield from list_changed("line", before.lines, after.lines, {})
    yield from list_changed("team", before.teams, after.teams, {t.id: t.unit for t in after.teams})
    yield from list_changed("waiver", before.waivers, after.waivers, {})
    yield from list_changed("conflict", before.conflicts, after.conflicts, {})


def _declared_facts(before: Structure, after: Structure, lineage: Lineage) -> Iterator[Fact]:
    for operation in lineage.operations:
        if isinstance(operation, MergeUnits):
            unit = after.units[str(operation.into["id"])]
            yield Fact("merged", "unit", unit.id, unit.name, operation.units, (unit.id,), unit=unit.id)
        elif isinstance(operation, SplitUnit):
            made = tuple(str(part.unit["id"]) for part in operation.into)
            name = before.units[operation.unit].name if operation.unit in before.units else operation.unit
            yield Fact("split", "unit", operation.unit, name, (operation.unit,), made, unit=made[0])
    for old, new in lineage.renewed:
        yield Fact("changed", "unit", new, after.units[new].name, old, new, "id", new)


def _units_changed(before: Structure, after: Structure) -> Iterator[Fact]:
    old_units, new_units = before.units, after.units
    differing = [
        unit for id, unit in new_units.items() if (old := old_units.get(id)) is not unit and old != unit
    ]
    gone = [unit for id, unit in old_units.items() if id not in new_units]
    places = _places_changed(before, after)
    if not differing and not gone and not places:
        return
    new = frozenset(unit.id for unit in differing if unit.id not in old_units)
    held_before = Held.by([*(old_units[unit.id] for unit in differing if unit.id in old_units), *gone])
    by_unit: dict[str | None, list[Fact]] = {unit.id: [] for unit in differing}
    by_unit.update((unit, by_unit.get(unit, [])) for unit in places)
    for unit in differing:
        by_unit[unit.id] += _unit_changed(old_units.get(unit.id), unit)
    for id, (old_place, new_place) in places.items():
        by_unit[id].append(Fact("reordered", "unit", id, new_units[id].name, old_place, new_place, unit=id))
    removed = frozenset(unit.id for unit in gone)
    for fact in contents_changed(held_before, Held.by(differing), removed, new):
        by_unit.setdefault(fact.unit, []).append(fact)
    for walked in after.walk():
        yield from by_unit.pop(walked.id, ())
    for facts in by_unit.values():
        yield from facts
    for unit in before.walk() if gone else ():
        if unit.id in removed:
            yield Fact("removed", "unit", unit.id, unit.name, unit, None, unit=unit.id)


def _unit_changed(old: Unit | None, new: Unit) -> Iterator[Fact]:
    if old is None:
        yield Fact("added", "unit", new.id, new.name, None, new, unit=new.id)
        return
    if old.parent != new.parent:
        yield Fact("moved", "unit", new.id, new.name, old.parent, new.parent, unit=new.id)
    yield from fields_changed("unit", old, new, new.id)
    heads = [None if unit.head is None else unit.head.id for unit in (old, new)]
    if heads[0] != heads[1]:
        yield Fact("changed", "unit", new.id, new.name, heads[0], heads[1], "head", new.id)


def _places_changed(before: Structure, after: Structure) -> dict[str, tuple[int, int]]:
    """The units that stay under their parent but changed their place there."""
    found: dict[str, tuple[int, int]] = {}
    for parent, below in after.children.items():
        earlier = before.children.get(parent, ())
        if earlier is not below and earlier != below and earlier:
            found.update(reordered(earlier, below))
    return found
