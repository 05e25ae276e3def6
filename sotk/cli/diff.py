"""`sotk diff`: what changed between two structures or scenarios."""

import sys
from pathlib import Path

import click

from sotk.cli.language import words
from sotk.cli.opened import is_terminal, ready
from sotk.locale import msg


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return click.Command(
        "diff",
        callback=_diff,
        help=words(
            msg("Say what changed from A to B: moved, renamed, merged, split, given to another unit.")
        ),
        params=[
            click.Argument(["before"], type=path, metavar="A"),
            click.Argument(["after"], type=path, metavar="B"),
            click.Option(["--exit-code"], is_flag=True, help=words(msg("Exit with 1 where they differ."))),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "json", "markdown", "html", "scenario"]),
                default="text",
                help=words(msg("How the differences are written.")),
            ),
        ],
    )


def _diff(before: Path, after: Path, format_: str, *, exit_code: bool) -> None:
    from sotk.compare import diff, output
    from sotk.files import dump

    old, new = ready(before), ready(after)
    found = diff(old.structure, new.structure)
    language = old.language
    if format_ == "json":
        text = output.to_json(found)
    elif format_ == "markdown":
        text = output.to_markdown(found, language)
    elif format_ == "html":
        text = output.to_html(found, language)
    elif format_ == "scenario":
        text = dump(output.to_scenario(found, base=before.name))
    else:
        text = output.to_text(found, language, colour=is_terminal(sys.stdout))
    click.echo(text, nl=False)
    raise SystemExit(1 if exit_code and found.facts else 0)
