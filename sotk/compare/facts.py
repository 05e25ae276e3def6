"""What changed between two structures, as values. Knows no words and no output."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from sotk.model import EntityType, Structure

Verb: TypeAlias = Literal[
    "added", "removed", "renamed", "moved", "reordered", "changed", "merged", "split", "transferred"
]

NAME_FIELDS: Final[Mapping[EntityType, str]] = {
    "structure": "name",
    "unit": "name",
    "position": "title",
    "duty": "text",
    "objective": "text",
    "indicator": "text",
    "team": "name",
    "waiver": "reason",
    "conflict": "kind",
}
"""The field that says what people call an entity; a line has none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One change.

    `before` and `after` are values of the field for renamed and changed, ids of owners for moved and
    transferred (a position of a unit: "unit/position"), places from 1 for reordered, the whole entity for
    added and removed, ids of units for merged and split. `unit` is the unit under which people look for
    it, if any; `score`, 0 to 1, is set where the two sides were paired by a guess.
    """

    verb: Verb
    entity: EntityType
    id: str
    name: str
    before: Any = None
    after: Any = None
    field: str | None = None
    unit: str | None = None
    score: float | None = None

    @property
    def change(self) -> str:
        """The name of the fact in data, such as unit_moved."""
        return f"{'units' if self.verb == 'merged' else self.entity}_{self.verb}"


@dataclass(frozen=True, slots=True)
class Diff:
    """All that changed from one structure to another, in the order of the chart of the second."""

    before: Structure
    after: Structure
    facts: tuple[Fact, ...]

    def __bool__(self) -> bool:
        return bool(self.facts)

    def summary(self) -> dict[str, int]:
        """How many facts there are of each name, in the order they first occur."""
        return dict(Counter(fact.change for fact in self.facts))


def name_of(entity: EntityType, value: Any) -> str:
    """What people call an entity."""
    field = NAME_FIELDS.get(entity)
    return str(value.id if field is None else getattr(value, field))
