"""Asks for a text and says what is wrong with it while it is typed."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from sotk.tui.dialogs.dialog import Dialog


class Ask(Dialog[str | None]):
    """A title, a field, and below it what is wrong or what the keys do."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, title: str, value: str, check: Callable[[str], str | None], keys: str) -> None:
        super().__init__()
        self._title, self._value, self._check, self._keys = title, value, check, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="question", markup=False)
            yield Input(self._value, id="answer")
            yield Static(self._keys, id="remark", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        trouble = self._check(event.value) if event.value != self._value else None
        remark = self.query_one("#remark", Static)
        remark.set_class(trouble is not None, "trouble")
        remark.update(f"✗ {trouble}" if trouble else self._keys)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        trouble = self._check(event.value)
        if trouble is None:
            self.answer(event.value)
        else:
            remark = self.query_one("#remark", Static)
            remark.add_class("trouble")
            remark.update(f"✗ {trouble}")

    def action_leave(self) -> None:
        self.answer(None)
