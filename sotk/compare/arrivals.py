"""What a structure gains on the way to another: new units, positions and duties as the mappings that add them.

A new entity brings along what it holds as far as that is new too; what exists already is moved in later.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sotk.compare.placing import Carried, positions_of
from sotk.model import Duty, EntityType, Objective, Position, Set, Structure, Unit
from sotk.scenario import plain

Child = TypeVar("Child", Duty, Objective)


class Arrivals:
    """The new entities of a way from `at` to `target`, in the order in which they are asked for.

    `before` and `after` carry the positions and duties of the units that differ. `late` are the parents of
    new entities that come later than those below them: to be set at the end.
    """

    def __init__(self, at: Structure, target: Structure, before: Carried, after: Carried) -> None:
        self._at, self._target, self._before, self._after = at, target, before, after
        self.late: list[Set] = []
        self._there: set[str] = set(before.duties)  # duties that exist by now, of units that differ

    def unit(self, top: Unit) -> dict[str, Any]:
        """The mapping of a new unit with all below it that is new as well; what exists is moved in later."""
        members = list(self._new_branch(top))
        new = [duty for unit in members for duty in self._new_duties(unit)]
        self._there.update(duty.id for duty in new)
        raws = {unit.id: self._bare(unit) for unit in members}
        for unit in members[1:]:
            raws[unit.parent or ""].setdefault("units", []).append(raws[unit.id])
        return raws[top.id]

    def position(self, position: Position) -> Position:
        """A new position with those of its duties that are new."""
        kept = tuple(self.duty(each) for each in position.duties if self.is_new("duty", each.id))
        return replace(position, duties=kept)

    def duty(self, duty: Duty) -> Duty:
        """A new duty; its parent is set later if it is not there yet."""
        self._there.add(duty.id)
        if duty.parent is None or duty.parent in self._there or duty.parent not in self._after.duties:
            return duty
        return self.without_parent("duty", duty)

    def without_parent(self, entity: EntityType, value: Child) -> Child:
        """An entity without its parent, which is set `late`."""
        if value.parent is None:
            return value
        self.late.append(Set(entity=entity, id=value.id, field="parent", value=value.parent))
        return replace(value, parent=None)

    def is_new(self, entity: EntityType, id: str) -> bool:
        """Whether a position or a duty of the target is not there at first."""
        return id not in (self._before.positions if entity == "position" else self._before.duties)

    def _new_branch(self, top: Unit) -> Iterator[Unit]:
        waiting = [top]
        while waiting:
            unit = waiting.pop()
            yield unit
            below = (self._target.units[each] for each in reversed(self._target.below(unit.id)))
            waiting.extend(each for each in below if each.id not in self._at.units)

    def _new_duties(self, unit: Unit) -> Iterator[Duty]:
        yield from (duty for duty in unit.duties if self.is_new("duty", duty.id))
        for position in positions_of(unit):
            if self.is_new("position", position.id):
                yield from (duty for duty in position.duties if self.is_new("duty", duty.id))

    def _bare(self, unit: Unit) -> dict[str, Any]:
        """A new unit with the new ones of what it holds."""
        head = unit.head
        bare = replace(
            unit,
            parent=None,
            head=None if head is None or not self.is_new("position", head.id) else self.position(head),
            positions=tuple(
                self.position(each) for each in unit.positions if self.is_new("position", each.id)
            ),
            duties=tuple(self.duty(each) for each in unit.duties if self.is_new("duty", each.id)),
        )
        return plain(bare)
