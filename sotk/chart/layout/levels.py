"""How many levels of a tree are spread out before the rest is stacked: which to try, for a given paper."""

from math import log
from typing import Final

from sotk.chart.layout.chart import Chart
from sotk.chart.layout.frame import Room

WIDTH: Final = 122.0
ACROSS: Final = 14.0  # between neighbours
DEEPEST: Final = 12  # levels that are tried as the last one that is spread
MANY_BOXES: Final = 600
BOX_STEP: Final = 30.0


def levels(chart: Chart, depths: dict[str, int], room: Room) -> list[int]:
    """The levels to try; of many boxes only the one whose estimated shape fits the paper best."""
    deepest = min(DEEPEST, max(depths.values()))
    if len(depths) <= MANY_BOXES:
        return list(range(deepest, -1, -1))
    shape = room.width / max(1.0, room.bottom - room.top)
    tall = [0] * (deepest + 1)  # boxes below one box of a level, at most
    counted: dict[str, int] = {}
    for node in reversed(chart.nodes):
        below = 1 + sum(counted[child.id] for child in chart.children.get(node.id, []))
        counted[node.id] = below
        if depths[node.id] <= deepest:
            tall[depths[node.id]] = max(tall[depths[node.id]], below)
    columns = [0] * (deepest + 1)  # leaves above a level and boxes on it
    for node in chart.nodes:
        depth = depths[node.id]
        last = deepest if node.id not in chart.children else depth
        for level in range(depth, min(last, deepest) + 1):
            columns[level] += 1
    off = [
        abs(log(columns[n] * (WIDTH + ACROSS) / ((n * 2 + tall[n]) * BOX_STEP) / shape))
        if columns[n]
        else 99.0
        for n in range(deepest + 1)
    ]
    return [min(range(deepest + 1), key=off.__getitem__)]


def depths_of(chart: Chart) -> dict[str, int]:
    """The level of each box, those at the top being 0."""
    depths: dict[str, int] = {}
    for node in chart.nodes:
        depths[node.id] = depths[node.parent] + 1 if node.parent in depths else 0
    return depths
