"""Kinship of concepts as a matrix: only terms of the lexicon, their words and wider terms are kin to others."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

import numpy as np

from sotk.overlap.arrays.ragged import Floats, Ints
from sotk.overlap.kinship import kinship, reach
from sotk.overlap.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Kin:
    """`matrix[x, y]` is the kinship of two concepts; the last row and column stand for all that have no kin."""

    places: dict[str, int]
    matrix: Floats

    def between(self, left: Ints, right: Ints) -> Floats:
        """The kinship of each concept with the one beside it. Numbers beyond `places` are kin to themselves only."""
        last = len(self.places)
        flat = np.minimum(left, last) * (last + 1) + np.minimum(right, last)
        found = self.matrix.ravel()[flat]
        found[left == right] = 1.0
        return np.asarray(found)


@cache
def kin() -> Kin:
    """Of the lexicon; some thousand pairs of concepts are kin."""
    names = _with_kin()
    places = {name: at for at, name in enumerate(names)}
    matrix = np.zeros((len(names) + 1, len(names) + 1))
    meeting: defaultdict[str, list[str]] = defaultdict(list)
    for name in names:
        for part in _meets_by(name):
            for other in meeting[part]:
                matrix[places[name], places[other]] = matrix[places[other], places[name]] = kinship(
                    name, other
                )
            meeting[part].append(name)
    matrix[range(len(names)), range(len(names))] = 1.0
    return Kin(places, matrix)


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
