"""The tree of units: paints only the lines that are seen, so that its size does not matter.

Gets a `TreeView` down; sends the unit the cursor went to, and what was dropped where, up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sotk.chart.measure import cells, clipped
from sotk.findings import Severity
from sotk.findings.names import clean
from sotk.model import Structure
from sotk.session import Clipboard
from sotk.session.standing import NOTHING, Standing
from sotk.tui.catalogue import bindings
from sotk.tui.rows import Row, ancestors, first_open, rows
from sotk.tui.signs import CHANGES, GHOST, LEFT, MARKED, OPEN, SEVERITIES, SHUT
from sotk.tui.widgets.naming import NameField

TAIL: Final = 8
"""Cells at the right edge for the span and the sign of the gravest finding."""


@dataclass(frozen=True, slots=True)
class TreeView:
    """What the tree shows. `groups` are kinds that count in no span; `findings` go by unit."""

    structure: Structure
    cursor: str
    marked: frozenset[str] = frozenset()
    standing: Standing = NOTHING
    groups: frozenset[str] = frozenset()
    findings: Mapping[str, Severity] = field(default_factory=dict)
    clipboard: Clipboard | None = None


class UnitTree(ScrollView, can_focus=True):
    """The tree of units with cursor, marks, signs of change and of findings."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("tree")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "tree--line",
        "tree--cursor",
        "tree--cursor-blurred",
        "tree--guide",
        "tree--marked",
        "tree--ghost",
        "tree--change",
        "tree--error",
        "tree--warning",
        "tree--advice",
        "tree--cut",
    }

    class CursorMoved(Message):
        """The cursor went to a unit."""

        def __init__(self, unit: str) -> None:
            super().__init__()
            self.unit = unit

    class Dropped(Message):
        """A unit was dragged onto another."""

        def __init__(self, unit: str, target: str) -> None:
            super().__init__()
            self.unit = unit
            self.target = target

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.view: TreeView | None = None
        self._opened: frozenset[str] = frozenset()
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._at = 0
        self._dragged: str | None = None

    def compose(self) -> ComposeResult:
        return ()

    # What is shown

    def show(self, view: TreeView) -> None:
        """Show another state; branches that are open stay open."""
        before = self.view
        if before is None:
            self._opened = first_open(view.structure)
        elif before.structure is not view.structure:
            self._open_new(before.structure, view.structure)
        self.view = view
        hidden = [unit for unit in ancestors(view.structure, view.cursor) if unit not in self._opened]
        self._opened |= frozenset(hidden)
        same = before is not None and before.structure is view.structure and before.standing is view.standing
        if hidden or not same:
            self._lay_out()
        self._at = self._places.get(view.cursor, 0)
        self._see_cursor()
        self.refresh()

    def begin_anew(self) -> None:
        """Forget what was open: another document comes."""
        self.view = None

    def _open_new(self, before: Structure, now: Structure) -> None:
        """Open the branches of what came under a unit that had nothing below it."""
        came = [unit for unit in now.children if unit not in before.children]
        self._opened |= frozenset(came if len(came) < 50 else ())  # a large branch stays shut

    def _lay_out(self) -> None:
        assert self.view is not None  # noqa: S101 - only called once there is something to show
        self._rows = rows(self.view.structure, self._opened, self.view.standing.ghosts)
        self._places = {row.id: at for at, row in enumerate(self._rows) if row.ghost is None}
        self.virtual_size = Size(0, len(self._rows))

    # Painting

    def render_line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        view = self.view
        if view is None or at >= len(self._rows):
            return Strip.blank(width, self.get_component_rich_style("tree--line"))
        row = self._rows[at]
        base = self._base_style(at, row, view)
        head = self._head(row, view, base)
        tail = [] if row.ghost else self._tail(row, view, base)
        room = width - sum(cells(segment.text) for segment in (*head, *tail))
        name = clipped(self._row_name(row, view), max(1, room))
        style = base
        if row.ghost is not None:
            style = base + self.get_component_rich_style("tree--ghost", partial=True)
        body = Segment(name, style)
        gap = Segment(" " * max(0, room - cells(name)), base)
        return Strip([*head, body, gap, *tail]).adjust_cell_length(width, base)

    def _base_style(self, at: int, row: Row, view: TreeView) -> Style:
        if at == self._at:
            return self.get_component_rich_style("tree--cursor" if self.has_focus else "tree--cursor-blurred")
        base = self.get_component_rich_style("tree--line")
        if row.ghost is None and row.id in view.marked:
            return base + self.get_component_rich_style("tree--marked", partial=True)
        if view.clipboard is not None and view.clipboard.cut and row.id in view.clipboard.units:
            return base + self.get_component_rich_style("tree--cut", partial=True)
        return base

    def _head(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        """Mark, sign of change, tree lines, and whether the branch is open."""
        mark = MARKED if row.ghost is None and row.id in view.marked else " "
        guide = base + self.get_component_rich_style("tree--guide", partial=True)
        below = row.ghost is None and (row.id in view.structure.children or row.id in view.standing.ghosts)
        twist = (OPEN if row.id in self._opened else SHUT) if below else " "
        if row.ghost is not None:
            sign = LEFT if row.ghost.moved else GHOST
        else:
            change = view.standing.changes.get(row.id)
            sign = " " if change is None else CHANGES[change][0]
        changed = base + self.get_component_rich_style("tree--change", partial=True)
        return [
            Segment(mark, base),
            Segment(sign, changed),
            Segment(row.lines, guide),
            Segment(twist + " ", guide),
        ]

    def _row_name(self, row: Row, view: TreeView) -> str:
        return clean(row.ghost.name if row.ghost is not None else view.structure.units[row.id].name)

    def _tail(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        """The span, and the sign of the gravest finding."""
        units = view.structure.units
        span = sum(units[child].kind not in view.groups for child in view.structure.below(row.id))
        severity = view.findings.get(row.id)
        sign = " " if severity is None else SEVERITIES[severity][0]
        style = base
        if severity in ("error", "warning", "advice"):
            style = base + self.get_component_rich_style(f"tree--{severity}", partial=True)
        return [Segment(f"{span or '':>4} ", base), Segment(f"{sign} ", style)]

    # Going around

    def cursor_up(self) -> None:
        self._go(self._at - 1, -1)

    def cursor_down(self) -> None:
        self._go(self._at + 1, 1)

    def page_up(self) -> None:
        self._go(max(0, self._at - self.size.height), -1)

    def page_down(self) -> None:
        self._go(min(len(self._rows) - 1, self._at + self.size.height), 1)

    def first(self) -> None:
        self._go(0, 1)

    def last(self) -> None:
        self._go(len(self._rows) - 1, -1)

    def go_to(self, unit: str) -> None:
        """Put the cursor on a unit and open the branches it stands in."""
        self.post_message(self.CursorMoved(unit))

    def open(self) -> None:
        """Open the branch; an open one is entered."""
        unit = self._rows[self._at].id
        if self.view is None or unit not in self.view.structure.children:
            return
        if unit in self._opened:
            self.cursor_down()
        else:
            self._set_open(self._opened | {unit})

    def shut(self) -> None:
        """Shut the branch; from one that is shut the cursor goes to the superior."""
        unit = self._rows[self._at].id
        if self.view is None or unit not in self.view.structure.units:
            return
        parent = self.view.structure.units[unit].parent
        if unit in self._opened and unit in self.view.structure.children:
            self._set_open(self._opened - {unit})
        elif parent is not None:
            self.go_to(parent)

    def open_all(self) -> None:
        if self.view is not None:
            self._set_open(frozenset(self.view.structure.children))

    def shut_all(self) -> None:
        if self.view is not None:
            self._set_open(frozenset((self.view.structure.root,)))
            self.go_to(self.view.structure.root)

    def _set_open(self, opened: frozenset[str]) -> None:
        self._opened = opened
        unit = self._rows[self._at].id
        self._lay_out()
        self._at = self._places.get(unit, 0)
        self._see_cursor()
        self.refresh()

    def _go(self, at: int, step: int) -> None:
        """To the nearest line of a unit, in the direction of travel: ghosts are passed over."""
        while 0 <= at < len(self._rows) and self._rows[at].ghost is not None:
            at += step
        if 0 <= at < len(self._rows) and at != self._at:
            self._at = at
            self._see_cursor()
            self.refresh()
            self.post_message(self.CursorMoved(self._rows[at].id))

    def _see_cursor(self) -> None:
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True, immediate=True)

    # The mouse

    def _row_at(self, y: int) -> int | None:
        at = y + self.scroll_offset.y
        return at if at < len(self._rows) and self._rows[at].ghost is None else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        at = self._row_at(event.y)
        if at is None:
            return
        self._dragged = self._rows[at].id
        if at != self._at:
            self._go(at, 1)
        if event.x < cells(self._rows[at].lines) + 4:  # on the sign of the branch
            unit = self._rows[at].id
            self._set_open(self._opened ^ {unit})

    def on_mouse_up(self, event: events.MouseUp) -> None:
        dragged, self._dragged = self._dragged, None
        at = self._row_at(event.y)
        if dragged is not None and at is not None and self._rows[at].id != dragged:
            self.post_message(self.Dropped(dragged, self._rows[at].id))

    # Naming

    async def name_in_place(self, name: str) -> str | None:
        """Let the person type another name in the line of the cursor; None where they went back."""
        left = cells(self._rows[self._at].lines) + 4
        top = self._at - self.scroll_offset.y
        naming = self.screen.query_one(NameField)
        return await naming.ask(name, left, top, max(20, self.size.width - left - 1))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
