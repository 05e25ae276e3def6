"""Indicators (IKU) out of rows, with the objectives they hang on and the unit that leads them."""

from collections.abc import Sequence

from sotk.compare.wording import normal
from sotk.exchange import values
from sotk.exchange.belonging import Belonging
from sotk.exchange.drafts import Ids, UnitDraft, Written
from sotk.exchange.rows import Row
from sotk.exchange.superiors import Index
from sotk.exchange.work import Work
from sotk.locale import msg


def settle_leads(rows: Sequence[Row], belonging: Belonging) -> None:
    """Find the unit that leads each indicator: the column of who answers for it, else that of the unit."""
    if not rows:
        return
    field = "lead" if "lead" in rows[0].reading.fields else "unit"
    if field in rows[0].reading.fields or "unit_id" in rows[0].reading.fields:
        belonging.settle(list(rows), field)


def indicators(rows: Sequence[Row], work: Work) -> tuple[list[Written], list[Written]]:
    """Objectives and indicators as a file writes them; an indicator of a held unit is held with it."""
    objective_ids, indicator_ids = Ids(), Ids()
    objectives: dict[str, Written] = {}
    made: list[Written] = []
    index = Index(work.units if rows else ())
    last = ""
    for row in rows:
        unit = row.unit if isinstance(row.unit, UnitDraft) else None
        if row.held is not None or (unit is not None and unit.state != "placed"):
            continue
        text = work.repairs.text(row, "indicator")
        last = work.repairs.text(row, "objective") or last
        if last and normal(last) not in objectives:
            id_ = objective_ids.make(last[:40], "sasaran")
            objectives[normal(last)] = {"id": id_, "level": "sasaran", "text": last}
        if not text:
            if not row.stated("objective"):
                row.held = msg("it holds no indicator")
            continue
        entry: Written = {"id": indicator_ids.make(row.stated("id") or text[:40], "iku"), "text": text}
        if last:
            entry["objective"] = objectives[normal(last)]["id"]
        if unit is not None:
            entry["lead"] = unit.id
        _describe(row, entry, work)
        _support(row, entry, index, work)
        made.append(entry)
    return list(objectives.values()), made


def _describe(row: Row, entry: Written, work: Work) -> None:
    for field in ("measure", "formula", "source"):
        if row.stated(field):
            values.put(entry, field, work.repairs.text(row, field))
    for column in row.reading.columns:
        stem, _colon, year = column.field.partition(":")
        if not row.stated(column.field) or stem not in ("target", "actual", "baseline"):
            continue
        number = values.decimal(row.get(column.field))
        if number is None:
            work.unread(row, column.field)
        elif stem == "baseline":
            entry["baseline"] = number
        else:
            entry.setdefault(f"{stem}s", {})[year] = number


def _support(row: Row, entry: Written, index: Index, work: Work) -> None:
    found = []
    for part in row.stated("supporters").replace("\n", ";").split(";"):
        named = index.called(part.strip()) if part.strip() else []
        placed = [unit for unit in named if unit.state == "placed"]
        if len(placed) == 1:
            found.append(placed[0].id)
        elif part.strip():
            work.unread(row, "supporters")
    if found:
        entry["supporters"] = list(dict.fromkeys(found))
