"""The tree as an indented outline for a terminal: tree lines, marks, aligned columns.

Names wrap under their own branch, so nothing of them is lost; columns are clipped, and the last ones left
out, when the terminal is narrow. Widths are cells; the same text in any terminal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from sotk.chart.measure import CellMeasure, cells, clipped
from sotk.chart.wrap import wrap
from sotk.findings.names import clean

LINES: Final = ("├─ ", "└─ ", "│  ", "   ", "… ")
ASCII_LINES: Final = ("|- ", "`- ", "|  ", "   ", ".. ")
GAP: Final = "  "
NARROWEST_NAME: Final = 20
NARROWEST_COLUMN: Final = 6
WIDEST_COLUMN: Final = 40


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the outline. `cells` belong to the columns; `marks` are short signs before the name."""

    id: str
    parent: str | None
    name: str
    cells: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Column:
    """`right` aligns numbers."""

    head: str
    right: bool = False


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One unit: its first line, and continuation lines if its name is long. `id` serves a cursor."""

    id: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    item: Item
    first: str
    rest: str


def outline(
    items: Sequence[Item],
    columns: Sequence[Column] = (),
    width: int | None = None,
    *,
    ascii_only: bool = False,
) -> tuple[OutlineRow, ...]:
    """Rows for `items` (parents before children, siblings in order); a head row first if there are columns.

    `width` is that of the terminal; None sets no limit. No line is wider.
    """
    lines = ASCII_LINES if ascii_only else LINES
    placed = list(_placed(items, lines, (width or 240) // 2))
    sizes = [
        min(WIDEST_COLUMN, max(cells(column.head), *(cells(clean(_cell(item, n))) for item in items), 0))
        for n, column in enumerate(columns)
    ]
    natural = max((cells(each.first) + cells(_name(each.item)) for each in placed), default=0)
    name_width, sizes = _fitted(natural, sizes, width)
    rows = [_row(each, columns, sizes, name_width) for each in placed]
    if not sizes:
        return tuple(rows)
    head = GAP.join(
        [" " * name_width, *(_aligned(c.head, c, s) for c, s in zip(columns, sizes, strict=False))]
    )
    return (OutlineRow("", (head.rstrip(),)), *rows)


def _placed(items: Sequence[Item], lines: tuple[str, ...], room: int) -> Iterator[_Placed]:
    """Tree lines of every item; of very deep ones only the last levels, so that the name has room."""
    tee, corner, bar, blank, cut = lines
    last = {item.parent: item.id for item in items}
    depths: dict[str, int] = {}
    trail: list[str] = []
    limit = max(1, (room - cells(cut)) // len(tee))
    for item in items:
        depth = depths[item.parent] + 1 if item.parent in depths else 0
        depths[item.id] = depth
        del trail[depth:]
        final = last[item.parent] == item.id
        shown = trail[max(1, depth - limit + 1) : depth]
        before = (cut if depth > limit else "") + "".join(shown)
        trail.append(blank if final else bar)
        if depth == 0:
            yield _Placed(item, "", "")
        else:
            yield _Placed(item, before + (corner if final else tee), before + trail[-1])


def _fitted(natural: int, sizes: list[int], width: int | None) -> tuple[int, list[int]]:
    """Widths for the name and the columns: columns shrink first, then the last ones go."""
    if width is None:
        return natural, sizes
    sizes = list(sizes)

    def used() -> int:
        return sum(size + len(GAP) for size in sizes)

    name = min(natural, max(NARROWEST_NAME, width // 2))
    while sizes and used() + name > width:
        widest = max(range(len(sizes)), key=sizes.__getitem__)
        if sizes[widest] > NARROWEST_COLUMN:
            sizes[widest] = max(NARROWEST_COLUMN, sizes[widest] - (used() + name - width))
        else:
            sizes.pop()
    return min(natural, max(1, width - used())), sizes


def _row(placed: _Placed, columns: Sequence[Column], sizes: list[int], width: int) -> OutlineRow:
    room = max(1, width - cells(placed.first))
    names = wrap(_name(placed.item), room, CellMeasure(), 1) or ("",)
    first = clipped(placed.first + names[0], width)
    parts = [first + " " * (width - cells(first))] if sizes else [first]
    parts += [
        _aligned(clean(_cell(placed.item, n)), column, size)
        for n, (column, size) in enumerate(zip(columns, sizes, strict=False))
    ]
    more = tuple(clipped(placed.rest + line, width).rstrip() for line in names[1:])
    return OutlineRow(placed.item.id, (GAP.join(parts).rstrip(), *more))


def _name(item: Item) -> str:
    hidden = f" (+{item.hidden})" if item.hidden else ""
    return " ".join([*item.marks, clean(item.name)]) + hidden


def _cell(item: Item, n: int) -> str:
    return item.cells[n] if n < len(item.cells) else ""


def _aligned(text: str, column: Column, size: int) -> str:
    text = clipped(text, size)
    space = " " * (size - cells(text))
    return space + text if column.right else text + space
