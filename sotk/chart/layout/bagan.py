"""The official chart of an annex: head at the top centre, secretariat right of the trunk, functional
group left of it, a row under a bus, supporting units at the bottom on the trunk.

It tries a handful of column widths and numbers of rows and takes the one that is read best on the
paper; every try is linear in the number of boxes. Nothing is ever cut off: what does not fit is scaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from sotk.chart.layout.block import INDENT, PAD_X, Block, Children, Sized, Sizer, level, row, stack
from sotk.chart.layout.chart import Chart, Node, Place
from sotk.chart.layout.drawing import drawn
from sotk.chart.layout.frame import Room, framed
from sotk.chart.layout.tiers import TRUNK_ROOM, Floor, Gaps, Tier, arranged
from sotk.chart.measure import FontMeasure, Measure
from sotk.chart.scene import Scene
from sotk.chart.wrap import widest_word

WIDTHS: Final = (210.0, 184.0, 164.0, 146.0, 128.0, 112.0, 98.0, 86.0, 76.0)
ROWS: Final = (1, 2, 3)
HEAD_WIDTH: Final = 152.0
FUNCTIONAL_WIDTH: Final = 186.0
ADVISER_WIDTH: Final = 152.0
SECRETARIAT_WIDTHS: Final = (104.0, 92.0, 80.0)
SUPPORT_WIDTHS: Final = (128.0, 112.0, 98.0, 86.0)
LOOSE_WIDTH: Final = 128.0
LONGEST_WORD: Final = 132.0  # a longer word is broken
WIDEST_GAP: Final = 56.0
TALLEST_GAP: Final = 46.0
SECRETARIAT_STACK: Final = 168.0
HEAD_HEIGHT: Final = 3.9  # text sizes
BAND_GAP: Final = 10.0
SMALLER_TEXT: Final = 0.03  # how much smaller text may get before another arrangement is taken


@dataclass(frozen=True, slots=True)
class Columns:
    """What an arrangement tries: widths in points and numbers of rows."""

    width: float = WIDTHS[0]
    rows: int = 1
    support_width: float = SUPPORT_WIDTHS[0]
    support_rows: int = 1


@dataclass(slots=True)
class Draft:
    """One way to arrange the chart, about a trunk at x = 0, and how well it fits."""

    columns: Columns
    head: Sized
    tiers: list[Tier]
    floors: list[Floor]
    scale: float
    narrow_foot: bool
    """Whether the last floor stands between legend and signature instead of above them."""


def bagan(chart: Chart, measure: Measure | None = None) -> Scene:
    measure = measure or FontMeasure()
    frame = framed(chart, measure, _kinds(chart))
    roots = [node for node in chart.children.get(None, []) if node.place != "unplaced"]
    if not roots:
        return drawn(chart, frame, None, [], 1.0, (0.0, 0.0))
    best = _best(chart, Sizer(measure, chart.text_size), roots[0], frame.room)
    gaps = _spread(best, frame.room)
    floors = arranged(best.tiers, best.head.bottom, gaps, frame.room.width / 2 / best.scale)
    for floor in floors:
        for block, x, y in floor.places:
            block.move(x, y)
    return drawn(chart, frame, best.head, floors, best.scale, (frame.room.centre, frame.room.top))


def _kinds(chart: Chart) -> set[str]:
    return {node.line for node in chart.nodes if node.parent is not None} | {tie.kind for tie in chart.ties}


def _best(chart: Chart, sizer: Sizer, root: Node, room: Room) -> Draft:
    """The largest text wins; among equals the fewest rows, then the widest columns."""
    lines, supports = len(_placed(chart, root, "line")), len(_placed(chart, root, "support"))
    best = _draft(chart, sizer, root, room, Columns())
    rows = [n for n in ROWS if n == 1 or lines >= 2 * n]
    tries = [Columns(width, n) for n in rows for width in WIDTHS[n == 1 :]]
    best = _better(best, tries, chart, sizer, root, room)
    own = best.columns
    rows = [n for n in ROWS if n <= max(1, supports)]
    tries = (
        [Columns(own.width, own.rows, width, n) for n in rows for width in SUPPORT_WIDTHS]
        if supports > 1
        else []
    )
    return _better(best, tries, chart, sizer, root, room)


def _better(best: Draft, tries: list[Columns], chart: Chart, sizer: Sizer, root: Node, room: Room) -> Draft:
    for columns in tries:
        if best.scale >= 1:
            break
        draft = _draft(chart, sizer, root, room, columns)
        if draft.scale > best.scale + SMALLER_TEXT:
            best = draft
    return best


def _draft(chart: Chart, sizer: Sizer, root: Node, room: Room, columns: Columns) -> Draft:
    head = sizer.box(root, HEAD_WIDTH)
    head.height = max(head.height, HEAD_HEIGHT * sizer.size)
    head.x = -head.width / 2
    tiers = _tiers(chart, sizer, root, room, columns)
    floors = arranged(tiers, head.bottom, Gaps(), 0.0)
    half = max([head.width / 2, *(max(-floor.left, floor.right) for floor in floors)])
    scale, narrow = _scale(head, floors, half, room)
    return Draft(columns, head, tiers, floors, scale, narrow)


def _scale(head: Sized, floors: Sequence[Floor], half: float, room: Room) -> tuple[float, bool]:
    """The largest scale that fits, and whether the last floor stands between legend and signature."""
    tall = floors[-1].bottom if floors else head.bottom
    above = floors[-2].bottom if len(floors) > 1 else head.bottom
    high = room.bottom - room.top
    wide = room.width / 2 / half
    beside = min(1.0, wide, high / tall, (high - room.band - BAND_GAP) / above)
    below = min(1.0, wide, (high - room.band - BAND_GAP) / tall)
    foot = max(-floors[-1].left, floors[-1].right) if floors else half
    free = room.width / 2 - max(room.legend[0], room.signature[0]) - BAND_GAP
    return (beside, True) if beside > below and foot * beside <= free else (below, False)


def _spread(draft: Draft, room: Room) -> Gaps:
    """Use the room that is left: wider between columns, taller between floors, within limits."""
    across, down = WIDEST_GAP, Gaps().down
    for floor in draft.floors:
        count = len(floor.tier.blocks)
        if floor.tier.kind != "side" and count > 1:
            spare = room.width / draft.scale - 2 * max(-floor.left, floor.right)
            across = min(across, Gaps().across + max(0.0, spare / (count - 1 + count % 2)))
    high = (room.bottom - room.top) / draft.scale
    band = (room.band + BAND_GAP) / draft.scale
    if draft.floors:
        whole = high - draft.floors[-1].bottom - (0 if draft.narrow_foot else band)
        upper = [floor.bottom for floor in draft.floors[:-1]] if draft.narrow_foot else []
        spare = min([whole / len(draft.floors), *((high - band - y) / (n + 1) for n, y in enumerate(upper))])
        down = min(TALLEST_GAP, Gaps().down + max(0.0, spare))
    return Gaps(across, down, Gaps().side)


def _tiers(chart: Chart, sizer: Sizer, root: Node, room: Room, columns: Columns) -> list[Tier]:
    children = chart.children
    left = [stack(sizer, children, node, ADVISER_WIDTH) for node in _placed(chart, root, "adviser")]
    left += [stack(sizer, children, node, FUNCTIONAL_WIDTH) for node in _placed(chart, root, "functional")]
    right = [_secretariat(sizer, children, node, room) for node in _placed(chart, root, "secretariat")]
    tiers = [Tier("side", left=left, right=right)] if left or right else []
    lines = _columns(sizer, children, _placed(chart, root, "line"), columns.width)
    supports = _columns(sizer, children, _placed(chart, root, "support"), columns.support_width)
    tiers += [
        Tier("row", part) for part in (*_split(lines, columns.rows), *_split(supports, columns.support_rows))
    ]
    for tier in tiers[:-1]:
        tier.passed = True
    loose = [node for node in children.get(None, []) if node is not root]
    fitting = max(1, int(room.width // (LOOSE_WIDTH + Gaps().across)))
    blocks = _columns(sizer, children, loose, LOOSE_WIDTH)
    tiers += [Tier("loose", part) for part in _split(blocks, ceil(len(blocks) / fitting))]
    for tier in tiers:
        if tier.blocks:
            level(tier.blocks)
    return tiers


def _columns(sizer: Sizer, children: Children, nodes: list[Node], width: float) -> list[Block]:
    """Stacks of one width, wide enough for every word in them."""
    below = [child for node in nodes for child in children.get(node.id, [])]
    width = max(width, _widest(sizer, nodes), _widest(sizer, below) + INDENT if below else 0.0)
    return [stack(sizer, children, node, width) for node in nodes]


def _secretariat(sizer: Sizer, children: Children, node: Node, room: Room) -> Block:
    """Its children in a row if half the page has room for it, else stacked."""
    below = children.get(node.id, [])
    for width in SECRETARIAT_WIDTHS:
        width = max(width, _widest(sizer, below))  # noqa: PLW2901
        block = row(sizer, children, node, width)
        if block.width <= room.width / 2 - TRUNK_ROOM:
            return block
    return stack(sizer, children, node, SECRETARIAT_STACK)


def _split(blocks: list[Block], rows: int) -> list[list[Block]]:
    """Blocks in order over at most `rows` rows, as evenly as possible."""
    if not blocks:
        return []
    size = ceil(len(blocks) / rows)
    return [blocks[start : start + size] for start in range(0, len(blocks), size)]


def _placed(chart: Chart, root: Node, place: Place) -> list[Node]:
    return [node for node in chart.children.get(root.id, []) if node.place == place]


def _widest(sizer: Sizer, nodes: list[Node]) -> float:
    """The width that keeps the longest word of these boxes whole, within reason."""
    words = (
        widest_word(phrase.text, sizer.measure, sizer.size * phrase.size, bold=phrase.strong)
        for node in nodes
        for phrase in node.text
    )
    return min(LONGEST_WORD, max(words, default=0.0) + 2 * PAD_X + 0.01)
