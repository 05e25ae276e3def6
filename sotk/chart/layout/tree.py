"""A tidy tree of boxes: compact, every parent over its children, downwards or to the right.

Where the whole tree would be too wide for the paper, branches below some level are stacked under a spine
instead; the level is chosen so that the text is largest on the paper. Assistants stand beside the trunk
under the head. Linear for each level tried.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Final, Literal, TypeAlias

from sotk.chart.layout.block import BOTTOM, LEFT, RIGHT, TOP, Block, Sized, Sizer, stack
from sotk.chart.layout.chart import Chart, Node
from sotk.chart.layout.drawing import Drawing, Fit, led, straightened
from sotk.chart.layout.flextree import coordinates
from sotk.chart.layout.frame import Framed, Room, framed
from sotk.chart.layout.levels import ACROSS, MANY_BOXES, WIDTH, depths_of, levels
from sotk.chart.layout.pace import uncollected
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import End, Port, Scene

Direction: TypeAlias = Literal["down", "right"]
Point: TypeAlias = tuple[float, float]

DOWN: Final = 26.0  # between levels
ASSISTANT_GAP: Final = 16.0  # to the trunk
ASSISTANTS: Final = frozenset({"adviser", "secretariat", "functional"})
GENTLY: Final = 0.02
WIDTHS: Final = {"down": (WIDTH,), "right": (WIDTH, 1.5 * WIDTH, 2 * WIDTH)}
"""Of boxes, to try in turn. To the right height is what lacks, and wide boxes are low ones."""
FEW: Final = 4  # children of an assistant


@dataclass(slots=True)
class Spread:
    """One arrangement: blocks with their parents, and where their top left corners are."""

    blocks: list[Block]
    parents: list[int]
    assistants: list[tuple[Block, bool]]
    """Beside the trunk under the head, and whether left of it."""
    extra: float
    """The height of the assistants under the head."""
    at: list[Point] = field(default_factory=list)
    size: tuple[float, float] = (0.0, 0.0)
    left: float = 0.0


@uncollected
def tree(chart: Chart, sizer: Sizer | None = None, direction: Direction = "down") -> Scene:
    """The chart on one page, scaled to it."""
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    frame = framed(chart, sizer.measure)
    if chart.root is None:
        return Drawing(chart, Fit(1.0, (0.0, 0.0), sizer.measure)).scene("tree", frame, ())
    spread, scale = _best(chart, sizer, frame.room, direction, 1.0)
    scene = _drawn(chart, frame, spread, scale, direction, sizer)
    ties = led(chart, scene)
    return scene if ties == chart.ties else tree(replace(chart, ties=ties), sizer, direction)


def tree_scale(chart: Chart, sizer: Sizer, enough: float = 1.0, direction: Direction = "down") -> float:
    """The scale at which the chart fits its page, at most 1; `enough` ends the search early."""
    if chart.root is None:
        return 1.0
    frame = framed(chart, sizer.measure)
    return _best(chart, sizer, frame.room, direction, enough)[1]


def _best(
    chart: Chart, sizer: Sizer, room: Room, direction: Direction, enough: float
) -> tuple[Spread, float]:
    """The arrangement with the largest text; of equals the one that is spread the most."""
    depths = depths_of(chart)
    best, best_scale = None, 0.0
    widths = WIDTHS[direction] if len(chart.nodes) <= MANY_BOXES else WIDTHS[direction][:1]
    for level, width in product(levels(chart, depths, room), widths):
        spread = _spread(chart, sizer, depths, level, direction, width)
        scale = room.scale(*spread.size)
        if best is None or scale > best_scale + GENTLY:
            best, best_scale = spread, scale
        if best_scale >= enough:
            break
    assert best is not None  # noqa: S101 - the loop runs at least once
    return best, best_scale


def _spread(
    chart: Chart, sizer: Sizer, depths: dict[str, int], level: int, direction: Direction, column: float
) -> Spread:
    """Boxes down to `level` spread as a tree; those on it carry their branches as stacks."""
    spread = _blocks(chart, sizer, depths, level, direction, column)
    children: list[list[int]] = [[] for _ in spread.blocks]
    for n, parent in enumerate(spread.parents[1:], 1):
        children[parent].append(n)
    for row in children:
        tallest = max(
            (spread.blocks[n].head.height for n in row if len(spread.blocks[n].boxes) == 1), default=0
        )
        for n in row:
            block = spread.blocks[n]
            if len(block.boxes) == 1:
                block.head.height = tallest
                block.height = block.head.bottom
    wide = [block.width + ACROSS for block in spread.blocks]
    tall = [block.height + DOWN for block in spread.blocks]
    tall[0] += spread.extra
    if direction == "right":
        ys, xs = coordinates([h - DOWN + ACROSS for h in tall], [w - ACROSS + DOWN for w in wide], children)
        spread.at = [(x, y - block.height / 2) for x, y, block in zip(xs, ys, spread.blocks, strict=True)]
    else:
        xs, ys = coordinates(wide, tall, children)
        spread.at = [(x - block.width / 2, y) for x, y, block in zip(xs, ys, spread.blocks, strict=True)]
    _measure(spread)
    return spread


def _assists(chart: Chart, node: Node) -> bool:
    """Whether a child stands beside the trunk: assistants whose own branch is small."""
    below = chart.children.get(node.id, [])
    small = len(below) <= FEW and not any(child.id in chart.children for child in below)
    return node.place in ASSISTANTS and small


def _blocks(
    chart: Chart, sizer: Sizer, depths: dict[str, int], level: int, direction: Direction, column: float
) -> Spread:
    root = chart.root
    assert root is not None  # noqa: S101 - asked before
    spread = Spread([], [], [], 0.0)
    waiting: list[tuple[Node, int]] = [(root, -1)]
    while waiting:
        node, parent = waiting.pop()
        number = len(spread.blocks)
        whole = depths[node.id] >= level
        below = [] if whole and node is not root else chart.children.get(node.id, [])
        if node is root:
            beside = [] if direction == "right" else [each for each in below if _assists(chart, each)]
            _assist(chart, sizer, spread, beside)
            below = [each for each in below if each not in beside]
        hung = chart.children if whole and node is not root else {}
        spread.blocks.append(stack(sizer, hung, node, column))
        spread.parents.append(parent)
        waiting.extend((child, number) for child in reversed(below))
    return spread


def _assist(chart: Chart, sizer: Sizer, spread: Spread, nodes: list[Node]) -> None:
    """Assistants by turns left and right of the trunk, secretariats right; two to a row."""
    heights = {True: 0.0, False: 0.0}
    for node in nodes:
        left = node.place != "secretariat" and (node.place == "functional" or heights[True] <= heights[False])
        block = stack(sizer, chart.children, node, WIDTH)
        spread.assistants.append((block, left))
        heights[left] += block.height + ACROSS
    spread.extra = max(heights.values()) + (DOWN - ACROSS if nodes else 0.0)


def _measure(spread: Spread) -> None:
    """How much room the arrangement takes; it is moved so that its top left corner is the origin."""
    lefts = [x for x, _ in spread.at]
    rights = [x + block.width for (x, _), block in zip(spread.at, spread.blocks, strict=True)]
    tops = [y for _, y in spread.at]
    lows = [y + block.height for (_, y), block in zip(spread.at, spread.blocks, strict=True)]
    middle = spread.at[0][0] + spread.blocks[0].width / 2
    for block, left in spread.assistants:
        edge = middle - ASSISTANT_GAP - block.width if left else middle + ASSISTANT_GAP
        lefts.append(edge)
        rights.append(edge + block.width)
    lows.append(spread.at[0][1] + spread.blocks[0].height + spread.extra)
    spread.left = min(lefts)
    top = min(tops)
    spread.at = [(x, y - top) for x, y in spread.at]
    spread.size = max(rights) - spread.left, max(lows) - top


def _drawn(
    chart: Chart, frame: Framed, spread: Spread, scale: float, direction: Direction, sizer: Sizer
) -> Scene:
    room = frame.room
    middle = spread.left + spread.size[0] / 2
    drawing = Drawing(chart, Fit(scale, (room.centre - middle * scale, room.top), sizer.measure))
    for block, (x, y) in zip(spread.blocks, spread.at, strict=True):
        block.move(x, y)
    head = spread.blocks[0].head
    _place_assistants(spread, head)
    for n, block in enumerate(spread.blocks):
        parent = spread.blocks[spread.parents[n]] if n else None
        drawing.block(block, parent.head.node.id if parent else None)
        if parent:
            trunk = spread.extra if spread.parents[n] == 0 else 0.0
            _link(drawing, parent.head, block.head, trunk, direction)
    for block, left in spread.assistants:
        drawing.block(block, head.node.id)
        tap = (head.middle[0], block.head.middle[1])
        side = RIGHT if left else LEFT
        points = [
            (head.middle[0], head.bottom),
            tap,
            (block.head.x + (block.head.width if left else 0), tap[1]),
        ]
        drawing.line(block.head.node.line, (End(head.node.id, BOTTOM), End(block.head.node.id, side)), points)
    blocks = [*spread.blocks, *(block for block, _ in spread.assistants)]
    drawing.ties([box for block in blocks for box in block.boxes])
    return drawing.scene("tree", frame, _branches(spread))


def _place_assistants(spread: Spread, head: Sized) -> None:
    tops = {True: head.bottom + DOWN / 2, False: head.bottom + DOWN / 2}
    for block, left in spread.assistants:
        middle = head.middle[0]
        x = middle - ASSISTANT_GAP - block.width if left else middle + ASSISTANT_GAP
        block.move(x, tops[left])
        tops[left] += block.height + ACROSS


def _link(drawing: Drawing, parent: Sized, child: Sized, trunk: float, direction: Direction) -> None:
    ends: tuple[Port, Port]
    if direction == "right":
        bus = parent.x + parent.width + DOWN / 2
        start, end = (parent.x + parent.width, parent.middle[1]), (child.x, child.middle[1])
        points, ends = [start, (bus, start[1]), (bus, end[1]), end], (RIGHT, LEFT)
    else:
        bus = parent.bottom + trunk + DOWN / 2
        start, end = (parent.middle[0], parent.bottom), (child.middle[0], child.y)
        points, ends = [start, (start[0], bus), (end[0], bus), end], (BOTTOM, TOP)
    drawing.line(
        child.node.line, (End(parent.node.id, ends[0]), End(child.node.id, ends[1])), straightened(points)
    )


def _branches(spread: Spread) -> Iterable[list[Node]]:
    """The branches right below the head, each with all that is under it."""
    top = [0] * len(spread.blocks)
    within: dict[int, list[Node]] = {}
    for n in range(1, len(spread.blocks)):
        top[n] = n if spread.parents[n] == 0 else top[spread.parents[n]]
        within.setdefault(top[n], []).extend(box.node for box in spread.blocks[n].boxes)
    return within.values()
