"""Keys typed ahead: each waits until what the key before it opens is there to take it.

A terminal over a slow line sends several keys at once. Without this the letters behind `/` would reach
the tree, where they are commands.
"""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any, Final

from textual.app import App
from textual.events import Key
from textual.screen import ModalScreen
from textual.widgets import Input

from sotk.tui.screens.staging import ACTIONS

PATIENCE_SECONDS: Final = 1.0
"""How long a key waits at most: what takes longer asks nothing, or is stuck."""
_LOOK_SECONDS: Final = 0.002


class TypedAhead:
    """Gives keys to the application one by one."""

    def __init__(self, app: App[Any], give: Callable[[Key], Awaitable[None]]) -> None:
        self._app, self._give = app, give
        self._waiting: deque[Key] = deque()
        self._settling: asyncio.Task[None] | None = None

    async def take(self, key: Key) -> None:
        """Give the key at once, or behind those that wait."""
        if self._settling is not None and not self._settling.done():
            self._waiting.append(key)
            return
        await self._give(key)
        self._settling = asyncio.create_task(self._go_on())

    async def _go_on(self) -> None:
        while True:
            try:
                async with asyncio.timeout(PATIENCE_SECONDS):
                    await self._handled()
            except TimeoutError:
                pass
            if not self._waiting:
                return
            await self._give(self._waiting.popleft())

    async def _handled(self) -> None:
        """Until the key went all the way up, and what it asks for is on the screen."""
        start = self._app.focused or self._app.screen
        for node in (*start.ancestors_with_self, self._app):  # at the application twice: it sets the focus
            done = asyncio.Event()
            if node.is_running and node.call_later(done.set):
                await done.wait()
        while self._opening():  # noqa: ASYNC110 - Textual tells nobody when a worker ends or a screen is ready
            await asyncio.sleep(_LOOK_SECONDS)

    def _opening(self) -> bool:
        screen = self._app.screen
        if isinstance(screen, ModalScreen):
            return screen.focused is None
        return not isinstance(screen.focused, Input) and any(
            worker.group == ACTIONS and worker.node is screen and not worker.is_finished
            for worker in screen.workers
        )
