"""Facts of one entity that is in both structures, and of sequences of them. Knows no tree."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from typing import Any, Final

from sotk.compare.facts import NAME_FIELDS, Fact, name_of
from sotk.compare.order import reordered
from sotk.model import EntityType
from sotk.scenario import CLASSES

_NOT_FIELDS: Final[Mapping[EntityType, frozenset[str]]] = {
    "unit": frozenset({"parent", "head", "positions", "duties"}),
    "position": frozenset({"duties"}),
}
"""What an entity holds or stands in: other facts tell of it."""

_PLACES: Final[Mapping[EntityType, str]] = {"objective": "parent", "indicator": "objective"}
"""The field that says where an entity stands, so that another value means it was moved."""


def fields_changed(
    entity: EntityType,
    before: Any,
    after: Any,
    unit: str | None,
    id: str | None = None,
) -> Iterator[Fact]:
    """One fact for each field that differs."""
    name = name_of(entity, after)
    for field in compared(entity):
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            verb: Any = "changed"
            if field == NAME_FIELDS.get(entity) and entity != "structure":
                verb = "renamed"
            elif field == _PLACES.get(entity):
                verb = "moved"
            yield Fact(verb, entity, id or after.id, name, old, new, field, unit)


@cache
def compared(entity: EntityType) -> tuple[str, ...]:
    """The fields that are compared one by one, the name first."""
    leave_out = _NOT_FIELDS.get(entity, frozenset())
    names = [each.name for each in fields(CLASSES[entity]) if each.name not in leave_out]
    return tuple(sorted(names, key=lambda name: name != NAME_FIELDS.get(entity)))


def list_changed(
    entity: EntityType, before: tuple[Any, ...], after: tuple[Any, ...], home: Mapping[str, str | None]
) -> Iterator[Fact]:
    """The facts of a list of the structure; `home` gives the unit to look under, by id."""
    if before == after:
        return
    old, new = {each.id: each for each in before}, {each.id: each for each in after}
    places = reordered(tuple(old), tuple(new))
    for id, value in new.items():
        unit = home.get(id)
        if id not in old:
            yield Fact("added", entity, id, name_of(entity, value), None, value, unit=unit)
            continue
        if value is not old[id] and value != old[id]:
            yield from fields_changed(entity, old[id], value, unit)
        if id in places:
            yield Fact("reordered", entity, id, name_of(entity, value), *places[id], unit=unit)
    for id, value in old.items():
        if id not in new:
            yield Fact("removed", entity, id, name_of(entity, value), value, None, unit=home.get(id))
