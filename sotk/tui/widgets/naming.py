"""A field that opens in a line of the tree, for a name typed in place."""

import asyncio
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class NameField(Input):
    """Hidden until it is asked; Enter gives the text, Esc or leaving it gives None."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    def __init__(self) -> None:
        super().__init__(id="naming", compact=True, select_on_focus=True)
        self._answer: asyncio.Future[str | None] | None = None

    async def ask(self, text: str, left: int, top: int, width: int) -> str | None:
        """Open over a line of the tree and wait for the answer."""
        self.value = text
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
        self._give(self.value)

    def on_blur(self) -> None:
        self._give(None)

    def action_give_up(self) -> None:
        self._give(None)

    def _give(self, text: str | None) -> None:
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(text)
            self.screen.query_one("#tree").focus()
