"""A structure opened for edits: made once for a whole replay, so that k operations cost k, not k times n.

Knows where everything stands, not what an operation means. Every change is checked by whoever asks for
it before the first one is made: a draft has no way back.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sotk.model import EntityType, Header, Position, Structure, Unit
from sotk.scenario.opened import Opened
from sotk.scenario.owner import LISTS, STRUCTURE, Owner
from sotk.scenario.owners import followed, held, owners_of
from sotk.scenario.references import References
from sotk.scenario.sequence import Sequence


class Draft:
    """A structure whose parts are opened where they are touched and closed again by `finish`."""

    def __init__(self, base: Structure) -> None:
        self.base = base
        self.header: Header = base.header
        self.root: str = base.root
        self.units: dict[str, Unit] = dict(base.units)
        self._children: dict[str, tuple[str, ...]] = dict(base.children)
        self._opened = Opened(base)
        self._owners: dict[tuple[EntityType, str], Owner] | None = None  # of positions and duties
        self._references: References | None = None
        self.provisional: set[tuple[EntityType, str]] = set(base.provisional)

    # What there is

    def has(self, entity: EntityType, id: str) -> bool:
        """Whether an entity of a type exists now."""
        if entity in ("unit", "structure"):
            return entity == "structure" or id in self.units
        return self.owner(entity, id) is not None

    def value(self, entity: EntityType, id: str) -> Any:
        """The value of an entity; what it holds may be out of date, the sequences are not."""
        if entity == "structure":
            return self.header
        if entity == "unit":
            return self.units[id]
        owner = self.owner(entity, id)
        if owner is not None:
            self._open(owner)
        return self._opened.values[entity, id]

    def owner(self, entity: EntityType, id: str) -> Owner | None:
        """Where an entity stands; None for a stranger, and for the root."""
        if entity == "unit":
            parent = self.units[id].parent if id in self.units else None
            return None if parent is None else Owner("unit", parent)
        if entity in LISTS:
            return STRUCTURE if id in self.sequence(entity, STRUCTURE) else None
        return self.owners.get((entity, id))

    @property
    def owners(self) -> dict[tuple[EntityType, str], Owner]:
        """Where every position and duty stands; worked out once, when first asked for."""
        if self._owners is None:
            self._owners = followed(owners_of(self.base.units), self.base.units, self.units)
        return self._owners

    @property
    def references(self) -> References:
        """Who names whom; worked out once, when first asked for."""
        if self._references is None:
            self._references = References()
            for unit in self.units.values():
                if unit.id not in self._opened.heads:
                    self._note_duties(unit)
            self._opened.open_lists()
            for (entity, each), value in self._opened.values.items():
                if self.has(entity, each):
                    self._references.note(entity, value)
        return self._references

    def sequence(self, entity: EntityType, owner: Owner) -> Sequence:
        """The entities of a type that stand in an owner, in order; a head stands beside, not in it."""
        key = (entity, owner)
        if key not in self._opened.sequences:
            if entity == "unit":
                self._opened.sequences[key] = Sequence(self._children.get(owner.id, ()))
            else:
                self._open(owner)
                self._opened.sequences.setdefault(key, Sequence())
        return self._opened.sequences[key]

    def below(self, unit: str) -> tuple[str, ...]:
        """The direct subordinates of a unit, in order."""
        opened = self._opened.sequences.get(("unit", Owner("unit", unit)))
        return self._children.get(unit, ()) if opened is None else tuple(opened)

    def branch(self, top: str) -> Iterator[str]:
        """The units of a branch, each before its subordinates."""
        waiting = [top]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting.extend(reversed(self.below(unit)))

    def is_below(self, unit: str, top: str) -> bool:
        """Whether a unit is in a branch: in steps as many as it is deep."""
        at: str | None = unit
        while at is not None and at != top:
            at = self.units[at].parent
        return at == top

    def head(self, unit: str) -> str | None:
        """The id of the head of a unit; None where it has none."""
        if unit in self._opened.heads:
            return self._opened.heads[unit]
        head = self.units[unit].head
        return None if head is None else head.id

    def positions(self, unit: str) -> list[str]:
        """The positions of a unit, its head first."""
        head = self.head(unit)
        return [*([] if head is None else [head]), *self.sequence("position", Owner("unit", unit))]

    # What changes

    def put(self, entity: EntityType, value: Any) -> None:
        """Replace the value of an entity by another of the same id."""
        if entity == "structure":
            self.header = value
        elif entity == "unit":
            self.units[value.id] = value
        else:
            owner = self.owner(entity, value.id)
            if owner is not None:
                self._open(owner)
            self._opened.values[entity, value.id] = value
            if self._references is not None:
                self._references.note(entity, value)

    def insert(
        self,
        entity: EntityType,
        value: Any,
        owner: Owner,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Put a new entity, with what it holds, into a sequence."""
        if entity == "unit":
            self.units[value.id] = value
            if self._owners is not None:
                self._note_owners(value)
                self._note_duties(value)
        else:
            self._admit(entity, value)
        self.attach(entity, value.id, owner, before, after)

    def attach(
        self,
        entity: EntityType,
        id: str,
        owner: Owner,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Put an entity that stands nowhere into a sequence, last or beside another."""
        self.sequence(entity, owner).insert(id, before, after)
        if entity == "unit":
            if self.units[id].parent != owner.id:
                self.units[id] = replace(self.units[id], parent=owner.id)
        elif entity in ("position", "duty"):
            self.owners[entity, id] = owner

    def detach(self, entity: EntityType, id: str) -> None:
        """Take an entity out of its place; its value is kept for another."""
        owner = self.owner(entity, id)
        if owner is None:
            return
        sequence = self.sequence(entity, owner)
        if entity == "position" and self._opened.heads.get(owner.id) == id:
            self._opened.heads[owner.id] = None
        else:
            sequence.remove(id)
        if entity in ("position", "duty"):
            del self.owners[entity, id]

    def seat(self, unit: str, position: str) -> None:
        """Make a position that stands nowhere the head of a unit that has none."""
        self._open(Owner("unit", unit))
        self._opened.heads[unit] = position
        self.owners["position", position] = Owner("unit", unit)

    def seat_new(self, unit: str, position: Position) -> None:
        """Make a new position the head of a unit that has none."""
        self._admit("position", position)
        self.seat(unit, position.id)

    def forget(self, unit: str) -> None:
        """Drop a unit that was detached and holds nothing any more."""
        del self.units[unit]
        self._children.pop(unit, None)
        self._opened.forget(unit)

    def crown(self, unit: str) -> None:
        """Make a unit that stands nowhere the root."""
        self.root = unit
        self.units[unit] = replace(self.units[unit], parent=None)

    def crown_new(self, unit: Unit) -> None:
        """Make a new unit the root, where the old one is no more."""
        self.units[unit.id] = unit
        if self._owners is not None:
            self._note_owners(unit)
            self._note_duties(unit)
        self.root = unit.id

    # Opening and closing

    def finish(self) -> Structure:
        """The structure as it is now; what was not touched is shared with the base."""
        for (entity, owner), sequence in self._opened.sequences.items():
            if entity == "unit":
                self._children[owner.id] = tuple(sequence)
                if not sequence:
                    del self._children[owner.id]
        for unit in self._opened.heads:
            self.units[unit] = self._opened.close_unit(self.units[unit])
        return Structure(
            header=self.header,
            root=self.root,
            units=self.units,
            children=self._children,
            provisional=frozenset(each for each in self.provisional if self.has(*each)),
            **{name: self._opened.close_list(entity) for entity, name in LISTS.items()},
        )

    def _admit(self, entity: EntityType, value: Any) -> None:
        """Know a new entity that is not a unit, with what it holds."""
        if entity == "position":
            at = Owner("position", value.id)
            self.owners.update((("duty", duty.id), at) for duty in value.duties)
            self._opened.open_position(value)
        else:
            self._opened.values[entity, value.id] = value
        if self._references is not None:
            self._references.note(entity, value)
            for duty in value.duties if entity == "position" else ():
                self._references.note("duty", duty)

    def _open(self, owner: Owner) -> None:
        if owner.entity == "position":
            if ("duty", owner) not in self._opened.sequences:
                self._open(self.owners[owner.entity, owner.id])
        elif owner.entity == "structure":
            self._opened.open_lists()
        else:
            self._opened.open_unit(self.units[owner.id])

    def _note_owners(self, unit: Unit) -> None:
        if self._owners is not None:
            self._owners.update(held(unit))

    def _note_duties(self, unit: Unit) -> None:
        if self._references is None:
            return
        for position in (unit, *((unit.head,) if unit.head else ()), *unit.positions):
            for duty in position.duties:
                self._references.note("duty", duty)
