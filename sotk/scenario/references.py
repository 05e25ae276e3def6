"""Who names whom: what an operation on one entity means for those that name it. Changes nothing."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from sotk.model import Duty, EntityType, Indicator, Line, Objective, Team, Waiver


class Named(NamedTuple):
    """An entity of a type, by id."""

    entity: EntityType
    id: str


class References:
    """The entities that name each entity. May hold some that no longer do: compare with `named`."""

    def __init__(self) -> None:
        self._naming: dict[Named, dict[Named, None]] = {}

    def note(self, entity: EntityType, value: Any) -> None:
        """Remember whom a value names."""
        for target in named(value):
            self._naming.setdefault(target, {})[Named(entity, value.id)] = None

    def naming(self, entity: EntityType, id: str) -> tuple[Named, ...]:
        """Those that named an entity when they were last noted."""
        return tuple(self._naming.get(Named(entity, id), ()))


def named(value: Any) -> Iterator[Named]:
    """The entities that a value names; a member of a team may be a unit or a position."""
    if isinstance(value, (Duty, Objective)):
        if value.parent is not None:
            yield Named("duty" if isinstance(value, Duty) else "objective", value.parent)
    elif isinstance(value, Line):
        yield Named("unit", value.source)
        yield Named("unit", value.target)
    elif isinstance(value, Indicator):
        if value.objective is not None:
            yield Named("objective", value.objective)
        for unit in (value.lead, *value.supporters):
            if unit is not None:
                yield Named("unit", unit)
    elif isinstance(value, Team):
        yield from _named_by_team(value)
    elif isinstance(value, Waiver):
        if value.unit is not None:
            yield Named("unit", value.unit)
        if value.entity is not None and value.subject is not None:
            yield Named(value.entity, value.subject)


def _named_by_team(team: Team) -> Iterator[Named]:
    if team.unit is not None:
        yield Named("unit", team.unit)
    for member in team.members:
        yield Named("unit", member)
        yield Named("position", member)
    if team.leader is not None:
        yield Named("position", team.leader)
