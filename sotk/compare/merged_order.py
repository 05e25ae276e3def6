"""Merges the order of a sequence from three sides. An order that is ambiguous is said to be."""

from collections.abc import Collection, Sequence
from typing import NamedTuple


class Order(NamedTuple):
    """The members in order, and whether the sides left more than one order possible."""

    members: tuple[str, ...]
    ambiguous: bool


def merged_order(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str], members: Collection[str]
) -> Order:
    """The order of `members`: the side that changed it decides; where both did, our order and a question.

    A new member follows the one it follows on its side. Members no side puts there come last.
    """
    wanted = frozenset(members)
    base, ours, theirs = (tuple(each for each in side if each in wanted) for side in (base, ours, theirs))
    if theirs in (ours, base):
        return _complete(ours, members, ambiguous=False)
    if ours == base:
        return _complete(theirs, members, ambiguous=False)
    skeleton, ambiguous = _skeleton(base, ours, theirs)
    common = frozenset(skeleton)
    mine, other = _following(ours, common), _following(theirs, common)
    found: list[str] = []
    for anchor in (None, *skeleton):
        found += [] if anchor is None else [anchor]
        here, there = mine.get(anchor, []), other.get(anchor, [])
        ambiguous = ambiguous or bool(here and there and here != there)
        found += [each for each in (*here, *there) if each not in found]
    return _complete(tuple(dict.fromkeys(found)), members, ambiguous=ambiguous)


def _skeleton(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> tuple[list[str], bool]:
    """The members all sides have, in the order of the side that changed it."""
    common = frozenset(base) & frozenset(ours) & frozenset(theirs)
    old, mine, other = ([each for each in side if each in common] for side in (base, ours, theirs))
    if mine in (old, other):
        return other, False
    return (mine, False) if other == old else (old, True)


def _following(side: Sequence[str], common: Collection[str]) -> dict[str | None, list[str]]:
    """The members of one side that are not common, by the common one they follow."""
    found: dict[str | None, list[str]] = {}
    anchor: str | None = None
    for each in side:
        if each in common:
            anchor = each
        else:
            found.setdefault(anchor, []).append(each)
    return found


def _complete(order: tuple[str, ...], members: Collection[str], *, ambiguous: bool) -> Order:
    placed = frozenset(order)
    return Order((*order, *(each for each in members if each not in placed)), ambiguous)
