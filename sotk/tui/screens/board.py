"""What the boards of duties, indicators and posts share: a table, what its line at the cursor says in full,
marks, narrowing, and findings in place.

A board keeps no value of the structure: after every edit it makes its lines anew from the state.
"""

from abc import abstractmethod
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sotk.findings import Finding, Severity
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Operation, Structure
from sotk.session.boards import Key
from sotk.session.boards.found import by_line, gravest
from sotk.tui.explaining import explanation
from sotk.tui.gridview import GridView
from sotk.tui.screens.side import SideScreen, shared_bindings
from sotk.tui.signs import SEVERITIES
from sotk.tui.stages import Desk
from sotk.tui.widgets.grid import Grid
from sotk.tui.widgets.naming import NameField
from sotk.tui.widgets.narrow import NarrowBar
from sotk.tui.widgets.steady import SteadyText

WIDE: Final = 120
BROAD_FROM: Final = 150
"""From so many columns on a board with long texts shows all its columns, with room left for the text."""
TALL: Final = 34


class BoardScreen(SideScreen):
    """A board; what it shows and may do is said by its class."""

    CSS_PATH = Path(__file__).with_name("board.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*shared_bindings()]
    GRID: ClassVar[type[Grid]] = Grid
    ENTITIES: ClassVar[frozenset[str]] = frozenset()
    """The types of entities whose findings are shown in place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.marked: frozenset[Key] = frozenset()
        self.held: tuple[Key, ...] = ()
        self.cut = False
        self.found: Mapping[Key, tuple[Finding, ...]] = {}
        self._findings: tuple[Finding, ...] | None = None
        self._followed: Structure | None = None
        self._twins: frozenset[str] = frozenset()
        self.lines: list[Key] = []

    def compose(self) -> ComposeResult:
        yield SteadyText(id="title")
        yield Static(id="spoken", markup=False)
        with Container(id="table"):
            yield self.GRID()
            yield NameField()
        with VerticalScroll(id="full"):
            yield SteadyText(id="detail")
        yield SteadyText(id="told")
        yield NarrowBar()
        yield SteadyText(id="hints")

    def on_mount(self) -> None:
        self.editor.told = ""
        self.query_one("#full").can_focus = False
        self.part("grid").focus()
        self.show()
        self.begin()

    def open_path(self, path: Path) -> None:
        self._findings = self._followed = None  # they are of the other document
        super().open_path(path)

    # What a board says of itself

    def begin(self) -> None:
        """What is done when the board is first shown."""

    def follow(self, structure: Structure) -> None:
        """Look at another state of the structure."""

    @abstractmethod
    def heading(self) -> str:
        """The line at the top."""

    @abstractmethod
    def rows(self) -> list[Key]:
        """The lines of the table, headings among them."""

    @abstractmethod
    def view(self) -> GridView:
        """The table as it is painted."""

    @abstractmethod
    def detail(self, key: Key) -> list[Content]:
        """What a line says in full."""

    def is_heading(self, key: Key) -> bool:
        return key[0] == "unit"

    @abstractmethod
    def unit_of(self, key: Key) -> str | None:
        """The unit a line belongs to, where it belongs to one."""

    @abstractmethod
    async def add(self) -> None:
        """Ask for a new line at the cursor, and add it."""

    @abstractmethod
    async def open_cell(self, begun: str | None = None) -> None:
        """Let the person change the cell at the cursor; `begun` is what they typed already."""

    @abstractmethod
    def pasted(self, keys: Sequence[Key], *, cut: bool) -> tuple[Operation, ...]:
        """The operations that put lines at the cursor; none where they cannot stand there."""

    @abstractmethod
    def removal(self, keys: Sequence[Key]) -> tuple[Message, tuple[Operation, ...]]:
        """The question that is asked before lines are removed, and the operations that do it."""

    @abstractmethod
    def show_next(self) -> None:
        """List only some of the lines, in turn."""

    # Painting

    def show(self) -> None:
        """Make the table anew and paint it."""
        self._take_findings()
        if self._followed is not self.state.structure:
            self._followed = self.state.structure
            names = Counter(unit.name for unit in self._followed.units.values())
            self._twins = frozenset(name for name, times in names.items() if times > 1)
            self.follow(self.state.structure)
        self.lines = self.rows()
        known = frozenset(self.lines)
        self.marked &= known
        self.part("grid").show(self.view())
        self.query_one("#title", Static).update(self.star + self.heading())
        self.show_detail()
        self.show_hints()
        self.show_told()

    def show_lines(self) -> None:
        """Show other lines of the same structure; where the one at the cursor is gone, its unit is near."""
        before = self.row
        self.show()
        if self.row != before:
            self.part("grid").go_to(("unit", self.state.selection.cursor))

    def unit_title(self, unit: str) -> str:
        """The name of a unit; with that of its superior, where another unit has the same name."""
        value = self.state.structure.units[unit]
        if value.name not in self._twins or value.parent is None:
            return clean(value.name)
        above = self.state.structure.units[value.parent]
        return f"{clean(value.name)} – {clean(above.short or above.name)}"

    def show_detail(self) -> None:
        row = self.row
        lines = [] if row is None else self.detail(row)
        self.query_one("#detail", Static).update(Content("\n").join(lines))
        self.speak("; ".join(line.plain for line in lines[:2]))

    def findings_came(self) -> None:
        """The rules have answered."""
        self.show()

    def _take_findings(self) -> None:
        findings = self.desk.findings_now()
        if findings is self._findings:
            return
        self._findings = findings
        self.found = by_line(findings, self.ENTITIES)

    def sign(self, key: Key) -> Severity | None:
        """The gravest finding of a line."""
        return gravest(self.found.get(key, ()))

    def finding_lines(self, key: Key) -> list[Content]:
        """The findings of a line in full, with what to do."""
        lines = []
        for finding in self.found.get(key, ()):
            remedy = f" → {self.say(finding.remedy)}" if finding.remedy else ""
            said = clean(f"{self.say(finding.message)}{remedy}")
            sign = SEVERITIES[finding.severity][0]
            lines.append(Content.assemble((f"{sign} {finding.code} ", "bold"), said))
        return lines

    # Lines

    @property
    def row(self) -> Key | None:
        grid: Grid = self.part("grid")
        return grid.row

    @property
    def words(self) -> str:
        """What the table is narrowed by."""
        return self.query_one(NarrowBar).text

    def entries(self) -> list[Key]:
        return [key for key in self.lines if not self.is_heading(key)]

    def chosen(self) -> tuple[Key, ...]:
        if self.marked:
            return tuple(key for key in self.lines if key in self.marked)
        return (self.row,) if self.row is not None and not self.is_heading(self.row) else ()

    def on_grid_moved(self) -> None:
        """The cursor of the tree follows, so that what is asked of a unit is asked of this one."""
        unit = None if self.row is None else self.unit_of(self.row)
        if unit is not None:
            self.session.go(unit)
        self.show_detail()
        self.show_hints()

    def on_grid_typed(self, event: Grid.Typed) -> None:
        self.go_on(self.open_cell(event.text))

    def on_grid_opened(self) -> None:
        self.go_on(self.open_cell())

    def on_grid_dropped(self, event: Grid.Dropped) -> None:
        self.go_on(self._drop(event.dragged))

    async def _drop(self, dragged: Key) -> None:
        """Put a line that was dragged where the mouse let go: the cursor went there."""
        if self.is_heading(dragged) or not await self.may_edit():
            return
        keys = self.chosen() if dragged in self.marked else (dragged,)
        operations = self.pasted(keys, cut=True)
        if operations:
            self.edit(*operations)
        else:
            self.tell(msg("They cannot stand there, or stand there already."))

    def on_narrow_bar_narrowed(self) -> None:
        self.show_lines()

    def on_resize(self) -> None:
        self.set_class(self.size.height >= TALL, "-tall")
        self.show()

    def read_row(self) -> None:
        """What the line at the cursor says in full, with its findings explained."""
        row = self.row
        if row is None:
            return
        lines = self.detail(row)
        for finding in self.found.get(row, ()):
            title = f"{finding.code} {finding.rule}"
            lines += [
                Content(""),
                Content.styled(title, "bold underline"),
                explanation(finding, self.language),
            ]
        self.read(self.heading(), Content("\n").join(lines))

    def leave_board(self) -> None:
        self.action_leave()

    def count(self, shown: int, all_: int) -> str:
        """How many lines are shown, where some are left out."""
        return "" if shown == all_ else self.say(msg("{shown} of {all}", shown=shown, all=all_))
