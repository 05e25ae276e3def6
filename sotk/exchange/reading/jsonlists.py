"""JSON that holds lists of like objects, such as Popolo: each list is a table of its keys."""

import json
from typing import Any, Final

from sotk.exchange.codes import finding
from sotk.exchange.reading.table import Source, Table
from sotk.findings.names import clean
from sotk.locale import msg

_POPOLO: Final = (
    ("memberships", ("person_id", "organization_id")),
    ("posts", ("organization_id", "label")),
    ("organizations", ("classification",)),
)
"""Popolo's classes, by keys that a single object of each has."""


def read_json(data: bytes, name: str) -> Source:
    """A list of objects, an object that holds such lists, or one object alone."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError) as error:
        said = msg("{name} cannot be read as JSON: {reason}.", name=clean(name), reason=clean(str(error)))
        return Source((), (finding("IMP001", said),))
    if isinstance(value, dict):
        lists = {key: entry for key, entry in value.items() if _is_list(entry)}
        known = {key for key, _keys in _POPOLO} | {"units"}
        if not known & lists.keys() and not all(_is_list(entry) for entry in value.values()):
            lists = {_class_of(value, name): [value]}
    else:
        lists = {name: value} if _is_list(value) else {}
    if not lists:
        said = msg("{name} holds no list of objects.", name=clean(name))
        return Source((), (finding("IMP001", said),))
    return Source(tuple(_table(key, entries) for key, entries in lists.items()))


def _is_list(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, dict) for entry in value)


def _class_of(value: dict[str, Any], name: str) -> str:
    return next((key for key, keys in _POPOLO if all(each in value for each in keys)), name)


def _table(name: str, entries: list[dict[str, Any]]) -> Table:
    keys = list(dict.fromkeys(key for entry in entries for key in entry))
    rows = [keys, *([_text(entry.get(key)) for key in keys] for entry in entries)]
    return Table(name, rows, keyed=True)


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list | dict) else str(value)
