"""Blocks whose children stand side by side under a bus, each with its own stack; and what makes neighbours
look alike: heads of one height, and the boxes that hang under them too.
"""

from typing import Final

from sotk.chart.layout.block import BOTTOM, TOP, Block, Children, Joint, Sizer, stack
from sotk.chart.layout.chart import Node

ROW_GAP: Final = 12.0
ROW_DROP: Final = 18.0
ROW_HEAD: Final = 1.35  # the head of a row is wider than its columns
EVEN_HEIGHT: Final = 5.4  # text sizes: three lines and their padding


def row(sizer: Sizer, children: Children, node: Node, width: float) -> Block:
    """`node` centred over the stacks of its children, side by side under a bus."""
    (block,) = rows(sizer, children, [node], width)
    return block


def rows(sizer: Sizer, children: Children, nodes: list[Node], width: float) -> list[Block]:
    """A row for each of the nodes, in columns of one width; all columns are alike."""
    columns = [[stack(sizer, children, child, width) for child in children.get(n.id, [])] for n in nodes]
    every = [column for each in columns for column in each]
    if every:
        level(every)
    return [_row(sizer, node, own, width) for node, own in zip(nodes, columns, strict=True)]


def _row(sizer: Sizer, node: Node, columns: list[Block], width: float) -> Block:
    head = sizer.box(node, width * ROW_HEAD)
    block = Block(head, head.width, head.bottom, [head], [], {})
    if not columns:
        return block
    wide = sum(column.width + ROW_GAP for column in columns) - ROW_GAP
    block.width = max(head.width, wide)
    head.x = (block.width - head.width) / 2
    x, bus = (block.width - wide) / 2, head.bottom + ROW_DROP / 2
    for column in columns:
        column.move(x, head.bottom + ROW_DROP)
        x += column.width + ROW_GAP
        bends = [(head.middle[0], bus), (column.head.middle[0], bus)]
        block.boxes += column.boxes
        block.joints += [Joint(head, column.head, BOTTOM, TOP, bends), *column.joints]
        block.gutters.update((box.node.id, x - ROW_GAP / 2) for box in column.boxes)
    block.height = max(box.bottom for box in block.boxes)
    return block


def level(blocks: list[Block]) -> None:
    """Give the heads of neighbouring stacks one height, and the boxes under them too."""
    level_heads(blocks)
    hung = [box for block in blocks for box in block.boxes[1:]]
    if hung:
        _even_out(blocks, max(box.height for box in hung))


def level_heads(blocks: list[Block]) -> None:
    """Give the heads of neighbouring blocks one height."""
    tallest = max(block.head.height for block in blocks)
    for block in blocks:
        extra = tallest - block.head.height
        block.head.height = tallest
        for box in block.boxes[1:]:
            box.y += extra
        for joint in block.joints:
            joint.bends = [(x, y + extra) for x, y in joint.bends]
        block.height += extra


def _even_out(blocks: list[Block], wanted: float) -> None:
    """Hung boxes get one height, unless a long name would make all of them tall."""
    for block in blocks:
        grown = 0.0
        for box, joint in zip(block.boxes[1:], block.joints, strict=True):
            box.y += grown
            extra = min(wanted, EVEN_HEIGHT * box.size) - box.height
            if extra > 0:
                box.height += extra
                grown += extra
            joint.bends = [(x, box.middle[1]) for x, _ in joint.bends]
        block.height += grown
