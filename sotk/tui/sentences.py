"""Operations, findings and fields in words for the lists of the editor. Texts of users are cleaned here."""

from collections.abc import Mapping
from functools import cached_property
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
    Structure,
    TransferDuty,
)

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


class Names:
    """Names by id in a structure and, for what is no more, in its base; looked up when they are asked for."""

    def __init__(self, *structures: Structure | None) -> None:
        self._structures = tuple(structure for structure in structures if structure is not None)

    def of(self, entity: str, id: str | None) -> str:  # noqa: A002 - the word of the field
        name = id or ""
        if entity == "unit":
            found = next((each.units[name].name for each in self._structures if name in each.units), name)
            return clean(found)
        return self._others.get((entity, name), clean(name))

    @cached_property
    def _others(self) -> dict[tuple[str, str], str]:
        """Names of what is no unit; worked out once, when the first is asked for."""
        known: dict[tuple[str, str], str] = {}
        for structure in reversed(self._structures):
            known |= {("duty", duty.id): clean(duty.text) for _unit, duty in structure.duties()}
            known |= {("position", post.id): clean(post.title) for _unit, post in structure.positions()}
            known |= {("indicator", each.id): clean(each.text) for each in structure.indicators}
            known |= {("team", each.id): clean(each.name) for each in structure.teams}
        return known


def sentence(operation: Operation, names: Names) -> Message:
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


def _other_sentence(operation: Operation, names: Names) -> Message:
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
