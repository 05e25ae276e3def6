"""From files of tables to a structure, with every row placed or held, what is asked, and what was put right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from sotk.exchange.belonging import Belonging
from sotk.exchange.building import build
from sotk.exchange.codes import finding
from sotk.exchange.columns import Reading, recognise
from sotk.exchange.content import add_duties, add_own, add_positions
from sotk.exchange.contents import without_holders
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.gathering import gather, nest_by_kind
from sotk.exchange.indicators import indicators, settle_leads
from sotk.exchange.kinds import Kinds, best_pack
from sotk.exchange.mapping import TableMap, apply_map
from sotk.exchange.overlaying import lay_over, seed
from sotk.exchange.own import OwnRead, is_own, own_json, read_own, read_own_data
from sotk.exchange.people import fold, gather_people
from sotk.exchange.placing import place
from sotk.exchange.questions import Questions
from sotk.exchange.reading import Table, read_tables
from sotk.exchange.remarks import say_left_out, texts
from sotk.exchange.repairs import Repair, Repairs
from sotk.exchange.rows import Row, rows_of
from sotk.exchange.superiors import find_superiors
from sotk.exchange.work import Work
from sotk.files.ids import slug
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Header, Structure
from sotk.model.pace import without_collector
from sotk.packs import SHIPPED, Pack, load_pack

_LOOKED_AT: Final = 2_000
"""Names by which the pack is guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of an import. `name` gives the structure its id; `base` is laid below what is read."""

    name: str
    sheet: str | None = None
    maps: Mapping[str, TableMap] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)
    repair: bool = False
    holders: bool = False
    pack: Pack | None = None
    base: Structure | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """A row without a place: its cell, the reason, and what stands in it."""

    cell: str
    why: Message
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of it. `rows_in` is always `placed` and the number of `held` together."""

    structure: Structure | None
    rows_in: int
    placed: int
    held: tuple[Held, ...]
    questions: Questions
    repairs: tuple[Repair, ...]
    findings: tuple[Finding, ...]
    readings: tuple[Reading, ...]


@without_collector()
def import_files(paths: Sequence[Path], wanted: Wanted) -> Imported:
    """Import files together: a list of units and tables of what stands in them may be several files."""
    found: list[Finding] = []
    tables: list[Table] = []
    for path in paths:
        data = own_json(path)
        if data is not None and len(paths) == 1:
            return _import_own(read_own_data(data), wanted, found)
        source = read_tables(path)
        found += source.findings
        tables += source.tables
    if is_own(tables):
        return _import_own(read_own(tables), wanted, found)
    readings = _readings(tables, wanted, found)
    return _import(readings, wanted, found)


def _import_own(read: OwnRead, wanted: Wanted, found: list[Finding]) -> Imported:
    """What sotk wrote: the reader of files says what is wrong, and no names leave that are not asked for."""
    loaded = read.loaded
    structure = loaded.structure
    held = [
        Held(cell, msg("no unit or position is called {name}", name=clean(said)), ())
        for cell, said in read.lost
    ]
    for each in loaded.unplaced:
        cell = read.cells.get(each.unit.id, each.unit.id)
        held.append(
            Held(cell, msg("{unit} has no place in the tree", unit=clean(each.unit.name)), (each.unit.name,))
        )
    if structure is not None and not wanted.holders:
        structure = without_holders(structure)
    if structure is not None:
        structure = replace(structure, provisional=frozenset())
    questions = Questions(wanted.answers)
    placed = read.rows_in - len(held)
    findings = (*found, *loaded.findings)
    return Imported(structure, read.rows_in, placed, tuple(held), questions, (), findings, ())


def _readings(tables: Sequence[Table], wanted: Wanted, found: list[Finding]) -> list[Reading]:
    made = []
    for table in tables:
        said = wanted.maps.get(table.name)
        if (wanted.sheet is not None and table.name != wanted.sheet) or (said is not None and said.skip):
            continue
        reading = apply_map(table, said, found) if said is not None else recognise(table)
        if reading is None:
            what = msg(
                "{table}: no row of headings that sotk knows; it was not read.", table=clean(table.name)
            )
            remedy = msg("Name the columns in a mapping file: --map FILE.")
            found.append(finding("IMP002", what, remedy=remedy, severity="warning"))
            continue
        made.append(reading)
    if wanted.sheet is not None and not made:
        names = tuple(clean(table.name) for table in tables)
        what = msg(
            "There is no sheet {sheet} with headings; there are: {names}.",
            sheet=clean(wanted.sheet),
            names=names,
        )
        found.append(finding("IMP002", what))
    return made


def _import(readings: Sequence[Reading], wanted: Wanted, found: list[Finding]) -> Imported:
    pack = wanted.pack or (_pack_of(wanted.base) if wanted.base else None) or _guessed_pack(readings)
    work = Work(Kinds(pack), Repairs(wanted=wanted.repair), Questions(wanted.answers), wanted.holders, found)
    tables = [(reading, list(rows_of(reading))) for reading in readings]
    work.rows = [row for _reading, rows in tables for row in rows]
    structure = _structure(tables, work, wanted)
    say_left_out(readings, work)
    held = tuple(
        Held(row.cell(), why, texts(row, work)) for row in work.rows if (why := _why_held(row)) is not None
    )
    placed = len(work.rows) - len(held)
    repairs = tuple(work.repairs.all)
    return Imported(
        structure,
        len(work.rows),
        placed,
        held,
        work.questions,
        repairs,
        tuple(work.findings),
        tuple(readings),
    )


