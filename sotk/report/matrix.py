"""The rows of a comparison matrix: a unit with its place, head, duties and differing posts, both sides beside.

Each row says whether something in it differs, so that a matrix of changes alone can leave the others out.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sotk.files.labels import FIELDS
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Duty, Position, Unit
from sotk.report.decisions import Decisions, Key
from sotk.report.document import Cell, Row
from sotk.report.marks import Marks
from sotk.report.material import Material
from sotk.report.naming import names_of
from sotk.report.ordinals import letter
from sotk.report.pairing import Held, Pair, UnitPair
from sotk.report.posts import post_line, rank_of, title_of
from sotk.report.words import legal_basis

Outcome: TypeAlias = Literal["same", "changed", "renamed", "moved", "added", "removed", "merged", "split"]
OUTCOMES: Final[Mapping[Outcome, Message]] = {
    "same": msg("Unchanged"),
    "changed": msg("Changed"),
    "renamed": msg("Renamed"),
    "moved": msg("Moved"),
    "added": msg("New"),
    "removed": msg("Abolished"),
    "merged": msg("Merged"),
    "split": msg("Split"),
}
LEVELS: Final[Mapping[str, Message]] = {
    "tugas": msg("Mission"),
    "fungsi": msg("Function"),
    "uraian": msg("Task"),
}
NOTHING: Final = "–"
_SHOWN_OF_POST: Final = ("title", "grade", "echelon", "job_class", "need", "filled")
_SHOWN_OF_DUTY: Final = ("level", "role", "code", "clients", "stage", "site")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the matrix, and whether something in it differs."""

    row: Row
    differs: bool


def outcome(pair: UnitPair) -> Outcome:
    """What became of a unit, in one word: what says most of it."""
    if pair.after is None:
        return "removed"
    if not pair.before:
        return "added"
    if pair.merged:
        return "merged"
    if pair.part:
        return "split"
    before = pair.before[0]
    if pair.moved:
        return "moved"
    if before.name != pair.after.name:
        return "renamed"
    return "changed" if _inside(pair) else "same"


def _inside(pair: UnitPair) -> bool:
    before, after = pair.before[0], pair.after
    assert after is not None  # noqa: S101 - the caller's guard, for the type checker
    return (
        _head(before.head) != _head(after.head)
        or before.unit_class != after.unit_class
        or before.kind != after.kind
        or any(_duty_differs(each) for each in pair.duties)
        or any(_post_differs(each) for each in pair.posts if not _told_as_head(each))
    )


