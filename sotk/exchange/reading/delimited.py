"""CSV and its kin: bytes to text, whatever wrote them, then text to rows."""

import csv
import io
from collections import Counter
from typing import Final

from sotk.exchange.codes import finding
from sotk.exchange.reading.table import Source, Table
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import msg

_SEPARATORS: Final = ",;\t|"
_INERT: Final = "=+-@\t\r'"
_LOOKED_AT: Final = 50
"""Rows by which the separator is chosen."""
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def read_delimited(data: bytes, name: str) -> Source:
    """One table; Excel's `sep=;` line and the `#` lines that draw.io puts on top are no rows of it."""
    text, found = _decoded(data, name)
    lines = text.split("\n", 1)
    stated = lines[0].strip().strip('"').lower()
    rows_before = 0
    separator = None
    if stated.startswith("sep=") and len(stated) == 5:
        separator, text, rows_before = stated[4], lines[1] if len(lines) > 1 else "", 1
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator or _separator(text)))
    except csv.Error as error:
        said = msg("{name} cannot be read as a table: {reason}.", name=clean(name), reason=str(error))
        return Source((), (*found, finding("IMP001", said)))
    rows = [[]] * rows_before + rows
    rows = [[_text(cell) for cell in row] if any(each[:1] == "'" for each in row) else row for row in rows]
    for number, row in enumerate(rows):
        if row and not row[0].startswith("#"):
            break
        if row:
            rows[number] = []
    return Source((Table(name, rows),), tuple(found))


def _text(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet program from taking it for a formula."""
    return cell[1:] if len(cell) > 1 and cell[0] == "'" and cell[1] in _INERT else cell


def _decoded(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """The text. Lines that are no UTF-8 are read as Windows wrote them (cp1252), each for itself."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), []
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    lines = data.split(b"\n")
    made, other = [], []
    for number, line in enumerate(lines, 1):
        try:
            made.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            made.append(line.decode("cp1252", "replace"))
            other.append(number)
    said = msg(
        "{n} lines of {name} are not UTF-8 (the first: {line}); they were read as Windows cp1252.",
        n=len(other),
        name=clean(name),
        line=other[0],
    )
    return "\n".join(made), [finding("IMP017", said, severity="advice")]


def _separator(text: str) -> str:
    """The sign that cuts the most rows into the same number of cells, more than one."""
    best, score = ",", (0, 0)
    for sign in _SEPARATORS:
        reader = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
        widths: Counter[int] = Counter()
        try:
            for row, _number in zip(reader, range(_LOOKED_AT), strict=False):
                widths[len(row)] += len(row) > 1
        except csv.Error:
            continue
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        if (times, width) > score:
            best, score = sign, (times, width)
    return best
