"""`sotk show`: a structure as an outline in the terminal."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sotk.cli.language import words
from sotk.cli.opened import Ready, ready, unit_of
from sotk.cli.speaking import Command
from sotk.locale import msg

if TYPE_CHECKING:
    from sotk.chart.overlays.overlap import Standing


def command() -> click.Command:
    return Command(
        "show",
        callback=_show,
        help=words(msg("Show a structure as an outline: kinds, heads, echelons, spans.")),
        params=[
            click.Argument(["path"], type=click.Path(path_type=Path)),
            click.Option(["--unit"], help=words(msg("Only this unit and what is below it."))),
            click.Option(
                ["--metrics"], is_flag=True, help=words(msg("Spans, layers, posts and complexity instead."))
            ),
            click.Option(
                ["--overlap"],
                is_flag=True,
                help=words(msg("Mark units whose duties overlap with those of another.")),
            ),
            click.Option(["--json", "as_json"], is_flag=True, help=words(msg("As JSON."))),
            click.Option(["--depth"], type=click.IntRange(min=0), help=words(msg("Levels below the top."))),
        ],
    )


def _show(
    path: Path, unit: str | None, depth: int | None, *, metrics: bool, overlap: bool, as_json: bool
) -> None:
    found = ready(path)
    if metrics:
        click.echo(metrics_text(found, as_json=as_json), nl=False)
        return
    unit = unit_of(found.structure, unit)
    standings = _standings(found) if overlap else None
    if as_json:
        click.echo(outline_json(found, unit, depth, standings), nl=False)
        return
    click.echo(outline_text(found, unit, depth, standings), nl=False)


def outline_text(
    found: Ready,
    unit: str | None = None,
    depth: int | None = None,
    standings: "Mapping[str, Standing] | None" = None,
) -> str:
    """The outline of a structure, as wide as the terminal; `standings` are the overlaps to mark."""
    from sotk.chart.layout.outline import outline
    from sotk.chart.listing import Extra, listing
    from sotk.chart.render.text import lines

    structure, pack, language = found.structure, found.pack, found.language
    extras = [Extra(head=words(msg("Span")), values={each: str(n) for each, n in _spans(found).items() if n})]
    marks: dict[str, tuple[str, ...]] = {}
    if standings is not None:
        from sotk.chart.overlays.overlap import SIGN

        told = {each: _told(standing) for each, standing in standings.items()}
        marks = dict.fromkeys(standings, (SIGN,))
        extras.insert(0, Extra(head=words(msg("Overlap")), values=told, right=False))
    items, columns = listing(
        structure,
        unit=unit,
        depth=depth,
        language=language,
        kind_names={kind.id: getattr(kind.name, language) for kind in pack.kinds.values()},
        marks=marks,
        extras=extras,
        unplaced=tuple(entry.unit for entry in found.opened.loaded.unplaced),
    )
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return lines(outline(items, columns, width))


def outline_json(
    found: Ready, unit: str | None, depth: int | None, standings: "Mapping[str, Standing] | None" = None
) -> str:
    """The units of the outline as JSON, in its order, each with the unit above it."""
    import json

    structure, spans = found.structure, _spans(found)
    units: list[dict[str, Any]] = []
    levels: dict[str, int] = {}
    for each in structure.walk(unit):
        level = levels[each.id] = levels[each.parent] + 1 if each.parent in levels else 0
        if depth is not None and level > depth:
            continue
        head = each.head
        entry: dict[str, Any] = {
            "id": each.id,
            "name": each.name,
            "kind": each.kind,
            "parent": each.parent,
            "head": head.title if head else None,
            "echelon": head.echelon if head else None,
            "span": spans[each.id],
        }
        if standings is not None:
            entry["overlap"] = _overlap_data(standings.get(each.id))
        units.append(entry)
    data = {
        "version": 1,
        "structure": structure.id,
        "units": units,
        "unplaced": [entry.unit.id for entry in found.opened.loaded.unplaced],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _spans(found: Ready) -> dict[str, int]:
    from sotk.graph import OrgGraph

    groups = frozenset(kind.id for kind in found.pack.kinds.values() if not kind.structural)
    graph = OrgGraph(found.structure, groups)
    return {each: graph.span(each) for each in found.structure.units}


def _standings(found: Ready) -> "Mapping[str, Standing]":
    from sotk.chart.overlays.overlap import standings
    from sotk.cli.progress import working
    from sotk.cli.reviewing import rule_settings

    with working(msg("Comparing duties")):
        return standings(found.structure, rule_settings(found.opened))


def _told(standing: "Standing") -> str:
    """The surest score, with whom, and how many more there are."""
    first, *others = (partner for partner, _ in standing.partners)
    return f"{standing.score:.2f} {first}" + (f" +{len(others)}" if others else "")


def _overlap_data(standing: "Standing | None") -> dict[str, Any] | None:
    if standing is None:
        return None
    return {
        "score": round(standing.score, 4),
        "duties": standing.duties,
        "with": [
            {"unit": partner, "score": round(overlap.score, 4)} for partner, overlap in standing.partners
        ],
    }


def metrics_text(found: Ready, *, as_json: bool = False) -> str:
    """What the structure measures, with small bar charts, or as JSON."""
    import json

    from sotk.graph.metrics import metrics
    from sotk.graph.metrics_output import as_data, as_text

    measured = metrics(found.structure, found.pack)
    if as_json:
        return json.dumps(as_data(measured), ensure_ascii=False, indent=2) + "\n"
    return as_text(measured, found.pack, found.language)
