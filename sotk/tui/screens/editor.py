"""The main screen: the tree, the form of the unit, the findings, and the line that says what to press."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.events import DescendantFocus, Resize
from textual.widgets import Static

from sotk.chart.extent import EXTENTS, Extent
from sotk.locale import msg
from sotk.session.document import Document
from sotk.session.opening import Desk
from sotk.tui.action import Place
from sotk.tui.actions.filling import change_part
from sotk.tui.actions.moving import put_under
from sotk.tui.catalogue import bindings
from sotk.tui.filling import change_field
from sotk.tui.picking import units_named
from sotk.tui.presenting import proposal_banner
from sotk.tui.screens.board import BoardScreen
from sotk.tui.screens.changes import ChangesScreen
from sotk.tui.screens.chart import ChartScreen
from sotk.tui.screens.compare import CompareScreen
from sotk.tui.screens.document import DocumentScreen
from sotk.tui.screens.duties import DutiesScreen
from sotk.tui.screens.export import ExportScreen
from sotk.tui.screens.indicators import IndicatorsScreen
from sotk.tui.screens.posts import PostsScreen
from sotk.tui.screens.steps import StepsScreen
from sotk.tui.speaking import unit_words
from sotk.tui.stages import BoardName
from sotk.tui.titles import title
from sotk.tui.treeview import TreeView
from sotk.tui.widgets.chart import ChartView
from sotk.tui.widgets.details import Details
from sotk.tui.widgets.find import FindBar
from sotk.tui.widgets.findings import Findings
from sotk.tui.widgets.naming import NameField
from sotk.tui.widgets.reading import ReadTree
from sotk.tui.widgets.steady import SteadyText
from sotk.tui.widgets.tree import UnitTree

WIDE: Final = 120
"""From so many columns on the form stands wider beside the tree."""
TALL: Final = 34
BOARDS: Final[Mapping[BoardName, Callable[["EditorScreen"], BoardScreen]]] = {
    "duties": DutiesScreen,
    "indicators": IndicatorsScreen,
    "posts": PostsScreen,
}
PANELS: Final = ("tree", "chart", "details", "findings")


class EditorScreen(DocumentScreen):
    """A document under edit."""

    CSS_PATH = Path(__file__).with_name("editor.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("anywhere")]
    PLACES: ClassVar[tuple[Place, ...]] = ("tree",)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.extent: Extent = "branch"

    @property
    def places(self) -> tuple[Place, ...]:
        return ("findings",) if self.query_one(Findings).has_focus else self.PLACES

    def compose(self) -> ComposeResult:
        yield SteadyText(id="title")
        yield Static(id="banner", markup=False)
        yield Static(id="spoken", markup=False)
        with Horizontal(id="work"):
            with Container(id="left"):
                yield ReadTree(id="tree")
                yield NameField()
            yield ChartView(id="chart")
            yield Details(id="details", markup=False)
        yield Findings(id="findings")
        yield SteadyText(id="told")
        yield FindBar()
        yield SteadyText(id="hints")

    def on_mount(self) -> None:
        self.part("tree").focus()
        self.begin()

    def open_path(self, path: Path) -> None:
        if self.changed_to(path):
            self.part("tree").begin_anew()
            self.begin()

    # Painting

    def show(self) -> None:
        """Paint the state: the tree at once, what depends on the structure only where that changed."""
        self.follow()
        self._show_tree()
        self._show_chart()
        self._show_details()
        self._show_title()
        self.show_hints()

    def _show_tree(self) -> None:
        state = self.state
        view = TreeView(
            state.structure,
            state.selection.cursor,
            state.selection.marked,
            self.standing,
            self.groups,
            self.live.gravest,
            state.clipboard,
        )
        tree = self.query_one(ReadTree)
        tree.flat, tree.language = self.editor.flat, self.language
        tree.show(view)
        if tree.has_focus and self.editor.flat:
            self.speak(self.say(unit_words(view, state.selection.cursor)))

    def _show_chart(self) -> None:
        chart = self.query_one(ChartView)
        if chart.display:
            chart.show(self.sight(self.extent))

    def _show_details(self) -> None:
        state = self.state
        self.query_one(Details).show(
            state.structure, state.selection.cursor, self.session.desk.pack, self.language
        )

    def _show_title(self) -> None:
        self.query_one("#title", Static).update(title(self.session, self.say))
        if self.editor.presenting:
            banner = proposal_banner(self.session, self.say, self.size)
            self.query_one("#banner", Static).update(banner)

    # Findings

    def findings_came(self) -> None:
        self.show_findings()
        self._show_tree()
        for screen in self.app.screen_stack:
            if isinstance(screen, BoardScreen):
                screen.findings_came()
        self._show_chart()

    def show_findings(self) -> None:
        of_reading = (entry.finding for entry in self.session.desk.report.entries)
        of_reading = (each for each in of_reading if not self.is_settled(each))
        found = (*of_reading, *self.state.document.findings, *self.live.found)
        findings = self.query_one(Findings)
        findings.signs = not self.editor.flat
        findings.show(found, self.live.names, self.language, waiting=self.live.waiting)

    # Messages of the widgets

    def on_unit_tree_cursor_moved(self, event: UnitTree.CursorMoved) -> None:
        self.session.go(event.unit)
        self._show_tree()
        self._show_chart()
        self._show_details()
        self.show_hints()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self.show_hints()
        if event.widget.id == "tree" and self.editor.flat:
            self._show_tree()

    def on_chart_view_chosen(self, event: ChartView.Chosen) -> None:
        self.session.go(event.unit)
        self.show()

    def on_unit_tree_dropped(self, event: UnitTree.Dropped) -> None:
        self.go_on(self._drop(event.unit, event.target))

    async def _drop(self, unit: str, target: str) -> None:
        if await self.may_edit():
            put_under(self, [unit], target)

    def on_find_bar_wanted(self, event: FindBar.Wanted) -> None:
        found = units_named(self.state.structure, event.text)
        if not found:
            self.tell(msg("No name holds “{text}”.", text=event.text))
            return
        cursor = self.state.selection.cursor
        at = found.index(cursor) + event.step if cursor in found else 0
        self.session.go(found[at % len(found)])
        self.show()
        self.tell(msg("{at} of {all}", at=at % len(found) + 1, all=len(found)))

    def on_details_chosen(self, event: Details.Chosen) -> None:
        if event.field:
            self.go_on(change_field(self, event.entity, event.id, event.field))
        else:
            name = self.live.names.of(event.entity, event.id)
            self.go_on(change_part(self, event.entity, event.id, name))

    # Screens and panels

    def next_panel(self) -> None:
        panels = [panel for panel in PANELS if self.part(panel).display]
        focused = self.focused.id if self.focused is not None else None
        at = panels.index(focused) if focused in panels else -1
        self.part(panels[(at + 1) % len(panels)]).focus()

    def key_escape(self) -> None:
        """Back to the tree, from any panel."""
        self.part("tree").focus()

    def toggle_chart(self) -> None:
        """Show the chart beside the tree, or take it away; a narrow screen has it in place of the form."""
        self.toggle_class("-chart")
        if self.focused is not None and not self.focused.display:
            self.part("tree").focus()
        self._show_chart()

    def next_extent(self) -> None:
        """Show more or less around the cursor."""
        self.extent = EXTENTS[(EXTENTS.index(self.extent) + 1) % len(EXTENTS)]
        if not self.query_one(ChartView).display:
            self.toggle_chart()
        self._show_chart()

    def show_full_chart(self) -> None:
        self.in_front(ChartScreen(self, self.sight))

    def show_export(self) -> None:
        self.in_front(ExportScreen(self, self.live.found))

    def show_changes(self) -> None:
        if self.state.document.scenario is None:
            self.tell(msg("This is a structure; B begins a proposal on it."))
            return
        self.in_front(ChangesScreen(self))

    def show_steps(self) -> None:
        self.in_front(StepsScreen(self))

    def show_board(self, name: BoardName) -> None:
        self.in_front(BOARDS[name](self))

    def show_comparison(self, other: Document, name: str) -> None:
        self.in_front(CompareScreen(self, other, name))

    def switch_flat(self) -> None:
        super().switch_flat()
        self.show_findings()

    def switch_language(self) -> None:
        super().switch_language()
        self.show_findings()
        self.show_told()

    def on_resize(self, event: Resize) -> None:
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height >= TALL, "-tall")
        self.show_hints()
