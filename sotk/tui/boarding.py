"""What a board offers to actions beyond a screen: its lines, marks, and what may be done to them."""

from collections.abc import Sequence
from typing import Protocol, cast

from sotk.locale import Message
from sotk.model import Operation
from sotk.session.boards import Key
from sotk.tui.action import Stage


class Board(Stage, Protocol):
    """A screen with a table."""

    marked: frozenset[Key]
    held: tuple[Key, ...]
    cut: bool

    @property
    def row(self) -> Key | None:
        """What the line at the cursor stands for."""
        ...

    def chosen(self) -> tuple[Key, ...]:
        """The marked lines in the order of the table, without headings; else the one at the cursor."""
        ...

    def entries(self) -> Sequence[Key]:
        """Every line that is no heading."""
        ...

    def unit_of(self, key: Key) -> str | None: ...

    async def add(self) -> None:
        """Ask for something new where the cursor stands, and add it."""
        ...

    async def open_cell(self, begun: str | None = None) -> None:
        """Let the person change the cell at the cursor; `begun` is what was typed already."""
        ...

    def pasted(self, keys: Sequence[Key], *, cut: bool) -> tuple[Operation, ...]:
        """The operations that put lines where the cursor stands."""
        ...

    def removal(self, keys: Sequence[Key]) -> tuple[Message, tuple[Operation, ...]]:
        """The question to be asked before lines are removed, and the operations."""
        ...

    def show_next(self) -> None:
        """Show other lines: all, then only some, in turn."""
        ...

    def read_row(self) -> None:
        """Show all that is known of the line at the cursor."""
        ...

    def leave_board(self) -> None: ...


def board_of(stage: Stage) -> Board:
    """The board a stage is; actions of tables are only bound there."""
    return cast("Board", stage)
