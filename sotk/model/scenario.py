"""A scenario: operations on a base, with the decisions of the discussion."""

from sotk.model.fields import Day, Id, Illustrative, Name, Text
from sotk.model.operations import Operation, Point
from sotk.model.relations import Conflict
from sotk.model.value import value


@value(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A proposal. `base` is the path of a structure or of another scenario, beside this file.

    `base_digest` is the digest of the model the proposal was made on; `effective` chooses the law.
    `points` are those of the discussion that are no change.
    """

    id: Id
    name: Name
    base: Name
    base_digest: Name | None = None
    effective: Day | None = None
    illustrative: Illustrative = False
    notes: Text | None = None
    operations: tuple[Operation, ...] = ()
    points: tuple[Point, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
