"""Chooses how a file is read, by its ending, and says why it cannot be."""

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sotk.exchange.codes import finding
from sotk.exchange.reading.table import Source
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.findings.reason import reason
from sotk.locale import msg

MOST_BYTES: Final = 400_000_000
"""Larger files are refused: reading one takes several times its size in memory."""


Reader = Callable[[bytes, str], Source]


def _delimited(data: bytes, name: str) -> Source:
    from sotk.exchange.reading.delimited import read_delimited

    return read_delimited(data, name)


def _workbook(data: bytes, name: str) -> Source:
    from sotk.exchange.reading.apart import read_workbook

    return read_workbook(data, name)


def _json(data: bytes, name: str) -> Source:
    from sotk.exchange.reading.jsonlists import read_json

    return read_json(data, name)


_READERS: Final[dict[str, Reader]] = {
    ".csv": _delimited,
    ".tsv": _delimited,
    ".txt": _delimited,
    ".tab": _delimited,
    ".xlsx": _workbook,
    ".xlsm": _workbook,
    ".xls": _workbook,
    ".ods": _workbook,
    ".json": _json,
}
ENDINGS: Final = tuple(_READERS)


def read_tables(path: Path) -> Source:
    """The tables of a file. Never raises for what is in it."""
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        return Source((), (_unknown(path),))
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(path, msg("it is not a file"))
        if status.st_size > MOST_BYTES:
            return _unreadable(path, msg("it is larger than {n} MB", n=MOST_BYTES // 1_000_000))
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        return _unreadable(path, reason(error))
    return reader(data, path.stem)


def _unreadable(path: Path, why: object) -> Source:
    said = msg("{path} cannot be read: {reason}.", path=clean(str(path)), reason=why)  # type: ignore[arg-type] # words
    return Source((), (finding("IMP001", said),))


def _unknown(path: Path) -> Finding:
    return finding(
        "IMP001",
        msg("{path} is no table that sotk can read.", path=clean(str(path))),
        remedy=msg("Save it as one of {endings}.", endings=ENDINGS),
    )
