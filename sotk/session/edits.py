"""What a person does to a document, as values that can be written to a journal and read back.

An edit is one step of undo. It says what is done, never how it looks; all changes of a structure are
operations of a scenario.
"""

from dataclasses import asdict, dataclass, field, replace
from datetime import date as Day  # noqa: N812 - a field of a decision is called date
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter, ValidationError

from sotk.files import plain
from sotk.model import Operation, Point
from sotk.model.operations import Status


@dataclass(frozen=True, slots=True)
class Change:
    """Carry out operations as one step; in a proposal they are appended to it."""

    operations: tuple[Operation, ...]
    kind: Literal["change"] = "change"


@dataclass(frozen=True, slots=True)
class Decide:
    """Write down what the discussion said of an operation of a proposal; `number` counts from 1."""

    number: int
    status: Status | None = None
    why: str | None = None
    proposed_by: str | None = None
    date: Day | Literal[""] | None = None
    note: str | None = None
    kind: Literal["decide"] = "decide"

    def decided(self, operation: Operation) -> Operation:
        """The operation with what this says; an empty text takes a remark away."""
        said: dict[str, Any] = {} if self.status is None else {"status": self.status}
        for name in ("why", "proposed_by", "date", "note"):
            value = getattr(self, name)
            if value is not None:
                said[name] = value or None
        return replace(operation, **said)


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take an operation out of a proposal."""

    number: int
    kind: Literal["withdraw"] = "withdraw"


@dataclass(frozen=True, slots=True)
class AddPoint:
    """Write down a point of the discussion that is no change, behind the others."""

    point: Point
    kind: Literal["add_point"] = "add_point"


@dataclass(frozen=True, slots=True)
class SetPoint:
    """Give fields of a point other texts, by their names in the model; an empty text takes one away."""

    id: str
    values: dict[str, str] = field(default_factory=dict)
    kind: Literal["set_point"] = "set_point"


@dataclass(frozen=True, slots=True)
class RemovePoint:
    """Take a point out of a proposal."""

    id: str
    kind: Literal["remove_point"] = "remove_point"


@dataclass(frozen=True, slots=True)
class Take:
    """Take changes of another proposal over, each with what was decided of it there.

    They are put in one after the other, `at` the places given, counted from 0 among those that stand there
    by then; `source` is the name of the other proposal.
    """

    operations: tuple[Operation, ...]
    at: tuple[int, ...]
    source: str
    kind: Literal["take"] = "take"


Edit: TypeAlias = Change | Take | Decide | Withdraw | AddPoint | SetPoint | RemovePoint


def written(edit: Edit) -> dict[str, Any]:
    """An edit as plain data, for a journal."""
    if isinstance(edit, Change):
        return {"kind": edit.kind, "operations": [plain(operation) for operation in edit.operations]}
    if isinstance(edit, Take):
        operations = [plain(operation) for operation in edit.operations]
        return {"kind": edit.kind, "operations": operations, "at": edit.at, "source": edit.source}
    if isinstance(edit, AddPoint):
        return {"kind": edit.kind, "point": plain(edit.point)}
    return {key: value for key, value in asdict(edit).items() if value is not None}


def read_edit(data: Any) -> Edit | None:
    """The edit that plain data stands for; None where it stands for none."""
    try:
        edit: Edit = _adapter().validate_python(data)
    except ValidationError:
        return None
    return edit


@cache
def _adapter() -> TypeAdapter[Edit]:
    return TypeAdapter(Edit)
