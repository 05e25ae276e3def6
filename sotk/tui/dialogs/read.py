"""A text to read: the help, the explanation of a rule."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from sotk.tui.dialogs.dialog import Dialog

Readable: TypeAlias = Content | Callable[[int], Content]


class Text(Static):
    """A text; one that is made for the cells of a line is made anew for each width."""

    def __init__(self, text: Readable) -> None:
        super().__init__("" if callable(text) else text, markup=False)
        self._text, self._width = text, 0

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        if callable(self._text) and width != self._width:
            self._width = width
            self.update(self._text(width), layout=False)
        return super().get_content_height(container, viewport, width)


class Read(Dialog[None]):
    """A title and a text that can be scrolled; Esc, Enter and q close it."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,question_mark,f1", "leave", show=False),
        Binding("down,j", "scroll(1)", show=False, priority=True),
        Binding("up,k", "scroll(-1)", show=False, priority=True),
        Binding("pagedown,space", "scroll(12)", show=False, priority=True),
        Binding("pageup", "scroll(-12)", show=False, priority=True),
    ]

    def __init__(self, title: str, text: Readable, keys: str) -> None:
        super().__init__()
        self._title, self._text, self._keys = title, text, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield Static(self._title, classes="question", markup=False)
            with VerticalScroll(id="page"):
                yield Text(self._text)
            yield Static(self._keys, id="remark", markup=False)

    def action_scroll(self, by: int) -> None:
        self.query_one("#page").scroll_relative(y=by, animate=False)

    def action_leave(self) -> None:
        self.answer(None)
