"""Plain text: an outline for the terminal, and any Scene as an outline for `.txt`."""

from collections.abc import Iterable, Iterator

from sotk.chart.layout.outline import Column, Item, OutlineRow, outline
from sotk.chart.render.cellwords import names_column, table_texts
from sotk.chart.render.safe import words
from sotk.chart.scene import Box, Page, Scene, Table


def lines(rows: Iterable[OutlineRow]) -> str:
    """The rows of an outline as text, each line ended."""
    return "".join(f"{line}\n" for row in rows for line in row.lines)


def text(scene: Scene, width: int | None = None) -> str:
    """The title, every page's primary boxes as a tree with what is said of each, and what the signs mean.

    The lines of a table stand in the tree below its box, a table that follows the chart on its own.
    """
    parts = []
    for page in scene.pages:
        kinds = {"notice", "subtitle"}
        said = [row.text for block in page.blocks if block.kind in kinds for row in block.rows]
        head = "".join(f"{line}\n" for line in map(words, (page.title, *said)) if line)
        signs = "".join(f"{line}\n" for line in _signs(page))
        tree = lines(outline(list(_items(page)), _columns(page), width))
        parts.append("\n".join(filter(None, (head, tree, signs))))
    return "\n".join(parts)


def _signs(page: Page) -> Iterator[str]:
    """What the signs before the names mean."""
    for entry in page.legend:
        if entry.sign:
            yield f"{words(entry.sign.text)}  {words(entry.words.text)}"


def _tables(page: Page) -> Iterator[Table]:
    """The tables that say something; empty grids and the table of initials do not."""
    below = [box.table for box in page.boxes]
    after = [block.table for block in page.blocks if block.kind == "table"]
    yield from (table for table in below + after if table is not None and table.cells)


def _columns(page: Page) -> tuple[Column, ...]:
    table = next(_tables(page), None)
    if table is None:
        return ()
    return tuple(
        Column(cell, right=True) for cell in _split(next(table_texts(table)), names_column(table))[1]
    )


def _items(page: Page) -> Iterator[Item]:
    """The tree; beside tables a box says all that is written in it, its own numbers too."""
    full = any(_tables(page))
    for box in page.boxes:
        if box.role == "reference":
            continue
        signs = tuple(mark.sign for mark in box.marks if mark.sign)
        name = ": ".join(_paragraphs(box)) if full else _with_notes(box)
        yield Item(box.key, box.parent, name or box.title, (), signs, box.hidden)
        if box.table is not None:
            yield from _lines(box.table, box.key)
    for n, block in enumerate(page.blocks):
        if block.kind == "table" and block.table is not None:
            yield from _lines(block.table, None, str(n))


def _with_notes(box: Box) -> str:
    """The name of the unit, then what is written under the one in its box."""
    notes = [each.strip("()") for each in _paragraphs(box)[1:]]
    return f"{box.title} ({'; '.join(notes)})" if notes else box.title


def _paragraphs(box: Box) -> list[str]:
    said: list[str] = []
    for row in box.rows:
        if row.opens or not said:
            said.append(words(row.text))
        else:
            said[-1] += f" {words(row.text)}"
    return said


def _lines(table: Table, parent: str | None, prefix: str = "") -> Iterator[Item]:
    for n, cells in enumerate(table_texts(table)):
        if n:
            name, others = _split(cells, names_column(table))
            yield Item(f"{parent}\n{prefix}{n}", parent, name, others)


def _split(cells: tuple[str, ...], names: int) -> tuple[str, tuple[str, ...]]:
    """The name, after what stands before it, and the other cells."""
    return " ".join(cell for cell in cells[: names + 1] if cell), cells[names + 1 :]
