"""What a table shows, as one value, and how its columns share the width. Knows no screen."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from sotk.findings import Severity
from sotk.session.boards import Key

HEADS: Final = 1
"""Lines at the top for the names of the columns."""
GUTTER: Final = 2
"""Cells at the left for the mark and the sign of the gravest finding."""
NARROWEST: Final = 8
"""Cells that a column of no width of its own has at least."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: so many cells wide, or, with 0, what the others leave. `typed` ones begin an edit by a digit."""

    id: str
    head: str
    width: int = 0
    right: bool = False
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line, cell by cell. A heading runs over the empty cells behind it.

    `tones` colours cells by the id of their column; what it says is said by a sign too.
    """

    cells: Mapping[str, str]
    sign: Severity | None = None
    heading: bool = False
    tones: Mapping[str, Severity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GridView:
    """What the table shows; `total` is a line that stays at the bottom."""

    rows: Sequence[Key]
    columns: tuple[Column, ...]
    line: Callable[[Key], Line]
    marked: frozenset[Key] = frozenset()
    cut: frozenset[Key] = frozenset()
    total: Line | None = None

    def widths(self, width: int) -> list[int]:
        """Cells of each column with the blank behind it, in a table so many cells wide.

        What the fixed columns leave goes to those that ask for it.
        """
        fixed = sum(column.width + 1 for column in self.columns if column.width)
        open_ended = sum(column.width == 0 for column in self.columns) or 1
        share = max(NARROWEST, (width - GUTTER - fixed) // open_ended)
        return [column.width + 1 if column.width else share for column in self.columns]

    def column_at(self, x: int, width: int) -> int:
        """The place of the column at a cell of a line, the last one behind them all."""
        right = GUTTER
        for place, wide in enumerate(self.widths(width)):
            right += wide
            if x < right:
                return place
        return len(self.columns) - 1
