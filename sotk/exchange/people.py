"""Units out of lists of people or posts: whoever others report to heads a unit; the rest are its positions."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

from sotk.compare.wording import normal
from sotk.exchange.content import add_holder, person, position
from sotk.exchange.drafts import UnitDraft, Written
from sotk.exchange.rows import Row
from sotk.exchange.values import put, statements
from sotk.exchange.work import Work
from sotk.locale import msg

_MOST: Final = 10_000_000
"""The largest count a position may have."""


def gather_people(rows: Sequence[Row], work: Work) -> list[UnitDraft]:
    """A draft for every person or post; who turns out to head nothing becomes a position later."""
    made = []
    for row in rows:
        if row.held is not None:
            continue
        title = work.repairs.text(row, "title") or row.stated("grade")
        if not title:
            row.held = msg("it names no position")
            continue
        key = row.stated("id")
        draft = work.new_unit(row, title, key, field_name="title")
        draft.names = tuple(dict.fromkeys(filter(None, (person(row), row.stated("name")))))
        draft.superior_field = "manager" if "manager" in row.reading.fields else "parent"
        draft.superior = row.stated(draft.superior_field)
        draft.head = _post(row, work)
        row.unit = draft
        made.append(draft)
    return made


def fold(people: list[UnitDraft], heading: dict[int, Row], work: Work) -> None:
    """Turn those nobody reports to into positions of the unit they report to, and name the units.

    `heading` are rows of a list of units that name a person as the manager, by that person's draft.
    """
    leaders = {id(each.parent) for each in people if each.parent is not None} | heading.keys()
    staying: list[UnitDraft] = []
    for each in people:
        if id(each) in leaders or each.parent is None or each.state == "held":
            staying.append(each)
            continue
        _fold_into(each, each.parent)
    gone = {id(each) for each in people} - {id(each) for each in staying}
    work.units = [each for each in work.units if id(each) not in gone]
    for unit in staying:
        unit.positions = together(unit.positions)
    _name_units(staying, heading, work)


def _fold_into(draft: UnitDraft, unit: UnitDraft) -> None:
    row = draft.row
    assert row is not None and draft.head is not None  # noqa: S101, PT018 - every person comes from a row
    row.unit = unit
    made = draft.head
    if draft.key:
        made.setdefault("id", draft.id)
    unit.positions.append(made)


def _post(row: Row, work: Work) -> Written:
    made = position(row, "title" if row.get("title") else "grade", work)
    made.pop("id", None)
    if not {"filled", "pns", "pppk"} & row.reading.fields:
        made["filled"] = 1
    duties = [
        {"level": "fungsi", "text": text}
        for text in (statements(work.repairs.text(row, "duty", lines=True)) if row.stated("duty") else ())
    ]
    if duties:
        made["duties"] = duties
    add_holder(row, made, work)
    return made


def _name_units(units: list[UnitDraft], heading: dict[int, Row], work: Work) -> None:
    """A unit is called by the department whose first post from the top it has; the others by their title."""
    called = defaultdict(list)
    for unit in units:
        department = _department(unit, work)
        above = unit.parent
        if department and unit.state != "held" and (above is None or _department(above, work) != department):
            called[normal(department)].append(unit)
    for unit in units:
        row = heading.get(id(unit))
        department = _department(unit, work)
        if row is not None:
            unit.name = row.get("unit") or unit.name
            put(unit.written, "kind", work.kinds.of_name(unit.name) or "")
        elif called.get(normal(department)) == [unit]:
            unit.name = department
    times = Counter((id(unit.parent), unit.name) for unit in units)
    for unit in units:
        if times[id(unit.parent), unit.name] > 1 and unit.key:
            unit.name = f"{unit.name} ({unit.key})"


def _department(unit: UnitDraft, work: Work) -> str:
    return "" if unit.row is None else work.repairs.text(unit.row, "unit") if unit.row.stated("unit") else ""


def _is_split(position: Written) -> bool:
    """Whether the incumbents are given by status: such counts stay apart."""
    return isinstance(position.get("filled"), dict)


def together(positions: list[Written]) -> list[Written]:
    """One position for those alike in all but their counts, which are added up; duties stay with the first."""
    made: dict[tuple[Any, ...], Written] = {}
    for each in positions:
        key = tuple(
            str(each.get(word)) for word in ("title", "grade", "echelon", "category", "class", "notes")
        )
        first = made.get(key)
        if first is None or "duties" in each or _is_split(each) or _is_split(first):
            made[key if first is None else (*key, len(made))] = each
            continue
        for word in ("need", "filled"):
            if isinstance(each.get(word), int) and first.get(word, 0) + each[word] <= _MOST:
                first[word] = first.get(word, 0) + each[word]
        if "holders" in each:
            first["holders"] = [*first.get("holders", []), *each["holders"]]
    return list(made.values())
