"""What duties speak of, as vectors: `vectors.topic` for many at once."""

from collections.abc import Sequence

import numpy as np

from sotk.overlap.arrays.ragged import Flags, Floats
from sotk.overlap.lexicon import lexicon
from sotk.overlap.vectors import DIMENSIONS, places, table

AT_ONCE = 4_000


def topics(speaks: Sequence[tuple[str, ...]]) -> tuple[Floats, Flags]:
    """A vector of unit length for each, and whether any of its stems is known; unknown ones are all 0."""
    found = np.zeros((len(speaks), DIMENSIONS))
    for start in range(0, len(speaks), AT_ONCE):
        _add(speaks[start : start + AT_ONCE], found[start : start + AT_ONCE])
    lengths = np.sqrt((found * found).sum(axis=1))
    known = lengths > 0
    found[known] /= lengths[known, None]
    return found, known


def _add(speaks: Sequence[tuple[str, ...]], found: Floats) -> None:
    weight, known = lexicon().weight, places()
    rows = [
        (at, known[stem], weight(stem)) for at, stems in enumerate(speaks) for stem in stems if stem in known
    ]
    if not rows:
        return
    owner, place, weights = map(np.array, zip(*rows, strict=True))
    vectors = np.frombuffer(table(), dtype=np.int8).reshape(-1, DIMENSIONS)[place] * weights[:, None]
    starts = np.flatnonzero(np.diff(owner, prepend=-1))
    found[owner[starts]] = np.add.reduceat(vectors, starts, axis=0)
