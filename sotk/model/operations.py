"""Operations: the edits of a scenario, as values. What they do is not known here.

Each may carry the decision of the discussion (FGD): who proposed it, why, and what became of it.
Rejected and postponed operations stay in the file and are not replayed unless asked.
"""

from dataclasses import fields
from typing import Annotated, Any, Final, Literal, TypeAlias

from pydantic import Field

from sotk.model.entities import EntityType
from sotk.model.fields import Day, Id, Ids, Name, Text
from sotk.model.value import value

Status: TypeAlias = Literal["usul", "disepakati", "ditunda", "ditolak"]


@value(frozen=True, slots=True, kw_only=True)
class Decision:
    """What the discussion said of an operation or of a point; `date` is the day it was decided."""

    why: Text | None = None
    proposed_by: Text | None = None
    status: Status = "usul"
    date: Day | None = None
    note: Text | None = None


DECISION: Final = tuple(field.name for field in fields(Decision))
"""The fields of a decision: what was said of an operation, not what it does."""


@value(frozen=True, slots=True, kw_only=True)
class Point(Decision):
    """A point of the discussion that is no change: what was raised, and what was decided of it in words.

    `unit` is the unit it is about, where it is about one.
    """

    id: Id
    text: Text
    unit: Id | None = None
    decision: Text | None = None


@value(frozen=True, slots=True, kw_only=True)
class AddUnit(Decision):
    """Put a new unit, with all below it, under another; last, or beside a sibling."""

    op: Literal["add_unit"] = "add_unit"
    under: Id
    unit: dict[str, Any]
    before: Id | None = None
    after: Id | None = None


@value(frozen=True, slots=True, kw_only=True)
class RemoveUnit(Decision):
    """Remove a unit and all below it; its duties, positions and indicators go to `duties_to`."""

    op: Literal["remove_unit"] = "remove_unit"
    unit: Id
    duties_to: Id | None = None


@value(frozen=True, slots=True, kw_only=True)
class MoveUnit(Decision):
    """Put a unit, with all below it, under another parent or at another place among its siblings."""

    op: Literal["move_unit"] = "move_unit"
    unit: Id
    under: Id
    before: Id | None = None
    after: Id | None = None


@value(frozen=True, slots=True, kw_only=True)
class MergeUnits(Decision):
    """Make one unit of several; it takes their duties, positions, subordinates and indicators."""

    op: Literal["merge_units"] = "merge_units"
    units: Annotated[Ids, Field(min_length=2)]
    into: dict[str, Any]


@value(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a unit that is split: a new unit and what it takes."""

    unit: dict[str, Any]
    duties: Ids = ()
    positions: Ids = ()
    units: Ids = ()


@value(frozen=True, slots=True, kw_only=True)
class SplitUnit(Decision):
    """Make several units of one. What no part names goes to the first."""

    op: Literal["split_unit"] = "split_unit"
    unit: Id
    into: Annotated[tuple[Part, ...], Field(min_length=2)]


@value(frozen=True, slots=True, kw_only=True)
class TransferDuty(Decision):
    """Give a duty to another unit."""

    op: Literal["transfer_duty"] = "transfer_duty"
    duty: Id
    to: Id
    before: Id | None = None
    after: Id | None = None


@value(frozen=True, slots=True, kw_only=True)
class Add(Decision):
    """Add an entity other than a unit; `to` is the unit (or, for a duty, position) that owns it."""

    op: Literal["add"] = "add"
    entity: EntityType
    to: Id | None = None
    value: dict[str, Any]
    before: Name | None = None
    after: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Remove(Decision):
    """Remove an entity other than a unit."""

    op: Literal["remove"] = "remove"
    entity: EntityType
    id: Name


@value(frozen=True, slots=True, kw_only=True)
class Move(Decision):
    """Move a position to another unit, or an entity to another place in its sequence."""

    op: Literal["move"] = "move"
    entity: EntityType
    id: Name
    to: Id | None = None
    before: Name | None = None
    after: Name | None = None


@value(frozen=True, slots=True, kw_only=True)
class Reorder(Decision):
    """Give a sequence another order: the units, positions or duties of a unit, or a list of the structure."""

    op: Literal["reorder"] = "reorder"
    entity: EntityType = "unit"
    under: Id | None = None
    order: Annotated[tuple[Name, ...], Field(min_length=1)]


@value(frozen=True, slots=True, kw_only=True)
class Set(Decision):
    """Give a field of an entity a value; null takes the value away. `id` is not needed for the structure."""

    op: Literal["set"] = "set"
    entity: EntityType
    id: Name | None = None
    field: Name
    value: Any = None


Operation: TypeAlias = Annotated[
    AddUnit
    | RemoveUnit
    | MoveUnit
    | MergeUnits
    | SplitUnit
    | TransferDuty
    | Add
    | Remove
    | Move
    | Reorder
    | Set,
    Field(discriminator="op"),
]
