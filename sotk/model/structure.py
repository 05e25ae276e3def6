"""A whole structure: flat by id, with ordered children for each parent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sotk.model.duty import Duty
from sotk.model.entities import EntityType
from sotk.model.header import Header
from sotk.model.performance import Indicator, Objective
from sotk.model.position import Position
from sotk.model.relations import Conflict, Line, Team, Waiver
from sotk.model.unit import Unit


@dataclass(frozen=True, slots=True)
class Structure:
    """An organization's structure.

    `units` holds every unit of the tree below `root`; `children` the ids of the direct subordinates
    of each unit that has any, in order. `provisional` names the entities whose id was made from a
    name because the file gives none. Order of a sequence is meaning; order of `units` is not.
    """

    header: Header
    root: str
    units: Mapping[str, Unit]
    children: Mapping[str, tuple[str, ...]]
    objectives: tuple[Objective, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    lines: tuple[Line, ...] = ()
    teams: tuple[Team, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    provisional: frozenset[tuple[EntityType, str]] = field(default=frozenset())

    @property
    def id(self) -> str:
        """The id of the structure: unique among those of a workspace."""
        return self.header.id

    @property
    def name(self) -> str:
        """The name of the agency."""
        return self.header.name

    def below(self, unit: str) -> tuple[str, ...]:
        """The ids of the direct subordinates of a unit, in order."""
        return self.children.get(unit, ())

    def walk(self, start: str | None = None) -> Iterator[Unit]:
        """The units of a branch in the order of the chart: each before its subordinates."""
        waiting = [self.root if start is None else start]
        while waiting:
            unit = waiting.pop()
            yield self.units[unit]
            if below := self.children.get(unit):
                waiting.extend(reversed(below))

    def positions(self) -> Iterator[tuple[Unit, Position]]:
        """Every position with its unit, heads first in each."""
        for unit in self.walk():
            if unit.head is not None:
                yield unit, unit.head
            for position in unit.positions:
                yield unit, position

    def duties(self) -> Iterator[tuple[Unit, Duty]]:
        """Every duty with the unit that carries it, those of its positions after its own."""
        for unit in self.walk():
            for duty in unit.duties:
                yield unit, duty
            for position in (unit.head, *unit.positions):
                if position is not None:
                    for duty in position.duties:
                        yield unit, duty
