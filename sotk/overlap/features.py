"""Two readings to numbers that say how far the parts agree. What the numbers are worth is the model's matter.

Coverage is counted both ways: the share of what one duty says (by weight) that the other says too.
The higher share is large when one duty includes the other, both are when they are the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from sotk.overlap.contrast import clashes, opposed
from sotk.overlap.kinship import kinship, reach
from sotk.overlap.steps import gap
from sotk.overlap.values import Reading, Term
from sotk.overlap.vectors import agreement, topic

MEETS = 0.5
"""Two terms this near are taken to speak of one thing."""
NAMED = 0.8
"""A thing that a unit is named after is met by what comes this near: a wider term does not say it."""
SPEAKING = 0.9
"""A noun phrase, or a duty, of less weight than this says too little to make two duties alike."""
ACTION_SHARE = 0.6
"""An action counts for the content of a duty, less than its object."""
NO_ACTION = 0.4
"""The agreement of actions where one duty names none."""
DIGITS = 9
"""Phrases are ranked by likeness to so many digits, so that the order of a sum decides nothing."""
MUCH = 3.0
"""Shared weight beyond this makes a pair no surer."""
Near = list[list[float]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """The numbers of a pair by name, and what met what, for the explanation."""

    numbers: dict[str, float]
    shared: tuple[tuple[Term, Term], ...]
    only_a: tuple[Term, ...]
    only_b: tuple[Term, ...]
    shared_actions: tuple[tuple[Term, Term], ...]
    clashes: tuple[str, ...]


def compare_readings(a: Reading, b: Reading) -> Comparison:
    """The numbers of a pair, the same whichever comes first, and what they rest on."""
    near, a_best, b_best = _nearness(a, b)
    shared = tuple((a.objects[i], b.objects[near[i].index(v)]) for i, v in enumerate(a_best) if v >= MEETS)
    both = {term.concept: term for term in b.deeds}
    return Comparison(
        numbers=_numbers(a, b, near, a_best, b_best),
        shared=shared,
        only_a=_unmet(a, a_best),
        only_b=_unmet(b, b_best),
        shared_actions=tuple((term, both[term.concept]) for term in a.deeds if term.concept in both),
        clashes=clashes(a.exclusive | a.served, b.exclusive | b.served),
    )


def numbers_of(a: Reading, b: Reading) -> dict[str, float]:
    """The numbers alone."""
    return _numbers(a, b, *_nearness(a, b))


def _nearness(a: Reading, b: Reading) -> tuple[Near, list[float], list[float]]:
    none = [0.0] * len(b.objects)
    near = [
        none if reach(x.concept).isdisjoint(b.reach) else [kinship(x.concept, y.concept) for y in b.objects]
        for x in a.objects
    ]
    if not near or not b.objects:
        return near, [0.0] * len(a.objects), [0.0] * len(b.objects)
    return near, list(map(max, near)), list(map(max, zip(*near, strict=True)))


def _numbers(
    a: Reading,
    b: Reading,
    near: Near,
    a_best: list[float],
    b_best: list[float],
) -> dict[str, float]:
    numbers = opposed(a, b)
    phrase, narrowed = _phrase(a, b, near)
    whole = sorted((_whole(a, b, a_best), _whole(b, a, b_best)))
    cover_low = min(_cover(a.object_weights, a_best), _cover(b.object_weights, b_best))
    stage_gap = gap(a.sorts, b.sorts)
    deed_gap = _deed_gap(a, b)
    field_gap = _field_gap(a, b, near)
    best_term = max(_best_term(a, a_best), _best_term(b, b_best))
    divided = float(_named_after(a, b, a_best) and _named_after(b, a, b_best))
    return numbers | {
        "all_low": whole[0],
        "all_high": whole[1],
        "phrase": phrase,
        "narrowed": narrowed,
        "field_gap": field_gap,
        "cover_low": cover_low,
        "best_term": best_term,
        "met": min(_met(a, a_best), _met(b, b_best), MUCH) / MUCH,
        "action": _action(a, b),
        "stage_gap": stage_gap,
        "deed_gap": deed_gap,
        "divided": divided,
        "topic": agreement(topic(a.speaks), topic(b.speaks)),
        "concern": _concern(a, b),
        "unknown": min(_unknown(a, a_best), _unknown(b, b_best)),
        "parallel": numbers["unit_clash"] * cover_low,
        "parallel_twin": numbers["twin"] * cover_low,
        "parallel_house": numbers["house"] * cover_low,
        "parallel_stage": stage_gap * cover_low,
        "parallel_deed": deed_gap * cover_low,
        "parallel_field": field_gap * cover_low,
        "parallel_term": field_gap * best_term,
        "parallel_unit": numbers["unit_clash"] * _common_name(a, b),
        "parallel_divided": divided * _common_name(a, b),
    }


def _deed_gap(a: Reading, b: Reading) -> float:
    """1 where each names what it does, and no deed of one may be one of the other in other words."""
    return float(bool(a.deeds_named and b.deeds_named) and not a.deeds_named & b.deeds_alike)


def _concern(a: Reading, b: Reading) -> float:
    """How near what each duty is about comes to what the other's unit is set up for."""
    return (agreement(topic(a.about), topic(b.named)) + agreement(topic(b.about), topic(a.named))) / 2


