"""Where a subject stands: file, line and column. Looked up at output time, never stored in a value."""

from typing import NamedTuple, Protocol


class Span(NamedTuple):
    """A part of a text: 1-based lines and columns in code points; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Places(Protocol):
    """Turns a subject into its place."""

    def span(self, entity: str, id: str, field: str | None = None) -> Span | None:  # noqa: A002 - the word of the field
        """The place of the deepest node known: the field, else the entity; None for a stranger."""
        ...


class _Nowhere:
    def span(self, entity: str, id: str, field: str | None = None) -> Span | None:  # noqa: A002, ARG002
        return None


NOWHERE: Places = _Nowhere()
"""The places of what was not read from a text."""
