"""Workbooks: the export of a structure, and the empty form that goes to the units. Knows xlsxwriter alone."""

import io
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, Final

from sotk.exchange.contents import rows_of_sheets, without_holders
from sotk.exchange.reading import LISTS_SHEET
from sotk.exchange.sheets import FORMAT_KEY, HEADER, POSITIONS, Sheet
from sotk.exchange.writing import table
from sotk.locale import Language, Message, msg, say
from sotk.model import Structure
from sotk.packs import Pack

_LONGEST: Final = 32_767
"""Characters an Excel cell holds."""
_FORM_ROWS: Final = 300
_WIDTHS: Final = (8, 60)
_CATEGORIES: Final = (
    "jpt",
    "administrator",
    "pengawas",
    "fungsional",
    "pelaksana",
    "manager",
    "specialist",
    "staff",
)


def to_xlsx(structure: Structure, language: Language, *, holders: bool = False) -> bytes:
    """A structure as a workbook: Unit, Jabatan, Tugas, IKU, and a sheet for whatever else it holds.

    Raises ValueError where a value is longer than a cell can hold.
    """
    sheets = rows_of_sheets(structure if holders else without_holders(structure))
    order = [*(key for key in sheets if key != "header"), "header"]
    stream = io.BytesIO()
    book = _Book(stream)
    for key in order:
        sheet, rows = sheets[key]
        cells = _header_cells(rows) if sheet is HEADER else table(sheet, rows, language)
        if sheet is HEADER:
            cells = [[column.heading(language) for column in HEADER.columns], *cells]
        book.add(sheet, cells, language)
    book.close()
    return stream.getvalue()


def to_form(structure: Structure, pack: Pack, language: Language) -> bytes:
    """An empty form for the units to fill, with lists to choose from; import with --base takes it back."""
    stream = io.BytesIO()
    book = _Book(stream)
    book.instructions(structure, language)
    words: dict[str, Sequence[str]] = {
        "unit": list(dict.fromkeys(unit.name for unit in structure.walk())),
        "kind": [kind.name.said(language) for kind in pack.kinds.values()],
        "category": _CATEGORIES,
        "echelon": [each.id for each in pack.measures.echelons],
        "level": ("tugas", "fungsi", "uraian"),
        "yes": ("ya",),
        "class": [str(number) for number in range(1, 18)],
    }
    book.lists({key: list(each) for key, each in words.items() if each})
    for name, columns in _FORM:
        book.form(say(name, language), [(say(head, language), key) for head, key in columns])
    book.close()
    return stream.getvalue()


_FORM: Final[tuple[tuple[Message, tuple[tuple[Message, str], ...]], ...]] = (
    (
        msg("Units"),
        (
            (msg("Unit"), ""),
            (msg("Superior Unit"), "unit"),
            (msg("Unit Kind"), "kind"),
            (msg("Acronym"), ""),
            (msg("Location"), ""),
            (msg("Remarks"), ""),
        ),
    ),
    (
        msg("Positions"),
        (
            (msg("Unit"), "unit"),
            (msg("Job Title"), ""),
            (msg("Leads the Unit"), "yes"),
            (msg("Post Category"), "category"),
            (msg("Grade"), ""),
            (msg("Echelon"), "echelon"),
            (msg("Job Class"), "class"),
            (msg("Need"), "number"),
            (msg("Civil Servants"), "number"),
            (msg("Contract Staff"), "number"),
            (msg("Remarks"), ""),
        ),
    ),
    (
        msg("Duties"),
        ((msg("Unit"), "unit"), (msg("Duty Level"), "level"), (msg("Duty"), ""), (msg("Program Code"), "")),
    ),
    (
        msg("Indicators"),
        (
            (msg("Objective"), ""),
            (msg("Indicator"), ""),
            (msg("Measure"), ""),
            (msg("Formula"), ""),
            (msg("Data Source"), ""),
            (msg("Lead Unit"), "unit"),
        ),
    ),
)