def _unknown(one: Reading, best: Sequence[float]) -> float:
    """The share of a duty that no table knows and the other does not say: it may be the same in other words."""
    total = sum(one.object_weights)
    unmet = [1.0 - near for near in best]
    return sum(map(mul, one.unknown_weights, unmet)) / total if total else 0.0


def _cover(weights: Sequence[float], best: Sequence[float]) -> float:
    total = sum(weights)
    return sum(map(mul, weights, best)) / total if total else 0.0


def _whole(one: Reading, other: Reading, best: list[float]) -> float:
    """The share of all one duty says, objects and actions, that the other says too."""
    deeds = [max((kinship(t.concept, o.concept) for o in other.deeds), default=0.0) for t in one.deeds]
    total = sum(one.object_weights) + ACTION_SHARE * sum(one.deed_weights)
    met = sum(map(mul, one.object_weights, best)) + ACTION_SHARE * sum(map(mul, one.deed_weights, deeds))
    return float(met / max(total, SPEAKING))


def _best_term(one: Reading, best: list[float]) -> float:
    return max(map(mul, one.object_weights, best), default=0.0)


def _met(one: Reading, best: list[float]) -> float:
    return sum(weight for weight, value in zip(one.object_weights, best, strict=True) if value >= MEETS)


def _unmet(one: Reading, best: list[float], least: float = MEETS) -> tuple[Term, ...]:
    return tuple(term for term, value in zip(one.objects, best, strict=True) if value < least)


def _phrase(a: Reading, b: Reading, near: Near) -> tuple[float, float]:
    """The best likeness of two noun phrases, and how far each of the two is narrowed to something else."""
    best = (0.0, 0.0)
    for start, end in a.groups:
        rows = near[start:end]
        for first, last in b.groups:
            part = [row[first:last] for row in rows]
            highs = list(map(max, part))
            if max(highs) >= MEETS:
                one = _cover(a.object_weights[start:end], highs)
                two = _cover(b.object_weights[first:last], list(map(max, zip(*part, strict=True))))
                mass = min(sum(a.object_weights[start:end]), sum(b.object_weights[first:last]))
                likeness = round((one + two) / 2 * min(1.0, mass / SPEAKING), DIGITS)
                best = max(best, (likeness, max(one, two) - 1))
    return best[0], -best[1]


def _field_gap(a: Reading, b: Reading, near: Near) -> float:
    """1 where both duties name their field (`di bidang ...`) and what the fields are about differs.

    A field is about its objects and the deeds named in it; the deeds before it are the frame.
    """
    left, right = a.fields, b.fields
    if not left or not right:
        return 0.0
    x, y = ([t for t in one.deeds if t.field] for one in (a, b))
    by_left = [max(near[i][j] for j in right) for i in left] + _best_deeds(x, y)
    by_right = [max(near[i][j] for i in left) for j in right] + _best_deeds(y, x)
    one, other = sorted((by_left, by_right), key=len)
    if len(one) == len(other):
        return 1.0 - (sum(one) + sum(other)) / (2 * len(one))
    return 1.0 - sum(one) / len(one)


def _best_deeds(one: Sequence[Term], other: Sequence[Term]) -> list[float]:
    return [max((kinship(t.concept, o.concept) for o in other), default=0.0) for t in one]


def _action(a: Reading, b: Reading) -> float:
    """The share of common actions. Where both duties name fields, only those named in them: the rest is frame."""
    one, other = _deeds_in_field(a), _deeds_in_field(b)
    if a.fields and b.fields and (one or other):
        return len(one & other) / max(min(len(one), len(other)), 1)
    if not a.deeds or not b.deeds:
        return NO_ACTION
    common = {term.concept for term in a.deeds} & {term.concept for term in b.deeds}
    return len(common) / min(len(a.deeds), len(b.deeds))


def _deeds_in_field(one: Reading) -> set[str]:
    return {term.concept for term in one.deeds if term.field}


def _named_after(one: Reading, other: Reading, best: list[float]) -> bool:
    """What sets the duty apart is what the unit is named after: the work is divided by that, not given twice."""
    own = one.names - other.names
    return bool(own) and any(
        stem in own for term in (*_unmet(one, best, NAMED), *_other_deeds(one, other)) for stem in term.stems
    )


def _common_name(a: Reading, b: Reading) -> float:
    """The share of the shorter unit name that both names hold: divisions of one work by what their names add."""
    if not a.names or not b.names:
        return 0.0
    return len(a.names & b.names) / min(len(a.names), len(b.names))


def _other_deeds(one: Reading, other: Reading) -> list[Term]:
    known = {term.concept for term in other.deeds}
    return [term for term in one.deeds if term.concept not in known]
