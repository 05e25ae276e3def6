"""Small tables for tests: written as a planner's program writes them, imported as the command does."""

import csv
from collections import Counter
from pathlib import Path

import xlsxwriter

from sotk.exchange import Imported, Wanted, import_files
from sotk.locale import say

DATA = Path(__file__).parent.parent / "data"


def imported(*paths: Path, **wanted) -> Imported:
    """Import files; every row in is placed or held, whatever the files hold."""
    found = import_files(paths, Wanted(name="contoh", **wanted))
    assert found.rows_in == found.placed + len(found.held)
    return found


def of_rows(folder: Path, rows: list[list[object]], name: str = "unit", **wanted) -> Imported:
    """Import a table given row by row, as CSV."""
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return imported(path, **wanted)


def workbook(
    path: Path, sheets: dict[str, list[list[object]]], merged: dict[str, list[tuple]] | None = None
) -> Path:
    """A workbook of sheets given row by row; `merged` are ranges (top, left, bottom, right) by sheet."""
    book = xlsxwriter.Workbook(str(path))
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value)
        for top, left, bottom, right in (merged or {}).get(name, ()):
            sheet.merge_range(top, left, bottom, right, rows[top][left])
    book.close()
    return path


def outline(found: Imported) -> list[str]:
    """The tree as lines: a point for each level, the name of the unit, the title of its head."""
    structure = found.structure
    depth = {None: -1}
    lines = []
    for unit in structure.walk():
        depth[unit.id] = depth[unit.parent] + 1
        head = f" ({unit.head.title})" if unit.head else ""
        lines.append(f"{'.' * depth[unit.id]}{unit.name}{head}")
    return lines


def reasons(found: Imported) -> dict[str, str]:
    """The reason of each held row, by its cell."""
    return {held.cell: say(held.why, "en") for held in found.held}


def codes(found: Imported) -> Counter[str]:
    return Counter(finding.code for finding in found.findings)


def asked(found: Imported) -> list[str]:
    return [question.id for question in found.questions.open()]
