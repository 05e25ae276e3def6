"""Raw mappings in the form of a file to values. Knows no draft: whether an id is free is not asked here."""

import difflib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter, ValidationError

from sotk.findings import Subject
from sotk.locale import Message, msg
from sotk.model import (
    Conflict,
    Duty,
    EntityType,
    Header,
    Indicator,
    Line,
    Objective,
    Position,
    Team,
    Unit,
    Waiver,
)
from sotk.model.value import words
from sotk.scenario.ids import Ids
from sotk.scenario.refusal import Refused

CLASSES: Final[Mapping[EntityType, type[Any]]] = {
    "structure": Header,
    "unit": Unit,
    "position": Position,
    "duty": Duty,
    "objective": Objective,
    "indicator": Indicator,
    "line": Line,
    "team": Team,
    "waiver": Waiver,
    "conflict": Conflict,
}
_MISSING: Final = ("missing", "missing_keyword_only_argument", "missing_argument")
_UNKNOWN: Final = ("unexpected_keyword_argument", "extra_forbidden")


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with all below it, flat: every unit before its subordinates, in order."""

    units: tuple[Unit, ...]

    @property
    def top(self) -> Unit:
        """The unit above all others of the branch."""
        return self.units[0]


def build(entity: EntityType, raw: Mapping[str, Any], subject: Subject | None = None) -> Any:
    """The value of an entity other than a unit; refused where a key is missing, unknown or wrong."""
    try:
        return _validator(entity)(dict(raw))
    except ValidationError as error:
        raise _refusal(entity, error, subject) from None


def build_branch(raw: Mapping[str, Any], parent: str | None, ids: Ids) -> Branch:
    """The units of a mapping with nested `units:`; a unit keeps only the parent it is nested in.

    Every unit gives its id; a position or duty that gives none gets one made of its title or unit.
    """
    built: list[Unit] = []
    waiting: list[tuple[Mapping[str, Any], str | None]] = [(raw, parent)]
    while waiting:
        mapping, above = waiting.pop()
        own = {key: value for key, value in mapping.items() if key != "units"}
        unit: Unit = build("unit", ids.completed(own) | {"parent": above})
        built.append(unit)
        waiting.extend((below, unit.id) for below in reversed(_nested(mapping, unit.id)))
    return Branch(tuple(built))


def changed(entity: EntityType, value: Any, field: str, new: Any) -> Any:
    """A copy of an entity with one field changed; null puts the field's default in its place.

    Raises `Refused` where the field is unknown, or its value wrong.
    """
    cls = CLASSES[entity]
    subject = Subject(entity, "" if entity == "structure" else value.id, field)
    name = field_name(entity, field, subject)
    if new is None:
        new = _default(cls, name, subject)
    kept: dict[str, Any] = {known.name: getattr(value, known.name) for known in fields(cls)}
    try:
        return _validator(entity)(kept | {name: new})
    except ValidationError as error:
        raise _refusal(entity, error, subject) from None


def field_name(entity: EntityType, word: str, subject: Subject | None = None) -> str:
    """Python's name of a field that may be called as in a file; refused where there is none."""
    names = _words(entity)
    if word in names:
        return names[word]
    raise Refused(
        "OPR007",
        msg("{entity} has no field {field}.", entity=_entity(entity), field=word),
        subject,
        suggestion(word, names),
    )


def suggestion(word: str, known: Any) -> Message | None:
    """Did you mean: the nearest known word, if any is near."""
    near = difflib.get_close_matches(word, list(known), n=1)
    return msg("Did you mean {word}?", word=near[0]) if near else None


def new_duties(units: tuple[Unit, ...]) -> Iterator[Duty]:
    """Every duty of some units, those of their positions after their own."""
    for unit in units:
        yield from unit.duties
        for position in own_positions(unit):
            yield from position.duties


def own_positions(unit: Unit) -> tuple[Position, ...]:
    """The positions of a unit, its head first."""
    return unit.positions if unit.head is None else (unit.head, *unit.positions)


def _nested(mapping: Mapping[str, Any], unit: str) -> list[Mapping[str, Any]]:
    below = mapping.get("units") or ()
    if isinstance(below, (list, tuple)) and all(isinstance(each, Mapping) for each in below):
        return list(below)
    raise Refused("OPR006", msg("units is a list of units."), Subject("unit", unit, "units"))


@cache
def _validator(entity: EntityType) -> Callable[[Any], Any]:
    adapter: TypeAdapter[Any] = TypeAdapter(CLASSES[entity])
    return adapter.validator.validate_python


@cache
def _words(entity: EntityType) -> dict[str, str]:
    names = words(CLASSES[entity])
    return {name: name for name in names} | {word: name for name, word in names.items()}


def _default(cls: type[Any], name: str, subject: Subject) -> Any:
    default = next(field.default for field in fields(cls) if field.name == name)
    if default is MISSING:
        raise Refused("OPR008", msg("{field} cannot be taken away.", field=subject.field), subject)
    return default


def _refusal(entity: EntityType, error: ValidationError, subject: Subject | None) -> Refused:
    problem = error.errors(include_url=False)[0]
    field = ".".join(str(step) for step in problem["loc"])
    if problem["type"] in _MISSING:
        return Refused(
            "OPR008", msg("{entity}: {field} is missing.", entity=_entity(entity), field=field), subject
        )
    if problem["type"] in _UNKNOWN:
        return Refused(
            "OPR007",
            msg("{entity} has no field {field}.", entity=_entity(entity), field=field),
            subject,
            suggestion(str(problem["loc"][-1]), _words(entity)),
        )
    return Refused(
        "OPR006",
        msg(
            "{entity}: {value} does not fit {field}.",
            entity=_entity(entity),
            value=str(problem["input"])[:80],
            field=field,
        ),
        subject,
        msg("Expected: {what}", what=str(problem["msg"])),
    )


def _entity(entity: EntityType) -> Message:
    return ENTITY_WORDS[entity]


ENTITY_WORDS: Final[Mapping[EntityType, Message]] = {
    "structure": msg("The structure"),
    "unit": msg("The unit"),
    "position": msg("The position"),
    "duty": msg("The duty"),
    "objective": msg("The objective"),
    "indicator": msg("The indicator"),
    "line": msg("The line"),
    "team": msg("The team"),
    "waiver": msg("The waiver"),
    "conflict": msg("The conflict"),
}
"""How a message begins that speaks of an entity of a type."""
