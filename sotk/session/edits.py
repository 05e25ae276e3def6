"""What a person does to a document, as values that can be written to a journal and read back.

An edit is one step of undo. It says what is done, never how it looks; all changes of a structure are
operations of a scenario.
"""

from dataclasses import asdict, dataclass, replace
from functools import cache
from typing import Any, Literal, TypeAlias

from pydantic import TypeAdapter, ValidationError

from sotk.files import plain
from sotk.model import Operation
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
    note: str | None = None
    kind: Literal["decide"] = "decide"

    def decided(self, operation: Operation) -> Operation:
        """The operation with what this says; an empty text takes a remark away."""
        said: dict[str, Any] = {} if self.status is None else {"status": self.status}
        for name in ("why", "proposed_by", "note"):
            text = getattr(self, name)
            if text is not None:
                said[name] = text or None
        return replace(operation, **said)


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take an operation out of a proposal."""

    number: int
    kind: Literal["withdraw"] = "withdraw"


Edit: TypeAlias = Change | Decide | Withdraw


def written(edit: Edit) -> dict[str, Any]:
    """An edit as plain data, for a journal."""
    if isinstance(edit, Change):
        return {"kind": edit.kind, "operations": [plain(operation) for operation in edit.operations]}
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
    return TypeAdapter(Change | Decide | Withdraw)
