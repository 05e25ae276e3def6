"""One editor for one browser: a process of its own, started without a shell and never left behind."""

import asyncio
import contextlib
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import Awaitable, Callable, Sequence
from typing import Final

from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

DRIVER: Final = "sotk.tui.serve.driver:BrowserDriver"
PATIENCE: Final = 5.0
"""Seconds an editor has to leave when it is asked to; then it is ended. The journal keeps the work."""


class EditorProcess(AppService):
    """The editor behind one websocket."""

    def __init__(
        self,
        arguments: Sequence[str],
        write: Callable[[bytes], Awaitable[None]],
        write_text: Callable[[str], Awaitable[None]],
        close: Callable[[], Awaitable[object]],
    ) -> None:
        async def closed() -> None:
            await close()

        super().__init__(
            "sotk",
            write_bytes=write,
            write_str=write_text,
            close=closed,
            download_manager=DownloadManager(),
        )
        self._arguments = tuple(arguments)

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return super()._build_environment(width, height) | {"TEXTUAL_DRIVER": DRIVER}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """The arguments go to the program as they are: no shell reads them."""
        process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            stderr=PIPE,
            env=self._build_environment(width, height),
        )
        self._process, self._stdin = process, process.stdin
        return process

    async def on_meta(self, data: bytes) -> None:
        """Of what an app may ask of the browser, only the end of the session is passed on."""
        if json.loads(data).get("type") == "exit":
            await self.remote_close()

    async def stop(self) -> None:
        """Ask the editor to leave; end it if it does not. May be called twice."""
        if self._task is not None:
            with contextlib.suppress(TimeoutError, ConnectionError):
                await asyncio.wait_for(super().stop(), PATIENCE)
            self._task = None
        process = self._process
        if process is None or process.returncode is not None:
            return
        try:
            await asyncio.wait_for(process.wait(), PATIENCE)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()
