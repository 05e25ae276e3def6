"""What an import leaves out, and says so: columns, values that cannot be read, names of persons."""

from collections.abc import Sequence
from typing import Final

from sotk.exchange.codes import finding
from sotk.exchange.columns import Reading
from sotk.exchange.rows import Row
from sotk.exchange.work import Work
from sotk.findings.names import clean
from sotk.locale import msg

_PERSONS: Final = ("holder", "first_name", "last_name", "nip", "person_id")


def _person_columns(reading: Reading) -> frozenset[int]:
    """The columns that hold names of persons."""
    fields = (*_PERSONS, "name") if reading.sort == "people" else _PERSONS
    return frozenset(column.index for column in reading.columns if column.field in fields)


def texts(row: Row, work: Work) -> tuple[str, ...]:
    """What stands in a row; names of persons only where they are asked for."""
    hidden: frozenset[int] = frozenset()
    if not work.holders:
        hidden = _person_columns(row.reading)
        if row.reading.sort == "people":
            hidden |= {each.index for each in row.reading.columns if each.field in ("manager", "parent")}
    return tuple("" if index in hidden else text for index, text in enumerate(row.texts()))


def say_left_out(readings: Sequence[Reading], work: Work) -> None:
    """Columns that were not read, values that could not be, names of persons that were left out, odd answers."""
    for reading in readings:
        if reading.unread:
            names = tuple(clean(column.heading) for column in reading.unread)
            said = msg(
                "{table}: these columns are not read: {names}.", table=clean(reading.table.name), names=names
            )
            work.findings.append(finding("IMP004", said, severity="advice"))
        if not work.holders and _person_columns(reading):
            said = msg("{table}: names of persons are left out.", table=clean(reading.table.name))
            remedy = msg("Ask for them with --holders.")
            work.findings.append(finding("IMP018", said, severity="advice", remedy=remedy))
    for (table, field_name), cells in work.not_read.items():
        said = msg(
            "{table}: {n} cells of {field} hold no value that sotk can read; the first is {cell}.",
            table=clean(table),
            n=len(cells),
            field=field_name,
            cell=cells[0],
        )
        remedy = msg("Correct them; until then the text stands in the notes where there are any.")
        work.findings.append(finding("IMP005", said, severity="warning", remedy=remedy))
    if work.twice:
        row, key = work.twice[0]
        said = msg(
            "{n} rows give an id that a row before has; the first is {id} in {cell}.",
            n=len(work.twice),
            id=clean(key),
            cell=row.cell(),
        )
        work.findings.append(finding("IMP013", said, remedy=msg("Give each unit its own id.")))
    for id_ in work.questions.unused():
        said = msg("The answer to {id} was not used: nothing asks so.", id=clean(id_))
        work.findings.append(finding("IMP014", said, severity="warning"))
