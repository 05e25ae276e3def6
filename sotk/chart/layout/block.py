"""Blocks: a box and what hangs under it, sized, with places relative to the block's top left corner.

A `stack` hangs children under a spine at the left, nested ones further in. Nothing stands beside a box of
a stack, so every box can be reached from the side without crossing another one.
"""

from dataclasses import dataclass
from typing import Final, TypeAlias

from sotk.chart.layout.chart import Node, Phrase
from sotk.chart.layout.ledger import Ledger, Ruled, ruled
from sotk.chart.measure import Measure
from sotk.chart.scene import Port
from sotk.chart.wrap import Words, words_of, wrapped

PAD_X: Final = 6.0
PAD_Y: Final = 6.5
INDENT: Final = 20.0
SPINE: Final = 9.0
STACK_GAP: Final = 6.0
STACK_DROP: Final = 9.0
GRID_CELL: Final = 10.5
NARROWEST: Final = 44.0
LONGEST_WORD: Final = 132.0  # a longer word is broken
SHORTEST: Final = 0.6  # of the column: deeper boxes are shifted instead of getting narrower

Children: TypeAlias = dict[str | None, list[Node]]

TOP, BOTTOM, LEFT, RIGHT = Port("top"), Port("bottom"), Port("left"), Port("right")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of text before it has a place."""

    phrase: Phrase
    text: str
    width: float
    opens: bool


@dataclass(slots=True)
class Sized:
    """A box with its wrapped text; `x` and `y` are relative to the block until the block is placed."""

    node: Node
    width: float
    height: float
    lines: tuple[Line, ...]
    size: float
    grid: float = 0.0
    """The height of the table or the empty grid below the text."""
    table: Ruled | None = None
    x: float = 0.0
    y: float = 0.0

    @property
    def bottom(self) -> float:
        """The lower edge, that of the grid or table under the text."""
        return self.y + self.height + self.grid

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the part with the text, where lines from the side arrive."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(slots=True)
class Joint:
    """A child's line: bends relative to the block, from the parent's port to the child's."""

    parent: Sized
    child: Sized
    out: Port
    into: Port
    bends: list[tuple[float, float]]


@dataclass(slots=True)
class Block:
    """A box with all that hangs under it, in points from its own top left corner."""

    head: Sized
    width: float
    height: float
    boxes: list[Sized]
    joints: list[Joint]
    gutters: dict[str, float]
    """For boxes with neighbours in the block: the x of a free way down beside them."""

    def move(self, dx: float, dy: float) -> "Block":
        """Move all boxes and bends by so much."""
        for box in self.boxes:
            box.x += dx
            box.y += dy
        for joint in self.joints:
            joint.bends = [(x + dx, y + dy) for x, y in joint.bends]
        self.gutters = {key: x + dx for key, x in self.gutters.items()}
        return self


class Sizer:
    """Makes boxes of a width; asks the measure once per text."""

    def __init__(self, measure: Measure, size: float) -> None:
        self.measure, self.size = measure, size
        self.known: dict[tuple[tuple[Phrase, ...], float], tuple[tuple[Line, ...], float, float]] = {}
        self.tables: dict[tuple[Ledger, float], Ruled] = {}
        self.words: dict[tuple[str, float, bool], Words] = {}

    def box(self, node: Node, width: float) -> Sized:
        """A box of at most `width` for its text on all charts in the same places; as tall as the tallest."""
        lines, wide, height = self._fitted(node.text, width)
        for text in node.others:
            _, other_wide, other_height = self._fitted(text, width)
            wide, height = max(wide, other_wide), max(height, other_height)
        grid = node.grid[1] * GRID_CELL if node.grid else 0.0
        for ledger in node.tables:
            wide = max(wide, self._ruled(ledger, wide).width)
        tables = [self._ruled(ledger, wide) for ledger in node.tables]
        grid = max([grid, *(table.height for table in tables)])
        return Sized(node, wide, height, lines, self.size, grid, tables[0] if node.table else None)

    def _ruled(self, ledger: Ledger, width: float) -> Ruled:
        known = self.tables.get((ledger, width))
        if known is None:
            known = self.tables[ledger, width] = ruled(ledger, width, self.measure, self.size)
        return known

    def whole_words(self, node: Node) -> float:
        """The narrowest width that breaks no word of a box, within reason."""
        widest = 0.0
        for text in node.texts:
            for phrase in text:
                widest = max(widest, self._words(phrase).widest)
        return min(LONGEST_WORD, widest + 2 * PAD_X + 0.01)

    def _words(self, phrase: Phrase) -> Words:
        key = phrase.text, phrase.size, phrase.strong
        known = self.words.get(key)
        if known is None:
            own = self.size * phrase.size
            known = self.words[key] = words_of(phrase.text, self.measure, own, bold=phrase.strong)
        return known

    def _fitted(self, text: tuple[Phrase, ...], width: float) -> tuple[tuple[Line, ...], float, float]:
        key = text, width
        known = self.known.get(key)
        if known is None:
            known = self.known[key] = self._lines(text, width)
        return known

    def _lines(self, texts: tuple[Phrase, ...], width: float) -> tuple[tuple[Line, ...], float, float]:
        """The wrapped rows of a box of a width, and the width and height it gets."""
        inner = max(width, NARROWEST) - 2 * PAD_X
        lines, height = [], 0.0
        for phrase in texts:
            own = self.size * phrase.size
            step = self.measure.line(own)
            for n, (said, wide) in enumerate(wrapped(self._words(phrase), inner)):
                lines.append(Line(phrase, said, wide, n == 0))
                height += step
        wanted = max([line.width for line in lines], default=0.0) + 2 * PAD_X
        return tuple(lines), max(width, NARROWEST, wanted), height + 2 * PAD_Y


def stack(sizer: Sizer, children: Children, node: Node, width: float) -> Block:
    """`node` with everything below it hung under spines; iterative, so that depth is no danger."""
    head = sizer.box(node, width)
    own = children.get(node.id, [])
    if len(own) == 1 and own[0].place == "functional" and own[0].id not in children:
        return _below(sizer, head, own[0])
    block = Block(head, head.width, head.bottom, [head], [], {})
    pending = [(child, head, 1) for child in reversed(own)]
    last = head
    while pending:
        child, parent, depth = pending.pop()
        narrow = max(width - INDENT * depth, width * SHORTEST)
        box = sizer.box(child, max(narrow, sizer.whole_words(child)))
        box.x = parent.x + INDENT
        box.y = last.bottom + (STACK_DROP if last is parent else STACK_GAP)
        _hang(block, parent, box)
        last = box
        pending.extend((below, box, depth + 1) for below in reversed(children.get(child.id, [])))
    block.height = last.bottom
    return block


def _below(sizer: Sizer, head: Sized, child: Node) -> Block:
    box = sizer.box(child, max(head.width - 2 * INDENT, sizer.whole_words(child)))
    width = max(head.width, box.width)
    head.x, box.x = (width - head.width) / 2, (width - box.width) / 2
    box.y = head.bottom + STACK_DROP + STACK_GAP
    return Block(head, width, box.bottom, [head, box], [Joint(head, box, BOTTOM, TOP, [])], {})


def _hang(block: Block, parent: Sized, box: Sized) -> None:
    spine = parent.x + SPINE
    out = Port("bottom", SPINE / parent.width)
    block.joints.append(Joint(parent, box, out, LEFT, [(spine, box.middle[1])]))
    block.boxes.append(box)
    block.width = max(block.width, box.x + box.width)
