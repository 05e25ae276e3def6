"""Operations, findings and fields in words for the lists of the editor. Texts of users are cleaned here."""

from collections.abc import Mapping
from typing import Any, Final

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import (
    Add,
    AddUnit,
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
from sotk.session.subjects import Subjects

_FIELDS: Final[Mapping[str, Message]] = {
    "name": msg("name"),
    "kind": msg("kind"),
    "echelon": msg("echelon"),
    "class": msg("class"),
    "title": msg("title"),
    "text": msg("text"),
    "head": msg("head"),
}
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
        case MoveUnit(before=None, after=None):
            return msg("Move {unit} under {under}", unit=unit(operation.unit), under=unit(operation.under))
        case MoveUnit(before=None):
            return msg(
                "Move {unit} under {under}, behind {other}",
                unit=unit(operation.unit),
                under=unit(operation.under),
                other=unit(operation.after),
            )
        case MoveUnit():
            return msg(
                "Move {unit} under {under}, before {other}",
                unit=unit(operation.unit),
                under=unit(operation.under),
                other=unit(operation.before),
            )
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


def _other_sentence(operation: Operation, names: Subjects) -> Message:
    match operation:
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
            return msg(
                "{field} of “{value}”: {to}",
                field=_FIELDS.get(operation.field, msg("{name}", name=operation.field)),
                value=names.of(operation.entity, operation.id),
                to=_raw_name(operation.value),
            )
        case _:
            return msg("{name}", name=operation.op)


def _raw_name(raw: Any) -> str:
    """The name in raw data of an entity, or a short form of the data itself."""
    if isinstance(raw, Mapping):
        return clean(
            str(next((raw[key] for key in ("name", "title", "text", "id", "reason") if key in raw), ""))
        )
    if isinstance(raw, (list, tuple)):
        return clean(", ".join(map(str, raw)))
    return "—" if raw is None else clean(str(raw))