class UnitLines:
    """Makes the lines of units."""

    def __init__(self, material: Material, marks: Marks, decisions: Decisions) -> None:
        self._language, self._pack = material.language, material.pack
        self._marks, self._decisions = marks, decisions
        sides = [side for side in (material.base, material.structure) if side is not None]
        self._before, self._after = sides[0], sides[-1]
        self._names = tuple(names_of(side) for side in (self._before, self._after))

    def lines(self, pair: UnitPair, number: int) -> Iterator[Line]:
        """The line that heads a unit, then what it is made of."""
        became = outcome(pair)
        yield Line(self._heading(pair, number, became), became != "same")
        yield from self._places(pair)
        yield from self._heads(pair)
        yield from self._classes(pair)
        labels = _Labels(), _Labels()
        for duty in pair.duties:
            yield self._duty(duty, labels)
        for post in pair.posts:
            if not _told_as_head(post) and _post_differs(post):
                yield self._post(post)

    def _heading(self, pair: UnitPair, number: int, became: Outcome) -> Row:
        names = "; ".join(self._marks.unit(unit, self._was(unit)) for unit in pair.before)
        after = pair.after
        name = NOTHING if after is None else self._marks.unit(after, self._is(after))
        units = [*(unit.id for unit in pair.before), *([after.id] if after else [])]
        keys: list[Key] = [("unit", unit) for unit in dict.fromkeys(units)]
        lines = [*self._what(pair), *self._decisions.lines(*keys), *self._basis(pair)]
        told = Cell(self._say(OUTCOMES[became]), lines=tuple(lines))
        cells = (Cell(str(number)), Cell(self._say(msg("Unit"))), Cell(names or NOTHING), Cell(name), told)
        return Row(cells, "group")

    def _what(self, pair: UnitPair) -> Iterator[str]:
        """What the word of the outcome does not say: names of the units that were merged, the old place."""
        after = pair.after
        if after is None:
            return
        names = tuple(self._was(unit) for unit in pair.before)
        if pair.merged:
            yield self._say(msg("Made by merging {units}.", units=names))
        if pair.part:
            yield self._say(msg("Part of {units}, which was split.", units=names))
        if pair.moved and pair.before:
            yield self._say(
                msg(
                    "From {before} to {after}.",
                    before=self._below(pair.before[0]),
                    after=self._under(after),
                )
            )
        if not pair.before and after.id in self._decisions.within:
            top = self._after.units.get(self._decisions.within[after.id])
            if top is not None:
                yield self._say(msg("Together with {unit}.", unit=self._is(top)))

    def _basis(self, pair: UnitPair) -> Iterator[str]:
        told = dict.fromkeys(
            line
            for unit in (*pair.before, *([pair.after] if pair.after else []))
            for line in legal_basis(unit.legal_basis, self._language)
        )
        for line in told:
            yield self._say(msg("Basis: {text}", text=line))

    def _places(self, pair: UnitPair) -> Iterator[Line]:
        """Where a unit stands; of one that stays where it was nothing is said."""
        if not (pair.moved or pair.merged or pair.part or not pair.before or pair.after is None):
            return
        before = tuple(dict.fromkeys(self._below(unit) for unit in pair.before if unit.parent is not None))
        after = self._under(pair.after) if pair.after and pair.after.parent else ""
        if before or after:
            told = "" if not pair.moved else self._say(OUTCOMES["moved"])
            below = [self._say(msg("below {unit}", unit=each)) for each in before]
            now = self._say(msg("below {unit}", unit=after)) if after else NOTHING
            yield self._line(msg("Standing"), below, [now], [told], differs=True)

    def _heads(self, pair: UnitPair) -> Iterator[Line]:
        before = [self._head(unit) for unit in pair.before if unit.head]
        after = [self._head(pair.after)] if pair.after and pair.after.head else []
        if before or after:
            differs = before != after
            heads = [
                unit.head.id for unit in (*pair.before, *([pair.after] if pair.after else [])) if unit.head
            ]
            told = self._decisions.lines(*(("position", head) for head in dict.fromkeys(heads)))
            word = self._changed(bool(before), bool(after), differs=differs)
            yield self._line(msg("Head"), before, after, [word, *told], differs=differs)

    def _classes(self, pair: UnitPair) -> Iterator[Line]:
        def class_of(unit: Unit) -> str:
            text = self._say(msg("Class {name}", name=unit.unit_class or ""))
            return self._marks.star(text, unit.id, f"{unit.id}.class")

        before = [class_of(unit) for unit in pair.before if unit.unit_class]
        after = [class_of(pair.after)] if pair.after and pair.after.unit_class else []
        if before or after:
            differs = before != after
            word = self._changed(bool(before), bool(after), differs=differs)
            yield self._line(msg("Class"), before, after, [word], differs=differs)

    def _duty(self, pair: Pair[Duty], labels: "tuple[_Labels, _Labels]") -> Line:
        held = pair.after or pair.before
        assert held is not None  # noqa: S101 - a pair has a side
        before, after = (
            []
            if side is None
            else [label.of(side.value) + self._marks.duty(side.unit, side.id, clean(side.value.text))]
            for side, label in zip((pair.before, pair.after), labels, strict=True)
        )
        word = LEVELS[held.value.level]
        if held.post is not None:
            word = msg("{level} of {post}", level=word, post=title_of(held.post))
        told = [self._duty_word(pair), *self._decisions.lines(("duty", held.id))]
        articles = dict.fromkeys(
            clean(side.value.pasal) for side in (pair.before, pair.after) if side and side.value.pasal
        )
        told += [self._say(msg("Basis: {text}", text=each)) for each in articles]
        return self._line(word, before, after, told, differs=_duty_differs(pair))

    def _duty_word(self, pair: Pair[Duty]) -> str:
        before, after = pair.before, pair.after
        if before is None or after is None:
            return self._alone(pair)
        if before.value.text != after.value.text:
            return self._say(msg("Reworded"))
        fields = tuple(
            FIELDS[name]
            for name in _SHOWN_OF_DUTY
            if getattr(before.value, name) != getattr(after.value, name)
        )
        if fields:
            return self._say(msg("Changed: {fields}", fields=fields))
        return self._say(OUTCOMES["same"])

    def _post(self, pair: Pair[Position]) -> Line:
        held = pair.after or pair.before
        assert held is not None  # noqa: S101 - a pair has a side
        before, after = (
            []
            if side is None
            else [self._marks.post(side.unit, side.value, post_line(side.value, self._language), *_STARRED)]
            for side in (pair.before, pair.after)
        )
        both = pair.before is not None and pair.after is not None
        word = self._say(_post_word(pair)) if both else self._alone(pair)
        told = [word, *self._decisions.lines(("position", held.id))]
        return self._line(msg("Post"), before, after, told, differs=True)

    def _alone(self, pair: Pair[Duty] | Pair[Position]) -> str:
        """What is said of one side without the other."""
        other: Held[Duty] | Held[Position] | None = pair.elsewhere
        if pair.after is None:
            if other is None:
                return self._say(OUTCOMES["removed"])
            return self._say(msg("Transferred to {unit}", unit=self._is(other.unit)))
        if other is None:
            return self._say(OUTCOMES["added"])
        return self._say(msg("Transferred from {unit}", unit=self._was(other.unit)))

    def _changed(self, before: bool, after: bool, *, differs: bool) -> str:  # noqa: FBT001 - two sides
        if not differs:
            return self._say(OUTCOMES["same"])
        return self._say(OUTCOMES["changed" if before and after else "added" if after else "removed"])

    def _head(self, unit: Unit) -> str:
        head = unit.head
        if head is None:
            return ""
        text = title_of(head) + rank_of(head, self._language)
        return self._marks.post(unit, head, text, "title", "echelon", "class")

    def _was(self, unit: Unit) -> str:
        """The name of a unit before, told apart from others of its name."""
        return self._names[0][unit.id]

    def _is(self, unit: Unit) -> str:
        return self._names[1][unit.id]

    def _below(self, unit: Unit) -> str:
        """The name of what a unit stood below before."""
        return NOTHING if unit.parent is None else self._was(self._before.units[unit.parent])

    def _under(self, unit: Unit) -> str:
        """The name of what a unit stands below now."""
        return NOTHING if unit.parent is None else self._is(self._after.units[unit.parent])

    def _line(
        self, word: Message, before: list[str], after: list[str], told: list[str], *, differs: bool
    ) -> Line:
        cells = (Cell(), Cell(self._say(word)), *(_cell(side) for side in (before, after, told)))
        return Line(Row(cells), differs)

    def _say(self, message: Message) -> str:
        return say(message, self._language)


