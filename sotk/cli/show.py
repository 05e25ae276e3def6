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
            click.Option(
                ["--metrics"], is_flag=True, help=words(msg("Spans, layers, posts and complexity instead."))
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=words(msg("With --metrics: as JSON."))),
            click.Option(["--depth"], type=click.IntRange(min=0), help=words(msg("Levels below the top."))),
        ],
    )


def _show(path: Path, unit: str | None, depth: int | None, *, metrics: bool, as_json: bool) -> None:
    found = ready(path)
    if metrics:
        click.echo(metrics_text(found, as_json=as_json), nl=False)
        return
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


def metrics_text(found: Ready, *, as_json: bool = False) -> str:
    """What the structure measures, with small bar charts, or as JSON."""
    import json

    from sotk.graph.metrics import metrics
    from sotk.graph.metrics_output import as_data, as_text

    measured = metrics(found.structure, found.pack)
    if as_json:
        return json.dumps(as_data(measured), ensure_ascii=False, indent=2) + "\n"
    return as_text(measured, found.pack, found.language)
