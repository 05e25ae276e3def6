"""What rows say beside units: positions with their counts, duties, indicators, each in its unit."""

from collections.abc import Iterable, Sequence
from typing import Final

from sotk.compare.wording import normal
from sotk.exchange import values
from sotk.exchange.drafts import UnitDraft, Written
from sotk.exchange.rows import Row
from sotk.exchange.work import Work
from sotk.locale import msg

_HEADS: Final = ("kepala", "ketua", "direktur", "camat", "lurah", "head of", "director of")
"""Words that begin the titles of heads."""
_HEAD_CATEGORIES: Final = ("jpt", "administrator", "pengawas", "manager")
_OF_HEADS: Final = ("echelon", "class", "need", "filled", "pns", "pppk", "holder")
"""What a list of units without titles says of their heads."""
_LEVELS: Final = ("tugas", "fungsi", "uraian")


def add_own(rows: Iterable[Row], work: Work) -> None:
    """What the rows of a list of units say of each: its head, and its duties by column."""
    for row in rows:
        unit = row.unit
        if row.held is not None or not isinstance(unit, UnitDraft):
            continue
        field = "head_title" if row.stated("head_title") else "title"
        if unit.head is None and row.stated(field):
            unit.head = position(row, field, work)
        elif unit.head is None and any(row.stated(each) for each in _OF_HEADS):
            _make_head(row, unit, work)
        _add_columns(row, unit, work)


def add_positions(rows: Sequence[Row], work: Work) -> None:
    """Each row a position of its unit; the head is the one that says so, or whose title or echelon does."""
    for row in rows:
        unit = row.unit
        if row.held is not None or not isinstance(unit, UnitDraft):
            continue
        if row.stated("ended"):
            row.held = msg("it ended on {day}", day=row.get("ended"))
            continue
        field = "title" if row.stated("title") else "head_title"
        if row.stated(field):
            made = position(row, field, work)
            if (unit.head is None or unit.made_head_cell is not None) and _leads(row, made, unit, work):
                unit.head, unit.made_head_cell = {**(unit.head or {}), **made}, None
            else:
                unit.positions.append(made)
        elif not any(row.get(each) for each in (*_LEVELS, "duty", "parent", "kind", "level")):
            row.held = msg("it names no position")
            continue
        _add_columns(row, unit, work)


def add_duties(rows: Sequence[Row], work: Work) -> None:
    """Each row a duty of its unit, with its level by the column jenis, or duties by columns of their own."""
    for row in rows:
        unit = row.unit
        if row.held is not None or not isinstance(unit, UnitDraft):
            continue
        before = len(unit.duties)
        if row.stated("duty"):
            text = work.repairs.text(row, "duty", lines=True)
            field = "duty_level" if row.stated("duty_level") else "type"
            said = row.stated(field).casefold()
            level = next((each for each in _LEVELS if said.startswith(each)), None)
            if said and level is None:
                work.unread(row, field)
            for each in values.statements(text):
                _add_duty(row, unit, level or "fungsi", each)
        _add_columns(row, unit, work)
        if len(unit.duties) == before:
            row.held = msg("it holds no duty")


def position(row: Row, field: str, work: Work) -> Written:
    """A position as a file writes it, from the columns of a row."""
    made: Written = {"title": work.repairs.text(row, field)}
    if row.reading.sort != "units" and row.stated("id"):
        made["id"] = row.stated("id")
    values.put(made, "grade", work.repairs.text(row, "grade") if row.stated("grade") else "")
    values.take_echelon(row, made, work)
    values.category(row, made, work)
    values.take_class(row, made, work)
    values.take_number(row, "need", made, "need", work)
    split: Written = {}
    for status in ("pns", "pppk"):
        values.take_number(row, status, split, status, work)
    if "notes" in split:
        made["notes"] = "; ".join(filter(None, (made.get("notes"), split.pop("notes"))))
    if "pns" in split or "pppk" in split:
        made["filled"] = split
    else:
        values.take_number(row, "filled", made, "filled", work)
    if row.reading.sort != "units" and row.get("notes"):
        text = work.repairs.text(row, "notes", lines=True)
        made["notes"] = f"{made['notes']}; {text}" if "notes" in made else text
    add_holder(row, made, work)
    return made


def add_holder(row: Row, made: Written, work: Work) -> None:
    """The person of a row, only where names are asked for."""
    name = person(row)
    if not work.holders or not name or normal(name) in ("vacancy", "vacant", "kosong", "lowong"):
        return
    holder = {"name": name}
    values.put(holder, "nip", row.stated("nip"))
    made["holders"] = [holder]


def _make_head(row: Row, unit: UnitDraft, work: Work) -> None:
    """A head for what a list of units says of one without its title: the usual title of the kind."""
    kind = work.kinds.pack.kind(unit.written.get("kind") or work.kinds.of_name(unit.name) or "")
    title = (kind.head_title(unit.name, "id") if kind is not None else None) or f"Kepala {unit.name}"
    made = position(row, "unit", work)
    field = next(each for each in _OF_HEADS if row.stated(each))
    unit.head, unit.made_head_cell = {**made, "title": title}, row.cell(field)


def person(row: Row) -> str:
    """The name of the person of a row; in a list of people a column `name` is theirs."""
    first = row.stated("first_name") or (row.stated("name") if row.reading.sort == "people" else "")
    return row.stated("holder") or " ".join(filter(None, (first, row.stated("last_name"))))


def _leads(row: Row, made: Written, unit: UnitDraft, work: Work) -> bool:
    if "leads" in row.reading.fields:
        return values.true(row.get("leads"))
    if not row.stated("title"):
        return True
    said = normal(made["title"])
    kinds = work.kinds
    kind = kinds.pack.kind(unit.written.get("kind") or kinds.of_name(unit.name) or "")
    usual = kind.head_title(unit.name, "id") if kind is not None else None
    return (
        made.get("category") in _HEAD_CATEGORIES
        or values.is_echelon(row.stated("echelon"))
        or (usual is not None and said == normal(usual))
        or any(said == word or said.startswith(word + " ") for word in _HEADS)
    )


def _add_columns(row: Row, unit: UnitDraft, work: Work) -> None:
    for level in _LEVELS:
        if row.stated(level):
            for each in values.statements(work.repairs.text(row, level, lines=True)):
                _add_duty(row, unit, level, each)


def _add_duty(row: Row, unit: UnitDraft, level: str, text: str) -> None:
    made: Written = {"level": level, "text": text}
    if row.reading.sort == "duties" and row.stated("id"):
        made["id"] = row.stated("id")
    for field in ("code", "pasal"):
        values.put(made, field, row.stated(field))
    unit.duties.append(made)
