"""Units that divide one work by a place of their names: `contrast._twins` for many pairs."""

import numpy as np

from sotk.overlap.arrays.meeting import Pairs
from sotk.overlap.arrays.ragged import Flags, Ints, spread
from sotk.overlap.arrays.table import Table
from sotk.overlap.contrast import MOST_APART


def twins(a: Table, b: Table, pairs: Pairs) -> Flags:
    found = np.zeros(len(pairs), dtype=bool)
    left, right = a.built.sizes[pairs.left], b.built.sizes[pairs.right]
    asked = np.flatnonzero((left > 1) & (right > 1) & (np.abs(left - right) < MOST_APART))
    asked = asked[a.kind[pairs.left[asked]] == b.kind[pairs.right[asked]]]
    if len(asked):
        found[asked] = _divide(a, b, pairs.only(asked))
    return found


def _divide(a: Table, b: Table, pairs: Pairs) -> Flags:
    """Of pairs of units of one kind, each with more in its name than that."""
    left, right = a.built.sizes[pairs.left], b.built.sizes[pairs.right]
    fewer = np.minimum(left, right)
    owner, at = np.repeat(np.arange(len(pairs)), fewer), spread(np.zeros(len(pairs), dtype=np.int64), fewer)
    first = a.built.offsets[pairs.left][owner], b.built.offsets[pairs.right][owner]
    opens = np.cumsum(fewer) - fewer

    def alike(one: Ints, other: Ints) -> tuple[Ints, Flags]:
        """How many words are the same before the first that is not; and whether a place holds a telling word."""
        same = a.built.items[one] == b.built.items[other]
        count = np.minimum.reduceat(np.where(same, fewer[owner], at), opens)
        telling = (a.telling.items[one] > 0) & (b.telling.items[other] > 0)
        return count, telling

    start, telling = alike(first[0] + at, first[1] + at)
    last = (a.built.offsets[pairs.left + 1] - 1)[owner], (b.built.offsets[pairs.right + 1] - 1)[owner]
    end, telling_end = alike(last[0] - at, last[1] - at)
    end = np.minimum(end, fewer - start)
    shared = (telling & (at >= 1) & (at < start[owner])) | (telling_end & (at < end[owner]))
    differ = np.minimum(left, right) - start - end, np.maximum(left, right) - start - end
    says = np.bincount(owner[shared], minlength=len(pairs)) > 0
    return np.asarray((differ[0] >= 1) & (differ[1] <= MOST_APART) & says)
