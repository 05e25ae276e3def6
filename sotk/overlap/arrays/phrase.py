"""The best likeness of two noun phrases of a pair of duties, and how far each narrows the other."""

import numpy as np

from sotk.overlap.arrays.meeting import Near, Pairs, total
from sotk.overlap.arrays.ragged import Floats, Ints
from sotk.overlap.arrays.table import THOUSANDTHS, Table
from sotk.overlap.features import DIGITS, MEETS, SPEAKING


def phrase(a: Table, b: Table, pairs: Pairs) -> tuple[Floats, Floats]:
    """`features._phrase` for many pairs: likeness and narrowing of the likest two phrases of each."""
    blocks = a.phrases[pairs.left] * b.phrases[pairs.right]
    first = np.cumsum(blocks) - blocks
    count = int(blocks.sum())
    likeness, narrowed = np.zeros(len(pairs)), np.zeros(len(pairs))
    if not count:
        return likeness, narrowed
    width = b.phrases[pairs.right]
    one, one_mass, close = _covered(a, b, pairs, first, width, count, turned=False)
    two, two_mass, _ = _covered(b, a, pairs.turned, first, width, count, turned=True)
    pair = np.repeat(np.arange(len(pairs)), blocks)
    mass = np.minimum(one_mass, two_mass)
    alike = np.where(close, np.round((one + two) / 2 * np.minimum(1.0, mass / SPEAKING), DIGITS), 0.0)
    some = np.flatnonzero(blocks)
    likeness[some] = np.maximum.reduceat(alike, first[some])
    most = np.where(close & (alike == likeness[pair]), np.maximum(one, two), 0.0)
    narrowed[some] = 1.0 - np.maximum.reduceat(most, first[some])
    narrowed[likeness == 0.0] = 0.0
    return likeness, narrowed


def _covered(
    one: Table, other: Table, pairs: Pairs, first: Ints, width: Ints, count: int, *, turned: bool
) -> tuple[Floats, Floats, np.ndarray]:
    """For each two phrases: the part of one that the other covers, the weight of one, whether any term meets."""
    pair, place = one.objects.rows(pairs.left)
    inside = one.groups.items[place] >= 0
    pair, place = pair[inside], place[inside]
    near = Near.of(one.objects, other.objects, pairs, pair, place)
    row, group, high = _highs(near, other)
    at, mine = pair[row], one.groups.items[place[row]]
    block = first[at] + (group * width[at] + mine if turned else mine * width[at] + group)
    weight = one.weights.items[place[row]] / THOUSANDTHS
    mass = total(block, weight, count)
    covered = total(block, weight * high, count)
    part = np.divide(covered, mass, out=np.zeros(count), where=mass > 0)
    return part, mass, np.bincount(block[high >= MEETS], minlength=count) > 0


def _highs(near: Near, other: Table) -> tuple[Ints, Ints, Floats]:
    """For each term and phrase of the other duty: the term, the phrase, and how near the phrase comes."""
    group = other.groups.items[near.other]
    sizes = np.diff(near.starts, append=len(near.values))
    opens = np.diff(group, prepend=-2) != 0
    opens[near.starts] = True
    starts = np.flatnonzero(opens)
    high = np.maximum.reduceat(near.values, starts) if len(starts) else near.values
    row = np.repeat(near.full, sizes)[starts]
    kept = group[starts] >= 0
    return row[kept], group[starts][kept], high[kept]
