"""The same structure under other ids, so that entities known to be the same can be compared by id."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sotk.model import Duty, EntityType, Indicator, Line, Objective, Position, Structure, Team, Unit, Waiver


def rekeyed(structure: Structure, ids: Mapping[tuple[EntityType, str], str]) -> Structure:
    """The structure with new ids, and every reference to them; the new ids have to be free."""
    new = _NewIds(structure, ids)
    return replace(
        structure,
        root=new.id("unit", structure.root),
        units={new.id("unit", id): new.unit(value) for id, value in structure.units.items()},
        children={new.id("unit", id): new.units(below) for id, below in structure.children.items()},
        objectives=tuple(map(new.objective, structure.objectives)),
        indicators=tuple(map(new.indicator, structure.indicators)),
        lines=tuple(map(new.line, structure.lines)),
        teams=tuple(map(new.team, structure.teams)),
        waivers=tuple(map(new.waiver, structure.waivers)),
    )


@dataclass(frozen=True, slots=True)
class _NewIds:
    """Values under the new ids."""

    structure: Structure
    ids: Mapping[tuple[EntityType, str], str]

    def id(self, entity: EntityType, id: str) -> str:
        return self.ids.get((entity, id), id)

    def optional(self, entity: EntityType, id: str | None) -> str | None:
        return None if id is None else self.id(entity, id)

    def units(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.id("unit", id) for id in ids)

    def duty(self, value: Duty) -> Duty:
        return replace(value, id=self.id("duty", value.id), parent=self.optional("duty", value.parent))

    def position(self, value: Position) -> Position:
        return replace(value, id=self.id("position", value.id), duties=tuple(map(self.duty, value.duties)))

    def unit(self, value: Unit) -> Unit:
        return replace(
            value,
            id=self.id("unit", value.id),
            parent=self.optional("unit", value.parent),
            head=None if value.head is None else self.position(value.head),
            positions=tuple(map(self.position, value.positions)),
            duties=tuple(map(self.duty, value.duties)),
        )

    def objective(self, value: Objective) -> Objective:
        return replace(
            value, id=self.id("objective", value.id), parent=self.optional("objective", value.parent)
        )

    def indicator(self, value: Indicator) -> Indicator:
        return replace(
            value,
            id=self.id("indicator", value.id),
            objective=self.optional("objective", value.objective),
            lead=self.optional("unit", value.lead),
            supporters=self.units(value.supporters),
        )

    def line(self, value: Line) -> Line:
        return replace(value, source=self.id("unit", value.source), target=self.id("unit", value.target))

    def team(self, value: Team) -> Team:
        return replace(
            value,
            id=self.id("team", value.id),
            unit=self.optional("unit", value.unit),
            leader=self.optional("position", value.leader),
            members=tuple(map(self._member, value.members)),
        )

    def _member(self, id: str) -> str:
        """A member of a team is a unit or a position."""
        return self.id("unit" if id in self.structure.units else "position", id)

    def waiver(self, value: Waiver) -> Waiver:
        return replace(value, unit=self.optional("unit", value.unit))
