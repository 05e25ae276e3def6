"""`sotk edit`: the editor on one document, in the terminal."""

import os
import sys
from pathlib import Path

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import is_terminal, refuse
from sotk.cli.speaking import Command
from sotk.locale import msg


def command() -> click.Command:
    return Command(
        "edit",
        callback=edit,
        help=words(msg("Edit a structure or a proposal in the terminal, with findings as you go.")),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path)),
            click.Option(
                ["--mouse/--no-mouse"],
                default=True,
                help=words(msg("Without the mouse, the terminal itself can mark and copy text.")),
            ),
            click.Option(
                ["--presenter"], is_flag=True, help=words(msg("For a room: large marks, fewer panels (P)."))
            ),
            click.Option(
                ["--flat"],
                is_flag=True,
                help=words(msg("For screen readers: one column, in words (T).")),
            ),
        ],
    )


def edit(path: Path, *, mouse: bool = True, presenter: bool = False, flat: bool = False) -> None:
    """Open the editor on a document; exit 2 where it cannot be opened."""
    from sotk.findings.output import to_text
    from sotk.session.opening import Desk, open_desk

    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        refuse(msg("The editor needs a terminal. Without one: sotk show, sotk check."))
    if path.is_dir():
        start(path, mouse=mouse, presenter=presenter, flat=flat)
        return
    desk = open_desk(path)
    if not isinstance(desk, Desk):
        follow(None)
        click.echo(to_text(desk, follow(None), colour=is_terminal(sys.stderr)), err=True, nl=False)
        raise SystemExit(2)
    language = follow(desk.settings.language or (desk.pack.language if desk.pack else None))
    from sotk.tui.app import editor_of
    from sotk.tui.shell import Modes

    editor_of(desk, language, Modes(presenter, flat, mouse)).run()


def start(
    folder: Path | None = None, *, mouse: bool = True, presenter: bool = False, flat: bool = False
) -> None:
    """What `sotk` alone does in a terminal, and `sotk edit` with a folder: say what there is to open."""
    from sotk.cli.shipped import structures_folder
    from sotk.tui.app import welcome
    from sotk.tui.shell import Modes
    from sotk.workspace import read_settings, root_of

    folder = folder or Path.cwd()
    settings, _ = read_settings(root_of(folder))
    example = structures_folder() / "dinsos-jabar"
    modes = Modes(presenter, flat, mouse)
    welcome(folder, example, follow(settings.language or "id"), modes).run()
