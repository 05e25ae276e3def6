"""`sotk check`: what was found in files, and by the rules in the structures they give."""

import sys
from pathlib import Path
from typing import Final

import click

from sotk.cli.language import words
from sotk.cli.opened import exit_code, is_terminal, opened
from sotk.cli.progress import each, working
from sotk.cli.reviewing import Review
from sotk.cli.speaking import Command
from sotk.findings import Report
from sotk.locale import Language, msg
from sotk.workspace import Opened

_NO_FILE: Final = frozenset({"FIL001", "FIL002"})
"""Findings that say a path leads to nothing that can be read: with a path of the command, it could not run."""


def command() -> click.Command:
    return Command(
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
                ["--baseline"],
                type=click.Path(path_type=Path),
                help=words(msg("Speak only of what this baseline does not hold.")),
            ),
            click.Option(
                ["--write-baseline"],
                type=click.Path(path_type=Path),
                help=words(msg("Record all that was found as a baseline.")),
            ),
            click.Option(["--plugin"], multiple=True, help=words(msg("Also this rule of another package."))),
            click.Option(
                ["--fix"],
                is_flag=True,
                help=words(msg("Do what findings offer as their fix; shows it first.")),
            ),
            click.Option(["--yes"], is_flag=True, help=words(msg("With --fix: do not ask."))),
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
    plugin: tuple[str, ...],
    fail_on: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    format_: str,
    *,
    fix: bool,
    yes: bool,
) -> None:
    review = Review(select, ignore, plugin, baseline)
    report = Report((), ())
    language: Language | None = None
    threshold = fail_on
    documents = _documents(paths or (Path(),))
    # a fix asks its questions on the terminal: no other line may be written there
    for path in documents if fix else each(msg("Checking"), documents, len(documents)):
        found, spoken = opened(path)
        language = language or spoken
        threshold = threshold or found.settings.fail_on
        if fix:
            _fix(found, path, spoken, ask=not yes)
            found, _ = opened(path)
        report = report.joined(review.document(found, str(path)))
    if not report.files:
        click.echo(words(msg("There is no structure and no scenario here.")), err=True)
        raise SystemExit(2)
    with working(msg("Checking across agencies")):
        report = report.joined(review.together())
    if write_baseline is not None:
        review.record(write_baseline)
    click.echo(written(report, language or "en", format_), nl=False)
    named = {str(path) for path in paths}
    if any(entry.finding.code in _NO_FILE and entry.file in named for entry in report.entries):
        raise SystemExit(2)
    raise SystemExit(exit_code(report, threshold or "error"))


def _fix(found: Opened, path: Path, language: Language, *, ask: bool) -> None:
    from sotk.cli.fixing import fix

    fix(found, str(path), language, ask=ask)


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
