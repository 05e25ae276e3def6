"""Excel: a sheet a table with what stands above it, its head held and repeated, numbers as numbers.

The only module of this room that knows xlsxwriter. Texts are cleaned, and written as texts: none is a formula or a link.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook

from sotk.findings.names import clean
from sotk.locale import msg, say
from sotk.report.document import (
    MARGIN,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Items,
    Paragraph,
    Section,
    Table,
)
from sotk.report.ordinals import letter
from sotk.report.render.xlsx_formats import Formats, Look

_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
_PAPERS: Final = {"A4": 9, "A3": 8, "F4": 14}
"""Numbers of the papers in Excel; F4 has none of its own, folio (8.5 by 13 inches) is that size."""
_UNITS: Final = 0.5
"""Widths of a column of Excel in a millimetre of the page."""
_HELD: Final = 9
"""Rows down to which a head is held in sight; with more above it, little room would be left to scroll."""
_LONGEST_NAME: Final = 31
_LONGEST_TEXT: Final = 32_000
_NOT_IN_NAMES: Final = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))


@dataclass(slots=True)
class _Sheet:
    section: Section
    above: list[Block] = field(default_factory=list)
    table: Table | None = None
    below: list[Block] = field(default_factory=list)


def render(document: Document) -> bytes:
    """The bytes of a .xlsx."""
    out = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, options)
    book.set_properties({"title": clean(" ".join(document.title)), "author": "sotk", "created": _DAY})
    writing = _Writing(book, document)
    for sheet in _sheets(document):
        writing.sheet(sheet)
    book.close()
    return out.getvalue()


def _sheets(document: Document) -> Iterator[_Sheet]:
    """A sheet for each ruled table, with the blocks before it; what follows the last of a section stays there."""
    for section in document.sections:
        made = _Sheet(section)
        for block in section.blocks:
            if isinstance(block, Table) and block.ruled:
                if made.table is not None:
                    above, made.below = made.below, []
                    yield made
                    made = _Sheet(section, above)
                made.table = block
            else:
                (made.above if made.table is None else made.below).append(block)
        yield made


class _Writing:
    """Writes sheets into a workbook."""

    def __init__(self, book: Any, document: Document) -> None:
        self.book, self.document = book, document
        self.names: set[str] = set()
        self.formats = Formats(book)

    def sheet(self, made: _Sheet) -> None:
        table, section = made.table, made.section
        made_sheet = self.book.add_worksheet(self._name(made))
        self._page(made_sheet, section)
        columns = table.columns if table else ()
        widths = [column.width for column in columns] or [1.0]
        share = section.room[0] * (table.share if table else 1.0) / sum(widths) * _UNITS
        for at, width in enumerate(widths):
            made_sheet.set_column(at, at, width * share)
        last = len(widths) - 1
        row = self._titles(made_sheet)
        row = self._blocks(made_sheet, made.above, row, last)
        if table is not None:
            row = self._table(made_sheet, table, row)
        self._blocks(made_sheet, made.below, row + 1, last)

    def _titles(self, sheet: Any) -> int:
        row = 0
        for line in self.document.title:
            sheet.write_string(row, 0, clean(line), self.formats.title)
            row += 1
        if self.document.notice:
            sheet.write_string(row, 0, clean(self.document.notice), self.formats.notice)
            row += 1
        return row + 1

    def _blocks(self, sheet: Any, blocks: list[Block], row: int, last: int) -> int:
        for block in blocks:
            match block:
                case Heading():
                    sheet.write_string(row, 0, clean(f"{block.number} {block.text}"), self.formats.heading)
                    row += 1
                case Paragraph():
                    self._wide(sheet, row, last, block.text)
                    row += 1
                case Items():
                    for at, entry in enumerate(block.entries):
                        self._wide(sheet, row, last, f"{_marker(block, at)} {entry}")
                        row += 1
                case Figure():
                    row = self._figure(sheet, block, row)
                case Table():
                    for each in block.rows:
                        told = [text for cell in each.cells for text in cell.paragraphs if text]
                        self._wide(sheet, row, last, " ".join(told))
                        row += 1
        return row

    def _wide(self, sheet: Any, row: int, last: int, text: str) -> None:
        """A text over all columns, in a row as high as it needs."""
        said = clean(text)[:_LONGEST_TEXT]
        if last:
            sheet.merge_range(row, 0, row, last, "", self.formats.text)
        sheet.write_string(row, 0, said, self.formats.text)
        sheet.set_row(row, 14 * max(1, -(-len(said) // 130)))

    def _figure(self, sheet: Any, figure: Figure, row: int) -> int:
        from PIL import Image

        with Image.open(BytesIO(figure.png)) as picture:
            dots = picture.width
        scale = figure.width / 25.4 * 96 / dots
        options = {
            "image_data": BytesIO(figure.png),
            "x_scale": scale,
            "y_scale": scale,
            "description": clean(figure.alt),
            "object_position": 3,
        }
        sheet.insert_image(row, 0, "figure.png", options)
        row += int(figure.height / 25.4 * 72 / 15) + 2
        if figure.caption:
            sheet.write_string(row, 0, clean(figure.caption), self.formats.heading)
            row += 1
        return row

    def _table(self, sheet: Any, table: Table, row: int) -> int:
        if any(column.head for column in table.columns):
            for at, column in enumerate(table.columns):
                sheet.write_string(
                    row, at, clean(column.head), self.formats.of(Look("head", "centre", table.ruled))
                )
            if row < _HELD:
                sheet.freeze_panes(row + 1, 0)
            sheet.repeat_rows(row)
            row += 1
        for each in table.rows:
            at = 0
            for cell in each.cells:
                align = table.columns[at].align if cell.span == 1 else "left"
                self._cell(sheet, (row, at), cell, Look(each.kind, align, table.ruled))
                at += cell.span
            row += 1
        return row

    def _cell(self, sheet: Any, place: tuple[int, int], cell: Cell, look: Look) -> None:
        row, at = place
        form = self.formats.of(look)
        if cell.number is not None:
            sheet.write_number(row, at, float(cell.number), self.formats.of(look.telling(cell.text)))
            return
        if cell.span > 1:
            sheet.merge_range(row, at, row, at + cell.span - 1, "", form)
        rest = "\n".join(clean(line) for line in cell.lines)[:_LONGEST_TEXT]
        if look.kind != "plain" and cell.text and rest:  # the first line strong, the others not
            first = clean(cell.text)[:_LONGEST_TEXT] or " "
            sheet.write_rich_string(row, at, self.formats.strong, first, self.formats.weak, f"\n{rest}", form)
        else:
            said = "\n".join(clean(line) for line in cell.paragraphs)
            sheet.write_string(row, at, said[:_LONGEST_TEXT], form)

    def _page(self, sheet: Any, section: Section) -> None:
        sheet.set_paper(_PAPERS[section.paper])
        if section.landscape:
            sheet.set_landscape()
        sheet.set_margins(*[MARGIN / 25.4] * 4)
        sheet.fit_to_pages(1, 0)
        if self.document.notice:
            sheet.set_header("&C&B" + clean(self.document.notice).replace("&", "&&"))
        said = say(msg("Page {n} of {all}", n="&P", all="&N"), self.document.language)
        sheet.set_footer(f"&R{said}")

    def _name(self, made: _Sheet) -> str:
        """A name that Excel takes and no other sheet has."""
        heads = [block.text for block in made.above if isinstance(block, Heading)]
        told = (made.table.name if made.table else "") or (heads[0] if heads else self.document.title[0])
        plain = clean(told.translate(_NOT_IN_NAMES))[:_LONGEST_NAME].strip() or "1"
        name, number = plain, 1
        while name.casefold() in self.names:
            number += 1
            end = f" {number}"
            name = plain[: _LONGEST_NAME - len(end)].rstrip() + end
        self.names.add(name.casefold())
        return name


def _marker(items: Items, at: int) -> str:
    number = at + items.start
    return {"bullet": "•", "decimal": f"{number}.", "letter": f"{letter(number)}."}[items.marker]
