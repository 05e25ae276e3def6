"""The official chart in the terminal, in step with cursor and edits.

Gets a `Sight` down and draws it in a thread once nothing newer was asked for a moment; until then the last
picture stands. Sends the unit that was chosen on it up.
"""

import asyncio
from dataclasses import replace
from typing import ClassVar, Final, Literal, TypeAlias

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.markup import escape
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from sotk.chart.cells import CellBox
from sotk.chart.render.cells import Piece
from sotk.tui.catalogue import bindings
from sotk.tui.charting import Picture, Sight, picture

Way: TypeAlias = Literal["left", "right", "up", "down"]

PAUSE: Final = 0.06
"""Seconds without another question before a picture is drawn: keys that repeat draw none."""
STEP: Final = 8
ROWS_PER_CELL: Final = 2
"""A cell is about twice as tall as wide; distances on the chart are those that are seen."""


class ChartView(ScrollView, can_focus=True):
    """The chart around the cursor, whose box is heavy and stands in the middle."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("chart")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "chart--line",
        "chart--words",
        "chart--strong",
        "chart--cursor",
        "chart--change",
        "chart--ghost",
    }

    class Chosen(Message):
        """The person wants the cursor on a unit."""

        def __init__(self, unit: str) -> None:
            super().__init__()
            self.unit = unit

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self.picture: Picture | None = None
        self.fits_width = True
        """Whether rows of boxes are broken to the width of the view; else each stays one row."""
        self._wanted: Sight | None = None
        self._asked = asyncio.Event()

    def on_mount(self) -> None:
        self.run_worker(self._keep_up(), group="chart")

    # What is shown

    def show(self, sight: Sight) -> None:
        """Draw another sight as soon as nothing newer is wanted."""
        self._wanted = sight
        self._asked.set()

    @property
    def is_current(self) -> bool:
        """Whether the picture is that of what was wanted last."""
        return self.picture is not None and not self._asked.is_set()

    async def _keep_up(self) -> None:
        while True:
            await self._asked.wait()
            sight = None
            while sight is not self._wanted:
                sight = self._wanted
                await asyncio.sleep(PAUSE)
            if sight is None:
                self._asked.clear()
                continue
            drawn = await asyncio.to_thread(picture, replace(sight, width=self._room()))
            if sight is self._wanted:
                self._asked.clear()
                self._take(drawn)

    def _room(self) -> int | None:
        return max(30, self.size.width - 2) if self.fits_width else None

    def _take(self, drawn: Picture) -> None:
        self.picture = drawn
        self.border_title = escape(drawn.title)
        self.virtual_size = Size(drawn.scene.width + 2, len(drawn.lines))
        self._see_cursor()
        self.refresh()

    def on_resize(self) -> None:
        if self._wanted is not None:
            self._asked.set()

    def _see_cursor(self) -> None:
        """Put the box of the cursor into the middle."""
        box = None if self.picture is None else self.picture.scene.box_of(self.picture.sight.cursor)
        if box is None:
            return
        region = Region(box.x + self._indent(), box.y, box.width, box.height)
        self.scroll_to_region(region, animate=False, force=True, immediate=True, center=True)

    def _indent(self) -> int:
        """Cells left of a chart that is narrower than the view."""
        width = 0 if self.picture is None else self.picture.scene.width
        return max(1, (self.size.width - width) // 2)

    # Painting

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        base = self.get_component_rich_style("chart--line")
        at = y + self.scroll_offset.y
        if self.picture is None or at >= len(self.picture.lines):
            return Strip.blank(width, base)
        pieces = [Segment(" " * self._indent(), base)]
        pieces += [Segment(piece.text, self._style(piece, base)) for piece in self.picture.lines[at]]
        left = self.scroll_offset.x
        return Strip(pieces).adjust_cell_length(max(left + width, 1), base).crop(left, left + width)

    def _style(self, piece: Piece, base: Style) -> Style:
        if self.picture is None or piece.box is None:
            return base
        style = base + self.get_component_rich_style("chart--words", partial=True)
        change = self.picture.changes.get(piece.box)
        if change is not None:
            name = "chart--ghost" if change == "ghost" else "chart--change"
            style = base + self.get_component_rich_style(name, partial=True)
        if piece.strong:
            style += self.get_component_rich_style("chart--strong", partial=True)
        if piece.box == self.picture.sight.cursor:
            style += self.get_component_rich_style("chart--cursor", partial=True)
        return style

    # Going around

    def go(self, way: Way) -> None:
        """To the nearest box in a direction."""
        if self.picture is None:
            return
        scene, cursor = self.picture.scene, self.picture.sight.cursor
        here = scene.box_of(cursor)
        others = [box for box in scene.boxes if box.role == "primary" and box is not here]
        found = None if here is None else nearest(here, others, way)
        if found is not None:
            self.post_message(self.Chosen(found.unit))

    def pan(self, across: int, down: int) -> None:
        """Move the view, by steps."""
        self.scroll_relative(x=across * STEP, y=down * STEP // ROWS_PER_CELL, animate=False)

    def pan_page(self, down: int) -> None:
        self.scroll_relative(y=down * max(1, self.size.height - 2), animate=False)

    def switch_width(self) -> None:
        """Break rows to the width of the view, or keep each in one."""
        self.fits_width = not self.fits_width
        self._asked.set()

    def on_click(self, event: events.Click) -> None:
        if self.picture is None:
            return
        offset = event.get_content_offset(self)
        if offset is None:
            return
        x = offset.x + self.scroll_offset.x - self._indent()
        box = self.picture.scene.box_at(x, offset.y + self.scroll_offset.y)
        if box is not None and box.role == "primary":
            self.post_message(self.Chosen(box.unit))


def nearest(here: CellBox, others: list[CellBox], way: Way) -> CellBox | None:
    """The nearest of some boxes that stands in a direction; those more ahead than aside come first.

    Up and down always lead somewhere where there is a box above or below; left and right only to what is
    beside, not to a subordinate that stands a little further out.
    """
    found: list[tuple[bool, int, int, CellBox]] = []
    for number, box in enumerate(others):
        across, down = box.middle - here.middle, (box.row - here.row) * ROWS_PER_CELL
        ahead, aside = (across, down) if way in ("left", "right") else (down, across)
        if way in ("left", "up"):
            ahead = -ahead
        if ahead > 0 and (way in ("up", "down") or 2 * ahead >= abs(aside)):
            found.append((2 * ahead < abs(aside), ahead + 2 * abs(aside), number, box))
    return min(found, key=lambda each: each[:3])[3] if found else None
