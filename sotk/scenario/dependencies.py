"""Which entities an operation makes, and which it needs. Carries out nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

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
from sotk.scenario.references import Named


def made_by(operation: Operation) -> Iterator[Named]:
    """The entities that there would be after an operation and were not before."""
    if isinstance(operation, AddUnit):
        yield from _made_by_unit(operation.unit)
    elif isinstance(operation, MergeUnits):
        yield from _made_by_unit(operation.into)
    elif isinstance(operation, SplitUnit):
        for part in operation.into:
            yield from _made_by_unit(part.unit)
    elif isinstance(operation, Add):
        yield from _made(operation.entity, operation.value)
    elif isinstance(operation, Set) and operation.field == "head":
        yield from _made("position", operation.value)


def needed_by(operation: Operation) -> Iterator[Named]:
    """The entities that have to be there before an operation; `to` may be a unit or a position."""
    if isinstance(operation, AddUnit):
        yield Named("unit", operation.under)
    elif isinstance(operation, RemoveUnit):
        yield Named("unit", operation.unit)
        yield from _optional("unit", operation.duties_to)
    elif isinstance(operation, MoveUnit):
        yield Named("unit", operation.unit)
        yield Named("unit", operation.under)
    elif isinstance(operation, MergeUnits):
        yield from (Named("unit", unit) for unit in operation.units)
    elif isinstance(operation, SplitUnit):
        yield Named("unit", operation.unit)
    elif isinstance(operation, TransferDuty):
        yield Named("duty", operation.duty)
        yield Named("unit", operation.to)
    elif isinstance(operation, (Remove, Move, Set)) and operation.id is not None:
        yield Named(operation.entity, operation.id)
    if isinstance(operation, (Add, Move)):
        yield from _optional("unit", operation.to)
    if isinstance(operation, Reorder):
        yield from _optional("unit", operation.under)
        yield from (Named(operation.entity, each) for each in operation.order)
    else:
        yield from _siblings(operation)


def takes_away(operation: Operation) -> tuple[str, ...]:
    """The units that are no more after an operation, with all that is still below them."""
    return (operation.unit,) if isinstance(operation, RemoveUnit) else ()


def moved_by(operation: Operation) -> str | None:
    """The unit that an operation puts elsewhere."""
    return operation.unit if isinstance(operation, MoveUnit) else None


def _siblings(operation: Operation) -> Iterator[Named]:
    entity: EntityType = "duty" if isinstance(operation, TransferDuty) else "unit"
    entity = getattr(operation, "entity", entity)
    for word in ("before", "after"):
        yield from _optional(entity, getattr(operation, word, None))


def _optional(entity: EntityType, id: str | None) -> Iterator[Named]:
    if id is not None:
        yield Named(entity, id)


def _made_by_unit(raw: Any) -> Iterator[Named]:
    waiting = [raw]
    while waiting:
        mapping = waiting.pop()
        if not isinstance(mapping, Mapping):
            continue
        yield from _made("unit", mapping)
        yield from _made("position", mapping.get("head"))
        for entity, key in (("position", "positions"), ("duty", "duties")):
            for each in _entries(mapping.get(key)):
                yield from _made("position" if entity == "position" else "duty", each)
        waiting.extend(_entries(mapping.get("units")))


def _made(entity: EntityType, raw: Any) -> Iterator[Named]:
    if not isinstance(raw, Mapping):
        return
    if entity == "line":
        ends = raw.get("from", raw.get("source")), raw.get("to", raw.get("target"))
        yield Named("line", f"{ends[0]}>{ends[1]}:{raw.get('kind', 'koordinasi')}")
    elif isinstance(raw.get("id"), str):
        yield Named(entity, raw["id"])
    if entity == "position":
        for duty in _entries(raw.get("duties")):
            yield from _made("duty", duty)


def _entries(raw: Any) -> list[Any]:
    return list(raw) if isinstance(raw, (list, tuple)) else []
