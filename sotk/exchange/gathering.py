"""Units out of rows: each row one, or the first row of each; with the superior the table states or shows."""

from collections.abc import Sequence

from sotk.compare.wording import normal
from sotk.exchange import layers
from sotk.exchange.columns import Reading
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.rows import Row
from sotk.exchange.values import put
from sotk.exchange.work import Work
from sotk.findings.names import clean
from sotk.locale import msg

_CONTENT = ("tugas", "fungsi", "uraian", "duty", "title", "head_title", "indicator")


Firsts = list[tuple[Row, UnitDraft]]
"""Units in order, each with the first row about it."""


def gather(reading: Reading, rows: Sequence[Row], work: Work, *, each_row: bool) -> Firsts:
    """Make drafts of the units of a table; with `each_row` every row with a name is another unit.

    Returns those of which the table neither says nor shows the superiors.
    """
    steps = sorted((field for field in reading.fields if field.startswith("unit:")), key=_step)
    if steps:
        _gather_paths(steps, rows, work)
        return []
    firsts = _firsts(rows, work, each_row=each_row)
    return [] if _set_layers(reading, firsts, each_row=each_row) else firsts


def unit_text(row: Row, work: Work) -> str:
    """The name of the unit of a row."""
    return work.repairs.text(row, "unit") or work.repairs.text(row, "name")


def _firsts(rows: Sequence[Row], work: Work, *, each_row: bool) -> Firsts:
    known: dict[tuple[str, str], UnitDraft] = {} if each_row else work.named
    firsts: Firsts = []
    last: UnitDraft | None = None
    for row in rows:
        if row.held is not None:
            continue
        name = unit_text(row, work)
        key = row.stated("id") if each_row and row.stated("id") else row.stated("unit_id")
        if not name and not key:
            if last is None or (each_row and not any(row.get(field) for field in _CONTENT)):
                row.held = msg("it names no unit")
            row.unit = last
            continue
        called = (key or normal(name), "" if key else normal(row.stated("parent")))
        draft = known.get(called)
        seeded = _seeded(name, key, work) if each_row and draft is None else None
        if seeded is not None:
            known[called] = row.unit = last = seeded
            seeded.row = row
            _describe(row, seeded, work)
            if seeded.superior:
                seeded.parent = None
            continue
        if each_row and key and draft is not None:
            row.held = msg("the id {id} stands in {cell} already", id=clean(key), cell=_id_cell(draft))
            work.twice.append((row, key))
            continue
        if draft is None or each_row:
            draft = work.new_unit(row, name or key, key, field_name="unit" if row.get("unit") else "name")
            known[called] = draft
            firsts.append((row, draft))
            _describe(row, draft, work)
        row.unit = last = draft
    return firsts


def _seeded(name: str, key: str, work: Work) -> UnitDraft | None:
    """The unit of the base that a row is about: that of its id, or the only one of its name."""
    found = [each for each in work.seeds if (each.id == key if key else normal(each.name) == normal(name))]
    return found[0] if len(found) == 1 else None


def _describe(row: Row, draft: UnitDraft, work: Work) -> None:
    """What a row says of its unit itself, and the superior it names."""
    kind_field = "kind" if row.stated("kind") else "type"
    if row.stated(kind_field) and row.reading.sort == "units":
        draft.written["kind"] = work.kinds.of_row(row, kind_field, work.repairs)
    elif row.stated("kind"):
        draft.written["kind"] = work.kinds.of_row(row, "kind", work.repairs)
    for field in ("short", "site"):
        put(draft.written, field, work.repairs.text(row, field))
    if row.reading.sort == "units":
        put(draft.written, "notes", work.repairs.text(row, "notes", lines=True))
    draft.superior_field = "parent" if "parent" in row.reading.fields else "manager"
    draft.superior = row.stated(draft.superior_field)


def _set_layers(reading: Reading, firsts: Firsts, *, each_row: bool) -> bool:
    """Set superiors by levels, numbers or indents, where no column names them; False where none show them."""
    if not firsts or {"parent", "manager"} & reading.fields:
        return True
    depths = _depths(reading, firsts, each_row=each_row)
    if depths is None:
        return False
    for (_row, draft), above in zip(firsts, layers.parents_of_depths(depths), strict=True):
        draft.superior_field = "level" if "level" in reading.fields else "number"
        draft.parent = None if above is None else firsts[above][1]
    return True


def _depths(reading: Reading, firsts: Firsts, *, each_row: bool) -> list[int | None] | None:
    if "level" in reading.fields:
        return layers.depths_of_levels([row.get("level") for row, _draft in firsts])
    if not each_row:
        return None
    if "number" in reading.fields:
        found = layers.depths_of_numbers([row.get("number") for row, _draft in firsts])
        if found is not None:
            return found
    split = [layers.unmarked(draft.name) for _row, draft in firsts]
    if sum(bool(number) for number, _name in split) > 0.6 * len(split):
        found = layers.depths_of_numbers([number for number, _name in split])
        if found is not None:
            for (_row, draft), (_number, name) in zip(firsts, split, strict=True):
                draft.name, draft.names = name, (name,)
            return found
    column = next((each.index for each in reading.columns if each.field in ("unit", "name")), None)
    if column is None:
        return None
    return layers.depths_of_indents([row.texts()[column] for row, _draft in firsts])


def nest_by_kind(firsts: Firsts, work: Work) -> None:
    """A list in the order of the chart without any superior: by the ranks of kinds, if that is wanted."""
    kinds = work.kinds
    if any(draft.superior or draft.parent is not None for _row, draft in firsts):
        return
    found = [draft.written.get("kind") or kinds.of_name(draft.name) for _row, draft in firsts]
    if len(firsts) < 2 or None in found or any(kind not in kinds.pack.kinds for kind in found):
        return
    ranks = [kinds.pack.kinds[kind].rank for kind in found if kind is not None]
    for (row, draft), above in zip(firsts, layers.parents_of_depths(ranks), strict=True):
        if above is None:
            continue
        parent = firsts[above][1]
        if work.repairs.add("nesting", row.cell("unit"), "", parent.name):
            draft.parent = parent


def _gather_paths(steps: list[str], rows: Sequence[Row], work: Work) -> None:
    """Units over several columns, a level each; a cell left empty means the one above it."""
    known: dict[tuple[str, str], UnitDraft] = {}
    current: list[UnitDraft | None] = [None] * len(steps)
    for row in rows:
        if row.held is not None:
            continue
        for place, field in enumerate(steps):
            name = "" if not row.stated(field) else work.repairs.text(row, field)
            if not name:
                continue
            above = next((each for each in reversed(current[:place]) if each is not None), None)
            called = (above.id if above else "", normal(name))
            draft = known.get(called)
            if draft is None:
                draft = known[called] = work.new_unit(row, name, field_name=field)
                draft.parent, draft.superior_field = above, field
            current[place] = draft
            current[place + 1 :] = [None] * (len(steps) - place - 1)
        row.unit = next((each for each in reversed(current) if each is not None), None)
        if row.unit is None:
            row.held = msg("it names no unit")


def _id_cell(draft: UnitDraft) -> str:
    row = draft.row
    return "" if row is None else row.cell("id" if row.get("id") else "unit_id")


def _step(field: str) -> int:
    return int(field.split(":")[1])
