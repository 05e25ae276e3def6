"""Facts of positions and duties: which were given to another unit, which are new or gone.

Looks only into units that differ: whatever moved left one of them and came into another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from sotk.compare.entities import fields_changed
from sotk.compare.facts import Fact, name_of
from sotk.compare.order import reordered
from sotk.model import EntityType, Unit


@dataclass(slots=True)
class Held:
    """The positions and duties of some units: each with its unit and holder, by id, and all sequences."""

    values: dict[tuple[EntityType, str], Any] = field(default_factory=dict)
    holders: dict[tuple[EntityType, str], tuple[str, str]] = field(default_factory=dict)
    sequences: dict[tuple[EntityType, tuple[str, str]], tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def by(cls, units: Iterable[Unit]) -> "Held":
        """What some units hold, heads first among the positions of each."""
        held = cls()
        for unit in units:
            held._hold("duty", (unit.id, ""), unit.duties)
            held._hold("position", (unit.id, ""), unit.positions)
            if unit.head is not None:
                held.values["position", unit.head.id] = unit.head
                held.holders["position", unit.head.id] = (unit.id, "")
            for position in (unit.head, *unit.positions):
                if position is not None and position.duties:
                    held._hold("duty", (unit.id, position.id), position.duties)
        return held

    def _hold(self, entity: EntityType, holder: tuple[str, str], values: tuple[Any, ...]) -> None:
        if not values:
            return
        self.sequences[entity, holder] = tuple(value.id for value in values)
        for value in values:
            self.values[entity, value.id] = value
            self.holders[entity, value.id] = holder


def contents_changed(before: Held, after: Held, gone: frozenset[str], new: frozenset[str]) -> Iterator[Fact]:
    """The facts of what units hold. What goes with a unit, or comes with a new one, is part of that fact."""
    for key, value in after.values.items():
        old = before.values.get(key)
        unit = after.holders[key][0]
        if old is None:
            if unit not in new:
                yield Fact("added", key[0], key[1], name_of(key[0], value), None, value, unit=unit)
        else:
            yield from _kept(key[0], old, value, before.holders[key], after.holders[key])
    for entity, holder in after.sequences:
        sequence = after.sequences[entity, holder]
        earlier = before.sequences.get((entity, holder), ())
        if earlier and earlier != sequence:
            for id, places in reordered(earlier, sequence).items():
                value = after.values[entity, id]
                yield Fact("reordered", entity, id, name_of(entity, value), *places, unit=holder[0])
    for key, value in before.values.items():
        if key not in after.values and before.holders[key][0] not in gone:
            unit = before.holders[key][0]
            yield Fact("removed", key[0], key[1], name_of(key[0], value), value, None, unit=unit)


def _kept(
    entity: EntityType, old: Any, new: Any, source: tuple[str, str], target: tuple[str, str]
) -> Iterator[Fact]:
    unit = target[0]
    if source[0] != unit:
        verb: Any = "transferred" if entity == "duty" else "moved"
        yield Fact(verb, entity, new.id, name_of(entity, new), _holder(source), _holder(target), unit=unit)
    elif source != target:
        yield Fact("moved", entity, new.id, name_of(entity, new), _holder(source), _holder(target), unit=unit)
    if old is not new and old != new:
        yield from fields_changed(entity, old, new, unit)


def _holder(holder: tuple[str, str]) -> str:
    unit, position = holder
    return f"{unit}/{position}" if position else unit
