"""A chart in cells as lines of text: borders and lines joined where they meet. Knows no terminal, no colour.

A cell keeps which ways its lines go, so that a bus that leaves a box, or two lines that cross, take the
sign that shows it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from sotk.chart.cells import BORDER, CellBox, CellLink, CellScene
from sotk.chart.measure import cells

NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
LIGHT: Final = " ╵╶└╷│┌├╴┘─┴┐┤┬┼"
"""By the ways a line goes: the sum of north 1, east 2, south 4, west 8."""
DASHED: Final = {NORTH | SOUTH: "┆", EAST | WEST: "┄"}
HEAVY: Final = {
    "│": "┃",
    "─": "━",
    "┌": "┏",
    "┐": "┓",
    "└": "┗",
    "┘": "┛",
    "├": "┠",
    "┤": "┨",
    "┬": "┯",
    "┴": "┷",
}
"""Borders of the box at the cursor: heavy, with light lines arriving."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line: its text, and the key of the box it belongs to, if any. Words may be `strong`."""

    text: str
    box: str | None = None
    strong: bool = False


@dataclass(slots=True)
class _Grid:
    """The ways of all lines, by row and column; of some cells that all lines through them are dashed."""

    rows: list[dict[int, int]]
    dashed: set[tuple[int, int]] = field(default_factory=set)

    def way(self, x: int, y: int, ways: int, *, dashed: bool) -> None:
        row = self.rows[y]
        if dashed and x not in row:
            self.dashed.add((x, y))
        elif not dashed:
            self.dashed.discard((x, y))
        row[x] = row.get(x, 0) | ways

    def line(self, link: CellLink) -> None:
        for (x, y), (to_x, to_y) in zip(link.points, link.points[1:], strict=False):
            if y == to_y:
                self.across(min(x, to_x), max(x, to_x), y, dashed=link.dashed)
            else:
                self.down(x, min(y, to_y), max(y, to_y), dashed=link.dashed)

    def across(self, left: int, right: int, y: int, *, dashed: bool) -> None:
        for x in range(left, right + 1):
            self.way(x, y, (EAST if x < right else 0) | (WEST if x > left else 0), dashed=dashed)

    def down(self, x: int, top: int, bottom: int, *, dashed: bool) -> None:
        for y in range(top, bottom + 1):
            self.way(x, y, (SOUTH if y < bottom else 0) | (NORTH if y > top else 0), dashed=dashed)

    def border(self, box: CellBox, *, dashed: bool) -> None:
        right = box.x + box.width - 1
        for y in (box.y, box.bottom):
            self.across(box.x, right, y, dashed=dashed)
        for x in (box.x, right):
            self.down(x, box.y, box.bottom, dashed=dashed)

    def signs(self, y: int, width: int) -> list[str]:
        """A row of cells with its lines; free cells are blank."""
        signs = [" "] * width
        for x, ways in self.rows[y].items():
            sign = LIGHT[ways]
            signs[x] = DASHED.get(ways, sign) if (x, y) in self.dashed else sign
        return signs


def cell_lines(scene: CellScene, at: str | None = None) -> tuple[tuple[Piece, ...], ...]:
    """The lines of a chart; the box with the key `at` has heavy borders."""
    grid = _Grid([{} for _ in range(scene.height)])
    for box in scene.boxes:
        grid.border(box, dashed=box.role == "ghost")
    for link in scene.links:
        grid.line(link)
    rows: list[list[CellBox]] = [[] for _ in range(scene.height)]
    for box in sorted(scene.boxes, key=lambda each: each.x):
        for y in range(box.y, box.bottom + 1):
            rows[y].append(box)
    lines = [tuple(_line(grid.signs(y, scene.width), y, row, at)) for y, row in enumerate(rows)]
    return (*lines, *(((Piece(note),) for note in ("", *scene.notes)) if scene.notes else ()))


def _line(signs: list[str], y: int, boxes: list[CellBox], at: str | None) -> Iterator[Piece]:
    x = 0
    for box in boxes:
        if box.x > x:
            yield Piece("".join(signs[x : box.x]))
        yield from _inside(signs, y, box, heavy=box.key == at)
        x = box.x + box.width
    rest = "".join(signs[x:]).rstrip()
    if rest:
        yield Piece(rest)


def _inside(signs: list[str], y: int, box: CellBox, *, heavy: bool) -> Iterator[Piece]:
    """A row of a box: a border, or a line of its text between two."""
    key, end = box.key, box.x + box.width
    if y in (box.y, box.bottom):
        border = "".join(signs[box.x : end])
        yield Piece(_heavy(border) if heavy else border, key)
        return
    line = box.lines[y - box.y - 1]
    free = box.width - BORDER - cells(line.text)
    left, right = signs[box.x], signs[end - 1]
    yield Piece(_heavy(left) if heavy else left, key)
    yield Piece(" " * (free // 2) + line.text + " " * (free - free // 2), key, line.strong)
    yield Piece(_heavy(right) if heavy else right, key)


def _heavy(signs: str) -> str:
    return "".join(HEAVY.get(sign, sign) for sign in signs)
