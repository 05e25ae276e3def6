"""`sotk log`: what each commit changed in a structure, in its own words."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sotk.cli.language import words
from sotk.cli.opened import is_terminal, ready, unit_of
from sotk.cli.speaking import Command
from sotk.cli.versions import changes_of, history_of, stamp
from sotk.findings.names import clean
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.workspace.history import Version


def command() -> click.Command:
    return Command(
        "log",
        callback=_log,
        help=words(msg("Say what each commit changed in a structure or a proposal, newest first.")),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path)),
            click.Option(["--unit"], help=words(msg("Only what concerns this unit."))),
            click.Option(
                ["--limit", "-n"], type=click.IntRange(1), help=words(msg("The last so many changes only."))
            ),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "json"]),
                default="text",
                help=words(msg("How the history is written.")),
            ),
        ],
    )


def _log(path: Path, unit: str | None, limit: int | None, format_: str) -> None:
    import json
    from itertools import islice

    from sotk.compare import output

    found = ready(path)
    wanted = unit_of(found.structure, unit)
    changes = islice(changes_of(found, history_of(path), wanted), limit)
    if format_ == "json":
        entries = [
            {**_data(version), "changes": [] if diff is None else output.to_data(diff)["changes"]}
            for version, diff in changes
        ]
        click.echo(json.dumps({"version": 1, "commits": entries}, ensure_ascii=False, indent=2))
        return
    colour = is_terminal(sys.stdout)
    for version, diff in changes:
        click.echo(_headline(version, colour=colour))
        if diff is None:
            click.echo("    " + words(msg("the first version")))
            continue
        text = output.to_text(diff, found.language, colour=colour)
        click.echo("".join(f"    {line}".rstrip() + "\n" for line in text.splitlines()[2:]))


def _headline(version: "Version | None", *, colour: bool) -> str:
    said = stamp(version) if version is None else f"{stamp(version)}  {clean(version.subject)}"
    return f"\x1b[1m{said}\x1b[0m" if colour else said


def _data(version: "Version | None") -> dict[str, Any]:
    if version is None:
        return {"commit": None}
    return {
        "commit": version.commit,
        "author": version.author,
        "time": version.time.isoformat(),
        "subject": version.subject,
    }
