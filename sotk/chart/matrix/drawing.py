"""Draws a matrix as one page of the Scene.

The matrix is symmetric, so only its lower half has cells: the name of a unit stands once, level, at the
end of its row and the head of its column, and no head has to be turned on its side. Rows and columns are
numbered at the edges; branches are set apart. A cell says its score as a number; fill, dashes and signs
repeat it for the eye.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from sotk.chart.matrix.cells import Cell, Entry, Head, Matrix
from sotk.chart.matrix.legend import legend_of
from sotk.chart.matrix.look import INK, TEXT, look, percent, sign
from sotk.chart.measure import BASELINE, FontMeasure, Measure
from sotk.chart.scene import (
    Block,
    BlockKind,
    Box,
    Detail,
    Mark,
    Page,
    Row,
    Run,
    Scene,
    Stroke,
    Style,
)
from sotk.chart.wrap import wrap
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say

MARGIN: Final = 30.0
CELL: Final = 27.0  # wide, and at least
ROW: Final = 16.0  # high
NAME: Final = 250.0
EDGE: Final = 18.0  # for the numbers of rows at the left
BRANCH: Final = 15.0  # the step between two branches, with the name of the lower one
STEP: Final = 5.0  # and without it
SMALL: Final = 6.0
TITLE: Final = 12.5
NARROWEST: Final = 470.0
MOST_TOLD: Final = 3
"""Pairs of duties in a tool tip."""
FAINT: Final = "#555555"
HAIR: Final = 0.3
GRID: Final = Style("#d4d4d4", None)
NOTICE: Final = Style(None, Stroke("#8a1c1c", 1.0, "dashed"))
DIAGONAL: Final = Style("#dcdcdc", None)


def matrix_scene(
    matrix: Matrix,
    language: Language,
    *,
    title: Sequence[str],
    notices: Iterable[str] = (),
    threshold: float = 0.5,
) -> Scene:
    """The page of a matrix, as large as it needs to be."""
    return _Drawing(
        matrix, language, tuple(map(clean, title)), tuple(notices), threshold, FontMeasure()
    ).scene()


@dataclass(frozen=True, slots=True)
class _Line:
    """A unit with its place: the top and height of its row, the left edge of its column, its name in rows."""

    head: Head
    number: int
    y: float
    height: float
    x: float
    name: tuple[str, ...]
    over: tuple[str, ...] = ()
    """The names of the agency and the branch that begin here."""

    @property
    def right(self) -> float:
        return self.x + CELL


@dataclass(slots=True)
class _Drawing:
    matrix: Matrix
    language: Language
    title: tuple[str, ...]
    notices: tuple[str, ...]
    threshold: float
    measure: Measure

    @property
    def several(self) -> bool:
        return len({head.key[0] for head in self.matrix.heads}) > 1

    def scene(self) -> Scene:
        blocks = list(self.top())
        left, top = MARGIN + EDGE, max((block.y + block.height for block in blocks), default=MARGIN) + 6
        lines = self.lines(left, top)
        bottom = lines[-1].y + lines[-1].height if lines else top
        blocks += self.ground(lines, left, bottom)
        legend = legend_of(
            self.matrix, self.threshold, self.language, self.measure, (MARGIN, bottom + ROW + 14, NARROWEST)
        )
        right = max(
            [line.right + 5 + NAME for line in lines]
            + [block.x + block.width for block in blocks]
            + [entry.words.x + entry.words.width for entry in legend]
            + [MARGIN + NARROWEST]
        )
        floor = max((entry.y + entry.height for entry in legend), default=bottom + ROW)
        boxes = tuple(self.cell(cell, lines) for cell in self.matrix.cells)
        name = " ".join(self.title)
        size = round(right + MARGIN, 2), round(floor + MARGIN, 2)
        return Scene(name, self.language, "matrix", (Page(1, name, *size, boxes, (), tuple(blocks), legend),))

    def top(self) -> Iterator[Block]:
        """Notices, the title, and what the picture counts."""
        x, y = MARGIN, MARGIN
        for notice in self.notices:
            wide = self.measure.width(notice, TEXT + 1, bold=True)
            row = Row((Run(notice, TEXT + 1, bold=True, ink="#8a1c1c"),), x + 6, y + 12, wide, "start")
            yield Block("notice", x, y, wide + 12, 17, (row,), NOTICE)
            x += wide + 20
        y += 28 if self.notices else 0
        for n, text in enumerate(self.title):
            yield self.text("title", text, MARGIN, y, TITLE if n == 0 else TITLE - 2, bold=n == 0)
            y += 17
        for text in self.counts():
            for line in wrap(text, NARROWEST, self.measure, TEXT):
                yield self.text("subtitle", line, MARGIN, y, TEXT, ink=FAINT)
                y += 11

    def counts(self) -> Iterator[str]:
        shown = self.matrix
        if not shown.pairs:
            yield self.said(msg("No overlaps from {threshold} on.", threshold=percent(self.threshold)))
        else:
            yield self.said(
                msg(
                    "Pairs of units that overlap from {threshold} of 100 on: {pairs}. A cell holds the surest score of their duties.",
                    pairs=shown.pairs,
                    threshold=percent(self.threshold),
                )
            )
        if shown.beyond:
            yield self.said(
                msg(
                    "Units not shown: {beyond} with less sure overlaps, {without} without.",
                    beyond=shown.beyond,
                    without=shown.without,
                )
            )
        elif shown.without:
            yield self.said(
                msg("Units not shown, because they have no overlap: {without}.", without=shown.without)
            )

    def lines(self, left: float, top: float) -> tuple[_Line, ...]:
        lines: list[_Line] = []
        x, y, agency = left, top, ""
        for (structure, group), heads in groupby(
            self.matrix.heads, key=lambda head: (head.key[0], head.group)
        ):
            for n, head in enumerate(heads):
                over = self.over(head, group, agency) if n == 0 else ()
                agency = structure
                y += (len(over) * BRANCH or STEP) if n == 0 else 0
                x += 4 if n == 0 and lines else 0
                star = "*" if head.illustrative else ""
                name = wrap(f"{len(lines) + 1}. {head.name}{star}", NAME, self.measure, TEXT)
                height = max(ROW, len(name) * self.measure.line(TEXT) + 4)
                lines.append(_Line(head, len(lines) + 1, y, height, x, name, over))
                x, y = x + CELL, y + height
        return tuple(lines)

    def over(self, head: Head, group: str, agency: str) -> tuple[str, ...]:
        """What is written over the first unit of a branch; a branch of its own name needs no second one."""
        begins = self.several and head.key[0] != agency
        return (*([head.agency] if begins else []), *([group] if group != head.name else []))

    def ground(self, lines: tuple[_Line, ...], left: float, bottom: float) -> Iterator[Block]:
        """Hairs, names, numbers and the names of branches: all that is no cell. Nothing of it covers one."""
        filled = {cell.row for cell in self.matrix.cells if cell.row == cell.column}
        for line in lines:
            if line.number - 1 not in filled:
                yield Block("label", line.x, line.y, CELL, line.height, (), DIAGONAL)
            for edge in (line.x, line.right):
                yield Block("label", edge - HAIR / 2, line.y, HAIR, bottom - line.y, (), GRID)
            for edge in (line.y, line.y + line.height):
                yield Block("label", left, edge - HAIR / 2, line.right - left, HAIR, (), GRID)
            yield self.number(line.number, left - 4, line.y + line.height / 2 + 2.4, "end")
            yield self.number(line.number, line.x + CELL / 2, bottom + 9, "middle")
            yield self.name(line)
            for n, text in enumerate(reversed(line.over)):
                size = TEXT + 1 if text == line.head.agency else TEXT
                yield self.text("label", text, line.x + 2, line.y - 12 - n * BRANCH, size, bold=True)

    def name(self, line: _Line) -> Block:
        step, x = self.measure.line(TEXT), line.right + 5
        top = line.y + (line.height - step * len(line.name)) / 2
        rows = tuple(
            Row(
                (Run(text, TEXT),),
                x,
                top + n * step + step * BASELINE,
                self.measure.width(text, TEXT),
                "start",
                n == 0,
            )
            for n, text in enumerate(line.name)
        )
        return Block("label", x, line.y, NAME, line.height, rows)

    def number(self, number: int, x: float, y: float, align: str) -> Block:
        text = str(number)
        wide = self.measure.width(text, SMALL)
        row = Row((Run(text, SMALL, ink=FAINT),), x, y, wide, "end" if align == "end" else "middle")
        left = x - wide if align == "end" else x - wide / 2
        return Block("label", left, y - SMALL, wide, SMALL * 1.25, (row,))

    def cell(self, cell: Cell, lines: tuple[_Line, ...]) -> Box:
        column, row = lines[cell.column], lines[cell.row]
        style, ink = look(cell)
        number = f"{sign(cell)}{percent(cell.score)}"
        count = f" ×{len(cell.entries)}" if len(cell.entries) > 1 and not cell.delegation else ""
        written = ((number, TEXT, not cell.delegation), (count, SMALL - 0.5, False))
        runs = tuple(Run(text, size, bold, ink) for text, size, bold in written if text)
        wide = self.measure.width(number, TEXT, bold=not cell.delegation) + self.measure.width(
            count, SMALL - 0.5
        )
        text = Row(runs, column.x + CELL / 2, row.y + row.height / 2 + 2.6, wide)
        ends = (column.head, row.head)
        return Box(
            "~".join(":".join(end.key) for end in ends),
            "overlap",
            "~".join(end.key[1] for end in ends),
            None,
            "overlap",
            " ↔ ".join(end.name for end in ends),
            column.x + 0.5,
            row.y + 0.5,
            CELL - 1,
            row.height - 1,
            (text,),
            style,
            marks=(Mark("overlap", number, self.words(cell)),),
            details=tuple(self.details(cell.entries)),
        )

    def words(self, cell: Cell) -> str:
        if cell.delegation:
            return self.said(msg("{score} of 100: handed down", score=percent(cell.score)))
        return self.said(
            msg("{score} of 100, pairs of duties: {n}", score=percent(cell.score), n=len(cell.entries))
        )

    def details(self, entries: Sequence[Entry]) -> Iterator[Detail]:
        for entry in entries[:MOST_TOLD]:
            overlap = entry.overlap
            texts = " ↔ ".join(f"“{clean(side.duty.text)}”" for side in (overlap.a, overlap.b))
            yield Detail(percent(overlap.score), texts)
        if len(entries) > MOST_TOLD:
            yield Detail("…", self.said(msg("and {count} more", count=len(entries) - MOST_TOLD)))

    def text(
        self,
        kind: BlockKind,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        ink: str = INK,
    ) -> Block:
        wide, high = self.measure.width(text, size, bold=bold), self.measure.line(size)
        row = Row((Run(text, size, bold, ink),), x, y + high * BASELINE, wide, "start")
        return Block(kind, x, y, wide, high, (row,))

    def said(self, message: Message) -> str:
        return say(message, self.language)
