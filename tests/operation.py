"""One operation as a file writes it."""

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from sotk.model import Operation


def operation_of(raw: dict[str, Any]) -> Operation:
    """Raises ValidationError where the mapping is no operation."""
    return _adapter().validate_python(raw)


@cache
def _adapter() -> TypeAdapter[Operation]:
    return TypeAdapter(Operation)
