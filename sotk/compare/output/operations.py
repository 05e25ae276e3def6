"""Operations, findings and fields in words for the lists of the editor. Texts of users are cleaned here."""

from collections.abc import Mapping
from typing import Any, Final

from sotk.compare.output.subjects import Subjects
from sotk.files.labels import FIELDS
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import (
    Add,
    AddUnit,
    EntityType,
    MergeUnits,
    Move,
    MoveUnit,
    Operation,
    Remove,
    RemoveUnit,
    Reorder,
    Set,
    SplitUnit,
    TransferDuty,
)

_UNIT_FIELDS: Final = frozenset({"lead", "supporters", "unit", "from", "to", "members"})
_RENAMING: Final = frozenset({"name", "title", "text"})
"""Fields whose new value would hide what the entity was called."""
_ENTITIES: Final[Mapping[str, Message]] = {
    "unit": msg("unit"),
    "position": msg("post"),
    "duty": msg("duty"),
    "objective": msg("objective"),
    "indicator": msg("indicator"),
    "line": msg("line"),
    "team": msg("team"),
    "waiver": msg("waiver"),
    "structure": msg("structure"),
    "conflict": msg("conflict"),
}


def sentence(operation: Operation, names: Subjects) -> Message:
    """What an operation does, in a sentence."""

    def unit(id_: str | None) -> str:
        return names.of("unit", id_)

    match operation:
        case AddUnit():
            return msg(
                "Add {unit} under {under}", unit=_raw_name(operation.unit), under=unit(operation.under)
            )
        case RemoveUnit(duties_to=None):
            return msg("Remove {unit}", unit=unit(operation.unit))
        case RemoveUnit():
            return msg(
                "Remove {unit}; {heir} takes its duties",
                unit=unit(operation.unit),
                heir=unit(operation.duties_to),
            )
        case MoveUnit():
            return _moved(operation, names)
        case MergeUnits():
            return msg(
                "Merge {units} into {into}",
                units=tuple(map(unit, operation.units)),
                into=_raw_name(operation.into),
            )
        case SplitUnit():
            return msg(
                "Split {unit} into {parts}",
                unit=unit(operation.unit),
                parts=tuple(_raw_name(part.unit) for part in operation.into),
            )
        case TransferDuty():
            return msg(
                "Transfer the duty “{duty}” to {unit}",
                duty=names.of("duty", operation.duty),
                unit=unit(operation.to),
            )
        case _:
            return _other_sentence(operation, names)


def _moved(operation: MoveUnit, names: Subjects) -> Message:
    unit, under = names.of("unit", operation.unit), names.of("unit", operation.under)
    if operation.before is not None:
        other = names.of("unit", operation.before)
        return msg("Move {unit} under {under}, before {other}", unit=unit, under=under, other=other)
    if operation.after is not None:
        other = names.of("unit", operation.after)
        return msg("Move {unit} under {under}, behind {other}", unit=unit, under=under, other=other)
    return msg("Move {unit} under {under}", unit=unit, under=under)


def _other_sentence(operation: Operation, names: Subjects) -> Message:
    match operation:
        case Add(to=None):
            return msg(
                "New {entity} “{value}”",
                entity=_ENTITIES[operation.entity],
                value=_line_name(operation.value, names) or _raw_name(operation.value),
            )
        case Add():
            return msg(
                "New {entity} “{value}” for {owner}",
                entity=_ENTITIES[operation.entity],
                value=_raw_name(operation.value),
                owner=names.of("unit", operation.to),
            )
        case Remove():
            return msg(
                "Remove the {entity} “{value}”",
                entity=_ENTITIES[operation.entity],
                value=names.of(operation.entity, operation.id),
            )
        case Move():
            return msg(
                "Move the {entity} “{value}” to {owner}",
                entity=_ENTITIES[operation.entity],
                value=names.of(operation.entity, operation.id),
                owner=names.of("unit", operation.to),
            )
        case Reorder():
            return msg("New order under {unit}", unit=names.of("unit", operation.under))
        case Set():
            called = names.was if operation.field in _RENAMING else names.of
            return msg(
                "{field} of “{value}”: {to}",
                field=field_word(operation.entity, operation.field),
                value=called(operation.entity, operation.id),
                to=value_word(operation.field, operation.value, names),
            )
        case _:
            return msg("{name}", name=operation.op)


def field_word(entity: EntityType, field: str) -> Message:
    """What a field is called; the class of a unit is another thing than that of a post."""
    word = field if field != "class" else "unit_class" if entity == "unit" else "job_class"
    return FIELDS.get(word, msg("{name}", name=field))


def _line_name(raw: Mapping[str, Any], names: Subjects) -> str | None:
    """A line by the units it joins; None for another entity."""
    if "from" not in raw or "to" not in raw:
        return None
    return f"{names.of('unit', str(raw['from']))} – {names.of('unit', str(raw['to']))}"


def value_word(field: str, raw: Any, names: Subjects) -> str:
    """A new value in words: names in place of ids, values by year in the order of years."""
    if field in _UNIT_FIELDS and raw is not None:
        units = raw if isinstance(raw, (list, tuple)) else (raw,)
        return ", ".join(names.of("unit", str(unit)) for unit in units)
    if field in ("objective", "parent") and raw is not None:
        found = names.of("objective", str(raw))
        return names.of("duty", str(raw)) if found == str(raw) else found
    if isinstance(raw, Mapping) and all(str(key).isdecimal() for key in raw):
        return "; ".join(f"{year}: {clean(str(value))}" for year, value in sorted(raw.items(), key=str))
    return _raw_name(raw)


def _raw_name(raw: Any) -> str:
    """The name in raw data of an entity, or a short form of the data itself."""
    if isinstance(raw, Mapping):
        return clean(
            str(next((raw[key] for key in ("name", "title", "text", "id", "reason") if key in raw), ""))
        )
    if isinstance(raw, (list, tuple)):
        return clean(", ".join(map(str, raw)))
    return "—" if raw is None else clean(str(raw))
