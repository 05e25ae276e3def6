"""Exports: a structure as a workbook, one of its sheets as CSV, its data as JSON or Popolo."""

import csv
import io
import json
from collections.abc import Sequence
from typing import Any, Final

from sotk.exchange.contents import rows_of_sheets, without_holders
from sotk.exchange.sheets import Sheet, to_cell, years_of
from sotk.files import structure_data
from sotk.locale import Language
from sotk.model import Structure

CSV_SHEETS: Final = ("units", "positions", "duties", "indicators")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "'")


def to_json(structure: Structure, *, holders: bool = False) -> str:
    """The data of the file as JSON; import reads it back exactly."""
    data = structure_data(structure if holders else without_holders(structure))
    return json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n"


def to_csv(structure: Structure, sheet: str, language: Language) -> str:
    """One sheet as CSV, for programs that read no workbooks; a text is never a formula."""
    made, rows = rows_of_sheets(without_holders(structure))[sheet]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    for cells in table(made, rows, language):
        writer.writerow([inert(cell) if isinstance(cell, str) else cell for cell in cells])
    return "\ufeff" + stream.getvalue()


def to_popolo(structure: Structure) -> str:
    """Organizations and posts in the words of Popolo, the open format of civic data; no persons."""
    organizations, posts = [], []
    for unit in structure.walk():
        organization = {
            "id": unit.id,
            "name": unit.name,
            "classification": unit.kind,
            "parent_id": unit.parent,
        }
        organizations.append({key: value for key, value in organization.items() if value is not None})
        carried = (unit.head, *unit.positions)
        posts += [
            {"id": each.id, "label": each.title, "organization_id": unit.id} for each in carried if each
        ]
    return json.dumps({"organizations": organizations, "posts": posts}, ensure_ascii=False, indent=2) + "\n"


def table(sheet: Sheet, rows: Sequence[dict[str, Any]], language: Language) -> list[list[Any]]:
    """The cells of a sheet: its headings, then its rows; a year has a column where any row gives it."""
    used = [
        column
        for column in sheet.columns
        if (sheet.key in CSV_SHEETS and column.key not in _RARE)
        or any(row.get(column.key) is not None for row in rows)
    ]
    years = [
        (key, year, en if language == "en" else id_)
        for key, id_, en in sheet.by_year
        for year in years_of(rows, key)
    ]
    heads = [column.heading(language) for column in used] + [f"{word} {year}" for _key, year, word in years]
    body = [
        [
            *(to_cell(row.get(column.key), column.form) for column in used),
            *((row.get(key) or {}).get(year, "") for key, year, _word in years),
        ]
        for row in rows
    ]
    return [heads, *body]


_RARE: Final = frozenset(
    [
        "class",
        "hours",
        "criteria",
        "effective",
        "until",
        "legal_basis",
        "from",
        "retained",
        "exempt",
        "retirements",
        "acting",
        "double_hatted",
        "holders",
        "clients",
        "stage",
        "site",
        "parent",
        "role",
        "position",
        "pasal",
        "polarity",
        "cumulation",
        "supporters",
    ]
) - {"parent"}
"""Columns that stand in a sheet only where some row fills them."""


def inert(text: str) -> str:
    """A text that a spreadsheet program does not take for a formula: an apostrophe stands before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
