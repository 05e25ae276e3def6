"""What the screens offer to actions beyond what every stage does.

An action names the stage it needs and knows no screen; a screen that stands for the place of an action
is such a stage.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Literal, Protocol, TypeAlias

from sotk.findings import Finding
from sotk.locale import Message
from sotk.model import Indicator, Operation, Point
from sotk.report.minutes import Minutes
from sotk.session import Session
from sotk.session.boards import Key
from sotk.session.boards.duties import Shared
from sotk.session.document import Document
from sotk.tui.action import Choice, Stage

BoardName: TypeAlias = Literal["duties", "indicators", "posts"]


class Opening(Stage, Protocol):
    """A stage that can go on with another document."""

    def open_path(self, path: Path) -> None:
        """Put another document in place of this one."""
        ...


class Editor(Opening, Protocol):
    """The main screen: the ways to the other screens, and the way out."""

    def leave(self, *, keep: bool) -> None:
        """End the session and quit; `keep` leaves unsaved work for the next start."""
        ...

    def show_board(self, name: BoardName) -> None:
        """Put a board in front."""
        ...

    def show_comparison(self, other: Document, name: str) -> None:
        """Put another document beside this one; `name` is what it is called."""
        ...


class Desk(Protocol):
    """The editor another screen stands on: it holds the session, and asks the rules for all screens."""

    session: Session

    def findings_now(self) -> tuple[Finding, ...]:
        """What the rules say of the structure, as far as it is known; asks them again where it changed."""
        ...

    def open_path(self, path: Path) -> None:
        """Put another document in place of this one."""
        ...


class Board(Opening, Protocol):
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

    def leave_board(self) -> None:
        """Go back to the tree."""
        ...


class DutyBoard(Board, Protocol):
    """The board of duties."""

    @property
    def found(self) -> Mapping[Key, tuple[Finding, ...]]:
        """The findings by line."""
        ...

    def given(self, keys: Sequence[Key], to: str) -> tuple[Operation, ...]:
        """The operations that give duties to a unit."""
        ...

    def shared_with(self, duty: str) -> Sequence[Shared]:
        """The overlaps of a duty, the surest first."""
        ...

    def duty_choices(self, ids: Sequence[str]) -> list[Choice]:
        """Duties to choose from, each with its unit."""
        ...

    def show_all(self) -> None:
        """Show every duty, whatever was narrowed."""
        ...


class IndicatorBoard(Board, Protocol):
    """The board of indicators."""

    more_years: frozenset[int]
    """Years without a value yet that shall have a column."""

    def objective_of(self, key: Key | None) -> str | None:
        """The objective a line is, or belongs to."""
        ...

    def indicator(self, key: Key | None) -> Indicator | None:
        """The indicator a line stands for."""
        ...

    def indicator_choices(self) -> list[Choice]:
        """All indicators to choose from, each with its lead."""
        ...


class PostBoard(Board, Protocol):
    """The table of posts."""

    def copy_out(self) -> None:
        """Give what is shown to the clipboard of the terminal, as text for a spreadsheet."""
        ...

    def take_need(self) -> tuple[Operation, ...]:
        """The operations that declare the need by the workload for the chosen posts."""
        ...


class ProposalList(Stage, Protocol):
    """The list of the changes of a proposal and of the points of its discussion."""

    @property
    def number(self) -> int | None:
        """The number of the change at the cursor, from 1; None on a point."""
        ...

    @property
    def point(self) -> Point | None:
        """The point at the cursor; None on a change."""
        ...

    def go_to_point(self, point: str) -> None:
        """Put the cursor on a point, by its id."""
        ...


class StepList(Stage, Protocol):
    """The list of the steps of the session."""

    @property
    def step(self) -> int | None:
        """How many steps are in force at the line of the cursor."""
        ...


class Beside(Stage, Protocol):
    """The own document beside another one."""

    other: Document

    @property
    def number(self) -> int | None:
        """The number of the other proposal's change at the cursor, from 1."""
        ...

    @property
    def said(self) -> Minutes | None:
        """The changes of the other proposal in words; None where it is a structure."""
        ...

    def compare_with(self, other: Document, name: str) -> None:
        """Put another document beside the own one."""
        ...
