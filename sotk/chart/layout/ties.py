"""Routes lines beside the tree (coordination) so that they cross no box.

Every box can be left sideways into a free gutter, or downwards; gutters lead to the free corridor under
the box's floor; corridors run the whole width. A line is: box, gutter, corridor, past other floors
through their gutters, corridor, gutter, box. Linear in the number of floors and gutters per line.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from sotk.chart.layout.block import Sized
from sotk.chart.layout.chart import Tie
from sotk.chart.layout.tiers import Floor
from sotk.chart.scene import End, Port

Point = tuple[float, float]
EXIT: Final = Port("right", 0.7)
HEAD_ROOM: Final = 8.0
BELOW: Final = 3.0  # under a block, before the next one in the same column
LANES: Final = 4
LANE: Final = 1.8
CORRIDOR: Final = 0.3  # where under a floor lines run across, in units of the gap below it
DEEPEST: Final = 9.0  # and at most so far below it
DEPTH: Final = DEEPEST + LANES * LANE
"""The room that lines need below a floor."""


def routed(
    ties: tuple[Tie, ...], head: Sized, floors: list[Floor]
) -> Iterator[tuple[Tie, tuple[End, End], list[Point]]]:
    """Each tie with its ends and its way; one whose ends are not on the page is left out: the view has
    said so. Lines that meet in a box share a lane, so that they are one line that forks.
    """
    exits = _exits(head, floors)
    drawn = [t for t in ties if t.source in exits and t.target in exits and t.source != t.target]
    count = Counter(end for tie in drawn for end in (tie.source, tie.target))
    lanes: dict[str, int] = {}
    for tie in drawn:
        hub = max(tie.source, tie.target, key=count.__getitem__)
        offset = lanes.setdefault(hub, len(lanes)) % LANES * LANE
        points = _route(exits[tie.source], exits[tie.target], floors, offset)
        yield tie, (End(tie.source, EXIT), End(tie.target, EXIT)), points


@dataclass(frozen=True, slots=True)
class Exit:
    """How a box is left to the right: the free ways down in turn, each (x, y where it ends).

    `floor` is where it stands; -1 is the head. The last way ends in the corridor, its y is not used.
    """

    box: Sized
    ways: tuple[Point, ...]
    floor: int

    def way(self, corridor: float, offset: float) -> list[Point]:
        """The points from the box to the corridor, the free way across the page at that y; `offset` parts lanes."""
        box = self.box
        points = [(box.x + box.width, box.y + box.height * EXIT.at)]
        for n, (x, end) in enumerate(self.ways, 1):
            x += offset - LANE  # noqa: PLW2901
            points += [(x, points[-1][1]), (x, corridor if n == len(self.ways) else end)]
        return points


def _exits(head: Sized, floors: list[Floor]) -> dict[str, Exit]:
    exits = {head.node.id: Exit(head, ((head.x + head.width + HEAD_ROOM, 0.0),), -1)}
    for n, floor in enumerate(floors):
        for block, x, y in floor.places:
            beside = min((g for g in floor.gutters if g >= x + block.width), default=x + block.width)
            for box in block.boxes:
                ways = [(beside, 0.0)]
                if box.node.id in block.gutters:
                    ways.insert(0, (block.gutters[box.node.id], y + block.height + BELOW))
                exits[box.node.id] = Exit(box, tuple(ways), n)
    return exits


def _route(a: Exit, b: Exit, floors: list[Floor], offset: float) -> list[Point]:
    start = a.way(_corridor(a.floor, a.box, floors, offset), offset)
    end = b.way(_corridor(b.floor, b.box, floors, offset), offset)
    between: list[Point] = []
    step = 1 if b.floor > a.floor else -1
    x, goal = a.ways[-1][0], b.ways[-1][0]
    passed = range(a.floor + 1, b.floor + 1) if step > 0 else range(a.floor, b.floor, -1)
    for n in passed:
        gutter = min(floors[n].gutters, key=lambda g: (abs(g - goal) + abs(g - x), abs(g - goal)))
        high = floors[n - 1].bottom if n else a.box.bottom if a.floor < 0 else b.box.bottom
        above = _under(high, floors[n].top, offset)
        below = _corridor(n, a.box, floors, offset)
        lane = gutter + offset - LANE
        between += [(lane, above), (lane, below)] if step > 0 else [(lane, below), (lane, above)]
        x = gutter
    return [*start, *between, *reversed(end)]


def _corridor(floor: int, box: Sized, floors: list[Floor], offset: float) -> float:
    bottom = floors[floor].bottom if floor >= 0 else box.bottom
    top = floors[floor + 1].top if floor + 1 < len(floors) else bottom + 24.0
    return _under(bottom, top, offset)


def _under(bottom: float, top: float, offset: float) -> float:
    return bottom + min(DEEPEST, CORRIDOR * (top - bottom)) + offset
