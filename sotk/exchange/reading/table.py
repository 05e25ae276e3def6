"""A table of texts, and how a person names one of its cells."""

from dataclasses import dataclass
from typing import Final

from sotk.findings import Finding

LISTS_SHEET: Final = "sotk_lists"
"""The hidden sheet of a form that holds the words its cells may be chosen from."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of texts. `name` is the sheet, or the file where it has none; `rows[0]` is row 1 of it.

    `keyed` tables come from JSON: their first row holds the keys, and an entry is named by its place in
    the list, from 0, as those who write JSON count.
    """

    name: str
    rows: list[list[str]]
    keyed: bool = False

    def cell(self, row: int, column: int | None = None) -> str:
        """The name of a cell such as `Unit!B12`; both are counted from 0. Without a column, of the row."""
        if self.keyed:
            key = "" if column is None else f".{self.rows[0][column]}"
            return f"{self.name}[{row - 1}]{key}"
        letters = "A" if column is None else column_letters(column)
        return f"{self.name}!{letters}{row + 1}"


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of one file, and what was found while reading it. No table: it could not be read."""

    tables: tuple[Table, ...]
    findings: tuple[Finding, ...] = ()


def column_letters(column: int) -> str:
    """The letters of a column counted from 0: A to Z, AA and so on."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
