"""A line at the bottom that narrows a table while one types."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class NarrowBar(Input):
    """Enter keeps the lines narrowed, Esc shows all again. `text` is what the table is narrowed by."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    class Narrowed(Message):
        """The table shall show only lines that hold the text."""

    def __init__(self) -> None:
        super().__init__(id="narrow", compact=True)
        self.text = ""

    def begin(self) -> None:
        self.display = True
        self.value = self.text
        self.focus()

    def clear_text(self) -> None:
        self._narrow("")

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.display:
            self._narrow(self.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self._leave()

    def action_give_up(self) -> None:
        self._narrow("")
        self._leave()

    def _narrow(self, text: str) -> None:
        self.text = text
        self.post_message(self.Narrowed())

    def _leave(self) -> None:
        self.display = False
        self.screen.query_one("#grid").focus()
