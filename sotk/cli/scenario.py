"""`sotk scenario`: start a proposal, take changes of another, write what it makes of its base, its minutes."""

from pathlib import Path
from typing import Final

import click

from sotk.cli.language import words
from sotk.cli.opened import opened, ready, refuse, relative
from sotk.cli.speaking import Command, Group
from sotk.locale import msg

PATH: Final = click.Path(path_type=Path)


def command() -> click.Command:
    from sotk.cli.rebase import command as rebase
    from sotk.cli.taking import command as take

    return Group(
        "scenario",
        help=words(msg("Work with proposals: operations on a base.")),
        commands=[_new_command(), _apply_command(), _log_command(), rebase(), take()],
    )


def _out() -> click.Option:
    return click.Option(["--out", "-o"], type=PATH, help=words(msg("The file to write.")))


def _new_command() -> click.Command:
    return Command(
        "new",
        callback=_new,
        help=words(msg("Start a proposal on a structure or on another proposal.")),
        params=[
            click.Argument(["name"]),
            click.Option(["--base"], type=PATH, required=True, help=words(msg("What it builds on."))),
            _out(),
        ],
    )


def _apply_command() -> click.Command:
    return Command(
        "apply",
        callback=_apply,
        help=words(msg("Write the structure that a proposal makes of its base.")),
        params=[
            click.Argument(["path"], type=PATH),
            _out(),
            click.Option(
                ["--partial"],
                is_flag=True,
                help=words(msg("Also where some changes are open or could not be done.")),
            ),
        ],
    )


def _log_command() -> click.Command:
    return Command(
        "log",
        callback=_log,
        help=words(msg("The minutes of a proposal: its changes and points with what was decided.")),
        params=[
            click.Argument(["path"], type=PATH),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "markdown", "json"]),
                default="text",
                help=words(msg("How the minutes are written.")),
            ),
        ],
    )


def _new(name: str, base: Path, out: Path | None) -> None:
    from sotk.files import digest, write_new
    from sotk.files.ids import slug
    from sotk.model import Scenario

    found = ready(base)
    id_ = slug(name) or "usulan"
    target = out or base.with_name(f"{id_}.yaml")
    scenario = Scenario(
        id=id_,
        name=name,
        base=relative(base, target),
        base_digest=digest(found.structure),
        effective=found.structure.header.effective,
    )
    finding = write_new(target, scenario)
    if finding is not None:
        taken = msg("{path} is there already; choose another with --out.", path=str(target))
        refuse(taken if target.exists() else finding.message)
    click.echo(words(msg("{path}: {name}. Next: sotk edit {path}", path=str(target), name=name)), err=True)


def _apply(path: Path, out: Path | None, *, partial: bool) -> None:
    from sotk.files import dump, write_new

    found = ready(path)
    if found.opened.partial and not partial:
        refuse(
            msg("Some changes are open or could not be done; mend them, or write what could with --partial.")
        )
    if out is None:
        click.echo(dump(found.structure), nl=False)
        return
    finding = write_new(out, found.structure)
    if finding is not None:
        refuse(finding.message)
    click.echo(words(msg("{path} is written.", path=str(out))), err=True)


def _log(path: Path, format_: str) -> None:
    from sotk.report.minutes import minutes, to_json, to_markdown, to_text
    from sotk.scenario import replay

    found, language = opened(path)
    scenario = found.loaded.scenario
    if scenario is None:
        refuse(msg("{path} is no scenario.", path=str(path)))
        return
    skipped = () if found.base is None else replay(found.base, scenario).skipped
    made = minutes(scenario, found.structure, found.base, skipped)
    writers = {"text": to_text, "markdown": to_markdown, "json": to_json}
    click.echo(writers[format_](made, language), nl=False)
