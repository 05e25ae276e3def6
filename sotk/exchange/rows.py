"""The rows of a table below its headings: texts by field, each still knowing its cell."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from sotk.exchange.columns import Reading
from sotk.findings.names import clean
from sotk.locale import Message, msg

NOTHING: Final = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "--",
        "xx",
        "x",
        "n/a",
        "na",
        "n/d",
        "null",
        "none",
        "nihil",
        "tidak ada",
        "belum ada",
        "#n/a",
    }
)
"""What a planner writes for nothing."""
LONGEST: Final = 20_000
"""Characters of the longest text a structure holds."""
_LONGEST_NAME: Final = 1_000
_PARTS: Final = ("first_name", "last_name", "name")
"""Parts of one name, which are put together."""
_TEXTS: Final = (
    "notes",
    "tugas",
    "fungsi",
    "uraian",
    "duty",
    "indicator",
    "objective",
    "formula",
    "supporters",
)
_TOTAL: Final = re.compile(
    r"(sub ?|grand )?(jumlah|total)( total| keseluruhan| seluruhnya| pegawai| jabatan| unit)?\s*[:=]?",
    re.IGNORECASE,
)


class Row:
    """One row. `held` says why it has no place; None while it has, or may have, one."""

    __slots__ = ("held", "number", "reading", "unit", "values")

    def __init__(self, reading: Reading, number: int, values: dict[str, str]) -> None:
        self.reading = reading
        self.number = number
        self.values = values
        self.held: Message | None = None
        self.unit: object | None = None
        """The draft of the unit this row is of, or belongs to."""

    def get(self, field: str) -> str:
        """The text of a field, without blanks at its ends; empty where the row says nothing."""
        return self.values.get(field, "")

    def stated(self, field: str) -> str:
        """The text of a field; empty also where it says that there is nothing (-, n/a, tidak ada)."""
        text = self.values.get(field, "")
        return "" if text.casefold() in NOTHING else text

    def cell(self, field: str | None = None) -> str:
        """The cell of a field, such as `Unit!B12`; of the first column that is read without one."""
        columns = self.reading.columns
        found = next((each.index for each in columns if each.field == field), None)
        return self.reading.table.cell(self.number, columns[0].index if found is None else found)

    def texts(self) -> list[str]:
        """The whole row as it stands in the table."""
        return self.reading.table.rows[self.number]


def rows_of(reading: Reading) -> Iterator[Row]:
    """The rows that say anything; a row of totals is held from the start."""
    columns = [(column.index, column.field) for column in reading.columns]
    rows = reading.table.rows
    for number in range(reading.start, len(rows)):
        cells = rows[number]
        if not any(cells):
            continue
        width = len(cells)
        values: dict[str, str] = {}
        for index, field in columns:
            if index < width and (text := cells[index].strip()):
                if not text.isprintable():
                    text = _printable(text)
                values[field] = f"{values[field]}\n{text}" if field in values else text
        row = Row(reading, number, values)
        if not values:
            if not any(text.strip() for text in cells):
                continue
            row.held = msg("none of the columns that are read holds anything")
        elif _is_total(cells, values):
            row.held = msg("it is a row of totals")
        elif any(len(text) > _most(field) for field, text in values.items()):
            row.held = msg("one of its texts is too long for a structure")
        yield row


def _most(field: str) -> int:
    """Characters that the text of a field may have."""
    if field in _TEXTS:
        return LONGEST
    return _LONGEST_NAME // 2 - 1 if field in _PARTS else _LONGEST_NAME


def _printable(text: str) -> str:
    """A text without controls and marks of direction; its lines stay, and so do blanks of any width."""
    return "".join(map(_shown, text.replace("\r\n", "\n").replace("\r", "\n"))).strip()


def _shown(each: str) -> str:
    if each.isprintable() or each in "\n\t\u00a0\u2007\u202f":
        return each
    return clean(each) or ("" if unicodedata.category(each) == "Cf" else " ")


def _is_total(cells: list[str], values: dict[str, str]) -> bool:
    first = next((text.strip() for text in cells if text.strip()), "")
    if not _TOTAL.fullmatch(first):
        return False
    named = {
        text for field, text in values.items() if field in ("unit", "name", "title", "duty", "indicator")
    }
    return not named - {first}
