"""Makes text smaller where a presentation's font is wider than the one a chart was measured with.

A box of a presentation wraps its text again, and nobody knows with which font: so the text has to fit in
Inter, Calibri and Arial alike. Most of it does: a line that fits in all of them as it stands is not
touched, and greedy wrapping never needs more lines than there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from sotk.chart.faces import FACES, FaceMeasure
from sotk.chart.scene import Block, Row

STEP: Final = 0.97
LEAST: Final = 0.4
ROUNDING: Final = 0.05  # points
SPARE: Final = 0.16
"""Of the width of a stamp: where a machine has none of the fonts, it takes one that is wider by so much."""

_WIDEST: Final = FaceMeasure()
_FACES: Final = tuple(map(FaceMeasure, FACES))


def wrapped_within(rows: tuple[Row, ...], width: float, height: float) -> tuple[Row, ...]:
    """Rows whose paragraphs, wrapped anew, fit a width and a height with each font."""
    if all(_wide(row) <= width + ROUNDING for row in rows) and _tall(rows) <= height + ROUNDING:
        return rows
    scale = 1.0
    while scale > LEAST and not all(_fits(rows, width, height, scale, face) for face in _FACES):
        scale *= STEP
    return _smaller(rows, scale)


def lines_within(rows: tuple[Row, ...], width: float) -> tuple[Row, ...]:
    """Rows that stay as they are, each no wider than a width with each font."""
    widest = max(map(_wide, rows), default=0.0)
    return _smaller(rows, width / widest) if widest > width + ROUNDING else rows


def with_room(blocks: Sequence[Block]) -> list[Block]:
    """Stamps with room for a wider font, moved along where they stand side by side."""
    made, moved = list[Block](), dict[float, float]()
    for block in blocks:
        if block.kind != "notice":
            made.append(block)
            continue
        before, more = moved.get(block.y, 0.0), SPARE * block.width
        made.append(replace(block, x=block.x + before, width=block.width + more))
        moved[block.y] = before + more
    return made


def paragraphs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """The rows of each paragraph."""
    lines: list[Row] = []
    for row in rows:
        if row.opens and lines:
            yield lines
            lines = []
        lines.append(row)
    if lines:
        yield lines


def _wide(row: Row) -> float:
    return sum(_WIDEST.width(run.text, run.size, bold=run.bold) for run in row.runs)


def _tall(rows: Sequence[Row]) -> float:
    return sum(_WIDEST.line(max((run.size for run in row.runs), default=0.0)) for row in rows)


def _fits(rows: Sequence[Row], width: float, height: float, scale: float, face: FaceMeasure) -> bool:
    used = 0.0
    for lines in paragraphs(rows):
        first = lines[0].runs[0]
        words = " ".join(row.text for row in lines).split()
        size = first.size * scale
        space, left, count = face.width(" ", size, bold=first.bold), -1.0, 0
        for word in words:
            wide = face.width(word, size, bold=first.bold)
            if wide > width:
                return False
            if wide + space > left:
                count, left = count + 1, width - wide
            else:
                left -= wide + space
        used += max(1, count) * face.line(size)
    return used <= height


def _smaller(rows: tuple[Row, ...], scale: float) -> tuple[Row, ...]:
    return tuple(
        replace(row, runs=tuple(replace(run, size=run.size * scale) for run in row.runs)) for row in rows
    )
