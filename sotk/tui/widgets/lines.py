"""A list whose lines keep the cursor where it was when they are written anew."""

from collections.abc import Iterable
from typing import ClassVar, TypeAlias

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.steady import Steady, steady_size

Line: TypeAlias = tuple[str | None, Content | Hanging]
"""The id of a line and what it says; one without an id is a heading."""


class Lines(Steady, OptionList):
    """A list of options known by ids; arrows and vim keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", show=False),
        Binding("k", "cursor_up", show=False),
        Binding("g", "first", show=False),
        Binding("G", "last", show=False),
    ]

    virtual_size = steady_size()

    def write(self, lines: Iterable[Line]) -> None:
        """Write the lines anew."""
        options = [Option(text, id=name, disabled=name is None) for name, text in lines]
        if len(options) == self.option_count and all(map(_alike, options, self.options)):
            return
        before = self.highlighted
        with self.changing():
            self.clear_options()
            self.add_options(options)
            wanted = min(before or 0, len(options) - 1)
            able = [at for at, option in enumerate(options) if not option.disabled]
            if able:
                self.highlighted = min(able, key=lambda at: abs(at - wanted))

    @property
    def chosen(self) -> str | None:
        """The id of the line at the cursor."""
        at = self.highlighted
        return None if at is None or at >= self.option_count else self.get_option_at_index(at).id


def _alike(one: Option, other: Option) -> bool:
    """Whether two lines are the same to the eye and to the hand."""
    before, now = one.prompt, other.prompt
    if one.id != other.id or type(before) is not type(now):
        return False
    if isinstance(before, Hanging) and isinstance(now, Hanging):
        return before.is_same(now)
    return isinstance(before, Content) and isinstance(now, Content) and before.is_same(now)
