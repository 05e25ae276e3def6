"""The parts of a structure that a draft has touched: opened into sequences that can be changed, and closed again.

Knows no owners and no references: what it is given stands where it is told to.
"""

from dataclasses import replace
from typing import Any

from sotk.model import Duty, EntityType, Position, Structure, Unit
from sotk.scenario.owner import LISTS, STRUCTURE, Owner
from sotk.scenario.sequence import Sequence


class Opened:
    """What was opened. A part that was not touched is closed as the very value it was.

    `sequences` are the members of each owner in order, `heads` the head of each opened unit (it stands
    beside the sequence of positions, not in it), `values` those of everything opened but units.
    """

    def __init__(self, base: Structure) -> None:
        self._base = base
        self.sequences: dict[tuple[EntityType, Owner], Sequence] = {}
        self.heads: dict[str, str | None] = {}
        self.values: dict[tuple[EntityType, str], Any] = {}

    def open_unit(self, unit: Unit) -> None:
        """Open the positions and duties of a unit, and the duties of its positions; once."""
        if unit.id in self.heads:
            return
        owner = Owner("unit", unit.id)
        self.heads[unit.id] = None if unit.head is None else unit.head.id
        self.sequences["position", owner] = Sequence(each.id for each in unit.positions)
        self.sequences["duty", owner] = self._duties(unit.duties)
        for position in (unit.head, *unit.positions):
            if position is not None:
                self.open_position(position)

    def open_position(self, position: Position) -> None:
        """Open a position and its duties."""
        self.values["position", position.id] = position
        self.sequences["duty", Owner("position", position.id)] = self._duties(position.duties)

    def open_lists(self) -> None:
        """Open the lists of the structure; once."""
        for entity, name in LISTS.items():
            key: tuple[EntityType, Owner] = (entity, STRUCTURE)
            if key not in self.sequences:
                entries = getattr(self._base, name)
                self.values.update(((entity, each.id), each) for each in entries)
                self.sequences[key] = Sequence(each.id for each in entries)

    def close_unit(self, unit: Unit) -> Unit:
        """An opened unit with what it holds now; the unit itself where nothing of that changed."""
        owner, seated = Owner("unit", unit.id), self.heads[unit.id]
        head = None if seated is None else self._close_position(seated)
        positions = tuple(self._close_position(each) for each in self.sequences["position", owner])
        duties = tuple(self.values["duty", each] for each in self.sequences["duty", owner])
        if (head, positions, duties) == (unit.head, unit.positions, unit.duties):
            return unit
        return replace(unit, head=head, positions=positions, duties=duties)

    def close_list(self, entity: EntityType) -> tuple[Any, ...]:
        """A list of the structure as it is now; that of the base where it was not opened."""
        sequence = self.sequences.get((entity, STRUCTURE))
        if sequence is None:
            untouched: tuple[Any, ...] = getattr(self._base, LISTS[entity])
            return untouched
        return tuple(self.values[entity, each] for each in sequence)

    def forget(self, unit: str) -> None:
        """Drop a unit that holds nothing any more."""
        self.heads.pop(unit, None)
        for entity in ("unit", "position", "duty"):
            self.sequences.pop((entity, Owner("unit", unit)), None)

    def _close_position(self, id: str) -> Position:
        value: Position = self.values["position", id]
        duties = tuple(self.values["duty", each] for each in self.sequences["duty", Owner("position", id)])
        return value if duties == value.duties else replace(value, duties=duties)

    def _duties(self, duties: tuple[Duty, ...]) -> Sequence:
        self.values.update((("duty", duty.id), duty) for duty in duties)
        return Sequence(duty.id for duty in duties)
