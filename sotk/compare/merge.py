"""Merges two proposals made on the same base, change by change. Nothing is dropped or decided silently.

What only one side changed is taken. What both changed differently is a conflict, kept as data; until it
is decided the value of the base stands, and whatever either side still needs is kept. Comments of files
are not seen here: `workspace.merging` carries them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from sotk.compare.assembly import Assembly, merged_value
from sotk.compare.entities import compared
from sotk.compare.sides import TOP, Key, Side, needed, opened
from sotk.files import as_read
from sotk.model import Conflict, EntityType, Structure, Team
from sotk.scenario import file_word

KINDS: Final = (
    "same-field",
    "two-moves",
    "cycle",
    "into-removed",
    "names-removed",
    "removed-changed",
    "added-twice",
    "order",
)
"""Every kind of conflict."""

_BELOW: Final[dict[EntityType, tuple[EntityType, ...]]] = {
    "unit": ("unit", "position", "duty"),
    "position": ("duty",),
}


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged structure, with its conflicts in it as data, and those this merge left open."""

    structure: Structure
    conflicts: tuple[Conflict, ...] = ()


def merge(base: Structure, ours: Structure, theirs: Structure) -> Merged:
    """Merge two structures that were made from a third.

    ``merge(b, a, b)``, ``merge(b, b, a)`` and ``merge(b, a, a)`` are ``a`` without conflicts.
    """
    if theirs is base or ours is theirs:
        return Merged(ours)
    if ours is base:
        return Merged(theirs)
    return _Merge(*opened(base, ours, theirs)).run()


