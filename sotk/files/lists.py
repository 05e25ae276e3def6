"""The lists of a document: objectives, indicators, lines, teams, waivers, conflicts, points of a discussion."""

from typing import Any, Final

from sotk.files.checking import Checker
from sotk.files.codes import CODES
from sotk.files.ids import Ids, is_id, slug
from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Conflict, Indicator, Line, Objective, Point, Team, Waiver
from sotk.text import Mapping, Sequence

CLASSES: Final[dict[str, tuple[str, Any]]] = {
    "objectives": ("objective", Objective),
    "indicators": ("indicator", Indicator),
    "lines": ("line", Line),
    "teams": ("team", Team),
    "waivers": ("waiver", Waiver),
    "conflicts": ("conflict", Conflict),
    "points": ("point", Point),
}

_POINT_ID: Final = 40
"""How much of the text of a point its id is made of, where the file gives none."""


def read_list(checker: Checker, ids: Ids, document: Mapping, key: str) -> tuple[Any, ...]:
    """The values of one list of a document; an entry that cannot be used is a finding."""
    entity, cls = CLASSES[key]
    raw = document.get(key)
    if raw is None:
        return ()
    if not isinstance(raw, Sequence):
        _not_a_list(checker, document, key)
        return ()
    entries = [entry for entry in raw if _is_mapping(checker, document, key, entry)]
    if cls is Line:
        return _lines(checker, ids, entries)
    entries = [entry for entry in entries if not is_id(entry.get("id")) or ids.claim(entity, entry)]
    values = []
    for place, entry in enumerate(entries, 1):
        if entry.get("id") is None:
            entry["id"] = ids.make(entity, entry, _wanted(entity, entry, place))
        value = checker.value(cls, entry, entry.at, Subject(entity, str(entry["id"])))
        if value is not None:
            values.append(value)
    return tuple(values)


def _lines(checker: Checker, ids: Ids, entries: list[Mapping]) -> tuple[Line, ...]:
    values: dict[str, Line] = {}
    for entry in entries:
        value = checker.value(Line, entry, entry.at, None)
        if value is not None and value.id not in values:
            values[value.id] = value
            ids.tables.setdefault("line", {})[value.id] = entry.at
    return tuple(values.values())


def _wanted(entity: str, entry: Mapping, place: int) -> str:
    if entity == "waiver":
        return slug(f"{entry.get('rule')}-{entry.get('unit') or entry.get('subject') or place}")
    if entity == "point":
        return slug(str(entry.get("text") or ""))[:_POINT_ID].strip("-") or f"point-{place}"
    if entity == "team":
        return slug(str(entry.get("name") or f"team-{place}"))
    return f"{entity}-{place}"


def _is_mapping(checker: Checker, document: Mapping, key: str, entry: Any) -> bool:
    if not isinstance(entry, Mapping):
        _not_a_list(checker, document, key)
        return False
    return True


def _not_a_list(checker: Checker, document: Mapping, key: str) -> None:
    found = checker.marks.key(document.at, key)
    checker.findings.append(
        Finding(
            "INT002",
            CODES["INT002"],
            "error",
            msg("{key} is a list of mappings.", key=key),
            remedy=msg("Write each entry after a hyphen: - {{id: ..., ...}}."),
            at=checker.marks.span(found[0], found[2]) if found else None,
        )
    )
