"""Puts a merged structure together from what was decided for each entity. Decides nothing but order."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from sotk.compare.merged_order import merged_order
from sotk.compare.sides import TOP, Key, Side
from sotk.model import EntityType, Structure
from sotk.scenario.owner import LISTS

Report: TypeAlias = Callable[..., None]
"""Takes the kind of a conflict, the entity, its field, and the value of each side."""


class Assembly:
    """Fields and owners of every entity that differs between three sides; the rest is shared."""

    def __init__(
        self,
        sides: tuple[Side, Side, Side],
        fields: Mapping[Key, dict[str, Any]],
        owners: Mapping[Key, Key],
        source: Mapping[Key, Side],
        report: Report,
    ) -> None:
        self.sides, self.fields, self.owners, self.source = sides, fields, owners, source
        self.report = report
        self.held: dict[tuple[EntityType, Key], list[str]] = {}
        for key, owner in owners.items():
            self.held.setdefault((key.entity, owner), []).append(key.id)

    def value(self, key: Key) -> Any:
        """An entity with the fields that were merged, on top of the side that has it."""
        return merged_value(self.source[key].values[key], self.fields[key])

    def structure(self) -> Structure:
        """The whole structure; an order the sides left open is reported as a conflict on the way."""
        units = {
            id: unit
            for id, unit in self.sides[1].structure.units.items()
            if Key("unit", id) not in self.sides[1].values
        }
        for key in self.fields:
            if key.entity == "unit":
                units[key.id] = self._unit(key)
        lists = {
            name: tuple(self.value(Key(entity, id)) for id in self._ordered(entity, TOP))
            for entity, name in LISTS.items()
        }
        return Structure(
            header=self.value(TOP),
            root=self.fields[TOP]["root"],
            units=units,
            children=self._children(units),
            provisional=self._provisional(),
            **lists,
        )

    def _unit(self, key: Key) -> Any:
        owner = self.owners[key]
        ids = self._ordered("position", key)
        head = self.fields[key]["head"]
        head = head if head in ids else None
        positions = {id: self._position(Key("position", id)) for id in ids}
        duties = tuple(self.value(Key("duty", id)) for id in self._ordered("duty", key))
        return replace(
            self.value(key),
            parent=None if owner == TOP else owner.id,
            head=None if head is None else positions[head],
            positions=tuple(position for id, position in positions.items() if id != head),
            duties=duties,
        )

    def _position(self, key: Key) -> Any:
        duties = tuple(self.value(Key("duty", id)) for id in self._ordered("duty", key))
        return replace(self.value(key), duties=duties)

    def _ordered(self, entity: EntityType, owner: Key) -> tuple[str, ...]:
        members = self.held.get((entity, owner), [])
        return self._order(
            entity, owner, members, [side.sequences.get((entity, owner), ()) for side in self.sides]
        )

    def _order(
        self, entity: EntityType, owner: Key, members: list[str], sides: list[tuple[str, ...]]
    ) -> tuple[str, ...]:
        base, ours, theirs = sides
        order = merged_order(base, ours, theirs, members)
        if order.ambiguous and len(members) > 1 and entity != "conflict":
            word = {"unit": "units", "position": "positions", "duty": "duties"}.get(entity) or LISTS[entity]
            self.report("order", owner, word, *(list(side) for side in sides))
        return order.members

    def _children(self, units: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        mine, old, other = (side.structure.children for side in (self.sides[1], self.sides[0], self.sides[2]))
        for parent in units:
            sides = [side.get(parent, ()) for side in (old, mine, other)]
            key = Key("unit", parent)
            if sides[0] == sides[1] == sides[2] and not self.held.get(("unit", key)):
                if sides[0]:
                    found[parent] = sides[0]
                continue
            closed = [
                id
                for id in dict.fromkeys(id for side in sides for id in side)
                if Key("unit", id) not in self.fields and id in units
            ]
            below = self._order("unit", key, [*closed, *self.held.get(("unit", key), [])], sides)
            if below:
                found[parent] = below
        return found

    def _provisional(self) -> frozenset[tuple[EntityType, str]]:
        every: frozenset[tuple[EntityType, str]] = frozenset().union(
            *(side.structure.provisional for side in self.sides)
        )
        opened = {key for side in self.sides for key in side.values}
        return frozenset(each for each in every if Key(*each) in self.fields or Key(*each) not in opened)


def merged_value(value: Any, fields: Mapping[str, Any]) -> Any:
    """An entity with its merged fields; who is the head or the root is not a field of its own."""
    return replace(value, **{name: new for name, new in fields.items() if name not in ("head", "root")})
