"""`sotk demo`: the tour on the shipped structure; writes into one folder and says what to open next."""

from pathlib import Path

import click

from sotk.cli.check import checked_report
from sotk.cli.language import words
from sotk.cli.opened import opened, refuse
from sotk.cli.shipped import structures_folder
from sotk.locale import Language, msg


def command() -> click.Command:
    return click.Command(
        "demo",
        callback=_demo,
        help=words(msg("Take the tour on Dinas Sosial Provinsi Jawa Barat: check, draw, and what to open next.")),
        params=[
            click.Option(
                ["--out"],
                type=click.Path(path_type=Path, file_okay=False),
                default=Path("demo"),
                help=words(msg("The folder to write to; demo if not said.")),
            )
        ],
    )


def _demo(out: Path) -> None:
    from sotk.findings.output import to_text

    source = structures_folder() / "dinsos-jabar"
    out.mkdir(parents=True, exist_ok=True)
    copied = [_copied(path, out) for path in sorted(source.glob("*.yaml"))]
    structure = out / "eksisting.yaml"
    found, language = opened(structure)
    if found.structure is None:
        refuse(msg("The shipped structure cannot be read."))
        return
    _headline(msg("1. Dinas Sosial Provinsi Jawa Barat around 2020, in {path}", path=str(structure)))
    click.echo(words(_size(found.structure)))
    _headline(msg("2. What a reviewer would find (sotk check {path})", path=str(structure)))
    click.echo(to_text(checked_report(found, str(structure)), language, colour=False), nl=False)
    pictures = _draw(structure, out, language)
    _headline(msg("3. The official chart"))
    for picture in pictures:
        click.echo(f"  {picture}")
    _headline(msg("Next"))
    for line in _next_steps(structure, copied):
        click.echo(f"  {line}")


def _headline(message: object) -> None:
    from sotk.locale import Message

    assert isinstance(message, Message)  # noqa: S101 - only called with messages
    click.echo(f"\n{words(message)}")


def _size(structure: object) -> "object":
    from sotk.model import Structure

    assert isinstance(structure, Structure)  # noqa: S101 - only called with a structure
    return msg(
        "{units} units, {positions} kinds of posts, {duties} duties, {indicators} indicators.",
        units=len(structure.units),
        positions=sum(1 for _ in structure.positions()),
        duties=sum(1 for _ in structure.duties()),
        indicators=len(structure.indicators),
    )
