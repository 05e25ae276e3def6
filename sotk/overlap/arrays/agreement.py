"""`features.py` for many pairs: how far the parts of two duties agree, as columns by the same names.

Cheap numbers first: most pairs are settled before the costly ones are found.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from sotk.overlap.arrays.against import common
from sotk.overlap.arrays.meeting import Met, Pairs, highest, nearest, total
from sotk.overlap.arrays.ragged import Flags, Floats, Ints, Ragged
from sotk.overlap.arrays.table import THOUSANDTHS, Table
from sotk.overlap.features import ACTION_SHARE, MEETS, MUCH, NAMED, NO_ACTION, SPEAKING
from sotk.overlap.steps import SORTS, gap
from sotk.overlap.vectors import UNKNOWN


@dataclass(frozen=True, slots=True)
class Side:
    """One duty of each pair against the other: how near its terms are met, and what it says in all."""

    met: Met
    deeds: Met
    weights: Floats
    deed_weights: Floats
    unknown: Floats


def cheap(a: Table, b: Table, pairs: Pairs) -> dict[str, Floats]:
    return {
        "topic": _agreement(a.topic, a.known, b.topic, b.known, pairs),
        "concern": _concern(a, b, pairs),
        "stage_gap": _stage_gap(a, b, pairs),
        "deed_gap": _deed_gap(a, b, pairs),
        "action": _action(a, b, pairs),
    }


def side(one: Table, other: Table, pairs: Pairs) -> Side:
    met = nearest(one.objects, other.objects, pairs)
    deeds = nearest(one.deeds, other.deeds, pairs)
    return Side(
        met,
        deeds,
        one.weights.items[met.place] / THOUSANDTHS,
        one.deed_weights.items[deeds.place] / THOUSANDTHS,
        one.unknown.items[met.place] / THOUSANDTHS,
    )


def shares(left: Side, right: Side, count: int) -> dict[str, Floats]:
    """What each duty says that the other says too."""
    covers = [_cover(each, count) for each in (left, right)]
    wholes = [_whole(each, count) for each in (left, right)]
    best = [highest(each.met.pair, each.weights * each.met.best, count) for each in (left, right)]
    mass = [total(each.met.pair, each.weights * (each.met.best >= MEETS), count) for each in (left, right)]
    return {
        "cover_low": np.minimum(*covers),
        "all_low": np.minimum(*wholes),
        "all_high": np.maximum(*wholes),
        "best_term": np.maximum(*best),
        "unknown": np.minimum(*(_unknown(each, count) for each in (left, right))),
        "met": np.minimum(np.minimum(*mass), MUCH) / MUCH,
    }


def divided(a: Table, b: Table, pairs: Pairs, left: Side, right: Side) -> Floats:
    """Both duties have something of their own that their units are named after."""
    both = _named_after(a, b, pairs, left) & _named_after(b, a, pairs.turned, right)
    return both.astype(np.float64)


def common_name(a: Table, b: Table, pairs: Pairs) -> Floats:
    shorter = np.minimum(a.names.sizes[pairs.left], b.names.sizes[pairs.right])
    return common(a.names, b.names, pairs) / np.maximum(shorter, 1)


def field_gap(a: Table, b: Table, pairs: Pairs) -> Floats:
    gap = np.zeros(len(pairs))
    asked = np.flatnonzero((a.fields.sizes[pairs.left] > 0) & (b.fields.sizes[pairs.right] > 0))
    if len(asked):
        some = pairs.only(asked)
        one, one_size = _fields_met(a, b, some)
        two, two_size = _fields_met(b, a, some.turned)
        shorter = np.where(one_size < two_size, one / one_size, two / two_size)
        even = (one + two) / (one_size + two_size)
        gap[asked] = 1.0 - np.where(one_size == two_size, even, shorter)
    return gap


def _agreement(left: Floats, left_known: Flags, right: Floats, right_known: Flags, pairs: Pairs) -> Floats:
    found = np.einsum("nd,nd->n", left[pairs.left], right[pairs.right])
    return np.where(left_known[pairs.left] & right_known[pairs.right], found, UNKNOWN)


def _concern(a: Table, b: Table, pairs: Pairs) -> Floats:
    one = _agreement(a.about, a.about_known, b.named, b.named_known, pairs)
    other = _agreement(b.about, b.about_known, a.named, a.named_known, pairs.turned)
    return (one + other) / 2


def _stage_gap(a: Table, b: Table, pairs: Pairs) -> Floats:
    return _gaps()[a.sorts[pairs.left], b.sorts[pairs.right]]


def _deed_gap(a: Table, b: Table, pairs: Pairs) -> Floats:
    one, other = a.deeds_named[pairs.left], b.deeds_named[pairs.right]
    apart = (one != 0) & (other != 0) & (one & b.deeds_alike[pairs.right] == 0)
    return np.asarray(apart, dtype=np.float64)


@cache
def _gaps() -> Floats:
    """`steps.gap` of every set of sorts with every other, the sets as bits of a number."""
    count = 1 << len(SORTS)
    found = np.full((count, count), np.inf)
    for at, one in enumerate(SORTS):
        for beside, other in enumerate(SORTS):
            found[1 << at, 1 << beside] = gap(frozenset({one}), frozenset({other}))
    singles = 1 << np.arange(len(SORTS))
    for several in range(1, count):
        rest = several & (several - 1)
        found[several, singles] = np.minimum(found[several & -several, singles], found[rest, singles])
    for several in range(1, count):
        rest = several & (several - 1)
        np.minimum(found[:, several & -several], found[:, rest], out=found[:, several])
    return np.asarray(np.where(np.isinf(found), 0.0, found))


def _action(a: Table, b: Table, pairs: Pairs) -> Floats:
    fewer = np.minimum(a.deeds.sizes[pairs.left], b.deeds.sizes[pairs.right])
    same = common(a.sorted_deeds, b.sorted_deeds, pairs)
    everywhere = np.where(fewer > 0, same / np.maximum(fewer, 1), NO_ACTION)
    one, other = a.field_deeds.sizes[pairs.left], b.field_deeds.sizes[pairs.right]
    fields = (a.fields.sizes[pairs.left] > 0) & (b.fields.sizes[pairs.right] > 0) & (one + other > 0)
    in_fields = common(a.field_deeds, b.field_deeds, pairs) / np.maximum(np.minimum(one, other), 1)
    return np.where(fields, in_fields, everywhere)


def _cover(one: Side, count: int) -> Floats:
    return _part(
        total(one.met.pair, one.weights * one.met.best, count), total(one.met.pair, one.weights, count)
    )


def _unknown(one: Side, count: int) -> Floats:
    unmet = total(one.met.pair, one.unknown * (1.0 - one.met.best), count)
    return _part(unmet, total(one.met.pair, one.weights, count))


def _whole(one: Side, count: int) -> Floats:
    said = total(one.met.pair, one.weights, count)
    said += ACTION_SHARE * total(one.deeds.pair, one.deed_weights, count)
    met = total(one.met.pair, one.weights * one.met.best, count)
    met += ACTION_SHARE * total(one.deeds.pair, one.deed_weights * one.deeds.best, count)
    return met / np.maximum(said, SPEAKING)


def _part(some: Floats, whole: Floats) -> Floats:
    return np.divide(some, whole, out=np.zeros_like(some), where=whole > 0)


def _named_after(one: Table, other: Table, pairs: Pairs, met: Side) -> Flags:
    objects = _unmet(one.apart, one.apart_of, other, pairs, met.met, NAMED)
    return objects | _unmet(one.apart_deeds, one.apart_deeds_of, other, pairs, met.deeds, 1.0)


def _unmet(stems: Ragged, of: Ragged, other: Table, pairs: Pairs, met: Met, least: float) -> Flags:
    """Terms holding a stem of the own unit's name, which the other's name has not, and met by less than that."""
    pair, place = stems.rows(pairs.left)
    first = np.searchsorted(met.pair, pair)
    far = met.best[first + of.items[place]] < least
    far &= ~other.names.holds(pairs.right[pair], stems.items[place])
    return np.bincount(pair[far], minlength=len(pairs)) > 0


def _fields_met(one: Table, other: Table, pairs: Pairs) -> tuple[Floats, Ints]:
    """How near the other's fields come to those of one, summed, and how many these are."""
    count = len(pairs)
    objects = nearest(one.fields, other.fields, pairs)
    deeds = nearest(one.field_deeds, other.field_deeds, pairs)
    size = one.fields.sizes[pairs.left] + one.field_deeds.sizes[pairs.left]
    return total(objects.pair, objects.best, count) + total(deeds.pair, deeds.best, count), size
