"""Routes lines beside the tree (coordination) so that they cross no box.

Every box can be left sideways into a free gutter, or downwards; gutters lead to the free corridor under
the box's floor; corridors run the whole width. A line is: box, gutter, corridor, past other floors
through their gutters, corridor, gutter, box. Linear in the number of floors and gutters per line.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from sotk.chart.layout.block import BOTTOM, Block, Sized
from sotk.chart.layout.chart import Tie
from sotk.chart.layout.tiers import Floor
from sotk.chart.scene import Port

if TYPE_CHECKING:
    from sotk.chart.layout.drawing import Drawing

Point = tuple[float, float]
LANES: Final = 4
LANE: Final = 2.2
CORRIDOR: Final = 0.36  # where under a floor lines run across, in units of the gap below it


def routed(
    drawing: "Drawing",
    ties: tuple[Tie, ...],
    head: Sized,
    floors: list[Floor],
    placed: Mapping[str, tuple[Floor, Block]],
) -> None:
    """Draw `ties`; one whose ends are not on the page is left out: the view has said so."""
    exits = _exits(head, floors)
    for n, tie in enumerate(ties):
        if tie.source in exits and tie.target in exits and tie.source != tie.target:
            offset = (n % LANES) * LANE
            ports, points = _route(exits[tie.source], exits[tie.target], floors, offset)
            drawing.tie(tie.kind, tie.source, tie.target, ports, points, tie.title)


class Exit:
    """How a box is left: its port, the x of the way down, and the floor it stands on (-1: the head)."""

    def __init__(self, box: Sized, port: Port, gutter: float, floor: int) -> None:
        self.box, self.port, self.gutter, self.floor = box, port, gutter, floor

    def way(self, corridor: float, offset: float) -> list[Point]:
        box = self.box
        if self.port is BOTTOM:
            x = box.x + box.width / 2
            return [(x, box.bottom), (x, corridor)]
        y = box.y + box.height * self.port.at
        start = (box.x + (box.width if self.port.side == "right" else 0.0), y)
        x = self.gutter + offset - LANE
        return [start, (x, y), (x, corridor)]


def _exits(head: Sized, floors: list[Floor]) -> dict[str, Exit]:
    exits = {head.node.id: Exit(head, Port("right", 0.7), head.x + head.width + 8, -1)}
    for n, floor in enumerate(floors):
        for block, x, _ in floor.places:
            beside = min((g for g in floor.gutters if g >= x + block.width), default=x + block.width + 6)
            for box in block.boxes:
                gutter = block.gutters.get(box.node.id, beside)
                exits[box.node.id] = Exit(box, Port("right", 0.7), gutter, n)
    return exits


def _route(a: Exit, b: Exit, floors: list[Floor], offset: float) -> tuple[tuple[Port, Port], list[Point]]:
    start = a.way(_corridor(a.floor, a.box, floors, offset), offset)
    end = b.way(_corridor(b.floor, b.box, floors, offset), offset)
    between: list[Point] = []
    step = 1 if b.floor > a.floor else -1
    x = start[-1][0]
    passed = range(a.floor + 1, b.floor + 1) if step > 0 else range(a.floor, b.floor, -1)
    for n in passed:
        gutter = min(floors[n].gutters, key=lambda g: (abs(g - end[-1][0]) + abs(g - x), g)) + offset - LANE
        high = floors[n - 1].bottom if n else a.box.bottom if a.floor < 0 else b.box.bottom
        above = _under(high, floors[n].top, offset)
        below = _corridor(n, a.box, floors, offset)
        between += [(gutter, above), (gutter, below)] if step > 0 else [(gutter, below), (gutter, above)]
        x = gutter
    return (a.port, b.port), [*start, *between, *reversed(end)]


def _corridor(floor: int, box: Sized, floors: list[Floor], offset: float) -> float:
    bottom = floors[floor].bottom if floor >= 0 else box.bottom
    top = floors[floor + 1].top if floor + 1 < len(floors) else bottom + 24.0
    return _under(bottom, top, offset)


def _under(bottom: float, top: float, offset: float) -> float:
    return bottom + CORRIDOR * (top - bottom) + offset
