"""`sotk fmt`: writes a file in its canonical form; ids that are missing are chosen and stay."""

from dataclasses import replace
from pathlib import Path

import click

from sotk.cli.language import words
from sotk.cli.opened import opened, refuse
from sotk.cli.speaking import Command
from sotk.files import dump, revised, revised_scenario, write_text
from sotk.findings.output import to_text
from sotk.locale import msg, say


def command() -> click.Command:
    return Command(
        "fmt",
        callback=_fmt,
        help=words(
            msg(
                "Give every entity without an id its id, and leave all else as it is; --canonical rewrites all."
            )
        ),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path)),
            click.Option(
                ["--check"], is_flag=True, help=words(msg("Write nothing; exit with 1 if it would change."))
            ),
            click.Option(
                ["--canonical"],
                is_flag=True,
                help=words(msg("Write the whole file in canonical form; comments are lost.")),
            ),
        ],
    )


def _fmt(path: Path, *, check: bool, canonical: bool) -> None:
    found, language = opened(path)
    loaded = found.loaded
    value = loaded.structure or loaded.scenario
    if loaded.findings or value is None:
        click.echo(to_text(loaded.report(str(path)), language), err=True, nl=False)
        refuse(msg("{path} has findings; it is left as it is.", path=str(path)))
        return
    fixed = replace(loaded.structure, provisional=frozenset()) if loaded.structure else loaded.scenario
    assert fixed is not None  # noqa: S101 - one of the two is there
    text = loaded.text
    if canonical:
        text = dump(fixed)
    elif loaded.structure is not None and loaded.structure.provisional:
        text = revised(loaded, replace(loaded.structure, provisional=frozenset())) or text
    elif loaded.scenario is not None:
        text = revised_scenario(loaded, loaded.scenario, give_ids=True) or text
    if text == loaded.text:
        return
    if check:
        click.echo(words(msg("{path} would change.", path=str(path))))
        raise SystemExit(1)
    finding = write_text(path, text, expected=loaded.text)
    if finding is not None:
        refuse(say(finding.message, language))
