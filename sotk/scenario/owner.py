"""What entities stand in: units and positions, or a list of the structure."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from sotk.model import EntityType


class Owner(NamedTuple):
    """What an entity stands in: the unit or position that carries it, or the structure (id "")."""

    entity: EntityType
    id: str


STRUCTURE: Final = Owner("structure", "")
LISTS: Final[Mapping[EntityType, str]] = {
    "objective": "objectives",
    "indicator": "indicators",
    "line": "lines",
    "team": "teams",
    "waiver": "waivers",
    "conflict": "conflicts",
}
"""Entities that stand in a list of the structure, and the name of the list."""