_STARRED: Final = ("title", "class", "echelon", "need", "filled")


class _Labels:
    """Letters of functions and numbers of tasks, as a regulation counts them; a mission has none."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def of(self, duty: Duty) -> str:
        if duty.level == "tugas":
            return ""
        count = self._counts[duty.level] = self._counts.get(duty.level, 0) + 1
        return f"{letter(count)}. " if duty.level == "fungsi" else f"{count}) "


def _cell(lines: list[str]) -> Cell:
    told = [line for line in lines if line]
    return Cell(told[0], lines=tuple(told[1:])) if told else Cell(NOTHING)


def _head(head: Position | None) -> tuple[object, ...]:
    return (
        ()
        if head is None
        else tuple(getattr(head, name) for name in ("title", "grade", "echelon", "job_class"))
    )


def _duty_differs(pair: Pair[Duty]) -> bool:
    if pair.before is None or pair.after is None:
        return True
    shown = ("text", *_SHOWN_OF_DUTY)
    return any(getattr(pair.before.value, name) != getattr(pair.after.value, name) for name in shown)


def _told_as_head(pair: Pair[Position]) -> bool:
    """Whether the line of the heads tells of it on each side that it has."""
    return all(side is None or side.heads for side in (pair.before, pair.after))


def _post_word(pair: Pair[Position]) -> Message:
    before = pair.before is not None and pair.before.heads
    after = pair.after is not None and pair.after.heads
    if before == after:
        return OUTCOMES["changed"]
    return msg("Head no longer") if before else msg("Now the head")


def _post_differs(pair: Pair[Position]) -> bool:
    if pair.before is None or pair.after is None or pair.before.heads != pair.after.heads:
        return True
    return any(getattr(pair.before.value, name) != getattr(pair.after.value, name) for name in _SHOWN_OF_POST)
