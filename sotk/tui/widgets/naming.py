"""A field that opens in a line of the tree or a cell of a table, for what is typed in place."""

import asyncio
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import Input


class NameField(Input):
    """Hidden until it is asked; Enter gives the text, Esc or leaving it gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", show=False),
        Binding("tab", "give_by_tab", show=False),
    ]

    def __init__(self) -> None:
        super().__init__(id="naming", compact=True, select_on_focus=True)
        self.ended_by = "enter"
        self._answer: asyncio.Future[str | None] | None = None
        self._back: Widget | None = None

    async def ask(
        self, text: str, left: int, top: int, width: int, *, back: Widget | None = None, select: bool = True
    ) -> str | None:
        """Open over a line and wait for the answer; then the focus goes `back`, to the tree if not said.

        Without `select` what is typed goes on behind the text.
        """
        self._back = back
        self.select_on_focus = select
        self.value = text
        self.cursor_position = len(text)
        self.styles.offset = (left, top)
        self.styles.width = width
        self.display = True
        self.focus()
        self._answer = asyncio.get_running_loop().create_future()
        try:
            return await self._answer
        finally:
            self._answer = None
            self.display = False

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.ended_by = "enter"
        self._give(self.value)

    def action_give_by_tab(self) -> None:
        self.ended_by = "tab"
        self._give(self.value)

    def on_blur(self) -> None:
        self._give(None)

    def action_give_up(self) -> None:
        self._give(None)

    def _give(self, text: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(text)
            (self._back or self.screen.query_one("#tree")).focus()
