"""Views that paint no more than what differs from what stands on the screen."""

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Static


class SteadyText(Static):
    """A text that is painted where it says something else, and moves others only if its height differs."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, markup=False)
        self._said = ""

    def say(self, text: str) -> None:
        if text != self._said:
            grows = self.styles.auto_dimensions and self._height(text) != self._height(self._said)
            self._said = text
            self.update(text, layout=grows)

    def _height(self, text: str) -> int:
        return Content(text).get_height(self.styles, self.size.width) if self.size.width else 0


class SteadyView(ScrollView):
    """A scrolled view of lines whose own size is settled by the style sheet, never by what it holds.

    Textual lays out the whole screen whenever the virtual size of a widget changes, which costs more
    than all that is painted; it is needed only where a scroll bar comes or goes, and is done then.
    """

    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id)
        self._painted: dict[int, Strip] = {}  # by the place on the screen: what was painted there last

    def line(self, y: int) -> Strip:
        """What to paint in a line of the view, counted from its top as it is scrolled now."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        self._painted[y] = self.line(y)
        return self._painted[y]

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through."""
        size = Size(0, lines)
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)

    def repaint(self) -> None:
        """Have the lines painted that differ from what was painted last."""
        width, height = self.size
        for y in range(height):
            if self._painted.get(y) != self.line(y):
                self.refresh(Region(0, y, width, 1))
