"""How high the score of a pair can be hoped for: found for all pairs of some rows at once, at little cost for each.

What speaks against a duty by itself, and what both speak of, is one product of two matrices. To it comes what
their objects are worth to each other, added up over the duties that each concept is met by. The sum is no
bound but close to one: a pair is given up where it falls short of the threshold by more than `SLACK`.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sotk.overlap.arrays.lists import Looked, MetBy, Singles
from sotk.overlap.arrays.meeting import Pairs, total
from sotk.overlap.arrays.ragged import Floats, Ragged
from sotk.overlap.arrays.table import THOUSANDTHS, Table
from sotk.overlap.contrast import MOST_GROUPS, UNDECLARED
from sotk.overlap.features import MUCH, SPEAKING
from sotk.overlap.model import MOST, weights
from sotk.overlap.vectors import UNKNOWN

CELLS = 400_000
"""Pairs estimated in one go: arrays of this size stay in the cache of the processor."""
PRODUCT = 16_000_000
"""Cells of the product of two tables found in one go (64 MB): few rows at a time would read the whole table for each."""
SLACK = 0.5
"""Logits: what actions may add to shares is not hoped for. Finds all but some hundredths of what a look at every pair finds; see `tests/bench/overlap_recall.py`."""
BY_SHARE = ("all_low", "all_high", "phrase", "cover_low")
"""Numbers that grow with the part of a duty that the other says too."""


@dataclass(frozen=True, slots=True)
class Factors:
    """What an estimate needs of each duty of a table, whatever it is compared with.

    The product of the `left` of one table and the `right` of another, turned, is all of a pair's logit but its
    objects; `inverse` is one by the weight of the objects of a duty.
    """

    left: Singles
    right: Singles
    inverse: Singles

    @classmethod
    def of(cls, table: Table) -> "Factors":
        return cls(*_factors(table), _inverse(table))

    def put(self, at: int, row: "Factors") -> None:
        """The one duty of another table in the place `at`."""
        for mine, new in ((self.left, row.left), (self.right, row.right), (self.inverse, row.inverse)):
            mine[at] = new[0]


class Estimate:
    """Each duty of one table against each of another."""

    def __init__(self, left: Table, right: Table, factors: Factors | None = None) -> None:
        """`factors` are those of the right table, if they are known."""
        self._left, self._right = left, right
        self._of_right = factors or Factors.of(right)
        self._of_left = self._of_right if left is right else Factors.of(left)
        self._met_by = MetBy(right) if len(left) > 1 else Looked(right)
        self._weight = defaultdict(float, weights()[1])
        self._product: tuple[int, int, Singles] = (0, 0, np.zeros((0, 0), dtype=np.float32))

    def hopeful(self, start: int, end: int, first: int, least: float) -> tuple[Pairs, Floats]:
        """Pairs of the left rows from start to end and the right rows from `first` on that can reach `least` (logit).

        Beside each pair what its objects were hoped to add.
        """
        mass, best = self._meetings(start, end, first)
        hoped = self._of_objects(mass, best, start, first)
        whole = hoped + self._but_objects(start, end, first)
        row, column = np.divmod(np.flatnonzero(whole >= least - SLACK), whole.shape[1])
        return Pairs(row + start, column + first), hoped[row, column].astype(np.float64)

    def _but_objects(self, start: int, end: int, first: int) -> Singles:
        """All of the logits but their objects, cut out of a product of many rows."""
        top, left, product = self._product
        if not (top <= start and end <= top + len(product) and left <= first):
            top, left = start, first
            height = max(end - start, PRODUCT // max(len(self._right) - first, 1))
            product = self._of_left.left[start : start + height] @ self._of_right.right[first:].T
            self._product = top, left, product
        return product[start - top : end - top, first - left :]

    def blocks(self, first: int = 0) -> Iterator[tuple[int, int]]:
        """Rows of the left table in pieces that make about `CELLS` pairs each."""
        start = first
        while start < len(self._left):
            end = min(len(self._left), start + max(1, CELLS // max(len(self._right) - start, 1)))
            yield start, end
            start = end

    def _meetings(self, start: int, end: int, first: int) -> tuple[Singles, Singles]:
        """For each pair the weight of the left objects that the right ones meet: of all, and the most of one."""
        shape = (end - start, len(self._right) - first)
        mass, best = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.float32)
        objects, weight = self._left.objects, self._left.weights.items
        for row in range(start, end):
            of_all, of_one = mass[row - start], best[row - start]
            for at in range(objects.offsets[row], objects.offsets[row + 1]):
                rows, kinship = self._met_by.after(int(objects.items[at]), first)
                worth = kinship * np.float32(weight[at] / THOUSANDTHS)
                of_all[rows] += worth
                of_one[rows] = np.maximum(of_one[rows], worth)
        return mass, best

    def _of_objects(self, mass: Singles, best: Singles, start: int, first: int) -> Singles:
        """What the objects of each pair add; nothing where none of them meet, as in most pairs."""
        weight, left, right = self._weight, self._of_left.inverse, self._of_right.inverse
        hoped = np.zeros(mass.shape, dtype=np.float32)
        met = np.flatnonzero(mass)
        row, column = np.divmod(met, mass.shape[1])
        of_all, of_one = mass.ravel()[met], best.ravel()[met]
        share = np.minimum(of_all * left[start + row], 1.0) + np.minimum(of_all * right[first + column], 1.0)
        share *= np.float32(sum(weight[name] for name in BY_SHARE) / 2)
        share += np.minimum(of_all, np.float32(MUCH)) * np.float32(weight["met"] / MUCH)
        share += np.minimum(of_one, np.float32(MOST["best_term"])) * np.float32(weight["best_term"])
        hoped.ravel()[met] = share
        return hoped


def _inverse(table: Table) -> Singles:
    """One by the weight of the objects of a duty."""
    return (1.0 / np.maximum(_said(table, table.weights), SPEAKING)).astype(np.float32)


def _unknown(table: Table) -> Floats:
    """The share of a duty that the lexicon does not hold."""
    said = _said(table, table.weights)
    return _said(table, table.unknown) / np.where(said > 0, said, 1.0)


def _said(table: Table, weights_of: Ragged) -> Floats:
    """The sum of one kind of weights of the objects of each duty."""
    owner, place = table.objects.rows(np.arange(len(table)))
    return total(owner, weights_of.items[place] / THOUSANDTHS, len(table))


def _factors(table: Table) -> tuple[Singles, Singles]:
    """Matrices whose product is all of a pair's logit but its objects, at the best of what is not looked at."""
    intercept, weight = weights()
    one = np.ones(len(table))
    house = (table.housekeeping & (table.own == 0)).astype(np.float64)
    oversight, known, coded = table.oversight * 1.0, table.known * 1.0, (table.code_levels > 0) * 1.0
    weight = defaultdict(float, weight)
    about, named, concern = table.about_known * 1.0, table.named_known * 1.0, weight["concern"] / 2
    alone = (
        weight["house_one"] * house
        + weight["oversight"] * oversight
        + weight["breadth"] * np.minimum(table.phrases, MOST_GROUPS) / MOST_GROUPS / 2
        + weight["unknown"] * _unknown(table) / 2
    )
    always = intercept + weight["action"] + weight["code"] * UNDECLARED
    always += (weight["topic"] + weight["concern"]) * UNKNOWN
    columns = [
        (one, alone + always),
        (alone, one),
        (known, -weight["topic"] * UNKNOWN * known),
        (about, -concern * UNKNOWN * named),
        (named, -concern * UNKNOWN * about),
        (house, (weight["house"] - 2 * weight["house_one"]) * house),
        (oversight, -2 * weight["oversight"] * oversight),
        (coded, weight["code"] * (1 - UNDECLARED) * coded),
    ]
    left, right = (np.stack(side, axis=1) for side in zip(*columns, strict=True))
    return (
        np.concatenate([table.topic, table.about, table.named, left], axis=1).astype(np.float32),
        np.concatenate(
            [weight["topic"] * table.topic, concern * table.named, concern * table.about, right], axis=1
        ).astype(np.float32),
    )
