"""`sotk git install`: from then on git merges structures and proposals of a repository by what they say."""

import shlex
import shutil
import sys
from pathlib import Path

import click

from sotk.cli.language import words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command, Group
from sotk.locale import msg


def command() -> click.Command:
    return Group(
        "git",
        help=words(msg("Work with git.")),
        commands=[
            Command(
                "install",
                callback=_install,
                help=words(
                    msg(
                        "Let git merge the YAML files of this repository with sotk; others stay as they were."
                    )
                ),
                params=[
                    click.Argument(
                        ["folder"],
                        type=click.Path(path_type=Path),
                        default=".",
                    )
                ],
            )
        ],
    )


def _install(folder: Path) -> None:
    from sotk.workspace.git import GitRefused, install_merge

    if not folder.is_dir():
        refuse(msg("There is no folder {path}.", path=str(folder)))
    try:
        root = install_merge(folder, _program())
    except GitRefused as error:
        refuse(error.message)
    except OSError as error:
        refuse(msg("{path} could not be written: {reason}.", path=".gitattributes", reason=str(error)))
    else:
        click.echo(
            words(
                msg(
                    "git now merges the structures of {root} by what they say. Commit .gitattributes; everyone who works here runs sotk git install once.",
                    root=str(root),
                )
            )
        )


def _program() -> str:
    """How git's shell starts this program: by its name where it is on the path, else by this Python."""
    return "sotk" if shutil.which("sotk") else f"{shlex.quote(Path(sys.executable).as_posix())} -m sotk.cli"
