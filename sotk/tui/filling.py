"""Changes one field of a unit, head, post or duty: choices where there are any, else a text checked as typed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sotk.locale import Message, msg
from sotk.model import Set
from sotk.scenario import apply
from sotk.session import gestures
from sotk.session.renaming import rename
from sotk.tui.action import Choice, Stage
from sotk.tui.picking import echelon_choices, kind_choices

Choices = Callable[[Stage, str], list[Choice]]


@dataclass(frozen=True, slots=True)
class Field:
    """A field that can be filled in. `of` gives its value as text, `choices` what may be chosen."""

    entity: str
    name: str
    label: Message
    of: Callable[[Any], object]
    choices: Choices | None = None


def _kinds(stage: Stage, unit: str) -> list[Choice]:
    structure = stage.state.structure
    return kind_choices(stage.session.desk.pack, structure, structure.units[unit].parent, stage.language)


ROLES: Final[Mapping[str, Message]] = {
    "owner": msg("owns it"),
    "executor": msg("carries it out"),
    "support": msg("supports it"),
}
"""What a unit does for a duty, by the word of the file."""


def _roles(stage: Stage, _id: str) -> list[Choice]:
    return [Choice(role, stage.say(word)) for role, word in ROLES.items()]


def _words(*words: str) -> Choices:
    return lambda _stage, _id: [Choice(word, word) for word in words]


_LONG: Final = ("text", "notes", "formula", "csf")
"""Fields that may hold a paragraph."""

UNIT_FIELDS: Final = (
    Field("unit", "name", msg("Name"), lambda unit: unit.name),
    Field("unit", "short", msg("Short name"), lambda unit: unit.short),
    Field("unit", "kind", msg("Kind"), lambda unit: unit.kind, _kinds),
    Field("unit", "class", msg("Class of the UPTD"), lambda unit: unit.unit_class, _words("A", "B")),
    Field("unit", "site", msg("Place"), lambda unit: unit.site),
    Field("unit", "hours", msg("Working hours a year"), lambda unit: unit.hours),
    Field("unit", "notes", msg("Notes"), lambda unit: unit.notes),
)
POST_FIELDS: Final = (
    Field("position", "title", msg("Title"), lambda post: post.title),
    Field(
        "position",
        "echelon",
        msg("Echelon"),
        lambda post: post.echelon,
        lambda stage, _id: echelon_choices(stage.session.desk.pack),
    ),
    Field(
        "position",
        "class",
        msg("Job class"),
        lambda post: post.job_class,
        _words(*(str(n) for n in range(17, 0, -1))),
    ),
    Field(
        "position",
        "category",
        msg("Category"),
        lambda post: post.category,
        _words("jpt", "administrator", "pengawas", "fungsional", "pelaksana"),
    ),
    Field("position", "grade", msg("Grade (jenjang)"), lambda post: post.grade),
    Field("position", "need", msg("Needed"), lambda post: post.need),
    Field("position", "filled", msg("Filled"), lambda post: post.filled_count),
)
DUTY_FIELDS: Final = (
    Field("duty", "text", msg("Text"), lambda duty: duty.text),
    Field("duty", "level", msg("Level"), lambda duty: duty.level, _words("tugas", "fungsi", "uraian")),
    Field("duty", "role", msg("Role"), lambda duty: duty.role, _roles),
    Field("duty", "code", msg("Code"), lambda duty: duty.code),
    Field("duty", "stage", msg("Stage"), lambda duty: duty.stage),
)
OBJECTIVE_FIELDS: Final = (
    Field("objective", "text", msg("Text"), lambda objective: objective.text),
    Field(
        "objective",
        "level",
        msg("Level"),
        lambda objective: objective.level,
        _words("kondisi", "tujuan", "sasaran", "program", "kegiatan"),
    ),
    Field("objective", "csf", msg("Critical success factor"), lambda objective: objective.csf),
    Field("objective", "plan", msg("Plan reference"), lambda objective: objective.plan),
)
INDICATOR_FIELDS: Final = (
    Field("indicator", "text", msg("Text"), lambda indicator: indicator.text),
    Field("indicator", "measure", msg("Measure"), lambda indicator: indicator.measure),
    Field("indicator", "formula", msg("Formula"), lambda indicator: indicator.formula),
    Field("indicator", "source", msg("Source"), lambda indicator: indicator.source),
    Field(
        "indicator",
        "polarity",
        msg("Polarity"),
        lambda indicator: indicator.polarity,
        _words("maksimasi", "minimasi"),
    ),
    Field(
        "indicator",
        "cumulation",
        msg("Cumulation"),
        lambda indicator: indicator.cumulation,
        _words("kumulatif", "non-kumulatif"),
    ),
)
FIELDS: Final[Mapping[tuple[str, str], Field]] = {
    (field.entity, field.name): field
    for field in (*UNIT_FIELDS, *POST_FIELDS, *DUTY_FIELDS, *OBJECTIVE_FIELDS, *INDICATOR_FIELDS)
}


async def change_field(stage: Stage, entity: str, id: str, name: str) -> None:  # noqa: A002 - the word of the field
    """Ask for a new value of a field and set it; an empty text takes the value away."""
    if not await stage.may_edit():
        return
    field = FIELDS[entity, name]
    before = field.of(_value(stage, entity, id))
    given = await _asked(stage, field, id, "" if before is None else str(before))
    if given is None:
        return
    value = given.strip() or None
    if (entity, name) == ("unit", "name") and value:
        operations = rename(stage.state.structure, stage.session.desk.pack, id, value)
    else:
        operations = gestures.set_field(stage.state.structure, entity, id, name, value)
    if operations:
        stage.edit(*operations)


async def _asked(stage: Stage, field: Field, id: str, before: str) -> str | None:  # noqa: A002
    if field.choices is not None and (choices := field.choices(stage, id)):
        if field.name != "kind":
            choices = [*choices, Choice("", stage.say(msg("(nothing)")))]
        return await stage.choose(field.label, choices, before)
    structure = stage.state.structure

    def check(text: str) -> Message | None:
        operation = Set(entity=field.entity, id=id, field=field.name, value=text.strip() or None)  # type: ignore[arg-type]
        applied = apply(structure, operation)
        error = next((each for each in applied.findings if each.severity == "error"), None)
        if error is not None and error.code == "OPR008":  # it names the field by the word of the file
            return msg("This cannot be left empty.")
        return None if error is None else error.message

    asking = stage.write if field.name in _LONG else stage.ask
    return await asking(field.label, before, check)


def _value(stage: Stage, entity: str, id: str) -> Any:  # noqa: A002
    structure = stage.state.structure
    if entity == "unit":
        return structure.units[id]
    if entity == "position":
        return next(post for _unit, post in structure.positions() if post.id == id)
    if entity == "duty":
        return next(duty for _unit, duty in structure.duties() if duty.id == id)
    return next(each for each in getattr(structure, f"{entity}s") if each.id == id)