class _Book:
    """A workbook in the making."""

    def __init__(self, stream: io.BytesIO) -> None:
        from xlsxwriter import Workbook

        self.book = Workbook(
            stream, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
        )
        self.head = self.book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        self.wrap = self.book.add_format({"text_wrap": True, "valign": "top"})
        self.ranges: dict[str, str] = {}

    def add(self, sheet: Sheet, cells: list[list[Any]], language: Language) -> None:
        page = self.book.add_worksheet(sheet.name(language))
        gap = None
        if sheet is POSITIONS:
            heads = cells[0]
            found = {key: heads.index(_heading(key, language)) for key in ("need", "filled", "gap")}
            gap = found["need"], found["filled"], found["gap"]
        for number, row in enumerate(cells):
            for column, value in enumerate(row):
                if gap is not None and number and column == gap[2] and value != "":
                    _write_gap(page, number, gap, value)
                else:
                    _write(page, number, column, value, self.head if not number else self.wrap)
        _arrange(page, cells)

    def instructions(self, structure: Structure, language: Language) -> None:
        page = self.book.add_worksheet(say(msg("Instructions"), language))
        page.set_column(0, 0, 100)
        told = (
            msg("Form for {name}", name=structure.name),
            msg("Fill the sheets from row 2 on; one row for each unit, position, duty and indicator."),
            msg(
                "Where a cell offers a list, choose from it; Superior Unit and Unit are units that are there already."
            ),
            msg("Leave empty what you do not know. Names of persons do not belong here."),
        )
        for number, each in enumerate(told):
            page.write_string(number, 0, say(each, language), self.head if not number else self.wrap)

    def lists(self, words: dict[str, list[str]]) -> None:
        """The words to choose from, on a hidden sheet: a list in a cell may only be 255 characters long."""
        page = self.book.add_worksheet(LISTS_SHEET)
        page.hide()
        for column, (key, entries) in enumerate(words.items()):
            for number, word in enumerate(entries):
                page.write_string(number, column, word[:_LONGEST])
            letter = chr(ord("A") + column)
            self.ranges[key] = f"={LISTS_SHEET}!${letter}$1:${letter}${len(entries)}"

    def form(self, name: str, columns: list[tuple[str, str]]) -> None:
        page = self.book.add_worksheet(name)
        for column, (head, key) in enumerate(columns):
            page.write_string(0, column, head, self.head)
            page.set_column(column, column, max(14, min(40, len(head) + 4)), self.wrap)
            if key == "number":
                rule: dict[str, Any] = {"validate": "integer", "criteria": ">=", "value": 0}
            elif key in self.ranges:
                rule = {"validate": "list", "source": self.ranges[key], "error_type": "warning"}
            else:
                continue
            page.data_validation(1, column, _FORM_ROWS, column, rule)
        page.freeze_panes(1, 0)

    def close(self) -> None:
        self.book.close()


def _header_cells(rows: list[dict[str, Any]]) -> list[list[str]]:
    """Key and value, the format first; compound values stand as JSON."""
    import json

    made = []
    for row in rows:
        value = row["value"]
        if isinstance(value, dict | list | tuple):
            text = json.dumps(value, ensure_ascii=False, default=str)
        else:
            text = str(value).lower() if isinstance(value, bool) else str(value)
        made.append([row["key"], text])
    assert made[0][0] == FORMAT_KEY  # noqa: S101 - the data of a file begins with its format
    return made


def _heading(key: str, language: Language) -> str:
    return next(column.heading(language) for column in POSITIONS.columns if column.key == key)


def _write_gap(page: Any, row: int, columns: tuple[int, int, int], value: int) -> None:
    from xlsxwriter.utility import xl_rowcol_to_cell

    need, filled, gap = columns
    page.write_formula(
        row, gap, f"={xl_rowcol_to_cell(row, filled)}-{xl_rowcol_to_cell(row, need)}", None, value
    )


def _write(page: Any, row: int, column: int, value: Any, form: Any) -> None:
    """A number as one where it stays exact; everything else as text, never as a formula or a link."""
    if value == "" and not isinstance(value, int):
        return
    if isinstance(value, int) and abs(value) < 10**15:
        page.write_number(row, column, value, form)
        return
    if isinstance(value, Decimal) and Decimal(repr(float(value))) == value and abs(value) < 10**15:
        page.write_number(row, column, float(value), form)
        return
    text = str(value)
    if len(text) > _LONGEST:
        message = f"a value of {len(text)} characters does not fit into a cell"
        raise ValueError(message)
    page.write_string(row, column, text, form)


def _arrange(page: Any, cells: list[list[Any]]) -> None:
    """Widths by what stands in the columns, the headings frozen and with filters."""
    page.freeze_panes(1, 0)
    if cells[0]:
        page.autofilter(0, 0, max(1, len(cells) - 1), len(cells[0]) - 1)
    for column, head in enumerate(cells[0]):
        longest = max((len(str(row[column])) for row in cells[1:500]), default=0)
        page.set_column(column, column, min(_WIDTHS[1], max(_WIDTHS[0], len(head) + 3, longest + 1)))
