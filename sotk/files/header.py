"""The keys at the top of a document: its format, its header, and what is not known there."""

from dataclasses import fields
from typing import Any, Final

from sotk.files.checking import Checker
from sotk.files.codes import CODES
from sotk.files.ids import is_id, slug
from sotk.files.near import did_you_mean
from sotk.files.places import field_names
from sotk.findings import Finding, Subject
from sotk.locale import Message, msg
from sotk.model import Header
from sotk.text import Mapping

FORMAT: Final = "1"
LISTS: Final = ("objectives", "indicators", "lines", "teams", "waivers", "conflicts")
STRUCTURE_KEYS: Final = (
    "sotk",
    "structure",
    *(name for name in field_names(Header) if name != "id"),
    "root",
    "units",
    *LISTS,
)


def read_header(checker: Checker, document: Mapping) -> Header:
    """The header of a structure; what it needs and does not give is made from what is there."""
    check_format(checker, document)
    refuse_unknown_keys(checker, document, STRUCTURE_KEYS)
    given = document.get("structure")
    root = document.get("root")
    name = document.get("name") or (root.get("name") if isinstance(root, Mapping) else None)
    raw: dict[str, Any] = {key: document[key] for key in _HEADER_KEYS if document.get(key) is not None}
    raw["id"] = given if is_id(given) else slug(str(given or name or "")) or "structure"
    raw["name"] = name if isinstance(name, str) and name else raw["id"]
    if given != raw["id"]:
        report_id(checker, document, "structure", raw["id"])
    if "name" not in document:
        _report(checker, document, "INT003", msg("The key {key} is missing.", key="name"), "sotk")
    subject = Subject("structure", raw["id"])
    value = checker.value(Header, raw, document.at, subject)
    return value if value is not None else Header(id=raw["id"], name=str(raw["name"])[:1000])


_HEADER_KEYS: Final = tuple(field.name for field in fields(Header) if field.name not in ("id", "name"))


def check_format(checker: Checker, document: Mapping) -> None:
    """Whether the document says that it is one of ours, in a format this program reads."""
    stated = document.get("sotk")
    if stated != FORMAT:
        _report(
            checker,
            document,
            "INT009",
            msg("The file does not begin with sotk: 1.")
            if stated is None
            else msg("The format sotk: {stated} is not known to this program.", stated=str(stated)),
            "sotk",
            remedy=msg("Write sotk: 1 in the first line."),
        )


def refuse_unknown_keys(checker: Checker, document: Mapping, known: tuple[str, ...]) -> None:
    for key in document:
        if key not in known:
            message = msg("The key {key} is not known here.", key=key)
            _report(checker, document, "INT001", message, key, remedy=did_you_mean(key, known))


def report_id(checker: Checker, document: Mapping, key: str, used: str) -> None:
    """The id of a document is missing or not an id."""
    message = msg("The key {key} gives no id of small letters, digits and hyphens.", key=key)
    _report(checker, document, "INT002", message, key, remedy=msg("Write {key}: {id}", key=key, id=used))


def _report(
    checker: Checker,
    document: Mapping,
    code: str,
    message: Message,
    key: str,
    *,
    remedy: Message | None = None,
) -> None:
    found = checker.marks.key(document.at, key)
    start = checker.marks.extent(document.at)[0]
    extent = (found[0], found[2]) if found else (start, start + 1)
    checker.findings.append(
        Finding(code, CODES[code], "error", message, remedy=remedy, at=checker.marks.span(*extent))
    )
