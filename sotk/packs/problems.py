"""What can be wrong with a pack: codes PCK001 to PCK011, and pydantic's errors put into our words."""

from collections.abc import Iterable
from dataclasses import fields
from difflib import get_close_matches
from typing import Any, Final, get_type_hints

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from sotk.findings import Finding, Severity, Span, Subject
from sotk.locale import Message, msg
from sotk.text import Mapping, Marks, Sequence

CODES: Final = {
    "PCK001": "pack-not-found",
    "PCK002": "pack-file-missing",
    "PCK003": "pack-file-unreadable",
    "PCK004": "pack-unknown-key",
    "PCK005": "pack-missing-key",
    "PCK006": "pack-wrong-value",
    "PCK007": "pack-duplicate-id",
    "PCK008": "pack-unknown-reference",
    "PCK009": "pack-cycle",
    "PCK010": "pack-name-taken",
    "PCK011": "pack-limit-without-source",
}
_UNKNOWN_KEY: Final = frozenset(("extra_forbidden", "unexpected_keyword_argument"))
_MISSING: Final = frozenset(("missing", "missing_argument", "missing_keyword_only_argument"))
_TOP: Final = Span(1, 1, 1, 1)


def finding(
    code: str,
    message: Message,
    *,
    remedy: Message | None = None,
    at: Span | None = None,
    severity: Severity = "error",
    subject: Subject | None = None,
) -> Finding:
    return Finding(code, CODES[code], severity, message, remedy=remedy, at=at or _TOP, subject=subject)


def invalid(errors: Iterable[ErrorDetails], data: Any, marks: Marks, keys: tuple[str, ...]) -> list[Finding]:
    """The errors of one value as findings; `keys` are all the keys such a file may hold."""
    return [_invalid(error, data, marks, keys) for error in errors]


def invalid_row(errors: Iterable[ErrorDetails], at: Span, keys: tuple[str, ...]) -> list[Finding]:
    """The errors of a row of a table, all at the row."""
    return [_worded(error, at, at, keys) for error in errors]


def span_of(data: Any, marks: Marks, path: Iterable[str | int], *, of_key: bool = False) -> Span:
    """Where the value of a path stands, as deep as the text has it; the key itself if asked for."""
    span = _TOP
    if isinstance(data, Mapping | Sequence):
        span = marks.span(*marks.extent(data.at))
    for step in path:
        if isinstance(data, Mapping) and isinstance(step, str) and step in data:
            found = marks.key(data.at, step)
            if found is None:
                break
            start, value, end = found
            span = marks.span(start, start + len(step)) if of_key else marks.span(value, end)
            data = data[step]
        elif isinstance(data, Sequence) and isinstance(step, int) and step < len(data):
            span = marks.span(*marks.item(data.at, step))
            data = data[step]
    return span


def keys_of(*types: Any) -> tuple[str, ...]:
    """The words a file may use for the fields of some types."""
    words: dict[str, None] = {}
    for each in types:
        hints = get_type_hints(each, include_extras=True)
        for field in fields(each):
            marks = getattr(hints[field.name], "__metadata__", ())
            aliases = [mark.alias for mark in marks if isinstance(mark, FieldInfo) and mark.alias]
            words[aliases[0] if aliases else field.name] = None
    return tuple(words)


def _invalid(error: ErrorDetails, data: Any, marks: Marks, keys: tuple[str, ...]) -> Finding:
    path = error["loc"]
    at_key = span_of(data, marks, path, of_key=True)
    return _worded(error, at_key, span_of(data, marks, path), keys)


def _worded(error: ErrorDetails, at_key: Span, at: Span, keys: tuple[str, ...]) -> Finding:
    path, kind = error["loc"], error["type"]
    shown = ".".join(str(step) for step in path if isinstance(step, str)) or "?"
    last = str(path[-1]) if path else "?"
    if kind in _UNKNOWN_KEY:
        close = get_close_matches(last, keys, n=1, cutoff=0.6)
        remedy = (
            msg("Did you mean {key}?", key=close[0])
            if close
            else msg("Remove it, or look up the keys of a pack in docs/reference/packs.md.")
        )
        return finding("PCK004", msg("The key {key} is not known here.", key=last), remedy=remedy, at=at_key)
    if kind in _MISSING:
        return finding("PCK005", msg("The key {key} is missing.", key=last), at=at)
    context = error.get("ctx", {})
    if "expected" in context:
        remedy = msg("Allowed: {values}.", values=str(context["expected"]))
    elif kind.startswith(("int", "float", "decimal")):
        remedy = msg("Write a number.")
    elif kind.startswith("date"):
        remedy = msg("Write a date as year-month-day, such as 2021-07-01.")
    elif kind == "string_pattern_mismatch":
        remedy = msg("Write small letters, digits and hyphens, at most 64 characters.")
    elif kind.startswith(("tuple", "list")):
        remedy = msg("Write a list.")
    elif kind.startswith(("dataclass", "dict", "model")):
        remedy = msg("Write a mapping of keys and values.")
    elif kind.startswith("bool"):
        remedy = msg("Write true or false.")
    else:
        remedy = msg("Look up what is allowed here in docs/reference/packs.md.")
    given = error.get("input")
    if isinstance(given, str | int | float):
        message = msg("The value of {key} is not valid: {value}.", key=shown, value=str(given)[:80])
    else:
        message = msg("The value of {key} is not valid.", key=shown)
    return finding("PCK006", message, remedy=remedy, at=at)
