"""`sotk check`: what was found in files, and by the rules in the structures they give."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sotk.cli.language import words
from sotk.cli.opened import exit_code, is_terminal, opened
from sotk.findings import Report
from sotk.locale import Language, msg
from sotk.workspace import Opened

if TYPE_CHECKING:
    from sotk.rules import RuleSettings


def command() -> click.Command:
    return click.Command(
        "check",
        callback=_check,
        help=words(
            msg("Find what a strict reviewer would find, with the article. A folder means all in it.")
        ),
        params=[
            click.Argument(["paths"], nargs=-1, type=click.Path(path_type=Path)),
            click.Option(["--select"], multiple=True, help=words(msg("Only rules of this code or name."))),
            click.Option(["--ignore"], multiple=True, help=words(msg("No rules of this code or name."))),
            click.Option(
                ["--fail-on"],
                type=click.Choice(["error", "warning", "advice"]),
                help=words(msg("Exit with 1 from this severity on; error if not said.")),
            ),
            click.Option(
                ["--format", "format_"],
                type=click.Choice(["text", "json", "sarif", "github"]),
                default="text",
                help=words(msg("How the findings are written.")),
            ),
        ],
    )


def _check(
    paths: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    format_: str,
) -> None:
    report = Report((), ())
    language: Language | None = None
    threshold = fail_on
    for path in _documents(paths or (Path(),)):
        found, spoken = opened(path)
        language = language or spoken
        threshold = threshold or found.settings.fail_on
        report = report.joined(checked_report(found, str(path), select, ignore))
    if not report.files:
        click.echo(words(msg("There is no structure and no scenario here.")), err=True)
        raise SystemExit(2)
    click.echo(written(report, language or "en", format_), nl=False)
    raise SystemExit(exit_code(report, threshold or "error"))


def checked_report(
    found: Opened, shown: str, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Report:
    """What was found while reading a document, then what the rules found in its structure."""
    if found.structure is None or found.pack is None:
        return found.report
    from sotk.rules import check
    from sotk.workspace.places import places_of

    settings = rule_settings(found)
    findings = check(found.structure, found.pack, settings, select=select, ignore=ignore, base=found.base)
    ruled = Report.of(shown, found.structure.id, findings, places_of(found.loaded))
    return found.report.joined(Report(ruled.entries, ()))


def rule_settings(found: Opened) -> "RuleSettings":
    """The settings of the rules of a workspace; exit 2 where they cannot be used."""
    from pydantic import ValidationError

    from sotk.rules import RuleSettings

    try:
        return RuleSettings.model_validate(found.settings.rules)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(step) for step in problem["loc"])
        click.echo(f"sotk.yaml: rules.{place}: {problem['msg']}", err=True)
        raise SystemExit(2) from error


def written(report: Report, language: Language, format_: str) -> str:
    """A report in one of the formats."""
    from sotk import __version__
    from sotk.findings.output import to_github, to_json, to_sarif, to_text

    if format_ == "json":
        return to_json(report, language)
    if format_ == "sarif":
        return to_sarif(report, language, __version__)
    if format_ == "github":
        return to_github(report, language)
    return to_text(report, language, colour=is_terminal(sys.stdout))


def _documents(paths: tuple[Path, ...]) -> list[Path]:
    from sotk.workspace import documents

    found: list[Path] = []
    for path in paths:
        found += documents(path) if path.is_dir() else [path]
    return list(dict.fromkeys(found))
