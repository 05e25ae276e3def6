"""Reads a workbook in a process of its own: damage that ends the reader ends nothing else."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from sotk.exchange.codes import finding
from sotk.exchange.reading.extent import too_far
from sotk.exchange.reading.table import LISTS_SHEET, Source, Table
from sotk.findings.names import clean
from sotk.locale import Message, msg

_READER = Path(__file__).with_name("workbook.py")


def read_workbook(data: bytes, name: str) -> Source:
    """Every visible sheet that holds anything."""
    why = too_far(data)
    if why is not None:
        return _unreadable(name, why)
    # fixed arguments; -P: nothing is imported from the folder of the reader or of the person
    command = [sys.executable, "-P", str(_READER)]
    done = subprocess.run(command, input=data, capture_output=True, check=False)  # noqa: S603 - ours
    if done.returncode != 0:
        return _unreadable(name, msg("it is damaged in a way that stops its reader"))
    said: dict[str, Any] = json.loads(done.stdout)
    if "reason" in said:
        return _unreadable(name, clean(said["reason"]))
    tables = [Table(sheet, rows) for sheet, rows in said["tables"] if sheet != LISTS_SHEET]
    found = [
        finding(
            "IMP003",
            msg("The sheet {sheet} is hidden; it was not read.", sheet=clean(sheet)),
            severity="advice",
        )
        for sheet in said["hidden"]
        if sheet != LISTS_SHEET
    ]
    return Source(tuple(table for table in tables if any(map(any, table.rows))), tuple(found))


def _unreadable(name: str, why: Message | str) -> Source:
    said = msg("{name} cannot be read as a workbook: {reason}.", name=clean(name), reason=why)
    return Source((), (finding("IMP001", said),))
