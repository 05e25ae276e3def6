"""`sotk scenario rebase`: put a proposal on a base that has moved on, or on another one."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, is_terminal, opened, ready, refuse, relative
from sotk.cli.speaking import Command
from sotk.findings import Report
from sotk.findings.output import to_text
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.compare import Rebased
    from sotk.model import Scenario, Structure


def command() -> click.Command:
    path = click.Path(path_type=Path)
    return Command(
        "rebase",
        callback=_rebase,
        help=words(msg("Put a proposal on the present state of its base, or on another one.")),
        params=[
            click.Argument(["path"], type=path),
            click.Option(
                ["--onto"], type=path, help=words(msg("The new base; without it the one it names."))
            ),
        ],
    )


def _rebase(path: Path, onto: Path | None) -> None:
    import sys

    from sotk.compare import rebase
    from sotk.files import save_scenario

    found, language = opened(path)
    scenario = found.loaded.scenario
    if scenario is None:
        refuse(msg("{path} is no scenario.", path=str(path)))
        return
    named = path.parent / scenario.base
    base = ready(onto or named)
    if onto is not None:
        scenario = replace(scenario, base=relative(onto, path))
    rebased = rebase(scenario, base.structure, _old_base(scenario, base, named))
    saved = save_scenario(found.loaded, rebased.scenario)
    said = (*rebased.findings, *saved.findings)
    if said:
        report = Report.of(str(path), scenario.id, said, found.loaded.places)
        click.echo(to_text(report, language, colour=is_terminal(sys.stderr)), err=True, nl=False)
    if saved.loaded is None:
        raise SystemExit(2)
    _tell(path, rebased)
    raise SystemExit(1 if rebased.conflicts or rebased.findings else 0)


def _old_base(scenario: "Scenario", base: Ready, named: Path) -> "Structure | None":
    """The base as it was when the proposal was made: the present one, or that of the history."""
    from sotk.files import digest
    from sotk.workspace.git import GitRefused
    from sotk.workspace.history import History

    wanted = scenario.base_digest
    if wanted is None:
        return None
    if wanted == digest(base.structure):
        return base.structure
    try:
        return History(named).with_digest(wanted)
    except GitRefused:
        return None


def _tell(path: Path, rebased: "Rebased") -> None:
    click.echo(
        words(
            msg(
                "{path} stands on its new base: {n} changes, left open: {open}.",
                path=str(path),
                n=len(rebased.scenario.operations),
                open=len(rebased.conflicts),
            )
        ),
        err=True,
    )
    if rebased.two_way:
        click.echo(
            words(
                msg(
                    "The base the proposal was made on is not in the history: what both sides changed could not be seen."
                )
            ),
            err=True,
        )
