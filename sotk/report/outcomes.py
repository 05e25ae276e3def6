"""What became of units, duties and posts: words for it, and what counts as a difference. Knows no document."""

from collections.abc import Mapping
from typing import Final, Literal, TypeAlias

from sotk.locale import Message, msg
from sotk.model import Duty, Position
from sotk.report.pairing import Pair, UnitPair

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
_SHOWN_OF_POST: Final = ("title", "grade", "echelon", "job_class", "need", "filled")
SHOWN_OF_DUTY: Final = ("level", "role", "code", "clients", "stage", "site")


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
        or any(duty_differs(each) for each in pair.duties)
        or any(post_differs(each) for each in pair.posts if not told_as_head(each))
    )


def duty_differs(pair: Pair[Duty]) -> bool:
    """Whether something that a reader sees of a duty differs."""
    if pair.before is None or pair.after is None:
        return True
    shown = ("text", *SHOWN_OF_DUTY)
    return any(getattr(pair.before.value, name) != getattr(pair.after.value, name) for name in shown)


def told_as_head(pair: Pair[Position]) -> bool:
    """Whether the line of the heads tells of it on each side that it has."""
    return all(side is None or side.heads for side in (pair.before, pair.after))


def post_word(pair: Pair[Position]) -> Message:
    """What became of a post that both sides have."""
    before = pair.before is not None and pair.before.heads
    after = pair.after is not None and pair.after.heads
    if before == after:
        return OUTCOMES["changed"]
    return msg("Head no longer") if before else msg("Now the head")


def post_differs(pair: Pair[Position]) -> bool:
    """Whether something that a reader sees of a post differs."""
    if pair.before is None or pair.after is None or pair.before.heads != pair.after.heads:
        return True
    return any(getattr(pair.before.value, name) != getattr(pair.after.value, name) for name in _SHOWN_OF_POST)


def _head(head: Position | None) -> tuple[object, ...]:
    return (
        ()
        if head is None
        else tuple(getattr(head, name) for name in ("title", "grade", "echelon", "job_class"))
    )
