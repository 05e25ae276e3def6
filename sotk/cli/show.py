"""`sotk show`: a structure as an outline in the terminal."""

import shutil
import sys
from pathlib import Path

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, ready, unit_of
from sotk.locale import msg


def command() -> click.Command:
    return click.Command(
        "show",
        callback=_show,
        help=words(msg("Show a structure as an outline: kinds, heads, echelons, spans.")),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path)),
            click.Option(["--unit"], help=words(msg("Only this unit and what is below it."))),
            click.Option(["--depth"], type=click.IntRange(min=0), help=words(msg("Levels below the top."))),
        ],
    )


def _show(path: Path, unit: str | None, depth: int | None) -> None:
    found = ready(path)
    click.echo(outline_text(found, unit_of(found.structure, unit), depth), nl=False)


def outline_text(found: Ready, unit: str | None = None, depth: int | None = None) -> str:
    """The outline of a structure, as wide as the terminal."""
    from sotk.chart.layout.outline import outline
    from sotk.chart.listing import Extra, listing
    from sotk.chart.render.text import lines
    from sotk.graph import OrgGraph

    structure, pack, language = found.structure, found.pack, found.language
    groups = frozenset(kind.id for kind in pack.kinds.values() if not kind.structural)
    graph = OrgGraph(structure, groups)
    spans = {each: str(below) for each in structure.units if (below := graph.span(each))}
    items, columns = listing(
        structure,
        unit=unit,
        depth=depth,
        language=language,
        kind_names={kind.id: getattr(kind.name, language) for kind in pack.kinds.values()},
        extras=(Extra(head=words(msg("Span")), values=spans),),
        unplaced=tuple(entry.unit for entry in found.opened.loaded.unplaced),
    )
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return lines(outline(items, columns, width))
