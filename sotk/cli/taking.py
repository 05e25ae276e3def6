"""`sotk scenario take`: changes of another proposal come into one, with what they need, or none does."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import follow, words
from sotk.cli.opened import refuse
from sotk.cli.speaking import Command
from sotk.locale import Message, msg

if TYPE_CHECKING:
    from sotk.session.document import Document
    from sotk.session.opening import Desk
    from sotk.session.taking import Taking


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return Command(
        "take",
        callback=_take,
        help=words(
            msg("Take changes of another proposal over, with what they need; without numbers, list them.")
        ),
        params=[
            click.Argument(["path"], type=path),
            click.Argument(["other"], type=path),
            click.Argument(["numbers"], nargs=-1, type=click.IntRange(min=1)),
            click.Option(["--all", "all_"], is_flag=True, help=words(msg("Take all there are."))),
            click.Option(
                ["--against"],
                is_flag=True,
                help=words(msg("Also what contradicts the own proposal: the taken change holds.")),
            ),
        ],
    )


def _take(path: Path, other: Path, numbers: tuple[int, ...], *, all_: bool, against: bool) -> None:
    """Take changes by their numbers; exit 1 where they contradict the own proposal and nothing was written."""
    from sotk.session.taking import takeable, taking

    desk, theirs = _desk(path), _document(other)
    own = desk.document
    able = takeable(own, theirs)
    if not numbers and not all_:
        for line in _listed(own, theirs):
            click.echo(words(line))
        return
    strange = tuple(number for number in numbers if number not in able)
    plan = taking(own, theirs, able if all_ else numbers)
    if strange or plan is None:
        refuse(
            msg("Nothing to take under {numbers}: sotk scenario take lists what there is.", numbers=strange)
        )
        return
    _settled(plan, own, theirs, against=against)
    _write(desk, plan)
    for number in plan.numbers:
        click.echo(words(_line(number, own, theirs)))
    click.echo(
        words(msg("{n} changes were taken into {path}.", n=len(plan.numbers), path=str(path))), err=True
    )


def _desk(path: Path) -> "Desk":
    """The proposal that takes; exit 2 for what is none."""
    from sotk.findings.output import to_text
    from sotk.session.opening import Desk, open_desk

    desk = open_desk(path)
    if not isinstance(desk, Desk):
        click.echo(to_text(desk, follow(None)), err=True, nl=False)
        raise SystemExit(2)
    follow(desk.settings.language or (desk.pack.language if desk.pack else None))
    if desk.document.scenario is None:
        refuse(msg("{path} is no scenario.", path=str(path)))
    return desk


def _document(path: Path) -> "Document":
    """The other proposal; exit 2 where it cannot be read."""
    from sotk.findings.output import to_text
    from sotk.session.document import Document
    from sotk.session.opening import document_at

    found = document_at(path)
    if not isinstance(found, Document):
        click.echo(to_text(found, follow(None)), err=True, nl=False)
        raise SystemExit(2)
    if found.scenario is None:
        refuse(msg("{path} is no scenario.", path=str(path)))
    return found


def _settled(plan: "Taking", own: "Document", theirs: "Document", *, against: bool) -> None:
    """Go on only where the changes can come; say in words what they contradict."""
    from sotk.compare.output.subjects import Subjects
    from sotk.session.contradictions import contradiction

    names = Subjects(own.structure, theirs.structure)
    for conflict in plan.conflicts:
        click.echo(words(contradiction(conflict, names)), err=True)
    if plan.trial.refused:
        refuse(plan.trial.findings[0].message)
    if plan.conflicts and not against:
        click.echo(
            words(msg("Nothing was written. --against takes it all the same: the taken change holds.")),
            err=True,
        )
        raise SystemExit(1)


def _write(desk: "Desk", plan: "Taking") -> None:
    from sotk.session import Session

    session = Session(desk, journal=False)
    try:
        session.do(plan.edit)
        session.save()
        if session.said:
            refuse(session.said[0].message)
    finally:
        session.close()


def _listed(own: "Document", theirs: "Document") -> Iterator[Message]:
    """Each change that could come, with what it would bring along."""
    from sotk.session.taking import had, needs, takeable

    here = had(own, theirs)
    for number in takeable(own, theirs):
        needed = tuple(each for each in needs(theirs, number) if each not in here)
        line = _line(number, own, theirs)
        yield msg("{line} (needs {numbers})", line=line, numbers=needed) if needed else line


def _line(number: int, own: "Document", theirs: "Document") -> Message:
    from sotk.compare.output.operations import sentence
    from sotk.compare.output.subjects import Subjects

    assert theirs.scenario is not None  # noqa: S101 - it was asked for when it was opened
    names = Subjects(theirs.structure, own.structure)
    return msg(
        "{number}. {what}", number=number, what=sentence(theirs.scenario.operations[number - 1], names)
    )
