"""What can be decided of an open conflict of a merge: each side as one step that also ends the conflict."""

from collections.abc import Iterator
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from sotk.model import Conflict, Move, MoveUnit, Operation, Remove, Set, Structure, TransferDuty
from sotk.scenario.apply import apply_all

Side: TypeAlias = Literal["ours", "theirs", "base", "done"]
SIDES: Final[tuple[Side, ...]] = ("ours", "theirs", "base")


class Settlement(NamedTuple):
    """A decision: that of a side, or `done` where the planner has put it right by other edits."""

    side: Side
    operations: tuple[Operation, ...]


def settlements(structure: Structure, conflict: Conflict) -> Iterator[Settlement]:
    """The decisions that can be carried out now, each other in its outcome; to end the conflict is the last."""
    end = Remove(entity="conflict", id=conflict.id)
    seen: list[Any] = []
    for side in SIDES:
        value = getattr(conflict, side)
        operation = _taking(conflict, value)
        if operation is None or value in seen:
            continue
        if not apply_all(structure, (operation, end)).refused:
            seen.append(value)
            yield Settlement(side, (operation, end))
    yield Settlement("done", (end,))


def _taking(conflict: Conflict, value: Any) -> Operation | None:
    """What gives the entity the value of a side; None where no single operation says it."""
    entity, subject = conflict.entity, conflict.subject
    if conflict.kind == "same-field" and conflict.field is not None:
        id_ = None if entity == "structure" else subject
        return Set(entity=entity, id=id_, field=conflict.field, value=value)
    if conflict.kind != "two-moves" or not isinstance(value, str):
        return None
    if entity == "unit":
        return MoveUnit(unit=subject, under=value)
    return (
        TransferDuty(duty=subject, to=value)
        if entity == "duty"
        else Move(entity=entity, id=subject, to=value)
    )
