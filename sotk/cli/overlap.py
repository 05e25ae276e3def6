"""`sotk overlap`: duties that two units may both carry, ranked, explained, as a matrix; or scores of a CSV."""

import shutil
import sys
from pathlib import Path
from typing import Any, Final

import click

from sotk.cli.language import words
from sotk.cli.opened import refuse
from sotk.cli.overlapping import BETWEEN, Asked, Found, find
from sotk.cli.progress import working
from sotk.cli.speaking import Command
from sotk.locale import msg

WIDTH_OF_A_FILE: Final = 110
WIDEST: Final = 140


def command() -> click.Command:
    return Command(
        "overlap",
        callback=_overlap,
        help=words(
            msg("Find duties that two units may both carry, in one agency, or across all that are named.")
        ),
        params=[*_what_is_compared(), *_how_it_is_shown()],
    )


def _what_is_compared() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Argument(["paths"], nargs=-1, type=path),
        click.Option(
            ["--threshold"],
            type=click.FloatRange(0, 1),
            default=0.5,
            show_default=True,
            help=words(msg("Show overlaps from this score on, 0 to 1.")),
        ),
        click.Option(
            ["--against"],
            type=path,
            help=words(msg("Only what is new or gone since this structure; base is that of the scenario.")),
        ),
        click.Option(
            ["--between"],
            type=click.Choice(BETWEEN),
            help=words(msg("Only between agencies, or only between the line and what carries out (UPTD).")),
        ),
        click.Option(
            ["--unit"],
            multiple=True,
            help=words(msg("Only pairs with this branch; given twice, only between the two.")),
        ),
        click.Option(
            ["--delegation"],
            is_flag=True,
            help=words(msg("Also duties that a unit hands down to one below it.")),
        ),
        click.Option(
            ["--waived"],
            is_flag=True,
            help=words(msg("Also overlaps that are accepted, with the reason.")),
        ),
    ]


def _how_it_is_shown() -> list[click.Parameter]:
    path = click.Path(path_type=Path)
    return [
        click.Option(
            ["--most"],
            type=click.IntRange(min=1),
            default=20,
            show_default=True,
            help=words(msg("At most so many pairs of units in text.")),
        ),
        click.Option(
            ["--duties"],
            type=click.IntRange(min=1),
            default=3,
            show_default=True,
            help=words(msg("At most so many pairs of duties of two units in text.")),
        ),
        click.Option(
            ["--matrix"],
            type=path,
            help=words(
                msg("Draw units against units in this file; its ending decides: svg, png, pdf, html.")
            ),
        ),
        click.Option(
            ["--depth"],
            type=click.IntRange(min=0),
            help=words(msg("With --matrix: units below this level count with the one above them.")),
        ),
        click.Option(
            ["--pairs"],
            type=path,
            help=words(msg("A CSV file with unit_a, duty_a, unit_b, duty_b: give each pair its score.")),
        ),
        click.Option(
            ["--format", "format_"],
            type=click.Choice(["text", "json", "csv"]),
            default="text",
            help=words(msg("How the overlaps are written.")),
        ),
    ]


def _overlap(
    pairs: Path | None,
    matrix: Path | None,
    depth: int | None,
    most: int,
    duties: int,
    format_: str,
    **asked: Any,
) -> None:
    if pairs is not None:
        from sotk.cli.overlap_data import scored

        click.echo(scored(pairs, format_), nl=False)
        return
    unit = asked.pop("unit")
    if matrix is not None:
        from sotk.cli.overlap_matrix import writer_of

        write = writer_of(matrix)
        write(find(Asked(units=unit, **asked)), depth)
        return
    if depth is not None:
        refuse(msg("--depth belongs to --matrix."))
    click.echo(_written(find(Asked(units=unit, **asked)), most, duties, format_), nl=False)


def _written(found: Found, most: int, duties: int, format_: str) -> str:
    from sotk.cli.overlap_data import to_csv, to_json
    from sotk.cli.overlap_text import to_text

    with working(msg("Saying why")):
        if format_ == "json":
            return to_json(found)
        if format_ == "csv":
            return to_csv(found)
        return to_text(found, most=most, duties=duties, width=_width())


def _width() -> int:
    """That of the terminal, up to what can be read; a file is wrapped as a page is."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else WIDTH_OF_A_FILE
