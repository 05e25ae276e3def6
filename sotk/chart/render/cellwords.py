"""The texts of tables and stamps, line by line, for formats that have neither."""

from collections.abc import Iterator

from sotk.chart.render.safe import words
from sotk.chart.scene import Row, Scene, Table


def table_texts(table: Table | None) -> Iterator[tuple[str, ...]]:
    """The cells of each line, from the head on; nothing of an empty grid."""
    for line in table.cells if table is not None else ():
        texts = tuple(paragraph(cell) for cell in line)
        if any(texts):
            yield texts


def table_lines(table: Table | None) -> Iterator[str]:
    """Each line of a table as one text, its cells between bars."""
    for cells in table_texts(table):
        yield " | ".join(cell for cell in cells if cell)


def paragraph(rows: tuple[Row, ...]) -> str:
    """The rows of a cell as one line."""
    return " ".join(words(row.text) for row in rows)


def names_column(table: Table) -> int:
    """The column that holds names: the only one whose texts start at its left edge."""
    for line in table.cells:
        for n, cell in enumerate(line):
            if cell and cell[0].align == "start":
                return n
    return 0


def warnings(scene: Scene) -> list[str]:
    """The stamps of a picture (illustrative data, proposal), each once: for formats without a frame."""
    blocks = (block for page in scene.pages for block in page.blocks if block.kind == "notice")
    return list(dict.fromkeys(paragraph(block.rows) for block in blocks))
