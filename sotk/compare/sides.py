"""The three sides of a merge, flat: every entity by type and id with its owner. Decides nothing.

Only what differs between the sides is opened: what is the same in all three is shared by the result.
"""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sotk.compare.entities import compared
from sotk.model import EntityType, Structure, Unit
from sotk.scenario.owner import LISTS
from sotk.scenario.references import named


class Key(NamedTuple):
    """An entity of a type, by id."""

    entity: EntityType
    id: str


TOP = Key("structure", "")
"""The owner of the root and of all lists."""


class Side:
    """One structure, opened where it differs from another side."""

    def __init__(self, structure: Structure, units: Iterable[str]) -> None:
        self.structure = structure
        self.values: dict[Key, Any] = {TOP: structure.header}
        self.owners: dict[Key, Key] = {}
        self.sequences: dict[tuple[EntityType, Key], tuple[str, ...]] = {}
        for id in units:
            unit = structure.units.get(id)
            if unit is not None:
                self._open(unit)
        for entity, name in LISTS.items():
            self._hold(entity, TOP, getattr(structure, name))

    def fields(self, key: Key) -> dict[str, Any]:
        """The fields of an entity that are merged one by one; of a unit also who is its head."""
        value = self.values[key]
        found = {name: getattr(value, name) for name in compared(key.entity)}
        if key.entity == "unit":
            found["head"] = None if value.head is None else value.head.id
        elif key == TOP:
            found["root"] = self.structure.root
        return found

    def below(self, parent: Key) -> tuple[str, ...]:
        """The direct subordinates of a unit, in order."""
        return self.structure.children.get(parent.id, ())

    def _open(self, unit: Unit) -> None:
        key = Key("unit", unit.id)
        self.values[key] = unit
        self.owners[key] = TOP if unit.parent is None else Key("unit", unit.parent)
        self._hold("duty", key, unit.duties)
        positions = unit.positions if unit.head is None else (unit.head, *unit.positions)
        self._hold("position", key, positions)
        for position in positions:
            self._hold("duty", Key("position", position.id), position.duties)

    def _hold(self, entity: EntityType, owner: Key, values: tuple[Any, ...]) -> None:
        self.sequences[entity, owner] = tuple(value.id for value in values)
        for value in values:
            key = Key(entity, value.id)
            self.values[key] = value
            self.owners[key] = owner


def opened(*structures: Structure) -> tuple[Side, ...]:
    """The sides of a merge; units that are equal in all of them stay closed."""
    first, *others = structures
    ids = dict.fromkeys(id for structure in structures for id in structure.units)
    touched = [
        id
        for id in ids
        if any(
            (mine := first.units.get(id)) is not (other := side.units.get(id)) and mine != other
            for side in others
        )
    ]
    return tuple(Side(structure, touched) for structure in structures)


def needed(key: Key, value: Any) -> Iterator[Key]:
    """Whom an entity names and cannot be without. A waiver may outlive what it names, a leader be a title."""
    if key.entity not in ("duty", "objective", "indicator", "line", "team"):
        return
    for target in named(value):
        if target.entity != "position" or target.id in value.members:
            yield Key(*target)
