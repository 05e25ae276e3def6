"""What changed in words, as tables on slides of their own: a room reads them aloud and agrees line by line."""

from collections.abc import Iterator, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from sotk.chart.render.safe import words
from sotk.chart.scene import Told

if TYPE_CHECKING:
    from pptx.shapes.autoshape import Shape

LINES: Final = 24
"""Lines of text on a slide; at the size below they fit slides of every shape that lies."""
UNIT, SAID = 30, 76
"""Characters of a line in the two columns. With a margin they decide the size of the text."""
EM: Final = 0.56
"""The width of a character of a common font, as a part of its size, with room to spare."""


class Entry(NamedTuple):
    """A row: the unit, and what changed of it; a unit that goes on from the slide before says so."""

    unit: str
    lines: tuple[str, ...]


def slides_of(told: Sequence[Told]) -> list[list[Entry]]:
    """The rows of each slide, in order; a unit of many changes goes on on the next slide."""
    found: list[list[Entry]] = []
    room = 0
    for each in told:
        again = False
        for lines in _pieces(each.lines):
            needed = max(sum(map(_height, lines)), len(wrap(each.title, UNIT)) or 1)
            if needed > room:
                found.append([])
                room = LINES
            found[-1].append(Entry(f"{each.title} …" if again else each.title, lines))
            room, again = room - needed, True
    return found


def _pieces(lines: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Lines parted so that each part fits one slide."""
    piece: list[str] = []
    used = 0
    for line in lines:
        if piece and used + _height(line) > LINES:
            yield tuple(piece)
            piece, used = [], 0
        piece.append(line)
        used += _height(line)
    if piece:
        yield tuple(piece)


def _height(line: str) -> int:
    return len(wrap(line, SAID)) or 1


def put_table(slide: Any, rows: Sequence[Entry], left: float, top: float, width: float, emu: int) -> None:
    """A native table with the rows of one slide; measures in points."""
    size = round(width / ((UNIT + SAID) * EM) * 2) / 2
    frame = slide.shapes.add_table(len(rows), 2, *(round(each * emu) for each in (left, top, width, 10)))
    table = frame.table
    table.first_row, table.horz_banding = False, True
    for column, share in zip(table.columns, (UNIT, SAID), strict=True):
        column.width = round(width * share / (UNIT + SAID) * emu)
    for row, entry in zip(table.rows, rows, strict=True):
        row.height = round(size * 1.3 * emu)
        for cell, lines, bold in zip(row.cells, ((entry.unit,), entry.lines), (True, False), strict=True):
            cell.margin_top = cell.margin_bottom = round(1.5 * emu)
            _write(cell, lines, size, emu, bold=bold)


def _write(cell: "Shape", lines: Sequence[str], size: float, emu: int, *, bold: bool) -> None:
    cell.text_frame.text = "\n".join(map(words, lines))
    for paragraph in cell.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size, run.font.bold = round(size * emu), bold
