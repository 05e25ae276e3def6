"""Views that paint no more than what differs from what stands on the screen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

from textual.content import Content
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import Static

if TYPE_CHECKING:
    _View = ScrollView
else:
    _View = object  # Textual reads the styles of a widget from its first base only


class SteadyText(Static):
    """A text that is painted where it says something else, and moves others only if its height differs."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, markup=False)
        self._said = Content("")

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        said = content if isinstance(content, Content) else Content(str(content))
        if not said.is_same(self._said):
            grows = self.styles.auto_dimensions and self._height(said) != self._height(self._said)
            self._said = said
            super().update(said, layout=layout and grows)

    def _height(self, text: Content) -> int:
        return text.get_height({}, self.size.width) if self.size.width else 0


def steady_size() -> Reactive[Size]:
    """The `virtual_size` of a view whose own size is settled by the style sheet, never by what it holds.

    Textual lays out the whole screen whenever it changes, which costs more than all that is painted;
    that is needed only where a scroll bar comes or goes, and is done then.
    """
    return Reactive(Size(0, 0), layout=False)


class Steady(_View):
    """Put before the class of a scrolled view: after a change, only the lines that differ are painted."""

    _changing = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._on_screen: dict[int, Strip] = {}  # by the place in the view: what was painted there last

    def line(self, y: int) -> Strip:
        """What to paint in a line of the view, counted from its top as it is scrolled now."""
        return super().render_line(y)

    def render_line(self, y: int) -> Strip:
        strip = self._on_screen[y] = self.line(y)
        return strip

    def set_length(self, lines: int) -> None:
        """Say how many lines there are to scroll through."""
        size = Size(0, lines)
        if size != self.virtual_size:
            self.virtual_size = size
            self._scroll_update(size)  # a scroll bar may come or go

    @contextmanager
    def changing(self) -> Iterator[None]:
        """While what is shown changes, by whatever steps; then the lines that differ are painted."""
        within, title, self._changing = self._changing, self._border_title, True
        try:
            yield
        finally:
            self._changing = within
            if not within:
                self._repaint(titled=self._border_title != title)

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        repaint = repaint and not self._changing
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def _repaint(self, *, titled: bool) -> None:
        width, height = self.size
        differing = [Region(0, y, width, 1) for y in range(height) if self._on_screen.get(y) != self.line(y)]
        if titled:
            differing.append(Region(-1, -1, width + 2, 1))
        if differing:
            self.refresh(*differing)
