"""Which duties a concept is met by, and how nearly: the posting lists of the search."""

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sotk.overlap.arrays.kin import kin
from sotk.overlap.arrays.ragged import Ints
from sotk.overlap.arrays.table import Table

Singles = NDArray[np.float32]
Met = tuple[Ints, Singles]


class MetBy:
    """For a concept: the duties with a term that is kin to it, rising, and the kinship of the nearest of these."""

    def __init__(self, table: Table) -> None:
        self._objects = table.objects
        self._found: dict[int, Met] = {}

    def after(self, concept: int, first: int) -> Met:
        """The duties from `first` on, counted from there."""
        rows, kinship = self[concept]
        start = int(rows.searchsorted(first)) if first else 0
        return (rows[start:] - first, kinship[start:]) if first else (rows, kinship)

    def __getitem__(self, concept: int) -> Met:
        if concept not in self._found:
            with_kin = concept < len(kin().places)
            self._found[concept] = self._kin_to(concept) if with_kin else self._equal_to(concept)
        return self._found[concept]

    def _kin_to(self, concept: int) -> Met:
        best = np.zeros(len(self._objects), dtype=np.float32)
        for other, kinship in kin().of(concept):  # the nearest last, so that it stays
            best[self._holding(other)] = kinship
        some = np.flatnonzero(best)
        return some, best[some]

    def _equal_to(self, concept: int) -> Met:
        rows = np.sort(self._holding(concept))
        rows = rows[np.diff(rows, prepend=-1) > 0]
        return rows, np.ones(len(rows), dtype=np.float32)

    def _holding(self, concept: int) -> Ints:
        """The duties with this term, in no order, one as often as it has it."""
        duties, starts = self._sorted
        return duties[starts[concept] : starts[concept + 1]] if concept + 1 < len(starts) else duties[:0]

    @cached_property
    def _sorted(self) -> tuple[Ints, list[int]]:
        """The duty of each term, in the order of the terms, and where each term begins."""
        objects = self._objects
        duties = np.repeat(np.arange(len(objects)), objects.sizes)[np.argsort(objects.items)]
        counts = np.bincount(objects.items) if len(objects.items) else np.zeros(1, dtype=np.int64)
        return duties, [0, *np.cumsum(counts).tolist()]


class Looked:
    """The same as `MetBy`, found by a look at all terms: for one duty that costs less than to sort them."""

    def __init__(self, table: Table) -> None:
        self._objects = table.objects
        self._full = np.flatnonzero(table.objects.sizes)

    def after(self, concept: int, first: int) -> Met:
        objects = self._objects
        if not len(self._full):
            return self._full, np.zeros(0, dtype=np.float32)
        near = kin().row(concept)[np.minimum(objects.items, len(kin().places))]
        near[objects.items == concept] = 1.0
        best = np.maximum.reduceat(near, objects.offsets[self._full])
        some = np.flatnonzero((best > 0) & (self._full >= first))
        return self._full[some] - first, best[some]