class _Merge:
    def __init__(self, base: Side, ours: Side, theirs: Side) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.sides = (base, ours, theirs)
        self.fields: dict[Key, dict[str, Any]] = {}
        self.owners: dict[Key, Key] = {}
        self.source: dict[Key, Side] = {}  # where to take what is not merged field by field
        self.conflicts: list[Conflict] = []
        self.flagged: set[tuple[str, Key, str | None]] = set()

    def run(self) -> Merged:
        for key in dict.fromkeys(key for side in self.sides for key in side.values):
            self._decide(key)
        while self._settle_root() | self._restore_needed() | self._break_cycles():
            pass  # each step may undo what another relied on; all lead back to the base, so it ends
        assembly = Assembly(self.sides, self.fields, self.owners, self.source, self._conflict)
        structure = assembly.structure()
        return Merged(
            replace(structure, conflicts=(*structure.conflicts, *self.conflicts)), tuple(self.conflicts)
        )

    # One entity

    def _decide(self, key: Key) -> None:
        here = [key in side.values for side in self.sides]
        in_base, in_ours, in_theirs = here
        if in_ours and in_theirs:
            if in_base:
                self._merge_fields(key)
            elif self._same(key, self.ours, self.theirs):
                self._take(key, self.ours)
            else:
                self._take(key, self.ours)
                self._conflict("added-twice", key)
        elif in_ours or in_theirs:
            side = self.ours if in_ours else self.theirs
            if not in_base:
                self._take(key, side)
            elif not self._same(key, self.base, side):
                self._take(key, side)
                self._conflict("removed-changed", key)

    def _merge_fields(self, key: Key) -> None:
        old, mine, other = (side.fields(key) for side in self.sides)
        merged = {}
        for name, value in old.items():
            merged[name] = self._three_way(key, name, value, mine[name], other[name])
        self.fields[key] = merged
        self.source[key] = self.ours
        if key == TOP:
            return
        before, ours, theirs = (side.owners[key] for side in self.sides)
        if ours != theirs and before not in (ours, theirs):
            self._conflict("two-moves", key, None, before.id, ours.id, theirs.id)
            self.owners[key] = before
        else:
            self.owners[key] = theirs if ours == before else ours

    def _three_way(self, key: Key, name: str, base: Any, ours: Any, theirs: Any) -> Any:
        if theirs in (base, ours):
            return ours
        if ours == base:
            return theirs
        self._conflict("same-field", key, name, base, ours, theirs)
        return base

    def _take(self, key: Key, side: Side) -> None:
        self.fields[key] = side.fields(key)
        self.source[key] = side
        if key != TOP:
            self.owners[key] = side.owners[key]

    def _same(self, key: Key, one: Side, other: Side) -> bool:
        return one.owners.get(key) == other.owners.get(key) and one.fields(key) == other.fields(key)

    # What the sides break together

    def _settle_root(self) -> bool:
        """One unit without a parent: the root both agree on, or that of the base."""
        root = Key("unit", self.fields[TOP]["root"])
        changed = bool(self._restore(root))
        for key, owner in self.owners.items():
            if key.entity == "unit" and owner == TOP and key != root:
                before = self.base.owners.get(key, TOP)
                self.owners[key] = root if before == TOP else before
                changed = True
        if self.owners.get(root, TOP) != TOP:
            self.owners[root] = TOP
            changed = True
        return changed

    def _restore_needed(self) -> bool:
        """Keep what one side removed and the other put something into, or names."""
        waiting, known = list(self.fields), len(self.fields)
        while waiting:
            key = waiting.pop()
            if key not in self.fields or key == TOP:
                continue
            owner = self.owners[key]
            if self._is_gone(owner):
                waiting += self._restore(owner)
                self._conflict("into-removed", owner)
            for target in self._named_by(key):
                if self._is_gone(target):
                    waiting += self._restore(target)
                    self._conflict("names-removed", target)
        return len(self.fields) > known

    def _is_gone(self, key: Key) -> bool:
        return key not in self.fields and key in self.base.values

    def _named_by(self, key: Key) -> Iterator[Key]:
        """Whom an entity cannot be without; of a team's member that may be a unit or a position, one is enough."""
        head = self.fields[key].get("head")
        if head is not None:
            yield Key("position", head)
        value = merged_value(self.source[key].values[key], self.fields[key])
        for target in needed(key, value):
            other = Key("position" if target.entity == "unit" else "unit", target.id)
            is_home = isinstance(value, Team) and target == Key("unit", value.unit or "")
            is_member = isinstance(value, Team) and target.id in value.members
            if is_home or not is_member or not (other in self.fields or self._closed(other)):
                yield target

    def _closed(self, key: Key) -> bool:
        """A unit, or a position of one, that is the same on all sides."""
        there = self.base.structure.units if key.entity == "unit" else self._closed_positions
        return key not in self.base.values and key.id in there

    @cached_property
    def _closed_positions(self) -> set[str]:
        return {
            position.id
            for unit, position in self.base.structure.positions()
            if Key("unit", unit.id) not in self.base.values
        }

    def _restore(self, key: Key) -> list[Key]:
        """Undo a removal: an entity as it was in the base, with what it held and is not elsewhere."""
        restored, waiting = [], [key]
        while waiting:
            each = waiting.pop()
            if not self._is_gone(each):
                continue
            self._take(each, self.base)
            restored.append(each)
            for entity in _BELOW.get(each.entity, ()):
                below = (
                    self.base.below(each) if entity == "unit" else self.base.sequences.get((entity, each), ())
                )
                waiting += [Key(entity, id) for id in below]
        return restored

    def _break_cycles(self) -> bool:
        """Put back what moved in a cycle that the moves of both sides make together."""
        broken = False
        for entity in ("unit", "duty", "objective"):
            for cycle in self._cycles(entity):
                for key in cycle:
                    broken = self._put_back(key) or broken
        return broken

    def _cycles(self, entity: Any) -> Iterator[list[Key]]:
        done: set[Key] = set()
        for start in [key for key in self.fields if key.entity == entity]:
            path: dict[Key, None] = {}
            at: Key | None = start
            while at is not None and at not in done and at not in path:
                path[at] = None
                at = self._above(at)
            if at is not None and at in path:
                members = list(path)
                yield members[members.index(at) :]
            done.update(path)

    def _above(self, key: Key) -> Key | None:
        if key.entity == "unit":
            owner = self.owners.get(key)
            if owner is None:
                parent = self.base.structure.units[key.id].parent if self._closed(key) else None
                return None if parent is None else Key("unit", parent)
            return None if owner == TOP else owner
        parent = self.fields[key]["parent"] if key in self.fields else None
        return None if parent is None else Key(key.entity, parent)

    def _put_back(self, key: Key) -> bool:
        if key not in self.base.values or key not in self.fields:
            return False
        sides = [self._parent_on(side, key) for side in self.sides]
        if key.entity == "unit":
            changed = self.owners[key] != self.base.owners[key]
            self.owners[key] = self.base.owners[key]
            if self.owners[key] == TOP:
                self.fields[TOP]["root"] = key.id
        else:
            before = self.base.fields(key)["parent"]
            changed = self.fields[key]["parent"] != before
            self.fields[key]["parent"] = before
        if changed:
            self._conflict("cycle", key, "parent", *sides)
        return changed

    def _parent_on(self, side: Side, key: Key) -> str | None:
        if key not in side.values:
            return None
        if key.entity != "unit":
            parent: str | None = side.values[key].parent
            return parent
        owner = side.owners[key]
        return None if owner == TOP else owner.id

    # Conflicts

    def _conflict(self, kind: str, key: Key, field: str | None = None, *values: Any) -> None:
        if (kind, key, field) in self.flagged:
            return
        self.flagged.add((kind, key, field))
        given = values or tuple(side.values.get(key) for side in self.sides)
        base, ours, theirs = (as_read(value) for value in given)
        word = file_word(key.entity, field) if field is not None and field in compared(key.entity) else field
        self.conflicts.append(
            Conflict(
                id=self._free_id(),
                kind=kind,
                entity=key.entity,
                subject=key.id or self.base.structure.id,
                field=word,
                base=base,
                ours=ours,
                theirs=theirs,
            )
        )

    def _free_id(self) -> str:
        number = len(self.conflicts) + 1
        while any(Key("conflict", f"merge-{number}") in side.values for side in self.sides):
            number += 1000
        return f"merge-{number}"
