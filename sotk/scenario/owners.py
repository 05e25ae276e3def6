"""Where every position and duty of a structure stands, followed from one state of it to the next.

Going through a government of 10,000 units for one edited post costs a hundred times the edit itself. So
the table of the last state asked about is kept; what differs is told by identity, never by what an edit
claims to have done, so that the table is the same as one made anew.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from sotk.model import EntityType, Unit
from sotk.model.sharing import compared
from sotk.scenario.owner import Owner

Entry: TypeAlias = tuple[EntityType, str]
Table: TypeAlias = dict[Entry, Owner]

_last: tuple[Mapping[str, Unit], Table] = ({}, {})  # replaced as one, never changed: threads may ask at once


def owners_of(units: Mapping[str, Unit]) -> Table:
    """The owner of every position and duty of these units; the table is the caller's own."""
    global _last  # noqa: PLW0603 - the one table that is kept
    known, before = _last
    table = followed(before, known, units)
    _last = units, table
    return dict(table)


def followed(table: Table, before: Mapping[str, Unit], now: Mapping[str, Unit]) -> Table:
    """The table of other units, made from that of `before`, which stays as it is."""
    other, went = compared(before, now)
    if len(other) == len(now):
        return {entry: owner for unit in now.values() for entry, owner in held(unit)}
    found = dict(table)
    for unit in (*went, *(each for each in other if each in before)):
        for entry, _owner in held(before[unit]):
            found.pop(entry, None)
    for unit in other:
        found.update(held(now[unit]))
    return found


def held(unit: Unit) -> Iterator[tuple[Entry, Owner]]:
    """The positions and duties of a unit with what they stand in."""
    owner = Owner("unit", unit.id)
    for duty in unit.duties:
        yield ("duty", duty.id), owner
    for position in (unit.head, *unit.positions):
        if position is not None:
            yield ("position", position.id), owner
            at = Owner("position", position.id)
            for duty in position.duties:
                yield ("duty", duty.id), at
