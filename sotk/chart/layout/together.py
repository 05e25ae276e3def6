"""Charts in the same places: what stands on several of them does not move when they are laid on each other.

The trees are put into one. A box that is there keeps its slot on every chart; one that another chart has
is reserved, so that nobody else takes its place. Every layout then comes to the same places by itself.
Siblings keep the order each chart gives them: one that changed its place among them has a slot for each.
"""

from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from sotk.chart.layout.chart import Chart, Node

RESERVED: Final = "reserved:"
NO_ALIAS: Final[Mapping[str, str]] = {}

Row: TypeAlias = list[Node | None]
"""One slot: its box on each chart, None where that has none."""


@dataclass(slots=True)
class Slot:
    """The boxes that share one place, and the slots below it."""

    row: Row
    children: list["Slot"] = field(default_factory=list)


def together(charts: Sequence[Chart], same: Mapping[str, str] = NO_ALIAS) -> tuple[Chart, ...]:
    """The charts with room for each other's boxes and frames, in the order given.

    `same` names a unit that goes by another id on another chart, by the id it shall be known by. Time
    grows with the number of boxes, and a little faster with the number of siblings.
    """
    merged = _Merging(charts, same).slots()
    beside = tuple((chart.frame, chart.line_kinds) for chart in charts)
    tied = any(chart.ties for chart in charts)
    smallest = min(chart.smallest_text for chart in charts)
    return tuple(
        replace(chart, nodes=_nodes(merged, n), beside=beside, tied_beside=tied, smallest_text=smallest)
        for n, chart in enumerate(charts)
    )


@dataclass(frozen=True, slots=True)
class _Merging:
    charts: Sequence[Chart]
    same: Mapping[str, str]

    def slots(self) -> list[Slot]:
        """The slots at the top, each with those below it."""
        roots = [chart.root for chart in self.charts]
        loose = [[node for node in self.below(n, None) if node is not roots[n]] for n in range(len(roots))]
        tops = [Slot(list(roots)), *self.merged(loose)] if any(roots) else self.merged(loose)
        waiting = list(tops)
        while waiting:
            slot = waiting.pop()
            slot.children = self.merged(
                [self.below(n, node.id) if node else [] for n, node in enumerate(slot.row)]
            )
            waiting.extend(slot.children)
        return tops

    def below(self, chart: int, node: str | None) -> list[Node]:
        return self.charts[chart].children.get(node, [])

    def merged(self, families: list[list[Node]]) -> list[Slot]:
        """Siblings of all charts in one order; those alike share a slot as far as their orders agree."""
        rows: list[tuple[Hashable, Row]] = []
        for n, family in enumerate(families):
            names = self.names(family)
            known = {name: place for place, (name, _) in enumerate(rows)}
            shared = _rising([known.get(name, -1) for name in names])
            before: dict[int, list[tuple[Hashable, Row]]] = {}
            fresh: list[tuple[Hashable, Row]] = []
            for name, node, place in zip(names, family, shared, strict=True):
                if place >= 0:
                    rows[place][1][n] = node
                    before[place] = fresh
                    fresh = []
                else:
                    row: Row = [None] * len(families)
                    row[n] = node
                    fresh.append((name, row))
            rows = [each for place, row in enumerate(rows) for each in (*before.get(place, []), row)] + fresh
        return [Slot(row) for _, row in rows]

    def names(self, family: list[Node]) -> list[Hashable]:
        """What makes boxes alike: the same unit in the same part of the chart, counted where repeated."""
        counted: dict[Hashable, int] = {}
        names: list[Hashable] = []
        for node in family:
            unit = node.unit or node.id
            name = self.same.get(unit, unit), node.place, node.under, node.grid
            counted[name] = counted.get(name, 0) + 1
            names.append((name, counted[name]))
        return names


def _rising(places: list[int]) -> list[int]:
    """The longest part of `places` that goes upwards; -1 for what is left out or has no place."""
    tails: list[int] = []  # the lowest place that a rising part of some length ends with
    ends: list[int] = []  # where in `places` that is
    before = [-1] * len(places)
    for n, place in enumerate(places):
        if place < 0:
            continue
        length = bisect_left(tails, place)
        before[n] = ends[length - 1] if length else -1
        tails[length : length + 1] = [place]
        ends[length : length + 1] = [n]
    kept, n = set(), ends[-1] if ends else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return [place if n in kept else -1 for n, place in enumerate(places)]


def _nodes(tops: list[Slot], chart: int) -> tuple[Node, ...]:
    """The boxes of one chart in order, and between them those that keep room."""
    found: list[Node] = []
    waiting: list[tuple[Slot, str | None]] = [(slot, None) for slot in reversed(tops)]
    while waiting:
        slot, parent = waiting.pop()
        own = slot.row[chart]
        others = tuple(dict.fromkeys(node.text for node in slot.row if node is not None))
        tables = tuple(dict.fromkeys(node.table for node in slot.row if node is not None and node.table))
        changed = any(node.changed for node in slot.row if node is not None)
        if own is not None:
            node = replace(
                own,
                others=tuple(text for text in others if text != own.text),
                other_tables=tuple(table for table in tables if table != own.table),
            )
        else:
            node = _keeper(next(each for each in slot.row if each is not None), f"{RESERVED}{len(found)}")
            node = replace(node, parent=parent, text=others[0], others=others[1:], other_tables=tables)
        found.append(replace(node, changed=changed))
        waiting.extend((child, node.id) for child in reversed(slot.children))
    return tuple(found)


def _keeper(node: Node, key: str) -> Node:
    """What keeps the room of a box and says nothing."""
    return replace(node, id=key, title="", unit="", marks=(), details=(), hidden=0, reserved=True, table=None)
