"""The server: the page, what the page needs, and a websocket for each editor. Every request is checked first.

Nothing here is fetched from another host, and the page is told to ask no other one.
"""

import asyncio
import json
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any, Final, TypeAlias

import textual_serve
from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.typedefs import Middleware

from sotk.tui.serve.guard import Guard, is_loopback
from sotk.tui.serve.process import EditorProcess

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

MOST: Final = 8
"""Editors at a time: each is a process of some 60 MB."""
HEARTBEAT: Final = 15.0
LONGEST: Final = 1 << 20
"""Bytes of a message of the browser: the longest text that is pasted at once."""
SIZES: Final = {"width": (80, 20, 1000), "height": (24, 5, 500)}
"""Of a terminal: what it has if the browser does not say, the least and the most."""

_OURS: Final = Path(str(files("sotk.tui.serve"))) / "page"
_TERMINAL: Final = Path(textual_serve.__file__).parent / "static"
STATIC: Final = {
    "page.css": (_OURS / "page.css", "text/css"),
    "page.js": (_OURS / "page.js", "text/javascript"),
    "terminal.js": (_TERMINAL / "js" / "textual.js", "text/javascript"),
    "terminal.css": (_TERMINAL / "css" / "xterm.css", "text/css"),
    "mono.ttf": (_TERMINAL / "fonts" / "RobotoMono-VariableFont_wght.ttf", "font/ttf"),
    "mono-italic.ttf": (_TERMINAL / "fonts" / "RobotoMono-Italic-VariableFont_wght.ttf", "font/ttf"),
}


@dataclass(slots=True)
class Server:
    """What all requests share. `words` are those of the page, by their names in it."""

    arguments: Sequence[str]
    guard: Guard
    words: dict[str, str]
    running: set[EditorProcess] = field(default_factory=set)
    leaving: set[asyncio.Task[None]] = field(default_factory=set)

    def application(self) -> web.Application:
        application = web.Application(middlewares=[self._middleware()])
        application.add_routes(
            [
                web.get("/", self._page),
                web.get("/ws", self._editor),
                web.get("/static/{name}", self._static),
            ]
        )
        application.on_shutdown.append(self._end)
        return application

    def _middleware(self) -> Middleware:
        @web.middleware
        async def checked(request: web.Request, handler: Handler) -> web.StreamResponse:
            return await self._checked(request, handler)

        return checked

    async def _checked(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Let a request in or not; what goes out says what the page may do."""
        refused = self._refused(request)
        response = refused if refused is not None else await handler(request)
        if not response.prepared:
            response.headers.update(_headers(request.host))
        return response

    def _refused(self, request: web.Request) -> web.Response | None:
        guard, host = self.guard, request.headers.get("Host")
        if not guard.is_ours(host):
            return self._no(421)
        is_socket = request.path == "/ws"
        if not guard.is_from_us(request.headers.get("Origin"), host, required=is_socket):
            return self._no(403)
        if request.path == "/" and guard.knows(request.query.get("token")):
            return self._welcomed()
        return None if guard.knows(request.cookies.get(guard.cookie)) else self._no(403)

    def _welcomed(self) -> web.Response:
        """Put the token into a cookie and take it out of the address."""
        response = web.Response(status=303, headers={"Location": "/"})
        response.set_cookie(
            self.guard.cookie, self.guard.token, httponly=True, samesite="Strict", path="/", secure=False
        )
        return response

    def _no(self, status: int) -> web.Response:
        return web.Response(status=status, text=self.words["refused"])

    async def _page(self, request: web.Request) -> web.Response:
        from html import escape

        text = (_OURS / "page.html").read_text("utf-8")
        words = self.words | {"socket": f"ws://{request.host}/ws"}
        for name, word in words.items():
            text = text.replace("{" + name + "}", escape(word))
        return web.Response(text=text, content_type="text/html")

    async def _static(self, request: web.Request) -> web.StreamResponse:
        found = STATIC.get(request.match_info["name"])
        if found is None:
            return self._no(404)
        path, kind = found
        return web.FileResponse(path, headers={"Content-Type": kind})

    async def _editor(self, request: web.Request) -> web.StreamResponse:
        """An editor, for as long as its browser is there."""
        if self.leaving:  # a page that was loaded anew: the editor before lets go of the file first
            await asyncio.wait(self.leaving)
        if len(self.running) >= MOST:
            return self._no(503)
        channel = web.WebSocketResponse(heartbeat=HEARTBEAT, max_msg_size=LONGEST)
        await channel.prepare(request)
        editor = EditorProcess(self.arguments, channel.send_bytes, channel.send_str, channel.close)
        self.running.add(editor)
        try:
            await editor.start(_size(request, "width"), _size(request, "height"))
            async for message in channel:
                if message.type == WSMsgType.TEXT:
                    await _passed_on(message.data, editor, channel)
        finally:
            await asyncio.shield(self._ending(editor))
        return channel

    def _ending(self, editor: EditorProcess) -> asyncio.Task[None]:
        """End an editor, whatever becomes of who asked for it."""
        self.running.discard(editor)
        task = asyncio.create_task(editor.stop())
        self.leaving.add(task)
        task.add_done_callback(self.leaving.discard)
        return task

    async def _end(self, _application: web.Application) -> None:
        """No editor outlives the server."""
        for editor in tuple(self.running):
            self._ending(editor)
        await asyncio.gather(*self.leaving)


async def _passed_on(text: str, editor: EditorProcess, channel: web.WebSocketResponse) -> None:
    """Keys and sizes to the editor; what a browser should not send ends the connection."""
    try:
        kind, *rest = json.loads(text)
        if kind == "stdin":
            await editor.send_bytes(str(rest[0]).encode("utf-8", "replace"))
        elif kind == "resize":
            await editor.set_terminal_size(
                _within("width", rest[0]["width"]), _within("height", rest[0]["height"])
            )
        elif kind == "ping":
            await channel.send_json(["pong", rest[0]])
        elif kind in ("blur", "focus"):
            await (editor.blur() if kind == "blur" else editor.focus())
    except (ValueError, TypeError, KeyError, IndexError):
        await channel.close(code=WSCloseCode.POLICY_VIOLATION)


def _size(request: web.Request, name: str) -> int:
    return _within(name, request.query.get(name, ""))


def _within(name: str, value: Any) -> int:
    usual, least, most = SIZES[name]
    try:
        return max(least, min(most, int(value)))
    except ValueError:
        return usual


def _headers(host: str) -> dict[str, str]:
    """What the page may do: speak with this server, and with no other."""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self'; "
        f"img-src 'self' data:; connect-src 'self' ws://{host}; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cache-Control": "no-store",
    }


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; port 0 takes a free one. Raises OSError where it cannot."""
    name = host.strip("[]")
    family = socket.AF_INET6 if ":" in name else socket.AF_INET
    return socket.create_server((name, port), family=family)


def address_of(guard: Guard, host: str, port: int) -> str:
    """What is typed into the browser, token included."""
    name = host if not is_loopback(host) or ":" not in host else "[::1]"
    return f"http://{name}:{port}/?token={guard.token}"


async def serve(server: Server, listener: socket.socket, told: Callable[[], None]) -> None:
    """Serve until it is cancelled; then every editor is ended."""
    runner = web.AppRunner(server.application(), access_log=None, handle_signals=False, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await web.SockSite(runner, listener).start()
        told()
        await asyncio.Event().wait()
    finally:
        await runner.cleanup()
