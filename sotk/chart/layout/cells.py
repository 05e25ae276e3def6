"""The official chart in the cells of a terminal: the same parts as `bagan`, in whole cells.

Head top centre; advisers and the functional group left of the trunk, the secretariat right of it with its
children in a row where there is room; then rows of what stands under the bus, and of what supports, each as
wide as the terminal allows, the trunk passing through all but the last. Children hang under a spine.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from sotk.chart.cells import BORDER, CellBox, CellLink, CellScene, CellText, Point
from sotk.chart.layout.chart import Chart, Node, Place
from sotk.chart.measure import CellMeasure
from sotk.chart.wrap import widest_word, wrap

WIDEST: Final = 26
NARROWEST: Final = 16
SHORTEST: Final = 12
"""A box deep under spines is no narrower than this."""
HEAD: Final = 34
INDENT: Final = 3
SPINE: Final = 1
GAP: Final = 1
NARROWED: Final = 2
OVERHANG: Final = INDENT - NARROWED
"""By how much a stack is wider than its head: its boxes are indented more than they are narrowed."""
TRUNK: Final = 2
"""Free cells left and right of a trunk that passes."""
DROP: Final = 2
"""Rows from the bus to the boxes under it."""


@dataclass(slots=True)
class CellBlock:
    """A box with what hangs under it; places are relative to its top left corner."""

    head: CellBox
    boxes: list[CellBox]
    links: list[CellLink] = field(default_factory=list)
    width: int = field(init=False)
    height: int = field(init=False)

    def __post_init__(self) -> None:
        self.width = max(box.x + box.width for box in self.boxes)
        self.height = max(box.bottom for box in self.boxes) + 1

    def moved(self, x: int, y: int) -> None:
        """Move all boxes and lines by so many cells."""
        for box in self.boxes:
            box.x += x
            box.y += y
        self.links = [_shifted(link, x, y) for link in self.links]


def in_cells(chart: Chart, width: int | None = None, notes: Sequence[str] = ()) -> CellScene:
    """Place a chart; no row of boxes is wider than `width` cells as far as a narrow box allows."""
    roots = [node for node in chart.children.get(None, []) if node.place != "unplaced"]
    if not roots:
        return CellScene(0, 0, notes=tuple(notes))
    return _Placing(chart, roots[0], width).scene(tuple(notes))


@dataclass(slots=True)
class _Placing:
    """One chart on its way into cells; x counts from the trunk until all is placed."""

    chart: Chart
    root: Node
    width: int | None
    boxes: list[CellBox] = field(default_factory=list)
    links: list[CellLink] = field(default_factory=list)
    y: int = 0
    """The first free row."""
    trunk: Point = (0, 0)
    """Where the line from the head begins."""

    def scene(self, notes: tuple[str, ...]) -> CellScene:
        head = _box(self.root, HEAD if self.width is None else min(HEAD, self.width))
        head.x = -(head.width // 2)
        self.boxes.append(head)
        self.trunk = (head.middle, head.bottom)
        self.y = head.height
        self._side()
        rows = [*self._rows("line"), *self._rows("support")]
        for number, row in enumerate(rows):
            self._row(row, passed=number < len(rows) - 1)
        for row in self._loose():
            self._row(row, passed=False, loose=True)
        return self._shifted(notes)

    def _placed(self, place: Place) -> list[Node]:
        return [node for node in self.chart.children.get(self.root.id, []) if node.place == place]

    # Beside the trunk

    def _side(self) -> None:
        left = [
            self._stack(node, WIDEST) for place in ("adviser", "functional") for node in self._placed(place)
        ]
        right = [self._secretariat(node) for node in self._placed("secretariat")]
        if not left and not right:
            return
        self.y += 1
        ends = [self._beside(left, -1), self._beside(right, 1)]
        self.y = max(ends)

    def _beside(self, blocks: list[CellBlock], side: int) -> int:
        """Put blocks below each other on one side of the trunk; gives the first free row."""
        y = self.y
        for block in blocks:
            near = block.head.width + TRUNK * 2 if side < 0 else 0
            x = -near if side < 0 else TRUNK * 2 + 1
            if side < 0:
                x = min(x, -block.width - TRUNK)
            self._put(block, x, y)
            edge = block.head.x + block.head.width - 1 if side < 0 else block.head.x
            self._link((self.trunk, (0, block.head.row), (edge, block.head.row)), block.head)
            y += block.height + 1
        return y

    def _secretariat(self, node: Node) -> CellBlock:
        """Its children in a row where the right half has room for them, else under a spine."""
        children = self.chart.children.get(node.id, [])
        room = WIDEST * 5 if self.width is None else self.width // 2
        wide = min(WIDEST, max(NARROWEST, (room - TRUNK * 2) // max(1, len(children)) - GAP))
        block = _row_block(_box(node, min(WIDEST, room)), [self._stack(child, wide) for child in children])
        return block if block.width <= room or not children else self._stack(node, min(WIDEST, room))

    # Under the bus

    def _rows(self, place: Place) -> list[list[CellBlock]]:
        """The blocks of a place in as few rows as the width allows, evenly."""
        nodes = self._placed(place)
        if not nodes:
            return []
        wide = self._column(nodes)
        return _split([self._stack(node, wide) for node in nodes], self.width)

    def _loose(self) -> list[list[CellBlock]]:
        nodes = [node for node in self.chart.children.get(None, []) if node is not self.root]
        return _split([self._stack(node, WIDEST) for node in nodes], self.width)

    def _column(self, nodes: list[Node]) -> int:
        """How wide the boxes of these columns are: all in one row if they can be, else in few."""
        if self.width is None:
            return WIDEST
        least = max(NARROWEST, min(WIDEST, self._needed(nodes)))
        for rows in range(1, len(nodes) + 1):
            wide = (self.width - TRUNK * 2) // ceil(len(nodes) / rows) - GAP - OVERHANG
            if wide >= least:
                return min(WIDEST, wide)
        return max(SHORTEST, self.width - TRUNK * 2 - OVERHANG)

    def _needed(self, nodes: list[Node]) -> int:
        """The width in which no word of these columns is broken."""
        below = [child for node in nodes for child in self.chart.children.get(node.id, [])]
        return BORDER + max(_widest(nodes), NARROWED + _widest(below) if below else 0)

    def _stack(self, node: Node, width: int) -> CellBlock:
        return _stack_block(node, width, lambda each: self.chart.children.get(each, []))

    def _row(self, blocks: list[CellBlock], *, passed: bool, loose: bool = False) -> None:
        """Put blocks side by side under a bus; the trunk goes on through the middle where it is `passed`."""
        bus = self.y
        left = blocks[: ceil(len(blocks) / 2)] if passed else []
        right = blocks[len(left) :]
        x = -TRUNK
        for block in reversed(left):
            x -= block.width
            self._put(block, x, bus + DROP)
            x -= GAP
        x = TRUNK + 1 if passed else -((sum(each.width for each in blocks) + GAP * (len(blocks) - 1)) // 2)
        for block in right:
            self._put(block, x, bus + DROP)
            x += block.width + GAP
        if not loose:
            for block in blocks:
                at = block.head.middle
                self._link((self.trunk, (0, bus), (at, bus), (at, block.head.y)), block.head)
        self.y = bus + DROP + max(block.height for block in blocks) + 1

    # Together

    def _put(self, block: CellBlock, x: int, y: int) -> None:
        block.moved(x, y)
        self.boxes += block.boxes
        self.links += block.links

    def _link(self, points: Iterable[Point], to: CellBox) -> None:
        self.links.append(CellLink(tuple(points), dashed=to.dashed))

    def _shifted(self, notes: tuple[str, ...]) -> CellScene:
        left = min(box.x for box in self.boxes)
        for box in self.boxes:
            box.x -= left
        links = tuple(_shifted(link, -left, 0) for link in self.links)
        width = max(box.x + box.width for box in self.boxes)
        height = max(box.bottom for box in self.boxes) + 1
        return CellScene(width, height, tuple(self.boxes), links, notes)


def _box(node: Node, width: int) -> CellBox:
    """A box no wider than `width`, and no wider than its text needs, but at least a few cells."""
    room = max(1, width - BORDER)
    lines = tuple(
        CellText(line, phrase.strong)
        for phrase in node.text
        for line in wrap(phrase.text, room, CellMeasure(), 1)
    )
    return CellBox(
        key=node.id,
        unit=node.unit or node.id,
        role=node.role,
        dashed=node.line != "komando",
        lines=lines or (CellText("", strong=False),),
        width=room + BORDER,
    )


def _widest(nodes: list[Node]) -> int:
    words = (widest_word(phrase.text, CellMeasure(), 1) for node in nodes for phrase in node.text)
    return int(max(words, default=0))


def _stack_block(node: Node, width: int, below: Callable[[str], list[Node]]) -> CellBlock:
    """A box and, indented under a spine, all that is below it. Nothing here recurses: a tree may be deep."""
    head = _box(node, width)
    boxes, links = [head], []
    waiting = [(child, head, 1) for child in reversed(below(node.id))]
    y = head.height
    while waiting:
        child, above, depth = waiting.pop()
        box = _box(child, max(SHORTEST, width - NARROWED - (depth - 1) * INDENT))
        box.x, box.y = INDENT * depth, y
        y += box.height
        boxes.append(box)
        spine = above.x + SPINE
        points = ((spine, above.bottom), (spine, box.row), (box.x, box.row))
        links.append(CellLink(points, dashed=box.dashed))
        waiting.extend((each, box, depth + 1) for each in reversed(below(child.id)))
    return CellBlock(head, boxes, links)


def _row_block(head: CellBox, parts: list[CellBlock]) -> CellBlock:
    """A box with blocks side by side under it."""
    boxes, links = [head], []
    bus, x = head.height, 0
    for part in parts:
        part.moved(x, bus + 1)
        x += part.width + GAP
        boxes += part.boxes
        links += part.links
        at = part.head.middle
        points = ((head.middle, head.bottom), (head.middle, bus), (at, bus), (at, part.head.y))
        links.append(CellLink(points, dashed=part.head.dashed))
    return CellBlock(head, boxes, links)


def _split(blocks: list[CellBlock], width: int | None) -> list[list[CellBlock]]:
    """Blocks in order over as few rows as fit, as evenly as possible."""
    if not blocks:
        return []
    if width is None:
        return [blocks]
    widest = max(block.width for block in blocks) + GAP
    fitting = max(1, (width - TRUNK * 2) // widest)
    rows = ceil(len(blocks) / fitting)
    size = ceil(len(blocks) / rows)
    return [blocks[start : start + size] for start in range(0, len(blocks), size)]


def _shifted(link: CellLink, x: int, y: int) -> CellLink:
    return CellLink(tuple((at + x, row + y) for at, row in link.points), link.dashed)
