"""Sets two structures side by side: each unit of one with what it was in the other, each duty and post too.

Nothing of either side is lost: what is gone stands where it stood. Knows no words and no document.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from sotk.compare import Diff
from sotk.model import Duty, Position, Structure, Unit

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Held(Generic[Value]):
    """A duty or post with the unit that holds it; `post` carries a duty that is not the unit's own."""

    id: str
    unit: Unit
    value: Value
    post: Position | None = None

    @property
    def heads(self) -> bool:
        """Whether this is the head of its unit."""
        return self.unit.head is self.value


@dataclass(frozen=True, slots=True)
class Pair(Generic[Value]):
    """What was and what is. `elsewhere` is the other side of one that moved away from here, or came here."""

    before: Held[Value] | None
    after: Held[Value] | None
    elsewhere: Held[Value] | None = None


@dataclass(frozen=True, slots=True)
class UnitPair:
    """A unit beside what it was: several where units were merged, the whole one for each part of a split."""

    before: tuple[Unit, ...]
    after: Unit | None
    part: bool
    """Whether the unit before was split into this one and others."""
    moved: bool
    """Whether it stands under another unit than before; under what that became is no move."""
    duties: tuple[Pair[Duty], ...]
    posts: tuple[Pair[Position], ...]

    @property
    def merged(self) -> bool:
        """Whether several units became this one."""
        return len(self.before) > 1


def paired(diff: Diff) -> tuple[UnitPair, ...]:
    """Every unit of both sides, in the order of the chart after; what is gone behind what it stood behind."""
    return tuple(_Pairing(diff).pairs())


class _Pairing:
    def __init__(self, diff: Diff) -> None:
        self.before, self.after = diff.before, diff.after
        self.sources = _sources(diff)
        self.homes: dict[str, list[str]] = {}
        for unit, sources in self.sources.items():
            for source in sources:
                self.homes.setdefault(source, []).append(unit)
        self.duties = _Sides(_duties(self.before), _duties(self.after), self.homes)
        self.posts = _Sides(_posts(self.before), _posts(self.after), self.homes)

    def pairs(self) -> Iterator[UnitPair]:
        gone = self._gone()
        for unit in self.after.walk():
            sources = self.sources[unit.id]
            before = tuple(self.before.units[source] for source in sources)
            part = any(len(self.homes[source]) > 1 for source in sources)
            yield self._pair(before, unit, part=part)
            for left in gone.get(unit.id, ()):
                yield self._pair((left,), None, part=False)

    def _pair(self, before: tuple[Unit, ...], after: Unit | None, *, part: bool) -> UnitPair:
        sources = [unit.id for unit in before]
        id_ = None if after is None else after.id
        return UnitPair(
            before,
            after,
            part,
            self._moved(before, after),
            tuple(self.duties.pairs(sources, id_)),
            tuple(self.posts.pairs(sources, id_)),
        )

    def _moved(self, before: tuple[Unit, ...], after: Unit | None) -> bool:
        if not before or after is None or after.parent is None:
            return False
        above = {home for unit in before if unit.parent for home in self.homes.get(unit.parent, ())}
        return after.parent not in above

    def _gone(self) -> dict[str, list[Unit]]:
        """By unit after: the units that are no more, in their order, behind the last one that is still there."""
        found: dict[str, list[Unit]] = {}
        anchor = self.after.root
        for unit in self.before.walk():
            if unit.id in self.homes:
                anchor = self.homes[unit.id][-1]
            else:
                found.setdefault(anchor, []).append(unit)
        return found


def _sources(diff: Diff) -> dict[str, tuple[str, ...]]:
    """The units before that each unit after was."""
    before = diff.before.units
    found: dict[str, tuple[str, ...]] = {unit: (unit,) if unit in before else () for unit in diff.after.units}
    for fact in diff.facts:
        if fact.entity != "unit":
            continue
        if fact.verb == "merged":
            found[fact.id] = tuple(unit for unit in fact.before if unit in before)
        elif fact.verb == "split" and fact.id in before:
            found |= dict.fromkeys(fact.after, (fact.id,))
        elif fact.verb == "changed" and fact.field == "id" and fact.before in before:
            found[fact.id] = (fact.before,)
    return found


def _duties(structure: Structure) -> Iterator[Held[Duty]]:
    for unit in structure.walk():
        for duty in unit.duties:
            yield Held(duty.id, unit, duty)
        for post in (unit.head, *unit.positions):
            for duty in post.duties if post else ():
                yield Held(duty.id, unit, duty, post)


def _posts(structure: Structure) -> Iterator[Held[Position]]:
    for unit, post in structure.positions():
        yield Held(post.id, unit, post)


class _Sides(Generic[Value]):
    """What the units of both sides hold, by unit and by id."""

    def __init__(
        self,
        before: Iterable[Held[Value]],
        after: Iterable[Held[Value]],
        homes: Mapping[str, list[str]],
    ) -> None:
        self._homes = homes
        self._before, self._of_before = _tables(before)
        self._after, self._of_after = _tables(after)

    def pairs(self, sources: list[str], unit: str | None) -> Iterator[Pair[Value]]:
        """The pairs of a unit after with its sources; of what is gone alone where `unit` is None."""
        left = self._left(sources, unit)
        yield from left.get(None, ())
        for held in self._of_after.get(unit or "", ()):
            before = self._before.get(held.id)
            here = before is not None and unit in self._homes.get(before.unit.id, ())
            yield Pair(before, held) if here else Pair(None, held, before)
            yield from left.get(held.id, ())

    def _left(self, sources: list[str], unit: str | None) -> dict[str | None, list[Pair[Value]]]:
        """What left these units, by the id of what it stood behind; of a split unit said at its first part."""
        found: dict[str | None, list[Pair[Value]]] = {}
        anchor: str | None = None
        for source in sources:
            homes = self._homes.get(source, ())
            for held in self._of_before.get(source, ()):
                after = self._after.get(held.id)
                if after is not None and after.unit.id in homes:
                    anchor = held.id if after.unit.id == unit else anchor
                elif not homes or homes[0] == unit:
                    found.setdefault(anchor, []).append(Pair(held, None, after))
        return found


def _tables(held: Iterable[Held[Value]]) -> tuple[dict[str, Held[Value]], dict[str, list[Held[Value]]]]:
    by_id: dict[str, Held[Value]] = {}
    by_unit: dict[str, list[Held[Value]]] = {}
    for each in held:
        by_id[each.id] = each
        by_unit.setdefault(each.unit.id, []).append(each)
    return by_id, by_unit
