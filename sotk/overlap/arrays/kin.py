"""Kinship of concepts as a matrix: only terms of the lexicon, their words and wider terms are kin to others.

The lexicon has thousands of terms, the duties of an agency some hundreds: a row is filled when its concept
is first met. Kinship is held in thousandths, two bytes each.
"""

from collections import defaultdict
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sotk.overlap.arrays.ragged import Floats, Ints
from sotk.overlap.kinship import kinship, reach
from sotk.overlap.lexicon import lexicon

THOUSAND = 1000


class Kin:
    """The kinship of any two concepts that were met; those beyond `places` are kin to themselves only."""

    def __init__(self) -> None:
        names = _with_kin()
        self.places = {name: at for at, name in enumerate(names)}
        self._thousandths = np.zeros((len(names) + 1, len(names) + 1), dtype=np.uint16)
        self._met: set[str] = set()
        self._meeting: defaultdict[str, list[str]] = defaultdict(list)

    def meet(self, name: str) -> None:
        """Fill in the kinship of a concept to those met before."""
        if name in self._met or name not in self.places:
            return
        self._met.add(name)
        row = self.places[name]
        lists = [self._meeting[part] for part in _meets_by(name)]
        others = list(set().union(*lists))
        if others:
            columns = [self.places[other] for other in others]
            near = [round(kinship(name, other) * THOUSAND) for other in others]
            self._thousandths[row, columns] = self._thousandths[columns, row] = near
        for each in lists:
            each.append(name)
        self._thousandths[row, row] = THOUSAND

    def between(self, left: Ints, right: Ints) -> Floats:
        """The kinship of each concept with the one beside it."""
        last = len(self.places)
        flat = np.minimum(left, last) * (last + 1) + np.minimum(right, last)
        found = self._thousandths.ravel()[flat] / float(THOUSAND)
        found[left == right] = 1.0
        return np.asarray(found)

    def row(self, concept: int) -> NDArray[np.float32]:
        """The kinship of every concept with this one; the last is that of those without kin."""
        last = len(self.places)
        if concept >= last:
            return np.zeros(last + 1, dtype=np.float32)
        return np.asarray(self._thousandths[concept] * np.float32(1 / THOUSAND))

    def of(self, concept: int) -> list[tuple[int, np.float32]]:
        """The concepts that are kin to this one and how near each is, the nearest last."""
        row = self._thousandths[concept]
        others = np.flatnonzero(row)
        others = others[np.argsort(row[others], kind="stable")]
        near = row[others] * np.float32(1 / THOUSAND)
        return list(zip(others.tolist(), near, strict=True))


@cache
def kin() -> Kin:
    """Of the lexicon."""
    return Kin()


def _with_kin() -> list[str]:
    names: dict[str, None] = {}
    for concept in lexicon().concepts:
        for name in (concept, *lexicon().ancestors(concept)):
            names |= dict.fromkeys((name, *name.split()))
    return list(names)


def _meets_by(name: str) -> frozenset[str]:
    """Words and wider terms; of an action its stage, for actions of one stage are kin."""
    concept = lexicon().concepts.get(name)
    return frozenset({f"*stage {concept.stage}"}) if concept and concept.stage else reach(name)
