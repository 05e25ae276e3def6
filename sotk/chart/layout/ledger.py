"""A table with words in it: how wide and tall it is, and its cells as rows of text.

One column holds names: it takes the width that the others leave, and wraps. The others hold short texts,
centred, on one line. The first row is the head.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from sotk.chart.measure import BASELINE, Measure
from sotk.chart.scene import Row, Run, Stroke, Table
from sotk.chart.wrap import widest_word, wrap

SIDE: Final = 3.0  # free at both sides of a cell, in points
ABOVE: Final = 1.6
LEADING: Final = 1.25
NARROWEST_NAME: Final = 48.0
WIDEST_WORD: Final = 74.0  # a longer word is broken
RULES: Final = Stroke(width=0.5)


@dataclass(frozen=True, slots=True)
class Entries:
    """A line of a table; `strong` for heads and sums."""

    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """`names` is the number of the column that wraps; `size` is in units of the text size."""

    lines: tuple[Entries, ...]
    names: int = 0
    size: float = 0.82

    def part(self, start: int, end: int) -> "Ledger":
        """Some of its lines under the same head; lines count from the one below the head."""
        return replace(self, lines=(self.lines[0], *self.lines[1:][start:end]))


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table with its widths and heights, and the lines of text of each cell."""

    ledger: Ledger
    size: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    texts: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def width(self) -> float:
        """In the unit of the text size."""
        return sum(self.columns)

    @property
    def height(self) -> float:
        """In the unit of the text size."""
        return sum(self.rows)


def ruled(ledger: Ledger, width: float, measure: Measure, text_size: float) -> Ruled:
    """The table in a width; wider where a short column or a word of a name needs more."""
    size = ledger.size * text_size
    columns = [
        2 * SIDE + max(measure.width(line.cells[n], size, bold=line.strong) for line in ledger.lines)
        for n in range(len(ledger.lines[0].cells))
    ]
    least = 2 * SIDE + max(_longest(ledger, measure, size), NARROWEST_NAME)
    columns[ledger.names] = max(least, width - sum(columns) + columns[ledger.names])
    room = columns[ledger.names] - 2 * SIDE + 0.01
    texts = tuple(
        tuple(
            (wrap(cell, room, measure, size, bold=line.strong) or ("",)) if n == ledger.names else (cell,)
            for n, cell in enumerate(line.cells)
        )
        for line in ledger.lines
    )
    rows = tuple(2 * ABOVE + LEADING * size * max(map(len, line)) for line in texts)
    return Ruled(ledger, size, tuple(columns), rows, texts)


def as_table(made: Ruled, at: tuple[float, float], scale: float, measure: Measure) -> Table:
    """The table with its top left corner at a place of the page; `scale` makes it smaller."""
    y = at[1]
    lines = []
    for n, height in enumerate(made.rows):
        lines.append(tuple(_line(made, n, (at[0], y), scale, measure)))
        y += height * scale
    columns = tuple(round(each * scale, 3) for each in made.columns)
    rows = tuple(round(each * scale, 3) for each in made.rows)
    return Table(round(at[0], 2), round(at[1], 2), columns, rows, tuple(lines), RULES)


def _longest(ledger: Ledger, measure: Measure, size: float) -> float:
    words = (widest_word(line.cells[ledger.names], measure, size, bold=line.strong) for line in ledger.lines)
    return min(WIDEST_WORD, max(words))


def _line(
    made: Ruled, number: int, at: tuple[float, float], scale: float, measure: Measure
) -> Iterator[tuple[Row, ...]]:
    """The cells of one line; texts stand in the middle of its height."""
    strong, step = made.ledger.lines[number].strong, LEADING * made.size
    x = at[0]
    for n, (lines, width) in enumerate(zip(made.texts[number], made.columns, strict=True)):
        names = n == made.ledger.names and number > 0
        place = x + (SIDE if names else width / 2) * scale
        top = at[1] + (made.rows[number] - step * len(lines)) / 2 * scale
        yield tuple(
            Row(
                (Run(text, round(made.size * scale, 3), strong),),
                round(place, 2),
                round(top + step * (row + BASELINE) * scale, 2),
                round(measure.width(text, made.size, bold=strong) * scale, 2),
                "start" if names else "middle",
                opens=row == 0,
            )
            for row, text in enumerate(lines)
            if text
        )
        x += width * scale
