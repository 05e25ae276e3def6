"""The tree of units: paints only the lines that are seen, so that its size does not matter.

Gets a `TreeView` down; sends the unit the cursor went to, and what was dropped where, up.
"""

from collections.abc import Iterable
from typing import ClassVar, Final

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sotk.chart.measure import cells, clipped
from sotk.findings.names import clean
from sotk.tui.catalogue import bindings
from sotk.tui.rows import Row, Rows, ancestors, first_open
from sotk.tui.signs import CHANGES, GHOST, LEFT, MARKED, OPEN, SEVERITIES, SHUT
from sotk.tui.treeview import TreeView
from sotk.tui.widgets.naming import NameField
from sotk.tui.widgets.steady import Steady, steady_size

TAIL: Final = 8
"""Cells at the right edge for the span and the sign of the gravest finding."""


class UnitTree(Steady, ScrollView, can_focus=True):
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

    virtual_size = steady_size()

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
        self.rows: Rows | None = None
        self._at = 0
        self._seen: tuple[int, list[Row]] = (0, [])  # the rows on the screen, from the first of them on
        self._dragged: str | None = None

    # What is shown

    def show(self, view: TreeView) -> None:
        """Show another state; branches that are open stay open."""
        before, self.view = self.view, view
        if before is None or self.rows is None:
            self.rows = Rows(view.structure, view.standing.ghosts, first_open(view.structure))
        elif before.structure is not view.structure or before.standing is not view.standing:
            self.rows.follow(view.structure, view.standing.ghosts)
        self.rows.open(ancestors(view.structure, view.cursor))
        self._lay_out(view.cursor)

    def begin_anew(self) -> None:
        """Forget what was open: another document comes."""
        self.view = self.rows = None

    def _lay_out(self, cursor: str) -> None:
        """Paint what differs, with the cursor on a unit."""
        if self.rows is not None:
            with self.changing():
                self._at, self._seen = self.rows.place(cursor) or 0, (0, [])
                self.set_length(len(self.rows))
                self._see_cursor()

    # Painting

    def line(self, y: int) -> Strip:
        at, width = y + self.scroll_offset.y, self.size.width
        row, view = self._row(at), self.view
        if row is None or view is None:
            return Strip.blank(width, self.get_component_rich_style("tree--line"))
        base = self._base_style(at, row, view)
        head = self._head(row, view, base)
        tail = (
            [Segment(" ", base)] if row.ghost else self._tail(row, view, base)
        )  # the last cell: a scroll bar
        room = width - sum(cells(segment.text) for segment in (*head, *tail))
        name = clipped(self._row_name(row, view), max(1, room))
        style = base
        if row.ghost is not None:
            style = base + self.get_component_rich_style("tree--ghost", partial=True)
        body = Segment(name, style)
        gap = Segment(" " * max(0, room - cells(name)), base)
        return Strip([*head, body, gap, *tail]).adjust_cell_length(width, base)

    def _row(self, at: int) -> Row | None:
        """The row at a place: those of a screen are found together."""
        first, seen = self._seen
        if self.rows is not None and not first <= at < first + len(seen):
            first = self.scroll_offset.y
            if not first <= at <= first + self.size.height:
                return self.rows.row(at)
            seen = self.rows.window(first, first + self.size.height + 1)
            self._seen = first, seen
        return seen[at - first] if first <= at < first + len(seen) else None

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
        twist = " "
        if row.ghost is None and self.rows is not None and self.rows.has_below(row.id):
            twist = OPEN if self.rows.is_open(row.id) else SHUT
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
        return clean(view.structure.units[row.id].name if row.ghost is None else row.ghost.name)

    def _tail(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        """The span, and the sign of the gravest finding."""
        span = view.span(row.id)
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
        self._go(min(self._last, self._at + self.size.height), 1)

    def first(self) -> None:
        self._go(0, 1)

    def last(self) -> None:
        self._go(self._last, -1)

    def go_to(self, unit: str) -> None:
        """Put the cursor on a unit and open the branches it stands in."""
        self.post_message(self.CursorMoved(unit))

    def open(self) -> None:
        """Open the branch; an open one is entered."""
        row = self._row(self._at)
        if (
            row is None
            or self.view is None
            or self.rows is None
            or row.id not in self.view.structure.children
        ):
            return
        if self.rows.is_open(row.id):
            self.cursor_down()
        else:
            self._turn(row.id)

    def shut(self) -> None:
        """Shut the branch; from one that is shut the cursor goes to the superior."""
        row = self._row(self._at)
        if row is None or self.view is None or self.rows is None or row.id not in self.view.structure.units:
            return
        parent = self.view.structure.units[row.id].parent
        if self.rows.is_open(row.id) and row.id in self.view.structure.children:
            self._turn(row.id)
        elif parent is not None:
            self.go_to(parent)

    def open_all(self) -> None:
        if self.view is not None:
            self._open_only(self.view.structure.children)

    def shut_all(self) -> None:
        if self.view is not None:
            self._open_only((self.view.structure.root,))
            self.go_to(self.view.structure.root)

    def _open_only(self, units: Iterable[str]) -> None:
        row = self._row(self._at)
        if self.rows is not None and row is not None:
            self.rows.open_only(units)
            self._lay_out(row.id)

    def _turn(self, unit: str) -> None:
        """Open a branch that is shut, shut one that is open."""
        if self.rows is not None:
            if self.rows.is_open(unit):
                self.rows.shut(unit)
            else:
                self.rows.open((unit,))
            self._lay_out(unit)

    @property
    def _last(self) -> int:
        return 0 if self.rows is None else len(self.rows) - 1

    def _go(self, at: int, step: int) -> None:
        """To the nearest line of a unit, in the direction of travel: ghosts are passed over.

        Painted when the state comes back with the cursor there, together with all that hangs on it.
        """
        row = self._row(at)
        while row is not None and row.ghost is not None:
            at += step
            row = self._row(at)
        if row is not None and at != self._at:
            self._at = at
            self.post_message(self.CursorMoved(row.id))

    def _see_cursor(self) -> None:
        self.scroll_to_region(Region(0, self._at, 1, 1), animate=False, force=True, immediate=True)

    # The mouse

    def _unit_at(self, y: int) -> tuple[int, Row] | None:
        at = y + self.scroll_offset.y
        row = self._row(at)
        return None if row is None or row.ghost is not None else (at, row)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        found = self._unit_at(event.y)
        if found is None:
            return
        at, row = found
        self._dragged = row.id
        if at != self._at:
            self._go(at, 1)
        if event.x < cells(row.lines) + 4:  # on the sign of the branch
            self._turn(row.id)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        dragged, self._dragged = self._dragged, None
        found = self._unit_at(event.y)
        if dragged is not None and found is not None and found[1].id != dragged:
            self.post_message(self.Dropped(dragged, found[1].id))

    # Naming

    async def name_in_place(self, name: str) -> str | None:
        """Let the person type another name in the line of the cursor; None where they went back."""
        row = self._row(self._at)
        left = 4 + (0 if row is None else cells(row.lines))
        top = self._at - self.scroll_offset.y
        naming = self.screen.query_one(NameField)
        return await naming.ask(name, left, top, max(20, self.size.width - left - 1))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
