"""Words, sets and codes to numbers, the same for all tables of one index."""

from collections.abc import Hashable, Iterable, Mapping

import numpy as np

from sotk.overlap.arrays.kin import kin
from sotk.overlap.arrays.ragged import Ints

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


class Groupings:
    """Sets of exclusive terms by group, each combination met once: bits of the terms, one column a group."""

    def __init__(self) -> None:
        self._ids: dict[tuple[tuple[str, tuple[str, ...]], ...], int] = {(): 0}
        self.columns: dict[str, int] = {}
        self._bits: dict[str, dict[str, int]] = {}
        self._rows: list[dict[int, int]] = [{}]
        self._masks = np.zeros((1, 0), dtype=np.int64)

    def id(self, groups: Held) -> int:
        key = tuple(sorted((group, tuple(sorted(held))) for group, held in groups.items()))
        if key not in self._ids:
            self._ids[key] = len(self._rows)
            self._rows.append({self._column(group): self._mask(group, held) for group, held in key})
        return self._ids[key]

    def masks(self) -> Ints:
        """A row for each id, a column for each group."""
        if self._masks.shape[0] != len(self._rows):
            self._masks = np.zeros((len(self._rows), len(self.columns)), dtype=np.int64)
            for at, row in enumerate(self._rows):
                for column, mask in row.items():
                    self._masks[at, column] = mask
        return self._masks

    def _column(self, group: str) -> int:
        return self.columns.setdefault(group, len(self.columns))

    def _mask(self, group: str, held: Iterable[str]) -> int:
        bits = self._bits.setdefault(group, {})
        return sum(1 << (bits.setdefault(term, len(bits)) % BITS) for term in held)
