"""Plain text: an outline for the terminal, and any Scene as an outline for `.txt`."""

from collections.abc import Iterable

from sotk.chart.layout.outline import Item, OutlineRow, outline
from sotk.chart.scene import Scene


def lines(rows: Iterable[OutlineRow]) -> str:
    return "".join(f"{line}\n" for row in rows for line in row.lines)


def text(scene: Scene, width: int | None = None) -> str:
    """The title, every page's primary boxes as a tree, and its legend of marks."""
    parts = []
    for page in scene.pages:
        notices = [row.text for block in page.blocks if block.kind == "notice" for row in block.rows]
        items = [
            Item(
                box.key,
                box.parent,
                box.title,
                (),
                tuple(mark.sign for mark in box.marks if mark.sign),
                box.hidden,
            )
            for box in page.boxes
            if box.role != "reference"
        ]
        head = "".join(f"{line}\n" for line in (page.title, *notices) if line)
        parts.append(f"{head}\n{lines(outline(items, (), width))}")
    return "\n".join(parts)
