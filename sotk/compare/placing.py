"""Parts of the way from one structure to another: what is carried, where it is placed, which fields are set."""

from collections.abc import Iterator, Sequence
from typing import Any

from sotk.compare.entities import compared
from sotk.compare.order import stable
from sotk.model import Duty, EntityType, Position, Set, Unit
from sotk.scenario import file_word, plain_field


class Carried:
    """The positions and duties of the units of one structure that differ from the other."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self.positions: dict[str, tuple[str, Position]] = {}
        self.duties: dict[str, tuple[tuple[EntityType, str], Duty]] = {}
        for unit in units:
            self.duties.update((duty.id, (("unit", unit.id), duty)) for duty in unit.duties)
            for position in positions_of(unit):
                self.positions[position.id] = (unit.id, position)
                self.duties.update((duty.id, (("position", position.id), duty)) for duty in position.duties)


def positions_of(unit: Unit) -> tuple[Position, ...]:
    """The positions of a unit, its head first."""
    return unit.positions if unit.head is None else (unit.head, *unit.positions)


def placed(now: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """The members to place, in the wanted order, each with the next that stays: before it, or last."""
    staying = stable(now, wanted)
    following: dict[str, str | None] = {}
    at: str | None = None
    for member in reversed(wanted):
        following[member] = at
        at = member if member in staying else at
    for member in wanted:
        if member not in staying:
            yield member, following[member]


def sets(entity: EntityType, old: Any, new: Any) -> Iterator[Set]:
    """One `Set` for each field of an entity that differs, in the words of the file."""
    if old is new or old == new:
        return
    id = None if entity == "structure" else new.id
    for field in compared(entity):
        if getattr(old, field) != getattr(new, field):
            word = file_word(entity, field)
            yield Set(entity=entity, id=id, field=word, value=plain_field(entity, new, field))


def lowest_first(entities: Sequence[Any]) -> list[Any]:
    """Entities with a parent, each before the one it stands below."""
    above = {each.id: each.parent for each in entities}

    def depth(id: str | None) -> int:
        steps = 0
        while id is not None:
            steps, id = steps + 1, above.get(id)
        return steps

    return sorted(entities, key=lambda each: -depth(each.id))
