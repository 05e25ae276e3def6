"""How many persons answer to a head directly."""

from dataclasses import dataclass

from sotk.graph.orggraph import OrgGraph
from sotk.model import Position, Unit


@dataclass(frozen=True, slots=True)
class PersonSpan:
    """Direct reports of a head: heads of offices below, and posts of the unit and of its groups.

    `posts` counts incumbents where they are known, else the posts needed; None where some position
    says neither, so that the sum would lie.
    """

    heads: int
    posts: int | None

    @property
    def total(self) -> int | None:
        return None if self.posts is None else self.heads + self.posts


def persons_reporting(graph: OrgGraph, unit: str) -> PersonSpan:
    """The person span of the head of a unit."""
    members = [graph.unit(unit), *(graph.unit(group) for group in graph.groups_below(unit))]
    return PersonSpan(graph.span(unit), _posts(members))


def _posts(units: list[Unit]) -> int | None:
    counts = [_count(position) for unit in units for position in unit.positions]
    known = [count for count in counts if count is not None]
    return sum(known) if counts and len(known) == len(counts) else None


def _count(position: Position) -> int | None:
    filled = position.filled_count
    return position.need if filled is None else filled
