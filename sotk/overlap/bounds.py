"""How high the score of two duties can be, from cheap to dear, so that most pairs are never compared.

First what both speak of and what their objects could add, then their units and actions, then what speaks
against them. No bound is below the score: a pair that is given up scores less than was asked for.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist, inf, log

from sotk.overlap.contrast import UNDECLARED, opposed
from sotk.overlap.features import ACTION_SHARE, MUCH, NO_ACTION, SPEAKING
from sotk.overlap.meetings import NOTHING, Could, Met
from sotk.overlap.model import MOST, weights
from sotk.overlap.steps import gap
from sotk.overlap.values import Reading
from sotk.overlap.vectors import UNKNOWN, Vector, topic

ROUNDED = 0.00006
"""Scores are rounded to four digits: so much below the threshold may still be rounded up to it."""
OBJECTS = frozenset({"all_low", "all_high", "cover_low", "phrase", "best_term", "met", "unknown"})
"""Numbers that cannot exceed what the objects that could meet would give."""
CHEAP = frozenset({"topic", "concern", "action", "stage_gap"})
"""Numbers found as they are."""


@dataclass(frozen=True, slots=True)
class Known:
    """A reading with what bounds need of it, found once."""

    reading: Reading
    topic: Vector
    about: Vector
    named: Vector
    deeds: frozenset[str]
    said: float
    """The weight of all objects."""
    done: float
    """That of all deeds, as far as it counts."""
    unknown: float
    """The share of the objects that the lexicon does not hold."""

    @classmethod
    def of(cls, reading: Reading) -> "Known":
        said = sum(reading.object_weights)
        return cls(
            reading,
            topic(reading.speaks),
            topic(reading.about),
            topic(reading.named),
            frozenset([term.concept for term in reading.deeds]),
            said,
            ACTION_SHARE * sum(reading.deed_weights),
            sum(reading.unknown_weights) / said if said else 0.0,
        )


class Bounds:
    """Tells pairs that can score at least `threshold`."""

    def __init__(self, threshold: float) -> None:
        intercept, self._weight = weights()
        self._worth = defaultdict(float, self._weight)
        """Of what is found as it is."""
        self._most = defaultdict(float, {name: max(0.0, each) for name, each in self._weight.items()})
        """Of what is hoped for."""
        self._hoped = {name: each * MOST.get(name, 1.0) for name, each in self._most.items()}
        unseen = sum(each for name, each in self._hoped.items() if name not in OBJECTS | CHEAP)
        self._always = intercept + unseen
        self._uncoded = UNDECLARED * self._worth["code"] - self._most["code"]
        self._further = self._most["concern"] + self._most["action"]
        self._least = _logit(threshold - ROUNDED)

    def hopeful(self, one: Known, others: Sequence[Known], met: Met, places: Iterable[int]) -> Iterator[int]:
        """The places of those that can score so much with this one, with what opposes the two."""
        least, said, code = self._least, one.reading.said, one.reading.code
        for at in places:
            other = others[at]
            if other.reading.said == said:
                yield at
                continue
            coded = 0.0 if code and other.reading.code else self._uncoded
            hope = self._always + self._worth["topic"] * _agreement(one.topic, other.topic)
            hope += self._of_objects(one, other, met.get(at))
            if hope + coded + self._further < least:
                continue
            hope += self._of_units_and_deeds(one, other)
            if hope + coded < least:
                continue
            if hope + self._against(opposed(one.reading, other.reading)) >= least:
                yield at

    def _of_objects(self, one: Known, other: Known, met: tuple[Could, Could] | None) -> float:
        mine, theirs = met or (NOTHING, NOTHING)
        most = self._most
        low, high = _whole(one, mine), _whole(other, theirs)
        if low > high:
            low, high = high, low
        hope = most["all_low"] * low + most["all_high"] * high
        hope += most["unknown"] * min(one.unknown, other.unknown)
        if met:
            hope += most["cover_low"] * min(mine.mass / one.said, theirs.mass / other.said) + most["phrase"]
            hope += most["best_term"] * max(mine.best, theirs.best)
            hope += most["met"] * min(mine.mass, theirs.mass, MUCH) / MUCH
        return hope

    def _of_units_and_deeds(self, one: Known, other: Known) -> float:
        worth = self._worth
        concern = _agreement(one.about, other.named) + _agreement(other.about, one.named)
        return (
            worth["concern"] * concern / 2
            + worth["action"] * _action(one.deeds, other.deeds)
            + worth["stage_gap"] * _gap(one.reading.sorts, other.reading.sorts)
        )

    def _against(self, numbers: Mapping[str, float]) -> float:
        """What these numbers change in a hope that had them all at their best."""
        return sum(
            [
                self._weight[name] * value - self._hoped[name]
                for name, value in numbers.items()
                if name in self._weight
            ]
        )


_gap = lru_cache(maxsize=20_000)(gap)


def _agreement(left: Vector, right: Vector) -> float:
    """`vectors.agreement`, by the distance of the ends of two vectors of unit length, which is found sooner."""
    if not left or not right:
        return UNKNOWN
    return 1.0 - dist(left, right) ** 2 / 2


def _whole(one: Known, met: Could) -> float:
    return (met.mass + one.done) / max(one.said + one.done, SPEAKING)


def _action(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / min(len(left), len(right)) if left and right else NO_ACTION


def _logit(score: float) -> float:
    return -inf if score <= 0 else inf if score >= 1 else log(score / (1 - score))
