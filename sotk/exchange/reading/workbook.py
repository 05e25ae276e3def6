"""Excel and LibreOffice workbooks. The only module that imports calamine, and a program of its own.

What damage to a file can do to the library ends the process it runs in, and is no exception that could be
caught. So it runs apart: a workbook comes in at its standard input, its sheets go out as JSON. It imports
nothing of sotk, so that it starts at once.
"""

import contextlib
import json
import sys
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any, Final

MOST_MEMORY: Final = 4_000_000_000
"""Bytes the reader may take, where the system can say so."""


def sheets(data: bytes) -> dict[str, Any]:
    """The visible sheets with their rows of texts, and the names of the hidden ones.

    A merged cell gives its text to all it covers. Raises what the library raises.
    """
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    tables: list[tuple[str, list[list[str]]]] = []
    hidden: list[str] = []
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    for sheet in book.sheets_metadata:
        if sheet.visible is SheetVisibleEnum.Visible:
            tables.append((sheet.name, _rows(book.get_sheet_by_name(sheet.name))))
        else:
            hidden.append(sheet.name)
    return {"tables": tables, "hidden": hidden}


def _rows(sheet: Any) -> list[list[str]]:
    rows = [[_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    try:
        merged = sheet.merged_cell_ranges or ()
    except Exception:  # noqa: BLE001 - formats that do not say which cells are merged
        merged = ()
    for (top, left), (bottom, right) in merged:
        if top >= len(rows) or left >= len(rows[top]):
            continue
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = rows[top][left]
    return rows


def _text(value: Any) -> str:
    """What a person sees in a cell: 15 and not 15.0, days as year-month-day."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


def main() -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))
    try:
        found = sheets(sys.stdin.buffer.read())
    except Exception as error:  # noqa: BLE001 - the library raises its own for each sort of damage
        found = {"reason": str(error)}
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
