"""A table as of a spreadsheet: paints only the lines that are seen, and asks for their words only then.

Gets a `GridView` down; sends up the line the cursor went to, what was chosen, typed, clicked or dropped.
"""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sotk.chart.measure import cells, clipped
from sotk.findings import Severity
from sotk.session.boards import Key
from sotk.tui.gridview import GUTTER, HEADS, Column, GridView, Line
from sotk.tui.signs import MARKED, SEVERITIES
from sotk.tui.widgets.naming import NameField
from sotk.tui.widgets.steady import Steady, steady_size


class Grid(Steady, ScrollView, can_focus=True):
    """The table with a cursor on one cell."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--line",
        "grid--head",
        "grid--heading",
        "grid--cursor",
        "grid--cell",
        "grid--marked",
        "grid--cut",
        "grid--total",
        "grid--error",
        "grid--warning",
        "grid--advice",
    }

    virtual_size = steady_size()

    class Moved(Message):
        """The cursor went to another line."""

    class Typed(Message):
        """A digit was typed on a cell that takes numbers."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Opened(Message):
        """A cell was clicked that had the cursor already."""

    class Dropped(Message):
        """A line was dragged onto another."""

        def __init__(self, dragged: Key, target: Key) -> None:
            super().__init__()
            self.dragged = dragged
            self.target = target

    def __init__(self) -> None:
        super().__init__(id="grid")
        self.view: GridView | None = None
        self._at = 0
        self._column = 0
        self._places: dict[Key, int] = {}
        self._dragged: Key | None = None

    # What is shown

    def show(self, view: GridView) -> None:
        """Show another table; the cursor stays on its line, or, where that is gone, at its place."""
        before = self.row
        if self.view is None or self.view.rows is not view.rows:
            self._places = {key: at for at, key in enumerate(view.rows)}
        with self.changing():
            self.view = view
            at = self._places.get(before, self._at) if before is not None else self._at
            self._at = max(0, min(at, len(view.rows) - 1))
            self._column = min(self._column, len(view.columns) - 1)
            self.set_length(len(view.rows) + HEADS + (view.total is not None))
            self._see_cursor()

    @property
    def row(self) -> Key | None:
        """What the line at the cursor stands for; None in an empty table."""
        view = self.view
        return view.rows[self._at] if view is not None and self._at < len(view.rows) else None

    @property
    def column(self) -> Column | None:
        return None if self.view is None else self.view.columns[self._column]

    # Painting

    def line(self, y: int) -> Strip:
        view, width = self.view, self.size.width
        plain = self.get_component_rich_style("grid--line")
        if view is None:
            return Strip.blank(width, plain)
        if y < HEADS:
            heads = Line({column.id: column.head for column in view.columns})
            return self._strip(view, heads, self.get_component_rich_style("grid--head"))
        if view.total is not None and y == self.size.height - 1:
            return self._strip(view, view.total, self.get_component_rich_style("grid--total"))
        at = y - HEADS + self.scroll_offset.y
        if at >= len(view.rows):
            return Strip.blank(width, plain)
        return self._row_strip(view, at, plain)

    def _row_strip(self, view: GridView, at: int, plain: Style) -> Strip:
        key = view.rows[at]
        line = view.line(key)
        base = plain
        if at == self._at:
            base = self.get_component_rich_style("grid--cursor")
        elif line.heading:
            base = base + self.get_component_rich_style("grid--heading", partial=True)
        if key in view.marked:
            base = base + self.get_component_rich_style("grid--marked", partial=True)
        if key in view.cut:
            base = base + self.get_component_rich_style("grid--cut", partial=True)
        return self._strip(view, line, base, MARKED if key in view.marked else " ", current=at == self._at)

    def _strip(
        self, view: GridView, line: Line, base: Style, mark: str = " ", *, current: bool = False
    ) -> Strip:
        sign = " " if line.sign is None else SEVERITIES[line.sign][0]
        segments = [Segment(mark, base), Segment(sign, self._toned(base, line.sign))]
        widths = view.widths(self.size.width)
        place = 0
        while place < len(view.columns):
            column, width = view.columns[place], widths[place]
            ends = place + 1
            while line.heading and ends < len(view.columns) and not line.cells.get(view.columns[ends].id):
                width += widths[ends]
                ends += 1
            style = self._toned(base, line.tones.get(column.id))
            if current and place <= self._column < ends and self.has_focus:
                style = self.get_component_rich_style("grid--cell")
            segments.append(Segment(_filled(line.cells.get(column.id, ""), width, column.right), style))
            place = ends
        return Strip(segments).adjust_cell_length(self.size.width, base)

    def _toned(self, base: Style, severity: Severity | None) -> Style:
        if severity is None or severity == "cannot_tell":
            return base
        return base + self.get_component_rich_style(f"grid--{severity}", partial=True)

    # Going around

    def row_up(self) -> None:
        self._go(self._at - 1)

    def row_down(self) -> None:
        self._go(self._at + 1)

    def rows_up(self) -> None:
        self._go(max(0, self._at - self._seen()))

    def rows_down(self) -> None:
        self._go(self._last(self._at + self._seen()))

    def first_row(self) -> None:
        self._go(0)

    def last_row(self) -> None:
        self._go(self._last())

    def cell_left(self) -> None:
        self._side(-1)

    def cell_right(self) -> None:
        self._side(1)

    def go_to(self, key: Key) -> bool:
        """Put the cursor on a line; False where the table does not show it."""
        at = self._places.get(key)
        if at is not None:
            self._go(at)
        return at is not None

    def _last(self, most: int | None = None) -> int:
        last = len(self.view.rows) - 1 if self.view is not None else 0
        return last if most is None else min(last, most)

    def _seen(self) -> int:
        """How many lines are seen at once."""
        total = self.view is not None and self.view.total is not None
        return max(1, self.size.height - HEADS - total)

    def _side(self, by: int) -> None:
        if self.view is not None:
            self._column = max(0, min(len(self.view.columns) - 1, self._column + by))
            self.refresh()

    def _go(self, at: int) -> None:
        if self.view is not None and 0 <= at < len(self.view.rows) and at != self._at:
            with self.changing():
                self._at = at
                self._see_cursor()
            self.post_message(self.Moved())

    def _see_cursor(self) -> None:
        """Scroll so that the line at the cursor is neither below the total nor above the heads."""
        top, seen = self.scroll_offset.y, self._seen()
        wanted = min(max(top, self._at - seen + 1), self._at)
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True, immediate=True)

    # Typing and the mouse

    def on_key(self, event: events.Key) -> None:
        column = self.column
        if column is not None and column.typed and event.character is not None and event.character.isdigit():
            event.stop()
            self.post_message(self.Typed(event.character))

    async def type_in_place(self, text: str, *, select: bool = True) -> str | None:
        """Let the person type in the cell of the cursor; None where they went back.

        Then the cursor goes on as in a spreadsheet: down after Enter, to the right after Tab.
        """
        region = self._cell_region()
        naming = self.screen.query_one(NameField)
        width = max(6, region.width)
        given = await naming.ask(text, region.x, region.y, width, back=self, select=select)
        if given is not None and naming.ended_by == "tab":
            self.cell_right()
        elif given is not None:
            self.row_down()
        return given

    def _cell_region(self) -> Region:
        assert self.view is not None  # noqa: S101 - there is a cell to type in
        widths = self.view.widths(self.size.width)
        left = GUTTER + sum(widths[: self._column])
        return Region(left, self._at - self.scroll_offset.y + HEADS, widths[self._column], 1)

    def _row_at(self, y: int) -> int | None:
        at = y - HEADS + self.scroll_offset.y
        return at if y >= HEADS and 0 <= at <= self._last() else None

    def on_mouse_down(self, event: events.MouseDown) -> None:
        at = self._row_at(event.y)
        if at is None or self.view is None:
            return
        self._dragged = self.view.rows[at]
        column = self.view.column_at(event.x, self.size.width)
        if (at, column) == (self._at, self._column) and self.has_focus:
            self.post_message(self.Opened())
        self._column = column
        self._go(at)
        self.refresh()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        dragged, self._dragged = self._dragged, None
        at = self._row_at(event.y)
        if dragged is not None and at is not None and self.view is not None and self.view.rows[at] != dragged:
            self._go(at)
            self.post_message(self.Dropped(dragged, self.view.rows[at]))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()


def _filled(text: str, width: int, right: bool) -> str:  # noqa: FBT001 - a field of the column
    """A text in exactly so many cells, the last of them blank."""
    said = clipped(text, max(1, width - 1))
    gap = " " * max(0, width - 1 - cells(said))
    return f"{gap}{said} " if right else f"{said}{gap} "
