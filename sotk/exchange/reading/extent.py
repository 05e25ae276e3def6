"""How far the cells of an Excel workbook reach, found before it is read: a reader makes room for all between.

One stray cell in the last row and column of a sheet asks for seventeen thousand million; a small file can
hold as much again in what it unpacks to.
"""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from sotk.exchange.reading.table import column_letters
from sotk.locale import Message, msg

MOST_CELLS: Final = 20_000_000
MOST_UNPACKED: Final = 500_000_000
"""Bytes of all parts together; a sheet of 100,000 rows of ten columns has some 60 million."""
_PIECE: Final = 1 << 22
_LONGEST: Final = 32
"""Bytes within which the place of a cell is written, so that none is cut in two."""
_CELL: Final = re.compile(rb"""\br=["']([A-Za-z]{1,3})([0-9]{1,7})["']""")


def too_far(data: bytes) -> Message | None:
    """Why a workbook of zipped XML is not read; None for one that may be, and for all other data."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED:
                return msg("it unpacks to more than {n} MB", n=MOST_UNPACKED // 1_000_000)
            sheets = [name for name in archive.namelist() if re.search(r"worksheets/[^/]+\.xml$", name)]
            for name in sheets:
                columns, rows = _extent(archive, name)
                if columns * rows > MOST_CELLS:
                    return msg(
                        "a sheet reaches to row {row} and column {column}; delete its empty rows and columns",
                        row=rows,
                        column=column_letters(columns - 1),
                    )
    except (BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError, RuntimeError):
        return None  # the reader says what is wrong with it
    return None


def _extent(archive: ZipFile, name: str) -> tuple[int, int]:
    """The last column and the last row with a cell, from 1."""
    letters: set[bytes] = set()
    numbers: set[bytes] = set()
    for piece in _pieces(archive, name):
        found = _CELL.findall(piece)
        letters.update(column for column, _row in found)
        numbers = {max({row for _column, row in found} | numbers, key=int, default=b"0")}
    return max(map(_column, letters), default=0), max(map(int, numbers), default=0)


def _pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    """The text of a part, piece by piece, each beginning with the end of the one before."""
    with archive.open(name) as part:
        tail = b""
        while piece := part.read(_PIECE):
            yield tail + piece
            tail = piece[-_LONGEST:]


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.decode("ascii").upper():
        number = number * 26 + ord(letter) - 64
    return number
