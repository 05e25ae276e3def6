"""Keys typed ahead: each waits until what the key before it opens is there to take it.

A terminal over a slow line sends several keys at once. Without this the letters behind `/` would reach
the tree, where they are commands.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, Final

from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

ACTIONS: Final = "actions"
"""The group of the workers that carry out actions, which may ask something."""
PATIENCE_SECONDS: Final = 1.0
"""How long a key waits at most: what takes longer asks nothing, or is stuck."""


class TypedAhead:
    """Gives keys to the application one by one."""

    def __init__(self, app: App[Any], give: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._give = app, give
        self._waiting: deque[Key] = deque()
        self._task: asyncio.Task[None] | None = None

    async def take(self, key: Key) -> None:
        """Give the key at once, or behind those that wait."""
        busy = self._task is not None and not self._task.done()
        if busy or self._opening():
            self._waiting.append(key)
        else:
            await self._give(key)
        if not busy:
            self._task = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        """Give what waits, as long as something does."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._handled()
                    while self._waiting and self._opening():  # noqa: ASYNC110
                        await asyncio.sleep(0)  # Textual does not say when a question is on the screen
            if not self._waiting:
                return
            await self._give(self._waiting.popleft())

    async def _handled(self) -> None:
        """Until the last key went all the way up, and the focus is where it put it."""
        start = self._app.focused or self._app.screen
        for node in (*start.ancestors_with_self, self._app):  # at the application twice: it sets the focus
            done = asyncio.Event()
            if node.is_running and node.call_later(done.set):
                await done.wait()

    def _opening(self) -> bool:
        """Whether a question is on its way to the screen."""
        if not self._app.screen_stack:
            return False
        screen = self._app.screen
        if isinstance(screen, ModalScreen):
            return screen.focused is None
        return not isinstance(screen.focused, Input) and any(
            worker.group == ACTIONS and worker.node is screen and not worker.is_finished
            for worker in screen.workers
        )
