"""A list whose lines keep the cursor where it was when they are written anew."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option


class Lines(OptionList):
    """A list of options known by ids; arrows and vim keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    virtual_size = Reactive(Size(0, 0), layout=False)  # the screen is laid out anew only for a scroll bar

    def write(self, lines: Iterable[tuple[str | None, Content]]) -> None:
        """Write the lines anew; a line without an id is a heading."""
        before = self.highlighted
        options = [Option(text, id=name, disabled=name is None) for name, text in lines]
        self.clear_options()
        self.add_options(options)
        if options:
            wanted = min(before or 0, len(options) - 1)
            able = [at for at, option in enumerate(options) if not option.disabled]
            if able:
                self.highlighted = min(able, key=lambda at: abs(at - wanted))

    @property
    def chosen(self) -> str | None:
        """The id of the line at the cursor."""
        at = self.highlighted
        return None if at is None or at >= self.option_count else self.get_option_at_index(at).id
