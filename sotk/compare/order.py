"""Which members of a sequence stayed and which were moved among those that stayed."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise


def stable(before: Sequence[str], after: Sequence[str]) -> frozenset[str]:
    """The most members of both sequences that keep their order; in n log n steps."""
    place = {member: at for at, member in enumerate(before)}
    kept = [member for member in after if member in place]
    places = [place[member] for member in kept]
    if all(left < right for left, right in pairwise(places)):
        return frozenset(kept)
    return frozenset(kept[at] for at in _longest_rising(places))


def reordered(before: Sequence[str], after: Sequence[str]) -> dict[str, tuple[int, int]]:
    """The members of both that changed their place among those that stayed, with both places from 1."""
    staying = stable(before, after)
    common = frozenset(before)
    moved = [member for member in after if member in common and member not in staying]
    if not moved:
        return {}
    old, new = _places(before), _places(after)
    return {member: (old[member], new[member]) for member in moved}


def _places(members: Iterable[str]) -> dict[str, int]:
    return {member: at for at, member in enumerate(members, start=1)}


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Where the members of a longest rising subsequence stand (patience sorting)."""
    tops: list[int] = []
    top_at: list[int] = []
    earlier: list[int] = [-1] * len(numbers)
    for at, number in enumerate(numbers):
        pile = bisect_left(tops, number)
        earlier[at] = top_at[pile - 1] if pile else -1
        if pile == len(tops):
            tops.append(number)
            top_at.append(at)
        else:
            tops[pile] = number
            top_at[pile] = at
    chain, at = [], top_at[-1] if top_at else -1
    while at >= 0:
        chain.append(at)
        at = earlier[at]
    return chain[::-1]
