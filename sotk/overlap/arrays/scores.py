"""The scores of many pairs of duties at once, the same as `judge.likeness` gives for each."""

import numpy as np

from sotk.overlap.arrays.against import opposed
from sotk.overlap.arrays.agreement import cheap, common_name, divided, field_gap, shares, side
from sotk.overlap.arrays.estimate import SLACK
from sotk.overlap.arrays.meeting import Pairs
from sotk.overlap.arrays.phrase import phrase
from sotk.overlap.arrays.ragged import Flags, Floats, Ints
from sotk.overlap.arrays.table import Table
from sotk.overlap.arrays.vocabulary import Masks
from sotk.overlap.judge import AGAINST, ALL, SAME
from sotk.overlap.model import MOST, weights

Numbers = dict[str, Floats]
MEETINGS = 1_500_000
"""Pairs of terms looked at in one go: some hundred megabytes."""


def scores(
    a: Table, b: Table, pairs: Pairs, masks: Masks, threshold: float = 0.0, hoped: Floats | None = None
) -> Floats:
    """One score a pair, 0 to 1; 0 where it must be below the threshold.

    With `hoped`, what `Estimate` hopes of the objects of each pair, also 0 where that does not suffice.
    """
    found = np.zeros(len(pairs))
    for part in _parts(a, b, pairs):
        hope = None if hoped is None else hoped[part]
        found[part] = Scoring(a, b, pairs.only(part), masks, threshold, hope).scores()
    return found


def logit(score: float) -> float:
    return float(np.log(score / (1 - score))) if 0 < score < 1 else -np.inf if score <= 0 else np.inf


class Scoring:
    """Finds the numbers of a batch of pairs, the costly ones only for those that can still reach the threshold."""

    def __init__(
        self, a: Table, b: Table, pairs: Pairs, masks: Masks, threshold: float, hoped: Floats | None = None
    ) -> None:
        self._a, self._b, self._masks = a, b, masks
        self._hoped = hoped
        self._all = len(pairs)
        self._pairs = pairs
        self._at = np.arange(len(pairs))
        self._numbers: Numbers = {}
        self._least = logit(min(threshold, SAME))

    def scores(self) -> Floats:
        a, b = self._a, self._b
        self._learn(opposed(a, b, self._pairs, self._masks))
        self._learn(cheap(a, b, self._pairs))
        self._give_up_hopeless()
        left, right = side(a, b, self._pairs), side(b, a, self._pairs.turned)
        met = shares(left, right, len(self._pairs))
        met["divided"] = divided(a, b, self._pairs, left, right)
        self._learn(met)
        self._learn(dict(zip(("phrase", "narrowed"), phrase(a, b, self._pairs), strict=True)))
        self._learn({"field_gap": field_gap(a, b, self._pairs)})
        self._learn(self._parallel())
        return self._judged()

    def _learn(self, numbers: Numbers) -> None:
        """Keep the pairs that could still reach the threshold if all numbers yet unknown were at their best."""
        self._numbers |= numbers
        intercept, weight = weights()
        known = sum(
            (value * weight.get(name, 0.0) for name, value in self._numbers.items()),
            np.zeros(len(self._pairs)),
        )
        best = sum(
            w * MOST.get(name, 1.0) for name, w in weight.items() if w > 0 and name not in self._numbers
        )
        self._total = known + intercept
        self._keep(np.flatnonzero((self._total + best >= self._least) | self._alike()))

    def _give_up_hopeless(self) -> None:
        """With all but the objects known, those whose objects are not hoped to make up for it."""
        if self._hoped is not None:
            hopeful = self._total + self._hoped[self._at] >= self._least - SLACK
            self._keep(np.flatnonzero(hopeful | self._alike()))

    def _alike(self) -> Flags:
        """Pairs in the same words, which no number makes different work."""
        return np.asarray(self._a.said[self._pairs.left] == self._b.said[self._pairs.right])

    def _keep(self, kept: Ints) -> None:
        if len(kept) < len(self._pairs):
            self._pairs, self._at, self._total = self._pairs.only(kept), self._at[kept], self._total[kept]
            self._numbers = {name: value[kept] for name, value in self._numbers.items()}

    def _parallel(self) -> Numbers:
        known, cover = self._numbers, self._numbers["cover_low"]
        common = common_name(self._a, self._b, self._pairs)
        return {
            "parallel": known["unit_clash"] * cover,
            "parallel_twin": known["twin"] * cover,
            "parallel_house": known["house"] * cover,
            "parallel_stage": known["stage_gap"] * cover,
            "parallel_deed": known["deed_gap"] * cover,
            "parallel_field": known["field_gap"] * cover,
            "parallel_term": known["field_gap"] * known["best_term"],
            "parallel_unit": known["unit_clash"] * common,
            "parallel_divided": known["divided"] * common,
        }

    def _judged(self) -> Floats:
        value = 1.0 / (1.0 + np.exp(-np.clip(self._total, -30.0, 30.0)))
        found = np.zeros(self._all)
        found[self._at] = np.round(np.where(self._same_work(), np.maximum(value, SAME), value), 4)
        return found

    def _same_work(self) -> Flags:
        a, b, i, j = self._a, self._b, self._pairs.left, self._pairs.right
        same = (self._numbers["cover_low"] >= ALL) & (a.own[i] == b.own[j]) & (a.said[i] == b.said[j])
        for name in AGAINST:
            same &= self._numbers[name] == 0
        same &= (a.own[i] > 0) | ~(a.housekeeping[i] | b.housekeeping[j])
        return np.asarray(same & (a.objects.sizes[i] > 0) & (a.cues[i] == b.cues[j]))


def _parts(a: Table, b: Table, pairs: Pairs) -> list[Ints]:
    """The pairs in batches that look at about as many pairs of terms each."""
    work = 8 + a.objects.sizes[pairs.left] * b.objects.sizes[pairs.right]
    cuts = np.flatnonzero(np.diff(np.cumsum(work) // MEETINGS, prepend=0))
    return [each for each in np.split(np.arange(len(pairs)), cuts) if len(each)]