def _structure(tables: list[tuple[Reading, list[Row]]], work: Work, wanted: Wanted) -> Structure | None:
    of = {sort: [row for reading, rows in tables if reading.sort == sort for row in rows] for sort in _SORTS}
    _gather(tables, of, work, wanted)
    root = place(work)
    if root is None:
        for row in work.rows:
            if row.held is None:
                row.held = msg("no unit has a place")
        return None
    goals, measured = indicators(of["indicators"], work)
    for draft in work.units:
        if draft.made_head_cell is not None and draft.head is not None and draft.state == "placed":
            work.repairs.add("title-made", draft.made_head_cell, "", draft.head["title"], done=True)
    header = Header(id=slug(wanted.name) or "structure", name=root.name, pack=work.kinds.pack.id)
    written = frozenset(draft.id for draft in work.units if draft.key == draft.id)
    made = build(root, header, goals, measured, work)
    if wanted.base is None:
        return made
    stated = frozenset(each for reading, _rows in tables for each in reading.fields)
    laid, more = lay_over(wanted.base, made, written, stated)
    work.findings += more
    return laid


_SORTS: Final = ("units", "people", "positions", "duties", "indicators")


def _gather(
    tables: list[tuple[Reading, list[Row]]], of: dict[str, list[Row]], work: Work, wanted: Wanted
) -> None:
    """Drafts of all units with their superiors, and in them all that the rows say."""
    people = gather_people(of["people"], work)
    heading = _heading(of["units"], people, work) if people else {}
    if not people:
        if wanted.base is not None and not _has_top(of["units"]):
            seed(wanted.base, work)
        listed = [each for each in tables if each[0].sort == "units"]
        nest_by_kind([first for each in listed for first in gather(*each, work, each_row=True)], work)
    giving = [] if work.units else _giving(tables)
    nest_by_kind([first for each in giving for first in gather(*each, work, each_row=False)], work)
    find_superiors(work)
    if people:
        fold(people, heading, work)
    else:
        add_own(of["units"], work)
    belonging = Belonging(work)
    for reading, rows in tables:
        if any(reading is each for each, _rows in giving):
            continue
        if reading.sort in ("positions", "duties"):
            belonging.settle(rows)
        elif reading.sort == "indicators":
            settle_leads(rows, belonging)
    add_positions(of["positions"], work)
    add_duties(of["duties"], work)


def _has_top(rows: Sequence[Row]) -> bool:
    """Whether a list of units is a whole one: a part of one names a superior in every row."""
    return any(row.held is None and not row.stated("parent") and not row.stated("manager") for row in rows)


def _giving(tables: list[tuple[Reading, list[Row]]]) -> list[tuple[Reading, list[Row]]]:
    """Without a list of units, the tables that give them: all of positions, else of duties, else of indicators."""
    found = (
        [each for each in tables if each[0].sort == sort] for sort in ("positions", "duties", "indicators")
    )
    return next((each for each in found if each), [])


def _heading(rows: Sequence[Row], people: Sequence[UnitDraft], work: Work) -> dict[int, Row]:
    """Rows of a list of units beside a list of people: each names a unit by who manages it.

    The people get the names of their departments where they only give the id of it.
    """
    by_key = {person.key: person for person in people if person.key}
    names: dict[str, str] = {}
    heading: dict[int, Row] = {}
    for row in rows:
        names[row.stated("unit_id") or row.stated("id")] = work.repairs.text(row, "unit")
        manager = by_key.get(row.stated("manager"))
        if manager is None:
            row.held = msg("it names no manager, so that its place is not known")
        elif id(manager) in heading:
            row.held = msg("its manager heads another unit already")
        else:
            heading[id(manager)] = row
            row.unit = manager
    for person in people:
        row_ = person.row
        if row_ is not None and not row_.stated("unit") and row_.stated("unit_id") in names:
            row_.values["unit"] = names[row_.stated("unit_id")]
    return heading


def _why_held(row: Row) -> Message | None:
    if row.held is not None:
        return row.held
    unit = row.unit
    if isinstance(unit, UnitDraft) and unit.state != "placed":
        return unit.why or msg("its unit {unit} is held", unit=clean(unit.name))
    return None


def _pack_of(base: Structure) -> Pack | None:
    return load_pack(base.header.pack).pack


def _guessed_pack(readings: Sequence[Reading]) -> Pack:
    packs = [pack for name in ("generic", *SHIPPED) if (pack := load_pack(name).pack) is not None]
    names: list[str] = []
    for reading in readings:
        columns = [
            each.index for each in reading.columns if each.field.split(":")[0] in ("unit", "name", "parent")
        ]
        for cells in reading.table.rows[reading.start : reading.start + _LOOKED_AT]:
            names += [cells[index] for index in columns if index < len(cells) and cells[index].strip()]
    return best_pack(list(dict.fromkeys(names)), [pack for pack in packs if pack.id != "pemerintah"])
