"""What every command does first: open a path in its workspace and follow its language."""

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from sotk.cli.language import follow, words
from sotk.findings import Report
from sotk.findings.names import clean
from sotk.findings.output import to_text
from sotk.locale import Language, msg
from sotk.model import Structure
from sotk.packs import Pack
from sotk.workspace import Opened, open_path


@dataclass(frozen=True, slots=True)
class Ready:
    """A structure with its pack, ready to be looked at."""

    opened: Opened
    structure: Structure
    pack: Pack
    language: Language


def opened(path: Path) -> tuple[Opened, Language]:
    """Open a document; the language of the run follows its settings, then its pack."""
    found = open_path(path)
    return found, follow(found.settings.language or (found.pack.language if found.pack else None))


def ready(path: Path) -> Ready:
    """A structure to look at. What was wrong with its file goes to stderr; without one, exit 2."""
    found, language = opened(path)
    if found.report.entries:
        click.echo(to_text(found.report, language, colour=is_terminal(sys.stderr)), err=True, nl=False)
    if found.structure is None or found.pack is None:
        raise SystemExit(2)
    return Ready(found, found.structure, found.pack, language)


def is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal that shows colours."""
    import os

    return bool(getattr(stream, "isatty", lambda: False)()) and "NO_COLOR" not in os.environ


def unit_of(structure: Structure, unit: str | None) -> str | None:
    """The id of a unit the user named by its id or its name; exit 2 with the nearest for a stranger."""
    if unit is None or unit in structure.units:
        return unit
    named = [each.id for each in structure.units.values() if _plain(each.name) == _plain(unit)]
    if len(named) == 1:
        return named[0]
    near = named or _nearest(structure, unit)
    told = tuple(f"{each} ({clean(structure.units[each].name)})" for each in near)
    given = clean(unit)
    if named:
        refuse(
            msg(
                "{n} units are called {unit}; name one by its id: {near}.", n=len(near), unit=given, near=told
            )
        )
    refuse(
        msg("There is no unit {unit}. Near: {near}.", unit=given, near=told)
        if near
        else msg("There is no unit {unit}.", unit=given)
    )
    return None


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())


def _nearest(structure: Structure, unit: str) -> list[str]:
    """Units whose id or name is like what was typed, the likest first."""
    from difflib import get_close_matches

    ids = get_close_matches(unit, structure.units, n=3, cutoff=0.6)
    names = {_plain(each.name): each.id for each in structure.units.values()}
    likes = [names[name] for name in get_close_matches(_plain(unit), names, n=3, cutoff=0.6)]
    return list(dict.fromkeys([*ids, *likes]))[:3]


def refuse(message: object) -> None:
    """Say why the command cannot run, and exit with 2."""
    from sotk.locale import Message

    text = words(message) if isinstance(message, Message) else str(message)
    click.echo(f"sotk: {text}", err=True)
    raise SystemExit(2)


def exit_code(report: Report, fail_on: str) -> int:
    """1 where a finding is at or above a severity, else 0."""
    severity = next((known for known in ("error", "warning", "advice") if known == fail_on), "error")
    return 1 if report.reaches(severity) else 0  # type: ignore[arg-type] # one of the three


def relative(base: Path, target: Path) -> str:
    """The path of the base as a scenario writes it: from its own folder, with forward slashes."""
    import os

    return Path(os.path.relpath(base, target.parent)).as_posix()
