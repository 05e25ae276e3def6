"""`sotk serve`: the editor in a browser, on this machine unless another address is asked for."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command
from sotk.locale import Language, msg

if TYPE_CHECKING:
    from collections.abc import Callable
    from socket import socket

    from sotk.tui.serve.server import Server

LOOPBACK: Final = "127.0.0.1"


def command() -> click.Command:
    return Command(
        "serve",
        callback=_serve,
        help=words(
            msg("Edit a structure or a proposal in the browser; without PATH, choose one of this folder.")
        ),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path), default=Path()),
            click.Option(
                ["--host"],
                default=LOOPBACK,
                show_default=True,
                help=words(msg("The address to listen on; any but this machine's own is not encrypted.")),
            ),
            click.Option(
                ["--port"],
                type=click.IntRange(0, 65535),
                default=0,
                help=words(msg("The port; a free one if not said.")),
            ),
            click.Option(["--browser"], is_flag=True, help=words(msg("Open the browser too."))),
        ],
    )


def _serve(path: Path, host: str, port: int, *, browser: bool) -> None:
    if not path.exists():
        refuse(msg("There is no file or folder {path}.", path=str(path)))
    language = _language(path)
    try:
        from sotk.tui.serve.guard import Guard, is_everywhere, is_loopback
        from sotk.tui.serve.server import Server, address_of, listening
    except ModuleNotFoundError as error:
        refuse(
            msg(
                'The browser needs {name}, which is not installed. Install it: pip install "sotk[serve]".',
                name=error.name or "textual-serve",
            )
        )
        return
    if is_everywhere(host):
        refuse(
            msg("Give one address of this machine, not {host}: only then can requests be checked.", host=host)
        )
    try:
        listener = listening(host, port)
    except OSError as error:
        cause = error.strerror or str(error)
        refuse(msg("{host}:{port} cannot be listened on: {reason}.", host=host, port=port, reason=cause))
        return
    port = listener.getsockname()[1]
    guard = Guard.of(host, port)
    address = address_of(guard, host, port)

    def told() -> None:
        _tell(address, alone=is_loopback(host))
        if browser:
            import webbrowser

            webbrowser.open(address)

    _run(Server(_arguments(path, language), guard, _page_words(path, language)), listener, told)


def _tell(address: str, *, alone: bool) -> None:
    """Say where the editor is served; `alone` on this machine."""
    click.echo(address)
    click.echo(
        words(msg("Open this address in a browser; it is a key, so show it to nobody. Ctrl-C ends.")),
        err=True,
    )
    if not alone:
        click.echo(
            words(msg("Others on the network can read along: what passes is not encrypted.")), err=True
        )


def _run(server: "Server", listener: "socket", told: "Callable[[], None]") -> None:
    """Serve until Ctrl-C, or until the system asks to end."""
    import asyncio
    import signal

    from sotk.tui.serve.server import serve

    async def until_asked() -> None:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
        for each in (signal.SIGINT, signal.SIGTERM):
            try:
                loop.add_signal_handler(each, lambda: task and task.cancel())
            except NotImplementedError:  # on Windows, where Ctrl-C comes as an exception
                break
        await serve(server, listener, told)

    try:
        asyncio.run(until_asked())
    except (KeyboardInterrupt, asyncio.CancelledError):
        return


def _language(path: Path) -> Language:
    """That of the document or of the folder's settings."""
    from sotk.workspace import open_path, read_settings, root_of

    if path.is_dir():
        return follow(read_settings(root_of(path))[0].language or "id")
    found = open_path(path)
    return follow(found.settings.language or (found.pack.language if found.pack else None))


def _arguments(path: Path, language: Language) -> tuple[str, ...]:
    """The editor as a program with its arguments: a list, so that nothing in a name means anything."""
    return sys.executable, "-m", "sotk", "--lang", language, "edit", "--", str(path.resolve())


def _page_words(path: Path, language: Language) -> dict[str, str]:
    return {
        "lang": language,
        "title": f"sotk · {path.resolve().name}",
        "loading": words(msg("The editor is starting …")),
        "ended": words(msg("The session has ended. What was not saved is kept for the next start.")),
        "again": words(msg("Start again")),
        "noscript": words(msg("The editor needs JavaScript, from this machine only.")),
        "refused": words(msg("Not for you: open the address that sotk serve has printed.")),
    }
