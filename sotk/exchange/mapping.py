"""The mapping file: how each table is read, for a planner to look at, correct and keep."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sotk.exchange.codes import finding
from sotk.exchange.columns import SORTS, Column, Reading, Sort, recognise
from sotk.exchange.headings import NO_COLUMN, WORDS, is_field
from sotk.exchange.reading import Table, column_letters
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.text import Mapping as Node
from sotk.text import Sequence as Nodes
from sotk.text import emit, parse

_SKIP: Final = "skip"


@dataclass(frozen=True, slots=True)
class TableMap:
    """What a mapping file says of a table; what it leaves out is guessed."""

    sort: Sort | None = None
    skip: bool = False
    heading: int | None = None
    columns: Mapping[str, str] = field(default_factory=dict)


def read_map(text: str) -> tuple[dict[str, TableMap], list[Finding]]:
    """The tables of a mapping file, by name."""
    parsed = parse(text)
    found = list(parsed.findings)
    entries = parsed.data.get("tables") if isinstance(parsed.data, Node) else None
    if not isinstance(entries, Nodes):
        if parsed.data is not None:
            found.append(_bad(msg("it has no list of tables")))
        return {}, found
    made: dict[str, TableMap] = {}
    for entry in entries:
        if not isinstance(entry, Node) or not isinstance(entry.get("table"), str):
            found.append(_bad(msg("an entry does not say which table it is about")))
            continue
        made[entry["table"]] = _table_map(entry, found)
    return made, found


def _table_map(entry: Node, found: list[Finding]) -> TableMap:
    said = entry.get("rows")
    sort = next((each for each in SORTS if each == said), None)
    if said not in (None, _SKIP, *SORTS):
        found.append(
            _bad(msg("rows is one of {words}, not {word}", words=(*SORTS, _SKIP), word=clean(str(said))))
        )
    heading = entry.get("heading")
    row = int(heading) - 1 if isinstance(heading, str) and heading.isdigit() and int(heading) > 0 else None
    if heading is not None and row is None:
        found.append(
            _bad(msg("heading is the number of the row of headings, not {word}", word=clean(str(heading))))
        )
    given = entry.get("columns")
    columns: dict[str, str] = {}
    for key, word in given.items() if isinstance(given, Node) else ():
        if isinstance(word, str) and is_field(word):
            columns[str(key)] = word
        else:
            known = tuple(WORDS)
            found.append(
                _bad(msg("a column is one of {words}, not {word}", words=known, word=clean(str(word))))
            )
    return TableMap(sort, said == _SKIP, row, columns)


def apply_map(table: Table, said: TableMap, found: list[Finding]) -> Reading | None:
    """How a table is read by a mapping file: its columns replace what the headings say."""
    guessed = recognise(table, heading=said.heading, sort=said.sort)
    if guessed is None and not said.columns:
        return None
    start = guessed.start if guessed is not None else (said.heading or 0) + 1
    columns = {column.index: column for column in guessed.columns} if guessed is not None else {}
    width = max(map(len, table.rows), default=0)
    places = {column_letters(index): index for index in range(width)}
    heads = table.rows[start - 1] if 0 < start <= len(table.rows) else []
    places |= {text.strip(): index for index, text in enumerate(heads) if text.strip()}
    for key, word in said.columns.items():
        index = places.get(key)
        if index is None:
            found.append(
                _bad(msg("{table} has no column {column}", table=clean(table.name), column=clean(key)))
            )
            continue
        columns = {at: each for at, each in columns.items() if at != index and each.field != word}
        if word != NO_COLUMN:
            heading = heads[index] if index < len(heads) else ""
            columns[index] = Column(index, word, " ".join(heading.split()))
    chosen = tuple(columns[index] for index in sorted(columns))
    if not chosen:
        return None
    unread = tuple(
        Column(index, NO_COLUMN, " ".join(text.split()))
        for index, text in enumerate(heads)
        if text.strip() and index not in columns
    )
    sort = said.sort or recognise_sort(chosen)
    return Reading(table, sort, start, chosen, unread)


def recognise_sort(columns: Sequence[Column]) -> Sort:
    from sotk.exchange.columns import sort_of

    return sort_of(frozenset(column.field for column in columns))


def map_text(readings: Sequence[Reading], language: Language) -> str:
    """The mapping file of an import as it was read, every column named by its letter."""
    told = msg(
        "How sotk read these tables. rows: {sorts} or skip. A column may be: {fields}.",
        sorts=SORTS,
        fields=(*WORDS, NO_COLUMN),
    )
    tables: list[dict[str, Any]] = []
    for each in readings:
        columns = sorted((*each.columns, *each.unread), key=lambda column: column.index)
        named = {_name(each.table, column): column.field for column in columns}
        tables.append(
            {"table": each.table.name, "rows": each.sort, "heading": str(each.start), "columns": named}
        )
    return f"# {say(told, language)}\n" + emit({"import": 1, "tables": tables})


def _name(table: Table, column: Column) -> str:
    return column.heading if table.keyed else column_letters(column.index)


def _bad(why: Message) -> Finding:
    return finding("IMP020", msg("The mapping file: {why}.", why=why))
