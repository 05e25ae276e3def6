"""The same structure under other ids, so that entities known to be the same can be compared by id."""

from collections.abc import Mapping
from dataclasses import replace

from sotk.model import Duty, EntityType, Position, Structure, Unit


def rekeyed(structure: Structure, ids: Mapping[tuple[EntityType, str], str]) -> Structure:
    """The structure with new ids, and every reference to them; the new ids have to be free."""

    def named(entity: EntityType, id: str) -> str:
        return ids.get((entity, id), id)

    def optional(entity: EntityType, id: str | None) -> str | None:
        return None if id is None else named(entity, id)

    def duty(value: Duty) -> Duty:
        return replace(value, id=named("duty", value.id), parent=optional("duty", value.parent))

    def position(value: Position) -> Position:
        return replace(value, id=named("position", value.id), duties=tuple(map(duty, value.duties)))

    def unit(value: Unit) -> Unit:
        return replace(
            value,
            id=named("unit", value.id),
            parent=optional("unit", value.parent),
            head=None if value.head is None else position(value.head),
            positions=tuple(map(position, value.positions)),
            duties=tuple(map(duty, value.duties)),
        )

    def member(id: str) -> str:
        return named("unit", id) if id in structure.units else named("position", id)

    return replace(
        structure,
        root=named("unit", structure.root),
        units={named("unit", id): unit(value) for id, value in structure.units.items()},
        children={
            named("unit", id): tuple(named("unit", each) for each in below)
            for id, below in structure.children.items()
        },
        objectives=tuple(
            replace(each, id=named("objective", each.id), parent=optional("objective", each.parent))
            for each in structure.objectives
        ),
        indicators=tuple(
            replace(
                each,
                id=named("indicator", each.id),
                objective=optional("objective", each.objective),
                lead=optional("unit", each.lead),
                supporters=tuple(named("unit", unit_id) for unit_id in each.supporters),
            )
            for each in structure.indicators
        ),
        lines=tuple(
            replace(each, source=named("unit", each.source), target=named("unit", each.target))
            for each in structure.lines
        ),
        teams=tuple(
            replace(
                each,
                id=named("team", each.id),
                unit=optional("unit", each.unit),
                leader=optional("position", each.leader),
                members=tuple(member(each_member) for each_member in each.members),
            )
            for each in structure.teams
        ),
        waivers=tuple(replace(each, unit=optional("unit", each.unit)) for each in structure.waivers),
    )
