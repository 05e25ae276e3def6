"""Reads a structure document: header, units, lists; what can be placed and what cannot."""

from typing import Any

from sotk.files.checking import Checker
from sotk.files.codes import CODES
from sotk.files.header import LISTS, read_header
from sotk.files.ids import Ids
from sotk.files.lists import read_list
from sotk.files.loaded import Unplaced
from sotk.files.places import DocumentPlaces
from sotk.files.references import lines_between, unknown_references
from sotk.files.tree import arrange, written_units
from sotk.files.units import UnitReader, claim_ids
from sotk.findings import Finding, Span
from sotk.locale import msg
from sotk.model import Conflict, Structure
from sotk.text import Mapping, Marks, Sequence


def read_structure(
    document: Mapping, marks: Marks
) -> tuple[Structure | None, tuple[Unplaced, ...], list[Finding], DocumentPlaces]:
    """The structure of a document (None without a root), what has no place, findings and places."""
    checker = Checker(marks)
    ids = Ids(marks, checker.findings)
    header = read_header(checker, document)
    ids.tables["structure"] = {header.id: document.at}
    units = list(written_units(document))
    _refuse_strangers(checker, document)
    claim_ids(units, ids)
    reader = UnitReader(checker, ids)
    reader.claim_carried(units)
    tree = arrange(units, document, marks, checker.findings)
    lists: dict[str, Any] = {key: read_list(checker, ids, document, key) for key in LISTS}
    places = DocumentPlaces(marks, ids.tables)
    if tree.root is None:
        _say_open(checker, lists["conflicts"], None)
        checker.findings.append(_no_root(document, marks))
        return None, (), checker.findings, places
    values = {unit.id: reader.value(unit) for unit in tree.placed}
    unplaced = tuple(Unplaced(reader.value(unit), code) for unit, code in tree.left)
    lists["lines"], lost = lines_between(frozenset(values), lists["lines"])
    checker.findings.extend(lost)
    lists["lines"] = tuple(lists["lines"])
    structure = Structure(
        header=header,
        root=tree.root.id,
        units=values,
        children=tree.children,
        provisional=frozenset(ids.provisional),
        **lists,
    )
    checker.findings.extend(unknown_references(structure))
    _say_open(checker, structure.conflicts, structure)
    return structure, unplaced, checker.findings, places


def _say_open(checker: Checker, conflicts: tuple[Conflict, ...], structure: Structure | None) -> None:
    """What a merge left open, by the names of the structure where there is one."""
    if not conflicts:
        return
    from sotk.files.conflicts import called, open_conflicts

    names = {} if structure is None else called(structure)
    checker.findings.extend(open_conflicts(conflicts, names))


def _refuse_strangers(checker: Checker, document: Mapping) -> None:
    """Entries of a list of units that are no mappings, wherever they stand."""
    waiting: list[tuple[Mapping, str]] = [(document, "units"), (document, "root")]
    while waiting:
        raw, key = waiting.pop()
        value = raw.get(key)
        if value is None:
            continue
        entries = value if isinstance(value, Sequence) else [value]
        expected = Mapping if key == "root" else Sequence
        for place, entry in enumerate(entries):
            if isinstance(entry, Mapping) and isinstance(value, expected):
                waiting.append((entry, "units"))
            else:
                checker.findings.append(_stranger(checker.marks, raw, key, place))


def _stranger(marks: Marks, raw: Mapping, key: str, place: int) -> Finding:
    found = marks.key(raw.at, key)
    value = raw[key]
    extent = marks.item(value.at, place) if isinstance(value, Sequence) else found and (found[0], found[2])
    return Finding(
        "INT002",
        CODES["INT002"],
        "error",
        msg("A unit is expected here: a mapping with id, name and kind."),
        remedy=msg("Write {{id: ..., name: ..., kind: ...}}; units is a list, root is one unit."),
        at=marks.span(*extent) if extent else None,
    )


def _no_root(document: Mapping, marks: Marks) -> Finding:
    start = marks.extent(document.at)[0]
    return Finding(
        "INT010",
        CODES["INT010"],
        "error",
        msg("The structure has no root."),
        remedy=msg("Add root: with the topmost unit, or a unit without parent."),
        at=Span(*marks.span(start, start + 1)),
    )
