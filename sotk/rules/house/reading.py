"""Makes rules of the house texts in the settings; what is wrong with a text is a finding."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from pydantic import ValidationError

from sotk.findings import Finding
from sotk.locale import msg
from sotk.model import Position, Unit
from sotk.rules.house.rules import (
    HouseCount,
    HouseDepth,
    HouseForbiddenKind,
    HouseRatio,
    HouseRequiredField,
    HouseSpan,
)
from sotk.rules.house.texts import (
    HOUSE_TEXT,
    CountText,
    DepthText,
    ForbiddenKindText,
    HouseText,
    RequiredFieldText,
    SpanText,
)
from sotk.rules.rule import Options, Rule


def house_rules(
    texts: Iterable[Mapping[str, Any]], taken: Iterable[str] = ()
) -> tuple[tuple[Rule[Options], ...], tuple[Finding, ...]]:
    """The rules of some texts, and what is wrong with the others. `taken` are codes of other rules."""
    codes = set(taken)
    rules: list[Rule[Options]] = []
    faults: list[Finding] = []
    for text in texts:
        shown = str(text.get("id", "?"))
        try:
            read = HOUSE_TEXT.validate_python(dict(text))
        except ValidationError as error:
            faults += [
                _fault(shown, ".".join(map(str, one["loc"][1:])), one["msg"]) for one in error.errors()
            ]
            continue
        problem = _problem(read, codes)
        if problem:
            faults.append(_fault(shown, *problem))
            continue
        codes.add(read.id)
        rules.append(_rule(read))
    return tuple(rules), tuple(faults)


def _problem(text: HouseText, codes: set[str]) -> tuple[str, str] | None:
    if text.id in codes:
        return "id", "the code is taken"
    if isinstance(text, RequiredFieldText):
        part, _, name = text.field.rpartition(".")
        known = {entry.name for entry in fields(Position if part else Unit)}
        if name not in known:
            return "field", f"there is no field {text.field}"
    return None


def _rule(text: HouseText) -> Rule[Options]:
    if isinstance(text, CountText):
        return HouseCount(text)
    if isinstance(text, SpanText):
        return HouseSpan(text)
    if isinstance(text, DepthText):
        return HouseDepth(text)
    if isinstance(text, RequiredFieldText):
        return HouseRequiredField(text)
    if isinstance(text, ForbiddenKindText):
        return HouseForbiddenKind(text)
    return HouseRatio(text)


def _fault(rule: str, place: str, problem: str) -> Finding:
    return Finding(
        "SET003",
        "wrong-house-rule",
        "error",
        msg(
            "the house rule {rule} cannot be used: {place}: {problem}",
            rule=rule,
            place=place,
            problem=problem,
        ),
        remedy=msg("see the reference of house rules"),
    )
