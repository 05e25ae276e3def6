"""`sotk blame`: which commit changed each unit last."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import ready
from sotk.cli.speaking import Command
from sotk.cli.versions import changes_of, history_of, stamp
from sotk.findings.names import clean
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.compare import Diff
    from sotk.workspace.history import Version


def command() -> click.Command:
    return Command(
        "blame",
        callback=_blame,
        help=words(msg("Say for each unit which commit changed it last.")),
        params=[click.Argument(["path"], type=click.Path(path_type=Path))],
    )


def _blame(path: Path) -> None:
    found = ready(path)
    last: dict[str, Version | None] = {}
    structure = found.structure
    for version, diff in changes_of(found, history_of(path), None):
        changed = structure.units if diff is None else _units(diff)
        for unit in changed:
            last.setdefault(unit, version)
    depths: dict[str, int] = {}
    for each in structure.walk():
        depths[each.id] = depths[each.parent] + 1 if each.parent is not None else 0
        said = stamp(last.get(each.id))
        click.echo(f"{said}  {'  ' * depths[each.id]}{clean(each.name)}")


def _units(diff: "Diff") -> set[str]:
    """The units a difference is about."""
    about = (fact.id if fact.entity == "unit" else fact.unit for fact in diff.facts)
    return {unit for unit in about if unit is not None}
