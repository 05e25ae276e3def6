"""How near the terms of one duty come to those of another, for many pairs of duties."""

from dataclasses import dataclass

import numpy as np

from sotk.overlap.arrays.kin import kin
from sotk.overlap.arrays.ragged import Floats, Ints, Ragged, spread


@dataclass(frozen=True, slots=True)
class Pairs:
    """Rows of two tables, side by side."""

    left: Ints
    right: Ints

    def __len__(self) -> int:
        return len(self.left)

    def only(self, kept: Ints | np.ndarray) -> "Pairs":
        return Pairs(self.left[kept], self.right[kept])

    @property
    def turned(self) -> "Pairs":
        return Pairs(self.right, self.left)


@dataclass(frozen=True, slots=True)
class Met:
    """For each term of the left duties: whose pair it is, where it stands, and how near the right duty comes."""

    pair: Ints
    place: Ints
    best: Floats


def nearest(terms: Ragged, others: Ragged, pairs: Pairs) -> Met:
    """How near the best of the right duty's terms comes to each of the left one's; 0 where it has none."""
    pair, place = terms.rows(pairs.left)
    best = np.zeros(len(pair))
    near = Near.of(terms, others, pairs, pair, place)
    if len(near.values):
        best[near.full] = np.maximum.reduceat(near.values, near.starts)
    return Met(pair, place, best)


@dataclass(frozen=True, slots=True)
class Near:
    """The kinship of each left term with each term of the right duty, one left term after the other."""

    full: Ints
    """The left terms whose right duty has any."""
    starts: Ints
    """Where the values of these begin."""
    other: Ints
    """The place of the right term of each value."""
    values: Floats

    @classmethod
    def of(cls, terms: Ragged, others: Ragged, pairs: Pairs, pair: Ints, place: Ints) -> "Near":
        right = pairs.right[pair]
        sizes = others.offsets[right + 1] - others.offsets[right]
        full = np.flatnonzero(sizes)
        sizes = sizes[full]
        other = spread(others.offsets[right[full]], sizes)
        starts = np.cumsum(sizes) - sizes
        values = kin().between(np.repeat(terms.items[place[full]], sizes), others.items[other])
        return cls(full, starts, other, values)


def total(pair: Ints, values: Floats, count: int) -> Floats:
    """The sum of the values of each pair."""
    return np.bincount(pair, weights=values, minlength=count).astype(np.float64, copy=False)


def highest(pair: Ints, values: Floats, count: int) -> Floats:
    """The highest value of each pair, 0 where it has none. The values stand in the order of their pairs."""
    found = np.zeros(count)
    if len(pair):
        starts = np.flatnonzero(np.diff(pair, prepend=-1))
        found[pair[starts]] = np.maximum(np.maximum.reduceat(values, starts), 0.0)
    return found
