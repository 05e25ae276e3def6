"""`sotk merge`: two documents made from a third become one; what they contradict each other in is kept open.

Also git's merge driver (see `sotk git install`): then a document that is not ours, or cannot be read, is
left to git's own merge by lines.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import ready, refuse
from sotk.cli.speaking import Command
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.files import Loaded


def command() -> click.Command:
    path = click.Path(path_type=Path, dir_okay=False)
    return Command(
        "merge",
        callback=_merge,
        help=words(msg("Merge two structures, or two versions of a proposal, that were made from BASE.")),
        params=[
            click.Argument(["base"], type=path),
            click.Argument(["ours"], type=path),
            click.Argument(["theirs"], type=path),
            click.Option(["--out", "-o"], type=path, help=words(msg("The file to write; may be OURS."))),
            click.Option(
                ["--path", "place"],
                type=path,
                help=words(msg("Where the document stands in its repository: git's merge driver says it.")),
            ),
        ],
    )


def _merge(base: Path, ours: Path, theirs: Path, out: Path | None, place: Path | None) -> None:
    from sotk.files import load
    from sotk.workspace.git import merge_lines
    from sotk.workspace.merging import is_mergeable, merge_texts

    sides = (load(base), load(ours), load(theirs))
    if len({side.kind for side in sides}) > 1 or not all(map(is_mergeable, sides)):
        if place is not None and out is not None:
            raise SystemExit(merge_lines(base, ours, theirs, out))
        _refuse_sides(sides)
    scenario = sides[1].scenario
    below = None if scenario is None else ready((place or ours).parent / scenario.base).structure
    merged = merge_texts(*sides, below)
    if merged is None:
        refuse(
            msg(
                "{path} is written in a way that cannot be edited without losing something: run sotk fmt on it.",
                path=str(ours),
            )
        )
        return
    _write(merged.text, sides[1], out)
    click.echo(words(msg("Merged; left open: {n}.", n=merged.conflicts)), err=True)
    raise SystemExit(1 if merged.conflicts else 0)


def _refuse_sides(sides: "tuple[Loaded, ...]") -> None:
    from sotk.cli.language import follow
    from sotk.findings.output import to_text
    from sotk.workspace.merging import is_mergeable

    for side in sides:
        if not is_mergeable(side):
            click.echo(to_text(side.report(), follow(None)), err=True, nl=False)
    refuse(msg("Three structures, or three versions of one proposal, are needed, without errors."))


def _write(text: str, ours: "Loaded", out: Path | None) -> None:
    from sotk.files import write_text

    if out is None:
        click.echo(text, nl=False)
        return
    same = ours.path is not None and out.exists() and out.samefile(ours.path)
    if out.exists() and not same:
        refuse(msg("{path} is there already; choose another with --out.", path=str(out)))
    finding = write_text(out, text, expected=ours.text if same else None)
    if finding is not None:
        refuse(finding.message)
