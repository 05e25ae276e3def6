"""Words, sets and codes to numbers, the same for all tables of one index."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sotk.overlap.arrays.kin import kin
from sotk.overlap.arrays.ragged import Ints, Ragged

BITS = 63
Held = Mapping[str, frozenset[str]]


class Vocabulary:
    """Anything to a number, 0 for nothing."""

    def __init__(self) -> None:
        self._ids: dict[Hashable, int] = {}

    def id(self, thing: Hashable) -> int:
        return self._ids.setdefault(thing, len(self._ids) + 1) if thing else 0


class Concepts:
    """Concepts that have kin by their place in the matrix of kinship, all others by the numbers above."""

    def __init__(self) -> None:
        self._ids: dict[str, int] = {}
        self._others = len(kin().places)

    def id(self, concept: str) -> int:
        if concept not in self._ids:
            place = kin().places.get(concept)
            self._others += place is None
            self._ids[concept] = self._others if place is None else place
            kin().meet(concept)
        return self._ids[concept]


@dataclass(frozen=True, slots=True)
class Masks:
    """For each id of `Groupings` its groups, rising, and beside each the terms held of it as bits."""

    groups: Ragged
    bits: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[tuple[int, int]]]) -> "Masks":
        """Each row holds groups and their bits."""
        bits = np.array([bits for row in rows for _, bits in row], dtype=np.int64)
        return cls(Ragged.of([[group for group, _ in row] for row in rows]), bits)

    def joined(self, more: "Masks") -> "Masks":
        """These, and the rows of `more` after them."""
        return Masks(Ragged.joined([self.groups, more.groups]), np.concatenate([self.bits, more.bits]))

    def clashing(self, left: Ints, right: Ints) -> Ints:
        """Of how many groups that both name each holds other terms."""
        found = np.zeros(len(left), dtype=np.int64)
        asked = np.flatnonzero((left > 0) & (right > 0) & (left != right))
        if len(asked):
            pair, place = self.groups.rows(left[asked])
            other = self.groups.places(right[asked][pair], self.groups.items[place])
            apart = (other >= 0) & (self.bits[place] & self.bits[other] == 0)
            found[asked] = np.bincount(pair[apart], minlength=len(asked))
        return found


class Groupings:
    """Sets of exclusive terms by group, each combination met once: the terms of a group as bits."""

    def __init__(self) -> None:
        self._ids: dict[tuple[tuple[str, tuple[str, ...]], ...], int] = {(): 0}
        self._groups: dict[str, int] = {}
        self._bits: dict[str, dict[str, int]] = {}
        self._rows: list[list[tuple[int, int]]] = [[]]
        self._masks = Masks.of(self._rows)

    def id(self, groups: Held) -> int:
        key = tuple(sorted((group, tuple(sorted(held))) for group, held in groups.items()))
        if key not in self._ids:
            self._ids[key] = len(self._rows)
            self._rows.append(sorted((self._group(group), self._mask(group, held)) for group, held in key))
        return self._ids[key]

    def masks(self) -> Masks:
        """Those of all combinations met so far; only the new ones are turned into arrays."""
        new = self._rows[len(self._masks.groups) :]
        if new:
            self._masks = self._masks.joined(Masks.of(new))
        return self._masks

    def _group(self, group: str) -> int:
        return self._groups.setdefault(group, len(self._groups))

    def _mask(self, group: str, held: Iterable[str]) -> int:
        bits = self._bits.setdefault(group, {})
        return sum({1 << (bits.setdefault(term, len(bits)) % BITS) for term in held})
