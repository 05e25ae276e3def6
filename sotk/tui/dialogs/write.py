"""Asks for a longer text, such as a duty or a reason: its lines are broken, Enter takes it."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static, TextArea

from sotk.tui.dialogs.dialog import Dialog


class Paragraph(TextArea):
    """A text of one paragraph: Enter ends it, what is pasted becomes one line."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "finish", show=False, priority=True)]

    class Finished(Message):
        """The person is done."""

    def action_finish(self) -> None:
        self.post_message(self.Finished())

    @property
    def paragraph(self) -> str:
        return " ".join(self.text.split())


class Write(Dialog[str | None]):
    """A title, room for a text, and below it what is wrong or what the keys do."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False, priority=True)]

    def __init__(self, title: str, value: str, check: Callable[[str], str | None], keys: str) -> None:
        super().__init__()
        self._title, self._value, self._check, self._keys = title, value, check, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="question", markup=False)
            yield Paragraph(self._value, id="paragraph", soft_wrap=True, tab_behavior="focus")
            yield Static(self._keys, id="remark", markup=False)

    def on_mount(self) -> None:
        paragraph = self.query_one(Paragraph)
        paragraph.focus()
        paragraph.select_all()

    def on_paragraph_finished(self) -> None:
        text = self.query_one(Paragraph).paragraph
        trouble = self._check(text)
        if trouble is None:
            self.answer(text)
            return
        remark = self.query_one("#remark", Static)
        remark.add_class("trouble")
        remark.update(f"✗ {trouble}")

    def action_leave(self) -> None:
        self.answer(None)
