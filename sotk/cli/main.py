"""The command `sotk`: finds the language, then the command, and loads only that.

Exit codes: 0 done; 1 findings, conflicts or differences that were asked about; 2 could not run, such as for a
path that leads to no file; 130 Ctrl-C.
stdout is the result, stderr the rest.
"""

import gc
import os
import sys
from importlib import import_module
from typing import Any, Final

import click

from sotk import __version__
from sotk.cli.catalogue import COMMANDS
from sotk.cli.language import language_of, words
from sotk.cli.speaking import Group, refusing
from sotk.findings.names import clean
from sotk.findings.reason import reason
from sotk.locale import msg

_STOPPED: Final = 130
"""What a shell expects of a command that Ctrl-C ended: 128 and the number of the signal."""


class LazyCommands(Group):
    """Commands of the catalogue; a command's module is imported when it is called or asked for help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        for entry in COMMANDS:
            if entry.name == cmd_name:
                module: Any = import_module(f"sotk.cli.{entry.module}")
                return module.command()  # type: ignore[no-any-return]
        return None

    def lines(self, ctx: click.Context) -> list[tuple[str, str]]:  # noqa: ARG002
        return [(entry.name, words(entry.help)) for entry in COMMANDS]

    def make_context(self, *args: Any, **keywords: Any) -> click.Context:
        with refusing():
            return super().make_context(*args, **keywords)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            with refusing():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo("\n" + words(msg("Stopped.")), err=True)
            raise SystemExit(_STOPPED) from None
        except BrokenPipeError:  # `| head`: the reader has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        except OSError as error:  # no command meant to, but a folder that cannot be made is no bug
            from sotk.cli.opened import refuse

            if error.filename is None:
                raise
            refuse(
                msg("{path} cannot be used: {reason}.", path=clean(str(error.filename)), reason=reason(error))
            )


def program() -> click.Group:
    """The group of all commands, in the language of the command line."""
    return LazyCommands(
        "sotk",
        help=words(
            msg("Design an organization's structure: check it, edit proposals, compare them, draw the chart.")
        ),
        params=[
            click.Option(
                ["--lang"],
                type=click.Choice(["id", "en"]),
                expose_value=False,
                help=words(msg("Language of the output.")),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    )


def main() -> None:
    """Run the command line. One short process: what is loaded at the start is never garbage."""
    # no plugin of another package has a say in what a file means, and looking for them takes time
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    gc.freeze()
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    arguments = language_of(sys.argv[1:])
    if arguments == ["--version"]:
        click.echo(f"sotk {__version__}")
        return
    if not arguments and sys.stdin.isatty() and sys.stdout.isatty():
        from sotk.cli.edit import start

        start()
        return
    program()(arguments, prog_name="sotk", standalone_mode=True)
