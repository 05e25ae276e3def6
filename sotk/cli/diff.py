"""`sotk diff`: what changed between two structures or scenarios."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import is_terminal, ready
from sotk.cli.speaking import Command
from sotk.findings.names import clean
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.compare import Diff
    from sotk.model import Structure


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return Command(
        "diff",
        callback=_diff,
        help=words(
            msg("Say what changed from A to B: moved, renamed, merged, split, given to another unit.")
        ),
        params=[
            click.Argument(["before"], type=path, metavar="A"),
            click.Argument(["after"], type=path, metavar="B"),
            click.Option(
                ["--guess"],
                is_flag=True,
                help=words(msg("Trust no ids: pair units by names, places and duties, with scores.")),
            ),
            click.Option(["--exit-code"], is_flag=True, help=words(msg("Exit with 1 where they differ."))),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "json", "markdown", "html", "scenario"]),
                default="text",
                help=words(msg("How the differences are written.")),
            ),
        ],
    )


def _diff(before: Path, after: Path, format_: str, *, exit_code: bool, guess: bool) -> None:
    from sotk.compare import output
    from sotk.files import dump

    old, new = ready(before), ready(after)
    found = _compared(old.structure, new.structure, guess=guess)
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


def _compared(before: "Structure", after: "Structure", *, guess: bool) -> "Diff":
    """Exact where both sides give their ids; else by guesses, and what was left open goes to stderr."""
    from sotk.compare import diff, diff_guessed

    if not (guess or before.provisional or after.provisional):
        return diff(before, after)
    guessed = diff_guessed(before, after, trust_ids=not guess)
    for question in guessed.matching.questions:
        click.echo(
            words(
                msg(
                    "Is {unit} the same as one of {candidates}? It was left unpaired.",
                    unit=clean(before.units[question.before].name),
                    candidates=tuple(clean(after.units[pair.after].name) for pair in question.candidates),
                )
            ),
            err=True,
        )
    return guessed.diff
