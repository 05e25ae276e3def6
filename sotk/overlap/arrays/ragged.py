"""Lists of different length, one for each duty, in one flat array; and what is asked of them for many pairs."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Ragged:
    """`items[offsets[n] : offsets[n + 1]]` is the list of duty `n`."""

    offsets: Ints
    items: Ints

    @classmethod
    def of(cls, rows: Sequence[Sequence[int]]) -> "Ragged":
        offsets = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum([len(row) for row in rows], out=offsets[1:])
        return cls(offsets, np.array([item for row in rows for item in row], dtype=np.int64))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def sizes(self) -> Ints:
        return np.diff(self.offsets)

    def rows(self, at: Ints) -> tuple[Ints, Ints]:
        """The lists of the duties `at`, one after the other: whose each item is (by place in `at`), and where."""
        sizes = self.offsets[at + 1] - self.offsets[at]
        return np.repeat(np.arange(len(at)), sizes), spread(self.offsets[at], sizes)

    def holds(self, at: Ints, items: Ints) -> Flags:
        """Whether the list of each duty `at` holds the item beside it."""
        return np.asarray(self.places(at, items) >= 0)

    def places(self, at: Ints, items: Ints) -> Ints:
        """Where in `items` the list of each duty `at` holds the item beside it, -1 where it does not."""
        found = np.full(len(at), -1)
        asked, place = self.rows(at)
        same = np.flatnonzero(self.items[place] == items[asked])
        found[asked[same]] = place[same]
        return found

    def replaced(self, at: int, row: "Ragged") -> "Ragged":
        """The same with the only list of `row` in the place of the list at `at`."""
        start, end = self.offsets[at : at + 2]
        offsets = self.offsets.copy()
        offsets[at + 1 :] += len(row.items) - (end - start)
        return Ragged(offsets, np.concatenate([self.items[:start], row.items, self.items[end:]]))

    @classmethod
    def joined(cls, parts: Sequence["Ragged"]) -> "Ragged":
        """The lists of all parts, one part after the other."""
        sizes = np.concatenate([part.sizes for part in parts])
        offsets = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(sizes)])
        return cls(offsets, np.concatenate([part.items for part in parts]))


def spread(starts: Ints, sizes: Ints) -> Ints:
    """`range(start, start + size)` of each, one after the other."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    return np.arange(total) + np.repeat(starts - ends + sizes, sizes)
