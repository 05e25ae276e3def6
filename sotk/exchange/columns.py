"""Finds the headings of a table, below a title and over one row or two, and what sort of table it is."""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

from sotk.exchange.headings import NO_COLUMN, field_of
from sotk.exchange.reading import Table

Sort: TypeAlias = Literal["units", "positions", "duties", "indicators", "people"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)
_SEARCHED: Final = 40
"""Rows in which headings are looked for."""
_CONTENT: Final = (
    "title head_title category grade echelon class need filled pns pppk holder first_name last_name nip"
)
_LISTS: Final = "tugas fungsi uraian pasal code"
_PLACE: Final = "unit unit_id name parent level kind"
_USED: Final[dict[Sort, frozenset[str]]] = {
    "units": frozenset(f"{_PLACE} id manager number type short site notes {_CONTENT} {_LISTS}".split()),
    "positions": frozenset(
        f"{_PLACE} id number short site notes leads ended person_id {_CONTENT} {_LISTS}".split()
    ),
    "people": frozenset(f"unit unit_id name id manager parent duty notes person_id {_CONTENT}".split()),
    "duties": frozenset(f"{_PLACE} id number short site duty duty_level type {_LISTS}".split()),
    "indicators": frozenset(
        f"{_PLACE} id lead indicator objective measure formula source baseline supporters".split()
    ),
}
"""The fields that each sort of table gives; a column of another field is said not to be read."""
_MANY: Final = ("tugas", "fungsi", "uraian", "duty", "notes")
"""Fields that several columns may give together."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is read: its place from 0, the field it gives, and its heading."""

    index: int
    field: str
    heading: str


@dataclass(frozen=True, slots=True)
class Reading:
    """How a table is read: `start` is its first row below the headings, from 0."""

    table: Table
    sort: Sort
    start: int
    columns: tuple[Column, ...]
    unread: tuple[Column, ...] = ()

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(column.field for column in self.columns)


def recognise(table: Table, *, heading: int | None = None, sort: Sort | None = None) -> Reading | None:
    """How a table is read by its headings; None where none are known. `heading`: their last row, from 0."""
    best: tuple[int, int, list[str]] | None = None
    rows = range(min(len(table.rows), _SEARCHED)) if heading is None else (heading,)
    for row in rows:
        single = _headings(table, row)
        double = _headings(table, row, row - 1) if row else single
        for texts, is_double in ((single, False), (double, True)):
            score = 2 * len(_taken(texts)) - is_double
            if best is None or score > best[0]:
                best = (score, row, texts)
    if best is None or (best[0] < 3 and heading is None):
        return None
    texts = best[2]
    taken = _taken(texts)
    sort = sort or sort_of(frozenset(taken.values()))
    taken = {index: field for index, field in taken.items() if ":" in field or field in _USED[sort]}
    columns = tuple(Column(index, field, texts[index]) for index, field in taken.items())
    if not columns:
        return None
    unread = tuple(
        Column(index, NO_COLUMN, text) for index, text in enumerate(texts) if text and index not in taken
    )
    start = best[1] + 1
    if start < len(table.rows) and _is_numbering(table.rows[start]):
        start += 1
    return Reading(table, sort, start, columns, unread)


def sort_of(fields: frozenset[str]) -> Sort:
    """What a row of a table with these columns stands for."""
    named = {"unit", "unit_id"} & fields or any(field.startswith("unit:") for field in fields)
    person = {"holder", "first_name", "last_name", "person_id", "nip"} & fields
    layered = {"parent", "level"} & fields
    if "indicator" in fields:
        return "indicators"
    if "duty" in fields and {"type", "duty_level"} & fields and named:
        return "duties"
    if "manager" in fields and ("title" in fields or person):
        return "people"
    if "parent" in fields and {"first_name", "last_name"} & fields:
        return "people"
    if "title" in fields and named:
        return "positions"
    if {"duty", "tugas", "fungsi", "uraian"} & fields and named and not layered:
        return "duties"
    return "units"


def _headings(table: Table, row: int, above: int | None = None) -> list[str]:
    """The texts of a row of headings; with `above`, joined with the group heading over them."""
    texts = [" ".join(text.split()) for text in table.rows[row]]
    if above is None:
        return texts
    made = []
    group = ""
    over = table.rows[above]
    for index, text in enumerate(texts):
        upper = " ".join(over[index].split()) if index < len(over) else ""
        group = upper or (group if text else "")
        if not text or text == group:
            made.append(group)
        else:
            joined = f"{group} {text}".strip()
            made.append(joined if field_of(joined) or not field_of(text) else text)
    return made


def _taken(texts: list[str]) -> dict[int, str]:
    """The field of each column whose heading is known; a field is taken once."""
    found: dict[int, str] = {}
    seen: set[str] = set()
    for index, text in enumerate(texts):
        field = field_of(text)
        if field is not None and (field not in seen or field in _MANY):
            seen.add(field)
            found[index] = field
    steps = [index for index, field in found.items() if field.startswith("unit:")]
    if len(steps) < 2 or "unit" in seen:
        for index in steps:
            del found[index]
    return found


def _is_numbering(row: list[str]) -> bool:
    """Whether a row only counts the columns: 1 2 3, or (1) (2) (3), as forms of offices do."""
    texts = [text.strip(" ()") for text in row if text.strip()]
    return len(texts) > 1 and texts == [str(number) for number in range(1, len(texts) + 1)]
