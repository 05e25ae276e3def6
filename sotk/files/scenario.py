"""Reads a scenario document: its header and its operations, one by one."""

from typing import Any, Final

from sotk.files.checking import Checker
from sotk.files.header import check_format, refuse_unknown_keys, report_id
from sotk.files.ids import Ids, is_id, slug
from sotk.files.lists import read_list
from sotk.files.places import DocumentPlaces, field_names
from sotk.findings import Finding, Subject
from sotk.model import Operation, Scenario
from sotk.text import Mapping, Marks, Sequence

SCENARIO_KEYS: Final = ("sotk", "scenario", *(name for name in field_names(Scenario) if name != "id"))


def read_scenario(document: Mapping, marks: Marks) -> tuple[Scenario | None, list[Finding], DocumentPlaces]:
    """The scenario of a document; an operation that cannot be understood is a finding and is left out."""
    checker = Checker(marks)
    ids = Ids(marks, checker.findings)
    check_format(checker, document)
    refuse_unknown_keys(checker, document, SCENARIO_KEYS)
    given = document.get("scenario")
    id_ = given if is_id(given) else slug(str(given or document.get("name") or "")) or "scenario"
    if given != id_:
        report_id(checker, document, "scenario", id_)
    raw: dict[str, Any] = {key: document[key] for key in SCENARIO_KEYS[2:] if document.get(key) is not None}
    raw["id"] = id_
    raw.setdefault("name", id_)
    for key in ("conflicts", "points"):
        raw[key] = read_list(checker, ids, document, key)
    if raw["conflicts"]:
        from sotk.files.conflicts import open_conflicts

        checker.findings.extend(open_conflicts(raw["conflicts"], {}))
    operations = raw.get("operations")
    numbered: dict[str, int] = {}
    if isinstance(operations, Sequence):
        raw["operations"] = _operations(checker, operations, numbered)
    ids.tables.update(scenario={id_: document.at}, operation=numbered)
    value = checker.value(Scenario, raw, document.at, Subject("scenario", id_))
    return value, checker.findings, DocumentPlaces(marks, ids.tables)


def _operations(checker: Checker, entries: Sequence, numbered: dict[str, int]) -> tuple[Any, ...]:
    """The operations that can be understood; `numbered` gets the mark of each by its number, from 1."""
    values: list[Any] = []
    for number, entry in enumerate(entries, 1):
        subject = Subject("operation", str(number))
        if isinstance(entry, Mapping):
            numbered[str(len(values) + 1)] = entry.at
            value = checker.value(Operation, entry, entry.at, subject)
        else:
            value = checker.value(Operation, entry, entries.at, subject)
        if value is not None:
            values.append(value)
    return tuple(values)
