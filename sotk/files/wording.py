"""Puts what pydantic found into the words of the file: which key, what is wrong, what to write."""

from typing import Any, Final, get_args

from sotk.files.codes import CODES
from sotk.files.ids import is_id, slug
from sotk.files.near import did_you_mean
from sotk.files.places import field_names
from sotk.findings import Finding, Span, Subject
from sotk.locale import Message, msg
from sotk.model import (
    Agency,
    Annex,
    Duty,
    Filled,
    Government,
    Holder,
    LegalBasis,
    Operation,
    Part,
    Position,
    Unit,
    WorkloadLine,
)

MISSING: Final = ("missing", "missing_keyword_only_argument", "missing_argument")
_UNKNOWN: Final = ("unexpected_keyword_argument", "extra_forbidden")

_NESTED: Final[dict[str, Any]] = {
    "head": Position,
    "positions": Position,
    "duties": Duty,
    "workload": WorkloadLine,
    "holders": Holder,
    "filled": Filled,
    "legal_basis": LegalBasis,
    "government": Government,
    "agency": Agency,
    "annex": Annex,
    "into": Part,
}
_OPERATIONS: Final[dict[str, Any]] = {
    str(cls.__dataclass_fields__["op"].default): cls for cls in get_args(get_args(Operation)[0])
}

_WRITE: Final[dict[str, Message]] = {
    "string_type": msg("Write a text here."),
    "int_type": msg("Write a whole number, such as 4."),
    "int_parsing": msg("Write a whole number, such as 4."),
    "int_from_float": msg("Write a whole number, such as 4."),
    "decimal_type": msg("Write a number, such as 12.5."),
    "decimal_parsing": msg("Write a number, such as 12.5."),
    "bool_type": msg("Write true or false."),
    "bool_parsing": msg("Write true or false."),
    "tuple_type": msg("Write a list: [a, b], or one entry a line, each after a hyphen."),
    "dict_type": msg("Write a mapping: {{key: value}}."),
    "dataclass_type": msg("Write a mapping: {{key: value}}."),
    "date_type": msg("Write the day as year-month-day, such as 2021-07-01."),
    "date_parsing": msg("Write the day as year-month-day, such as 2021-07-01."),
    "date_from_datetime_parsing": msg("Write the day as year-month-day, such as 2021-07-01."),
    "value_error": msg("Write the day as year-month-day, such as 2021-07-01."),
    "string_too_short": msg("Write at least one character, or leave the key out."),
    "string_pattern_mismatch": msg("Use small letters, digits and hyphens; begin with a letter or digit."),
}


def finding(
    cls: Any, steps: tuple[Any, ...], problem: Any, *, subject: Subject | None, at: Span | None
) -> Finding:
    """The finding for one error of pydantic in an entity of class `cls`, reached by `steps`."""
    if problem["type"] in MISSING:
        return _finding("INT003", *_missing(problem), subject, at)
    if problem["type"] in _UNKNOWN:
        return _finding("INT001", *_unknown(cls, steps, problem), subject, at)
    return _finding("INT002", *_wrong(steps, problem), subject, at)


def _missing(problem: Any) -> tuple[Message, Message]:
    key = str(problem["loc"][-1])
    return msg("The key {key} is missing.", key=key), msg("Add {key}: ...", key=key)


def _unknown(cls: Any, steps: tuple[Any, ...], problem: Any) -> tuple[Message, Message]:
    key = str(problem["loc"][-1])
    owner = _class_at(cls, steps[:-1], problem["loc"])
    known = field_names(owner) + (("units",) if owner is Unit else ())
    return msg("The key {key} is not known here.", key=key), did_you_mean(key, known)


def _wrong(steps: tuple[Any, ...], problem: Any) -> tuple[Message, Message | None]:
    key, shown = _key(steps), _shown(problem["input"])
    kind, context = problem["type"], problem.get("ctx", {})
    if kind in ("literal_error", "union_tag_invalid"):
        choices = context.get("expected") or context.get("expected_tags") or ""
        names = tuple(part.strip(" '") for part in choices.replace(" or ", ", ").split(",") if part.strip())
        word = shown if isinstance(shown, str) else ""
        return msg("{value} is not a value of {key}.", value=shown, key=key), did_you_mean(word, names)
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = context.get("ge", context.get("le"))
        least = kind == "greater_than_equal"
        write = msg("Write at least {bound}.", bound=str(bound)) if least else None
        return (
            msg("{value} is out of the range of {key}.", value=shown, key=key),
            write or msg("Write at most {bound}.", bound=str(bound)),
        )
    if kind == "string_pattern_mismatch" and is_id(slug(str(problem["input"]))):
        return _unfit(shown, key), msg("Write {word}.", word=slug(str(problem["input"])))
    if kind == "string_too_long":
        return (
            msg("{key} is too long: {size} characters.", key=key, size=len(problem["input"])),
            msg("Write at most {bound} characters.", bound=context["max_length"]),
        )
    if kind == "union_tag_not_found":
        return msg("An operation says what it does in the key op."), did_you_mean("", tuple(_OPERATIONS))
    return _unfit(shown, key), _WRITE.get(kind)


def _unfit(shown: str | Message, key: str) -> Message:
    return msg("{value} does not fit the key {key}.", value=shown, key=key)


def _class_at(cls: Any, steps: tuple[Any, ...], loc: tuple[Any, ...]) -> Any:
    if not isinstance(cls, type):  # the union of operations: the location names the member
        cls = next((_OPERATIONS[step] for step in loc if step in _OPERATIONS), Duty)
    for step in steps:
        cls = _NESTED.get(step, cls)
    return cls


def _key(steps: tuple[Any, ...]) -> str:
    return next((step for step in reversed(steps) if isinstance(step, str)), "")


def _shown(value: Any) -> str | Message:
    if isinstance(value, dict):
        return msg("a mapping")
    if isinstance(value, (list, tuple)):
        return msg("a list")
    if value is None:
        return msg("nothing")
    text = str(value)
    return text if len(text) <= 60 else text[:59] + "…"


def _finding(
    code: str, message: Message, remedy: Message | None, subject: Subject | None, at: Span | None
) -> Finding:
    return Finding(code, CODES[code], "error", message, subject=subject, remedy=remedy, at=at)
