"""Operations that lead from one structure to another, exactly. Knows no facts: what is to be done depends
on the order in which it can be done, and a fact has none.

The order: what lineage declares; the root; units from the top down, so that no move makes a cycle;
positions and duties; lists of the structure; fields, of parents before those below; removals last.
A member that stays in order is never touched: every other one is placed before the next that stays,
or last.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any, Final

from sotk.compare.arrivals import Arrivals
from sotk.compare.facts import Diff
from sotk.compare.lineage import declared
from sotk.compare.placing import Carried, lowest_first, placed, positions_of, sets
from sotk.model import (
    Add,
    AddUnit,
    Duty,
    EntityType,
    Move,
    MoveUnit,
    Operation,
    Remove,
    RemoveUnit,
    Set,
    Structure,
    TransferDuty,
    Unit,
)
from sotk.scenario import apply_all, plain
from sotk.scenario.owner import LISTS

_ROUNDS: Final = 3  # a removal may drop a waiver that the target keeps for a unit it does not have


def operations(diff: Diff) -> tuple[Operation, ...]:
    """The way from the first structure to the second, exactly.

    ``apply_all(a, operations(diff(a, b))).structure == b`` for any two valid structures of fixed ids.
    """
    lineage, at = declared(diff.before, diff.after)
    found: list[Operation] = list(lineage.operations)
    rooted = _new_root(at, diff.after)
    found += rooted
    at = apply_all(at, rooted).structure
    for _round in range(_ROUNDS):
        steps = tuple(_Steps(at, diff.after).all())
        if not steps:
            break
        found += steps
        at = apply_all(at, steps).structure
    return tuple(found)


def _new_root(at: Structure, target: Structure) -> list[Operation]:
    if at.root == target.root:
        return []
    made: list[Operation] = []
    if target.root not in at.units:
        root = target.units[target.root]
        bare = replace(root, parent=None, head=None, positions=(), duties=())
        made.append(AddUnit(under=at.root, unit=plain(bare)))
    return [*made, Set(entity="structure", field="root", value=target.root)]


class _Steps:
    """The steps between two structures that have the same root, and ids that mean the same."""

    def __init__(self, at: Structure, target: Structure) -> None:
        self.at, self.target = at, target
        changed: list[Unit] = [
            unit for id, unit in target.units.items() if (old := at.units.get(id)) is not unit and old != unit
        ]
        self.gone = [unit for id, unit in at.units.items() if id not in target.units]
        earlier = [at.units[unit.id] for unit in changed if unit.id in at.units]
        self.before = Carried([*earlier, *self.gone])
        self.after = Carried(changed)
        self.new = Arrivals(at, target, self.before, self.after)
        self.ambiguous = {
            position for position in self.after.positions if position in at.units or position in target.units
        }

    def all(self) -> Iterator[Operation]:
        for unit in self.target.walk() if self._tree_differs() else ():
            yield from self._units_below(unit)
        for unit in self.after.units.values():
            yield from self._positions_of(unit)
        for unit in self.after.units.values():
            yield from self._duties_of(unit)
        for entity, name in LISTS.items():
            yield from self._list(entity, getattr(self.at, name), getattr(self.target, name))
        yield from self._fields()
        yield from self._removals()

    def _tree_differs(self) -> bool:
        return self.at.children != self.target.children

    # Units

    def _units_below(self, parent: Unit) -> Iterator[Operation]:
        now, wanted = self.at.below(parent.id), self.target.below(parent.id)
        if now == wanted:
            return
        if parent.id not in self.at.units:
            now = tuple(each for each in wanted if each not in self.at.units)  # it came with these
        for id, before in placed(now, wanted):
            if id in self.at.units:
                yield MoveUnit(unit=id, under=parent.id, before=before)
            else:
                yield AddUnit(under=parent.id, unit=self.new.unit(self.target.units[id]), before=before)

    # Positions and duties

    def _positions_of(self, unit: Unit) -> Iterator[Operation]:
        old = self.at.units.get(unit.id)
        seated = None if old is None or old.head is None else old.head.id
        if unit.head is not None and unit.head.id != seated:
            if not self.new.is_new("position", unit.head.id):
                yield Set(entity="unit", id=unit.id, field="head", value=unit.head.id)
            elif old is not None:
                raw = plain(self.new.position(unit.head))
                yield Set(entity="unit", id=unit.id, field="head", value=raw)
        now = self._arrived(unit, old, "position")
        wanted = [each.id for each in unit.positions]
        values = {each.id: each for each in unit.positions}
        for id, before in placed(now, wanted):
            if self.new.is_new("position", id):
                raw = plain(self.new.position(values[id]))
                yield Add(entity="position", to=unit.id, value=raw, before=before)
            else:
                yield Move(entity="position", id=id, to=unit.id, before=before)

    def _arrived(self, unit: Unit, old: Unit | None, entity: EntityType) -> list[str]:
        """What stands in the sequence of a unit by now: for a new one, what was new as well."""
        if old is not None:
            return [each.id for each in (old.positions if entity == "position" else old.duties)]
        members = unit.positions if entity == "position" else unit.duties
        return [each.id for each in members if self.new.is_new(entity, each.id)]

    def _duties_of(self, unit: Unit) -> Iterator[Operation]:
        old = self.at.units.get(unit.id)
        yield from self._duties_in(("unit", unit.id), self._arrived(unit, old, "duty"), unit.duties)
        for position in positions_of(unit):
            if self.new.is_new("position", position.id):
                now = [each.id for each in position.duties if self.new.is_new("duty", each.id)]
            else:
                now = [each.id for each in self.before.positions[position.id][1].duties]
            yield from self._duties_in(("position", position.id), now, position.duties)

    def _duties_in(
        self, owner: tuple[EntityType, str], now: Sequence[str], wanted: tuple[Duty, ...]
    ) -> Iterator[Operation]:
        values = {duty.id: duty for duty in wanted}
        hidden = owner[0] == "position" and owner[1] in self.ambiguous
        for id, before in placed(now, list(values)):
            if hidden:
                yield from self._into_hidden(owner[1], values[id], before)
            elif self.new.is_new("duty", id):
                raw = plain(self.new.duty(values[id]))
                yield Add(entity="duty", to=owner[1], value=raw, before=before)
            elif owner[0] == "unit" and self.before.duties[id][0] != owner and not self._has_below(id):
                yield TransferDuty(duty=id, to=owner[1], before=before)
            else:
                yield Move(entity="duty", id=id, to=owner[1], before=before)

    def _into_hidden(self, position: str, duty: Duty, before: str | None) -> Iterator[Operation]:
        """Into a position whose id is that of a unit as well: `to` would mean the unit."""
        if self.new.is_new("duty", duty.id):
            unit = self.after.positions[position][0]
            yield Add(entity="duty", to=unit, value=plain(self.new.duty(duty)))
        yield Set(entity="duty", id=duty.id, field="position", value=position)
        if before is not None:
            yield Move(entity="duty", id=duty.id, before=before)

    def _has_below(self, duty: str) -> bool:
        """Whether a transfer would take other duties along."""
        return duty in self._parents

    @cached_property
    def _parents(self) -> set[str | None]:
        duties = [*self.before.duties.values(), *self.after.duties.values()]
        return {duty.parent for _owner, duty in duties} - {None}

    # Lists of the structure

    def _list(self, entity: EntityType, now: tuple[Any, ...], wanted: tuple[Any, ...]) -> Iterator[Operation]:
        if now is wanted or now == wanted:
            return
        old = {each.id: each for each in now}
        values = {each.id: each for each in wanted}
        there = set(old)
        for id, before in placed(list(old), list(values)):
            if id in old:
                yield Move(entity=entity, id=id, before=before)
                continue
            value = values[id]
            if entity == "objective" and value.parent not in there:
                value = self.new.without_parent(entity, value)
            there.add(id)
            yield Add(entity=entity, value=plain(value), before=before)

    # Fields

    def _fields(self) -> Iterator[Operation]:
        yield from sets("structure", self.at.header, self.target.header)
        for unit in self.after.units.values():
            if unit.id in self.at.units:
                yield from sets("unit", self.at.units[unit.id], unit)
        for id, (_unit, position) in self.after.positions.items():
            if not self.new.is_new("position", id):
                yield from sets("position", self.before.positions[id][1], position)
        found = [
            step
            for id, (_owner, duty) in self.after.duties.items()
            if not self.new.is_new("duty", id)
            for step in sets("duty", self.before.duties[id][1], duty)
        ]
        for entity, name in LISTS.items():
            old = {each.id: each for each in getattr(self.at, name)}
            for value in getattr(self.target, name):
                if value.id in old:
                    found += sets(entity, old[value.id], value)
        parents = [step for step in (*found, *self.new.late) if step.field == "parent"]
        yield from sorted(parents, key=self._depth)
        yield from (step for step in found if step.field != "parent")

    def _depth(self, step: Set) -> int:
        """How far below the top an entity stands in the target: nothing is put below what is not in place."""
        above = self._above_duty if step.entity == "duty" else self._above_objective
        depth, at = 0, step.id
        while at is not None:
            depth, at = depth + 1, above.get(at)
        return depth

    @cached_property
    def _above_duty(self) -> dict[str, str | None]:
        return {duty.id: duty.parent for _unit, duty in self.target.duties()}

    @cached_property
    def _above_objective(self) -> dict[str, str | None]:
        return {each.id: each.parent for each in self.target.objectives}

    # Removals

    def _removals(self) -> Iterator[Operation]:
        for entity, name in reversed(tuple(LISTS.items())):
            kept = {each.id for each in getattr(self.target, name)}
            lost = [each for each in getattr(self.at, name) if each.id not in kept]
            for value in lowest_first(lost) if entity == "objective" else lost:
                yield Remove(entity=entity, id=value.id)
        lost_duties = [
            duty for id, (_owner, duty) in self.before.duties.items() if id not in self.after.duties
        ]
        for duty in lowest_first(lost_duties):
            yield Remove(entity="duty", id=duty.id)
        for id in self.before.positions:
            if id not in self.after.positions:
                yield Remove(entity="position", id=id)
        for unit in self.gone:
            if unit.parent is None or unit.parent in self.target.units:
                yield RemoveUnit(unit=unit.id)
