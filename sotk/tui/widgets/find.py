"""Find as you type: the cursor of the tree goes to the next name that holds what was typed."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class FindBar(Input):
    """Opens at the bottom; sends up what was typed, and which of the found units is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "next(1)", show=False),
        Binding("up", "next(-1)", show=False),
    ]

    class Wanted(Message):
        """Go to the first unit that fits, or `step` further from the cursor."""

        def __init__(self, text: str, step: int) -> None:
            super().__init__()
            self.text = text
            self.step = step

    def __init__(self) -> None:
        super().__init__(id="find", compact=True)
        self.last = ""

    def begin(self) -> None:
        self.display = True
        self.value = ""
        self.focus()

    def step(self, by: int) -> None:
        if self.last:
            self.post_message(self.Wanted(self.last, by))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.value:
            self.last = self.value
            self.post_message(self.Wanted(self.value, 0))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_leave()

    def action_next(self, by: int) -> None:
        self.step(by)

    def action_leave(self) -> None:
        self.display = False
        self.screen.query_one("#tree").focus()

    def on_blur(self) -> None:
        self.display = False
