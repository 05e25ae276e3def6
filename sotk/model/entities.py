"""The types of entities that carry an id."""

from typing import Final, Literal, TypeAlias

EntityType: TypeAlias = Literal[
    "structure", "unit", "position", "duty", "objective", "indicator", "line", "team", "waiver", "conflict"
]

ENTITY_TYPES: Final[tuple[EntityType, ...]] = (
    "structure",
    "unit",
    "position",
    "duty",
    "objective",
    "indicator",
    "line",
    "team",
    "waiver",
    "conflict",
)
