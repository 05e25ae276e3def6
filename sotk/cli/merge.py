"""`sotk merge`: two documents made from a third become one; what they contradict each other in is kept open.

Also git's merge driver (see `sotk git install`): then a document that is not ours, or cannot be read, is
left to git's own merge by lines.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import ready, refuse
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.files import Loaded


def command() -> click.Command:
    path = click.Path(path_type=Path, dir_okay=False)
    return click.Command(
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

    sides = (load(base), load(ours), load(theirs))
    if not _are_whole(sides):
        if place is not None and out is not None:
            raise SystemExit(merge_lines(base, ours, theirs, out))
        _refuse_sides(sides)
    text, conflicts = _merged(sides, place or ours)
    if text is None:
        refuse(
            msg(
                "{path} is written in a way that cannot be edited without losing something: run sotk fmt on it.",
                path=str(ours),
            )
        )
        return
    for comment in _comments_lost(*(side.text for side in sides)):
        click.echo(
            words(msg("A comment of {path} is left behind: {comment}", path=str(theirs), comment=comment)),
            err=True,
        )
    _write(text, sides[1], out)
    click.echo(words(msg("Merged; left open: {n}.", n=conflicts)), err=True)
    raise SystemExit(1 if conflicts else 0)


def _are_whole(sides: "tuple[Loaded, ...]") -> bool:
    """Whether all are documents of one kind, and nothing in them was left out when they were read."""
    return len({side.kind for side in sides} - {None}) == 1 and not any(_faults(side) for side in sides)


def _faults(side: "Loaded") -> bool:
    """Whether a merge could lose what the document says; conflicts that are open already are data."""
    return side.kind is None or any(
        finding.severity == "error" and finding.code != "INT012" for finding in side.findings
    )


def _refuse_sides(sides: "tuple[Loaded, ...]") -> None:
    from sotk.cli.language import follow
    from sotk.findings.output import to_text

    for side in sides:
        if _faults(side):
            click.echo(to_text(side.report(), follow(None)), err=True, nl=False)
    refuse(msg("Three structures, or three versions of one proposal, are needed, without errors."))


def _merged(sides: "tuple[Loaded, ...]", place: Path) -> tuple[str | None, int]:
    """The text of OURS with the merge in it, and how many conflicts are left open."""
    from sotk.compare import merge, merge_scenarios
    from sotk.files import revised, revised_scenario

    base, ours, theirs = sides
    if base.structure and ours.structure and theirs.structure:
        whole = merge(base.structure, ours.structure, theirs.structure)
        return revised(ours, whole.structure), len(whole.conflicts)
    if base.scenario is None or ours.scenario is None or theirs.scenario is None:
        return None, 0
    below = ready(place.parent / ours.scenario.base)
    proposals = merge_scenarios(below.structure, base.scenario, ours.scenario, theirs.scenario)
    return revised_scenario(ours, proposals.scenario), len(proposals.conflicts)


def _comments_lost(base: str, ours: str, theirs: str) -> list[str]:
    """Comments that THEIRS brought: the text that is written is that of OURS."""
    from sotk.text.chunks import all_comments

    known = {*all_comments(base), *all_comments(ours)}
    return [comment for comment in all_comments(theirs) if comment not in known]


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
