"""The tables of a pack (CSV): codes, position titles and client groups. A row that is wrong is left out
and found by `table_faults`; the tables of shipped packs are read once.
"""

import csv
from collections.abc import Iterator
from functools import cache
from io import StringIO
from typing import Any, Final, TypeVar

from pydantic import TypeAdapter, ValidationError

from sotk.findings import Finding, Span
from sotk.locale import msg
from sotk.packs import problems
from sotk.packs.clients import ClientGroup
from sotk.packs.folder import PackFolder, UnreadableFile
from sotk.packs.nomenclature import Code, Nomenclature
from sotk.packs.titles import Title

Row = TypeVar("Row")

CLIENTS: Final = "clients.csv"
TITLES: Final = "titles.csv"
CODES: Final = "codes"


@cache
def codes_of(folders: tuple[PackFolder, ...]) -> Nomenclature:
    """The codes of some folders; of the same code and government the first folder's."""
    entries: dict[tuple[str, str], Code] = {}
    for folder in folders:
        for path in folder.listed(CODES, ".csv"):
            for code in rows(folder, path, Code):
                entries.setdefault((code.government, code.code), code)
    return Nomenclature(tuple(entries.values()))


@cache
def titles_of(folders: tuple[PackFolder, ...]) -> tuple[Title, ...]:
    titles: dict[str, Title] = {}
    for folder in folders:
        for title in rows(folder, TITLES, Title):
            titles.setdefault(title.title.casefold(), title)
    return tuple(titles.values())


def clients_of(folder: PackFolder) -> tuple[tuple[ClientGroup, ...], list[Finding]]:
    faults: list[Finding] = []
    return tuple(rows(folder, CLIENTS, ClientGroup, faults)), faults


def rows(
    folder: PackFolder, path: str, shape: type[Row], faults: list[Finding] | None = None
) -> Iterator[Row]:
    """The rows of a table as checked values; what is wrong goes to `faults`."""
    faults = [] if faults is None else faults
    try:
        text = folder.text(path)
    except UnreadableFile:
        faults.append(problems.finding("PCK003", msg("The table {file} cannot be read.", file=path)))
        return
    if text is None:
        return
    key: Any = shape
    adapter: TypeAdapter[Row] = _adapter(key)
    reader = csv.reader(StringIO(text))
    try:
        heading = next(reader, [])
        for cells in reader:
            # an empty cell says nothing; neither does an empty line
            filled: dict[str, Any] = {key: cell for key, cell in zip(heading, cells, strict=False) if cell}
            if len(cells) > len(heading):
                filled["?"] = cells[len(heading) :]
            if not filled:
                continue
            try:
                yield adapter.validate_python(filled)
            except ValidationError as error:
                at = Span(reader.line_num, 1, reader.line_num, 1)
                faults += problems.invalid_row(error.errors(include_url=False), at, problems.keys_of(shape))
    except csv.Error as error:
        at = Span(reader.line_num, 1, reader.line_num, 1)
        message = msg("The table cannot be read: {problem}.", problem=str(error))
        faults.append(problems.finding("PCK003", message, at=at))


@cache
def _adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)
