"""Where the units, positions and duties of a structure went in a proposal made from it."""

from collections.abc import Iterator

from sotk.model import Position, Structure, Unit
from sotk.rules.coding import duties_of


def successors(base: Structure, after: Structure) -> dict[str, tuple[str, ...]]:
    """For each unit of the base that is no more, the units that name it as their origin."""
    found: dict[str, tuple[str, ...]] = {unit: () for unit in base.units if unit not in after.units}
    for unit in after.units.values():
        for origin in unit.lineage:
            if origin in found:
                found[origin] = (*found[origin], unit.id)
    return found


def position_ids(structure: Structure) -> frozenset[str]:
    return frozenset(position.id for _, position in structure.positions())


def duty_ids(structure: Structure) -> frozenset[str]:
    return frozenset(duty.id for unit in structure.units.values() for duty in duties_of(unit))


def posts(unit: Unit) -> Iterator[Position]:
    """The positions of a unit, its head first."""
    if unit.head is not None:
        yield unit.head
    yield from unit.positions


def new_units(base: Structure, after: Structure) -> list[Unit]:
    """Units that the base does not have and that come from none of its units."""
    return [
        unit
        for unit in after.walk()
        if unit.id not in base.units and not any(origin in base.units for origin in unit.lineage)
    ]
