"""The official chart of an annex: head at the top centre, secretariat right of the trunk, functional
group left of it, a row under a bus, supporting units at the bottom on the trunk.

It tries a handful of column widths and numbers of rows and takes the one that is read best on the
paper; every try is linear in the number of boxes. Nothing is ever cut off: what does not fit is scaled.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from sotk.chart.layout.block import INDENT, Block, Sized, Sizer, stack
from sotk.chart.layout.chart import Chart, Node, Place
from sotk.chart.layout.drawing import Fit, drawn
from sotk.chart.layout.frame import BAND_GAP, Room, framed
from sotk.chart.layout.row import level, level_heads, row, rows
from sotk.chart.layout.tiers import TRUNK_ROOM, Floor, Gaps, Tier, arranged, gaps_for
from sotk.chart.layout.ties import DEPTH
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import Scene
from sotk.model.pace import without_collector

WIDTHS: Final = (210.0, 184.0, 164.0, 146.0, 128.0, 112.0, 98.0, 86.0, 76.0)
ROWS: Final = (1, 2, 3)
HEAD_WIDTH: Final = 152.0
FUNCTIONAL_WIDTH: Final = 186.0
ADVISER_WIDTH: Final = 152.0
SECRETARIAT_WIDTHS: Final = (104.0, 92.0, 80.0)
SUPPORT_WIDTHS: Final = (128.0, 112.0, 98.0, 86.0)
LOOSE_WIDTH: Final = 128.0
WIDEST_GAP: Final = 56.0
TALLEST_GAP: Final = 58.0
SECRETARIAT_STACK: Final = 168.0
HEAD_HEIGHT: Final = 3.9  # text sizes
MANY_BOXES: Final = 500  # no page shows so many legibly: then fewer widths are tried
HUGE: Final = 2_000  # boxes; of these only one arrangement is drawn, in columns of a middle width
HUGE_WIDTH: Final = 112.0
LARGEST: Final = 1.25  # how much larger a chart gets that would leave its page half empty
FULL: Final = 0.72  # of the height: a page that uses so much stays as it is
READABLE_WIDTH: Final = 112.0  # no narrower columns for the sake of larger text
SMALLER_TEXT: Final = 0.03  # how much smaller text may get before another arrangement is taken


@dataclass(frozen=True, slots=True)
class Columns:
    """What an arrangement tries: widths in points, numbers of rows, and whether what stands in the row or at
    the bottom has its own children side by side (an asisten over its biro) instead of under a spine.
    """

    width: float = WIDTHS[0]
    rows: int = 1
    abreast: bool = False
    support_width: float = SUPPORT_WIDTHS[0]
    support_rows: int = 1
    support_abreast: bool = False


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
    gaps: Gaps


@without_collector()
def bagan(chart: Chart, sizer: Sizer | None = None) -> Scene:
    """The chart on one page, scaled to it."""
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    measure = sizer.measure
    frame = framed(chart, measure)
    room, root = frame.room, chart.root
    if root is None:
        return drawn(chart, frame, None, [], Fit(1.0, (room.centre, room.top), measure))
    drafting = _Drafting(chart, sizer, root, room)
    best = drafting.larger(drafting.best())
    floors = _floors(best, room)
    for floor in floors:
        for block, x, y in floor.places:
            block.move(x, y)
    return drawn(chart, frame, best.head, floors, Fit(best.scale, (room.centre, room.top), measure))


def scale_on_page(chart: Chart, sizer: Sizer, enough: float = 1.0) -> float:
    """The scale at which the chart fits its page, at most 1; `enough` ends the search early."""
    root = chart.root
    if root is None:
        return 1.0
    return _Drafting(chart, sizer, root, framed(chart, sizer.measure).room, enough).best().scale


@dataclass(frozen=True, slots=True)
class _Drafting:
    """Tries arrangements of one chart for one room."""

    chart: Chart
    sizer: Sizer
    root: Node
    room: Room
    enough: float = 1.0

    @property
    def gaps(self) -> Gaps:
        return gaps_for(tied=self.chart.tied)

    def best(self) -> Draft:
        """The largest text wins; among equals the fewest rows, then the widest columns."""
        lines, supports = len(self.placed("line")), len(self.placed("support"))
        rows = [n for n in ROWS if n == 1 or lines >= 2 * n]
        count = len(self.chart.nodes)
        if count > HUGE:
            return self.draft(Columns(HUGE_WIDTH, rows[-1]))
        widths = WIDTHS if count <= MANY_BOXES else WIDTHS[:: len(WIDTHS) - 1]
        tries = [Columns(width, n) for n in rows for width in widths[n == 1 :]]
        if self.deep():
            most = min(ROWS[-1], lines)
            tries += [Columns(width, n, abreast=True) for n in range(1, most + 1) for width in widths]
        best = self.better(self.draft(Columns()), tries)
        own = best.columns
        rows = [n for n in ROWS if n <= supports] if supports > 1 else []
        tries = [replace(own, support_width=w, support_rows=n) for n in rows for w in SUPPORT_WIDTHS]
        if any(node.id in self.chart.children for node in self.placed("support")):
            abreast = (replace(own, support_width=w, support_abreast=True) for w in SUPPORT_WIDTHS)
            tries += [replace(each, rows=n) for each in abreast for n in {own.rows, 1}]
        return self.better(best, tries)

    def better(self, best: Draft, tries: list[Columns]) -> Draft:
        for columns in tries:
            if best.scale >= self.enough:
                break
            draft = self.draft(columns)
            if draft.scale > best.scale + SMALLER_TEXT:
                best = draft
        return best

    def larger(self, best: Draft) -> Draft:
        """Larger text, in narrower columns if need be, on a page that would else be half empty."""
        if best.scale < 1.0 or _bottom(best, self.room) >= FULL * self.room.high:
            return best
        own = best.columns
        widths = [own.width, *(width for width in WIDTHS if READABLE_WIDTH <= width < own.width)]
        for width in widths:
            if best.scale >= LARGEST:
                break
            draft = self.draft(replace(own, width=width), LARGEST)
            if draft.scale > best.scale + SMALLER_TEXT:
                best = draft
        return best

    def draft(self, columns: Columns, most: float = 1.0) -> Draft:
        head = self.sizer.box(self.root, HEAD_WIDTH)
        head.height = max(head.height, HEAD_HEIGHT * self.sizer.size)
        head.x = -head.width / 2
        tiers = self.tiers(columns)
        gaps = self.gaps
        floors = arranged(tiers, head.bottom, gaps, 0.0)
        scale, narrow = _scale(head, floors, self.room, gaps, most)
        return Draft(columns, head, tiers, floors, scale, narrow, gaps)

    def deep(self) -> bool:
        """Whether anything in the row has more than one level below it."""
        children = self.chart.children
        return any(
            child.id in children for node in self.placed("line") for child in children.get(node.id, [])
        )

    def tiers(self, columns: Columns) -> list[Tier]:
        left = [self.stack(node, ADVISER_WIDTH) for node in self.placed("adviser")]
        left += [self.stack(node, FUNCTIONAL_WIDTH) for node in self.placed("functional")]
        right = [self.secretariat(node) for node in self.placed("secretariat")]
        tiers = [Tier("side", left=left, right=right)] if left or right else []
        form = self.abreast if columns.abreast else self.columns
        lines = form(self.placed("line"), columns.width)
        form = self.abreast if columns.support_abreast else self.columns
        supports = form(self.placed("support"), columns.support_width)
        rows = (*_split(lines, columns.rows), *_split(supports, columns.support_rows))
        tiers += [Tier("row", row) for row in rows]
        for tier in tiers[:-1]:
            tier.passed = True
        loose = [node for node in self.chart.children.get(None, []) if node is not self.root]
        fitting = max(1, int(self.room.width // (LOOSE_WIDTH + self.gaps.across)))
        blocks = self.columns(loose, LOOSE_WIDTH)
        tiers += [Tier("loose", row) for row in _split(blocks, ceil(len(blocks) / fitting))]
        for tier in tiers:
            if tier.blocks:
                (level_heads if any(block.gutters for block in tier.blocks) else level)(tier.blocks)
        return tiers

    def placed(self, place: Place) -> list[Node]:
        return [node for node in self.chart.children.get(self.root.id, []) if node.place == place]

    def stack(self, node: Node, width: float) -> Block:
        return stack(self.sizer, self.chart.children, node, width)

    def columns(self, nodes: list[Node], width: float) -> list[Block]:
        """Stacks of one width, wide enough for every word in them."""
        below = [child for node in nodes for child in self.chart.children.get(node.id, [])]
        width = max(width, self.widest(nodes), self.widest(below) + INDENT if below else 0.0)
        return [self.stack(node, width) for node in nodes]

    def abreast(self, nodes: list[Node], width: float) -> list[Block]:
        """Rows of one width, wide enough for every word in their columns."""
        columns = [child for node in nodes for child in self.chart.children.get(node.id, [])]
        below = [child for node in columns for child in self.chart.children.get(node.id, [])]
        width = max(width, self.widest(columns), self.widest(below) + INDENT if below else 0.0)
        return rows(self.sizer, self.chart.children, nodes, width)

    def secretariat(self, node: Node) -> Block:
        """Its children in a row if half the page has room for it, else stacked."""
        widest = self.widest(self.chart.children.get(node.id, []))
        for width in SECRETARIAT_WIDTHS:
            block = row(self.sizer, self.chart.children, node, max(width, widest))
            if block.width <= self.room.width / 2 - TRUNK_ROOM:
                return block
        return self.stack(node, SECRETARIAT_STACK)

    def widest(self, nodes: list[Node]) -> float:
        """The width that keeps the longest word of these boxes whole, within reason."""
        return max(map(self.sizer.whole_words, nodes), default=0.0)


def _floors(draft: Draft, room: Room) -> list[Floor]:
    """The floors of a draft, spread over the room."""
    return arranged(draft.tiers, draft.head.bottom, _spread(draft, room), room.width / 2 / draft.scale)


def _bottom(draft: Draft, room: Room) -> float:
    """How far down a page the boxes of a draft come, in points below the top of the room."""
    floors = _floors(draft, room)
    return (floors[-1].bottom if floors else draft.head.bottom) * draft.scale


def _scale(head: Sized, floors: Sequence[Floor], room: Room, gaps: Gaps, most: float) -> tuple[float, bool]:
    """The largest scale that fits, up to `most`, and whether the last floor stands between legend and signature."""
    half = max([head.width / 2, *(_extent(floor, gaps) for floor in floors)])
    tall = (floors[-1].bottom if floors else head.bottom) + _under(gaps)
    above = (floors[-2].bottom if len(floors) > 1 else head.bottom) + _under(gaps)
    high = room.bottom - room.top
    wide = room.width / 2 / half
    beside = min(most, wide, high / tall, (high - room.band - BAND_GAP) / above)
    below = min(most, wide, (high - room.band - BAND_GAP) / tall)
    foot = floors[-1] if floors else None
    if beside > below and foot and foot.tier.kind != "side" and _extent(foot, gaps) * beside <= _free(room):
        return beside, True
    return below, False


def _extent(floor: Floor, gaps: Gaps) -> float:
    """Half the width of a floor about the trunk, with the lines that run beside it."""
    return max(-floor.left, floor.right) + (gaps.across if gaps.tied else 0.0)


def _under(gaps: Gaps) -> float:
    """The room for lines that run below a floor."""
    return DEPTH if gaps.tied else 0.0


def _free(room: Room) -> float:
    """Half the width that is left between legend and signature, about the trunk."""
    return room.width / 2 - max(room.legend[0], room.signature[0]) - BAND_GAP


def _spread(draft: Draft, room: Room) -> Gaps:
    """Use the room that is left: wider between columns, taller between floors, within limits."""
    own = draft.gaps
    across, down = WIDEST_GAP, own.down
    for floor in draft.floors:
        count = len(floor.tier.blocks)
        if floor.tier.kind != "side" and (count > 1 or own.tied):
            foot = draft.narrow_foot and floor is draft.floors[-1]
            spare = (2 * _free(room) if foot else room.width) / draft.scale - 2 * _extent(floor, own)
            ends = 2 if own.tied else 0
            across = min(across, own.across + max(0.0, spare / (count - 1 + count % 2 + ends)))
    high = (room.bottom - room.top) / draft.scale - _under(own)
    band = (room.band + BAND_GAP) / draft.scale
    if draft.floors:
        whole = high - draft.floors[-1].bottom - (0 if draft.narrow_foot else band)
        upper = [floor.bottom for floor in draft.floors[:-1]] if draft.narrow_foot else []
        spare = min([whole / len(draft.floors), *((high - band - y) / (n + 1) for n, y in enumerate(upper))])
        down = min(TALLEST_GAP, own.down + max(0.0, spare))
    return replace(own, across=across, down=down)


def _split(blocks: list[Block], rows: int) -> list[list[Block]]:
    """Blocks in order over at most `rows` rows, as evenly as possible."""
    if not blocks:
        return []
    size = ceil(len(blocks) / rows)
    return [blocks[start : start + size] for start in range(0, len(blocks), size)]
