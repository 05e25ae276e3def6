"""What two states of one history do not share: an edit leaves all it did not touch the very same object.

Looked at by identity, which needs no bookkeeping of what an edit did and so cannot be out of date.
"""

from collections.abc import Mapping
from itertools import compress
from operator import is_not
from typing import TypeVar

from sotk.model.structure import Structure

V = TypeVar("V")


def differing(old: Mapping[str, V], new: Mapping[str, V]) -> list[str]:
    """The keys of `new` whose value is not the very object that `old` has there, in the order of `new`.

    A value that was made anew and is equal counts as differing. Keys that are gone are not among them.
    """
    if old is new:
        return []
    return list(compress(new, map(is_not, new.values(), map(old.get, new))))


def compared(old: Mapping[str, V], new: Mapping[str, V]) -> tuple[list[str], list[str]]:
    """The keys that differ or came, as by `differing`, and those that went, in the order of `old`."""
    other = differing(old, new)
    came = sum(key not in old for key in other)
    went = [] if len(old) + came == len(new) else [key for key in old if key not in new]
    return other, went


def touched(old: Mapping[str, V], new: Mapping[str, V]) -> frozenset[str]:
    """The keys that differ, came or went."""
    other, went = compared(old, new)
    return frozenset((*other, *went))


def touched_units(old: Structure, new: Structure) -> frozenset[str]:
    """The units that may differ in a field or in their direct subordinates, came, or went."""
    return touched(old.units, new.units) | touched(old.children, new.children)
