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
        items, duties = self._sorted
        start, end = items.searchsorted((concept, concept + 1))
        return duties[start:end]

    @cached_property
    def _sorted(self) -> tuple[Ints, Ints]:
        """All terms, rising, and the duty of each."""
        objects = self._objects
        order = np.argsort(objects.items)
        return objects.items[order], np.repeat(np.arange(len(objects)), objects.sizes)[order]
