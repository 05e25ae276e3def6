"""What a document is made of: sections of headings, paragraphs, lists, tables and figures. Knows no format.

All texts are words already, in the language of the document, and may hold what users typed: a renderer
cleans and escapes them. Lengths are in millimetres.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, TypeAlias

from sotk.locale import Language

Number: TypeAlias = int | Decimal
Align: TypeAlias = Literal["left", "centre", "right"]
Paper: TypeAlias = Literal["A4", "F4", "A3"]
PAPERS: Final[dict[Paper, tuple[int, int]]] = {"A4": (210, 297), "F4": (215, 330), "A3": (297, 420)}
"""Width and height of a page that stands, in millimetres."""
MARGIN: Final = 20


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest. The title of the document is none. A `number` stands above the text."""

    text: str
    level: int = 1
    number: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. A `note` is set smaller; a `centre` one stands in the middle, as the number of an article."""

    text: str
    style: Literal["body", "note", "centre", "strong"] = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list. `level` 0 stands at the margin; `start` is what the first entry counts as."""

    entries: tuple[str, ...]
    marker: Literal["bullet", "decimal", "letter"] = "bullet"
    level: int = 0
    start: int = 1


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its lines, or a number with `text` saying how it is written. `span` columns are joined in it."""

    text: str = ""
    number: Number | None = None
    lines: tuple[str, ...] = ()
    span: int = 1

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """What it says, a line each."""
        return (self.text, *self.lines) if self.text or not self.lines else self.lines


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width as a share of the table, and how its cells stand."""

    head: str
    width: float
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Row:
    """A row. A `group` row heads those below it, a `total` row sums up: the first line of their cells is strong."""

    cells: tuple[Cell, ...]
    kind: Literal["plain", "group", "total"] = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose head is repeated on each page. One that is not `ruled` only places its cells."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    name: str = ""
    """What a sheet of it is called; its caption elsewhere, where it has one."""
    ruled: bool = True
    share: float = 1.0
    """The part of the width between the margins that it takes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as PNG, at print size; `alt` says in words what it shows."""

    png: bytes
    width: float
    height: float
    alt: str
    caption: str = ""


Block: TypeAlias = Heading | Paragraph | Items | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks on pages of one kind."""

    blocks: tuple[Block, ...]
    paper: Paper = "A4"
    landscape: bool = False

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of a page as it lies."""
        width, height = PAPERS[self.paper]
        return (height, width) if self.landscape else (width, height)

    @property
    def room(self) -> tuple[int, int]:
        """Width and height inside the margins."""
        width, height = self.size
        return width - 2 * MARGIN, height - 2 * MARGIN


@dataclass(frozen=True, slots=True)
class Document:
    """A document. `title` has one line or more; `notice` stands at the top of every page."""

    title: tuple[str, ...]
    language: Language
    sections: tuple[Section, ...]
    notice: str = ""
    short: str = ""
    """What the foot of a page calls it; the whole title where it is empty."""

    @property
    def foot(self) -> str:
        """What stands at the foot of each page, before its number."""
        return self.short or " ".join(self.title)

    def tables(self) -> Iterator[Table]:
        """Every table, in order."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Table):
                    yield block


def cells(*texts: str) -> tuple[Cell, ...]:
    """Cells of one line each."""
    return tuple(Cell(text) for text in texts)
