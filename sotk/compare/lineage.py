"""What a structure declares of where its units came from: merges, splits, and units with a new id.

Only what is news counts: a unit that was there before, with the same lineage, says nothing.
"""

from dataclasses import dataclass, replace
from typing import Any

from sotk.model import MergeUnits, Part, SplitUnit, Structure, Unit
from sotk.scenario import apply, plain


@dataclass(frozen=True, slots=True)
class Lineage:
    """Operations that do what is declared, and the units that only got another id (old to new)."""

    operations: tuple[MergeUnits | SplitUnit, ...] = ()
    renewed: tuple[tuple[str, str], ...] = ()


def declared(before: Structure, after: Structure) -> tuple[Lineage, Structure]:
    """The lineage that the second structure declares, and the first structure after its operations."""
    sources = _sources(before, after)
    parts: dict[str, list[str]] = {}
    for unit, come_from in sources.items():
        for source in come_from:
            parts.setdefault(source, []).append(unit)
    operations: list[MergeUnits | SplitUnit] = []
    renewed: list[tuple[str, str]] = []
    at = before
    for unit, come_from in sources.items():
        alone = [source for source in come_from if len(parts[source]) == 1]
        if len(alone) > 1:
            at = _tried(at, _merge(after, unit, alone), operations)
        elif len(alone) == 1 and len(come_from) == 1 and alone != [unit]:
            renewed.append((alone[0], unit))
    for source, made in parts.items():
        if len(made) > 1:
            at = _tried(at, _split(at, after, source, made), operations)
    return Lineage(tuple(operations), tuple(renewed)), at


def _sources(before: Structure, after: Structure) -> dict[str, list[str]]:
    """For each unit that declares it, the units it came from that are no more, or are itself."""
    found: dict[str, list[str]] = {}
    for unit in after.units.values():
        if not unit.lineage:
            continue
        earlier = before.units.get(unit.id)
        if earlier is not None and (earlier is unit or earlier.lineage == unit.lineage):
            continue
        sources = [
            source
            for source in dict.fromkeys(unit.lineage)
            if source in before.units and (source == unit.id or source not in after.units)
        ]
        if earlier is not None and unit.id not in sources:
            continue  # a unit that was there grew by others only if it says so of itself
        if sources:
            found[unit.id] = sources
    if len(found) > 1:  # in order of the chart, whatever the order of keys
        return {unit.id: found[unit.id] for unit in after.walk() if unit.id in found}
    return found


def _tried(
    at: Structure, operation: MergeUnits | SplitUnit, operations: list[MergeUnits | SplitUnit]
) -> Structure:
    applied = apply(at, operation)
    if not applied.refused:
        operations.append(operation)
    return applied.structure


def _merge(after: Structure, unit: str, sources: list[str]) -> MergeUnits:
    parent = after.units[unit].parent
    place = {} if parent is None else {"parent": parent}
    return MergeUnits(units=tuple(sources), into=_bare(after.units[unit]) | place)


def _split(at: Structure, after: Structure, source: str, made: list[str]) -> SplitUnit:
    """Each part takes what it has afterwards; the unit that keeps the id, or else the first, the rest."""
    made = sorted(made, key=lambda unit: unit != source)
    old = at.units[source]
    duties = {duty.id for duty in old.duties}
    positions = {position.id for position in (old.head, *old.positions) if position}
    below = set(at.below(source))
    parts = []
    for unit in made:
        new = after.units[unit]
        parts.append(
            Part(
                unit=_bare(new),
                duties=tuple(duty.id for duty in new.duties if duty.id in duties),
                positions=tuple(
                    position.id
                    for position in (new.head, *new.positions)
                    if position and position.id in positions
                ),
                units=tuple(each for each in after.below(unit) if each in below and each not in made),
            )
        )
    return SplitUnit(unit=source, into=tuple(parts))


def _bare(unit: Unit) -> dict[str, Any]:
    """The fields of a unit without what it holds and where it stands."""
    return plain(replace(unit, parent=None, head=None, positions=(), duties=()))
