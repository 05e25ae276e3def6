"""Which function carries out which operation."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sotk.findings import Finding
from sotk.model import (
    Add,
    AddUnit,
    MergeUnits,
    Move,
    MoveUnit,
    Remove,
    RemoveUnit,
    Reorder,
    Set,
    SplitUnit,
    TransferDuty,
)
from sotk.scenario.draft import Draft
from sotk.scenario.entities import add, move, remove, reorder, transfer_duty
from sotk.scenario.fields import set_field
from sotk.scenario.merging import merge_units, split_unit
from sotk.scenario.units import add_unit, move_unit, remove_unit

CATALOGUE: Final[Mapping[type[Any], Callable[[Draft, Any], Sequence[Finding]]]] = {
    AddUnit: add_unit,
    RemoveUnit: remove_unit,
    MoveUnit: move_unit,
    MergeUnits: merge_units,
    SplitUnit: split_unit,
    TransferDuty: transfer_duty,
    Add: add,
    Remove: remove,
    Move: move,
    Reorder: reorder,
    Set: set_field,
}
