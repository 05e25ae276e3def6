"""Excel and LibreOffice workbooks. The only module that imports calamine."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from sotk.exchange.codes import finding
from sotk.exchange.reading.extent import too_far
from sotk.exchange.reading.table import LISTS_SHEET, Source, Table
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import msg


def read_workbook(data: bytes, name: str) -> Source:
    """Every visible sheet that holds anything; a merged cell gives its text to all it covers."""
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    found: list[Finding] = []
    tables: list[Table] = []
    why = too_far(data)
    if why is not None:
        said = msg("{name} cannot be read as a workbook: {reason}.", name=clean(name), reason=why)
        return Source((), (finding("IMP001", said),))
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for sheet in book.sheets_metadata:
            if sheet.name == LISTS_SHEET:
                continue
            if sheet.visible is not SheetVisibleEnum.Visible:
                said = msg("The sheet {sheet} is hidden; it was not read.", sheet=clean(sheet.name))
                found.append(finding("IMP003", said, severity="advice"))
                continue
            rows = _rows(book.get_sheet_by_name(sheet.name))
            if any(map(any, rows)):
                tables.append(Table(sheet.name, rows))
    except Exception as error:  # noqa: BLE001 - the library raises its own for each sort of damage
        said = msg(
            "{name} cannot be read as a workbook: {reason}.", name=clean(name), reason=clean(str(error))
        )
        return Source((), (finding("IMP001", said),))
    return Source(tuple(tables), tuple(found))


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
