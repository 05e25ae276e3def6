"""What a structure measures: spans and layers, units, posts, complexity. Judges nothing.

A shortage is counted position by position and then summed: a surplus in one place never cancels a
shortage in another. Complexity is that of PermenPANRB 20/2018, as far as a structure shows it:
horizontal (units and specialities), vertical (layers), spatial (places of work).
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sotk.graph.orggraph import OrgGraph
from sotk.model import Position, Structure, Unit
from sotk.packs import Pack


@dataclass(frozen=True, slots=True)
class Layer:
    """The offices of one layer and the spans of those that lead offices; spans are None where none does."""

    layer: int
    offices: int
    leading: int
    smallest_span: int | None
    mean_span: float | None
    largest_span: int | None


@dataclass(frozen=True, slots=True)
class Posts:
    """Posts of one class or category: needed, filled, and what is short and too many, each for itself.

    `unknown` counts positions that give no need or no incumbents; they are in no other number.
    """

    need: int
    filled: int
    short: int
    surplus: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Complexity:
    """Horizontal: offices, kinds of offices, offices in the widest layer. Vertical: layers of offices.

    Spatial: places named, supporting units and service sites.
    """

    offices: int
    kinds: int
    widest_layer: int
    layers: int
    places: int
    supporting: int
    sites: int


@dataclass(frozen=True, slots=True)
class Metrics:
    """All that is measured. Kinds in the order of the chart, echelons from the highest, classes from the top."""

    units: int
    kinds: tuple[tuple[str, int], ...]
    echelons: tuple[tuple[str, int], ...]
    layers: tuple[Layer, ...]
    classes: tuple[tuple[int | None, Posts], ...]
    categories: tuple[tuple[str | None, Posts], ...]
    total: Posts
    complexity: Complexity


def metrics(structure: Structure, pack: Pack) -> Metrics:
    """Measure a structure, in time that grows with its units."""
    graph = OrgGraph(structure, {kind.id for kind in pack.kinds.values() if not kind.structural})
    units = [structure.units[unit] for unit in graph.order]
    posts = [position for unit in units for position in (unit.head, *unit.positions) if position is not None]
    known = sorted({position.job_class for position in posts}, key=lambda value: -(value or 0))
    categories = dict.fromkeys(position.category for position in posts)
    return Metrics(
        units=len(units),
        kinds=tuple(Counter(unit.kind for unit in units).items()),
        echelons=_echelons(posts, pack),
        layers=tuple(_layer(graph, number, layer) for number, layer in enumerate(graph.layers, start=1)),
        classes=tuple((value, counted(post for post in posts if post.job_class == value)) for value in known),
        categories=tuple(
            (value, counted(post for post in posts if post.category == value)) for value in categories
        ),
        total=counted(posts),
        complexity=_complexity(graph, units, pack),
    )


def counted(positions: Iterable[Position]) -> Posts:
    """Need, incumbents, shortage and surplus of positions."""
    need = filled = short = surplus = unknown = 0
    for position in positions:
        there = position.filled_count
        if position.need is None or there is None:
            unknown += 1
            continue
        need += position.need
        filled += there
        short += max(0, position.need - there)
        surplus += max(0, there - position.need)
    return Posts(need, filled, short, surplus, unknown)


def _echelons(posts: Iterable[Position], pack: Pack) -> tuple[tuple[str, int], ...]:
    order = [entry.id for entry in pack.measures.echelons]
    counts = Counter(post.echelon for post in posts if post.echelon is not None)
    return tuple(sorted(counts.items(), key=lambda entry: (_place(entry[0], order), entry[0])))


def _place(echelon: str, order: list[str]) -> int:
    return order.index(echelon) if echelon in order else len(order)


def _layer(graph: OrgGraph, number: int, offices: tuple[str, ...]) -> Layer:
    spans = [span for office in offices if (span := graph.span(office))]
    if not spans:
        return Layer(number, len(offices), 0, None, None, None)
    mean = round(sum(spans) / len(spans), 2)
    return Layer(number, len(offices), len(spans), min(spans), mean, max(spans))


def _complexity(graph: OrgGraph, units: list[Unit], pack: Pack) -> Complexity:
    roles = {kind.id: kind.role for kind in pack.kinds.values()}
    offices = [unit for unit in units if graph.is_office(unit.id)]
    places = {unit.site for unit in units if unit.site}
    places |= {duty.site for unit in units for duty in unit.duties if duty.site}
    return Complexity(
        offices=len(offices),
        kinds=len({unit.kind for unit in offices}),
        widest_layer=max(len(layer) for layer in graph.layers),
        layers=len(graph.layers),
        places=len(places),
        supporting=sum(roles.get(unit.kind) == "support" for unit in units),
        sites=sum(roles.get(unit.kind) == "site" for unit in units),
    )
