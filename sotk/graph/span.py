"""How many persons answer to a head directly."""

from typing import NamedTuple

from sotk.graph.orggraph import OrgGraph
from sotk.model import Position


class PersonSpan(NamedTuple):
    """Direct reports of a head: heads of offices below, and posts of the unit and of its groups.

    `posts` counts incumbents where they are known, else the posts needed. `complete` says that every
    position gives one of them, and that an office with no office below has positions at all.
    """

    heads: int
    posts: int
    complete: bool

    @property
    def at_least(self) -> int:
        """Persons that answer to the head for certain; more where the count is not `complete`."""
        return self.heads + self.posts


def persons_reporting(graph: OrgGraph, unit: str) -> PersonSpan:
    """The person span of the head of a unit."""
    units, groups = graph.structure.units, graph.groups
    heads, posts, complete = 0, 0, True
    positions = list(units[unit].positions)
    for child in graph.structure.below(unit):
        if units[child].kind in groups:
            positions += units[child].positions
        else:
            heads += 1
    for position in positions:
        count = _count(position)
        complete = complete and count is not None
        posts += count or 0
    return PersonSpan(heads, posts, complete and bool(heads or positions))


def _count(position: Position) -> int | None:
    filled = position.filled_count
    return position.need if filled is None else filled
