"""`contrast.opposed` for many pairs: what speaks against them, as columns by the same names."""

import numpy as np

from sotk.overlap.arrays.meeting import Pairs
from sotk.overlap.arrays.ragged import Flags, Floats, Ints, Ragged
from sotk.overlap.arrays.table import Table
from sotk.overlap.arrays.twins import twins
from sotk.overlap.arrays.vocabulary import Masks
from sotk.overlap.contrast import (
    CLASHES,
    MOST_GROUPS,
    OTHER_PROGRAM,
    PROGRAM,
    SAME_ACTIVITY,
    SAME_PROGRAM,
    SUB_ACTIVITY,
    UNDECLARED,
)  # fmt: skip

BEFORE_AND_AFTER = 3


def opposed(a: Table, b: Table, pairs: Pairs, masks: Masks) -> dict[str, Floats]:
    """`masks` are those of the groupings both tables are made with."""
    i, j = pairs.left, pairs.right
    in_sequence = (a.cues[i] ^ b.cues[j] == BEFORE_AND_AFTER) & (a.cues[i] > 0) & (b.cues[j] > 0)
    house, other_house = a.housekeeping[i], b.housekeeping[j]
    one_body = (a.own[i] > 0) & (a.own[i] == b.own[j])
    executors = a.operational[i] & b.operational[j]
    numbers = {
        "unit_clash": masks.clashing(a.unit_exclusive[i], b.unit_exclusive[j]) > 0,
        "clash": np.array(CLASHES)[np.minimum(masks.clashing(a.exclusive[i], b.exclusive[j]), 2)],
        "twin": twins(a, b, pairs),
        "client_gap": _other_clients(a, b, pairs, masks),
        "site_gap": executors & (a.site[i] > 0) & (b.site[j] > 0) & (a.site[i] != b.site[j]),
        "order_gap": _other_phase(a, b, pairs),
        "mark_clash": (masks.clashing(a.marks[i], b.marks[j]) > 0)
        | _denies(a, b, pairs)
        | _denies(b, a, pairs.turned),
        "house": house & other_house & ~one_body,
        "house_one": house != other_house,
        "sequence": in_sequence,
        "presupposes": _presupposes(a, b, pairs),
        "step_hint": (a.cues[i] != b.cues[j]) & ~in_sequence,
        "breadth": np.minimum(np.minimum(a.phrases[i], b.phrases[j]), MOST_GROUPS) / MOST_GROUPS,
        "oversight": a.oversight[i] != b.oversight[j],
        "code": _common_levels(a, b, pairs),
    }
    return {name: np.asarray(values, dtype=np.float64) for name, values in numbers.items()}


def _other_clients(a: Table, b: Table, pairs: Pairs, masks: Masks) -> Flags:
    i, j = pairs.left, pairs.right
    declared = (a.clients.sizes[i] > 0) & (b.clients.sizes[j] > 0)
    gap = np.asarray(masks.clashing(a.served[i], b.served[j]) > 0)
    gap[declared] = common(a.clients, b.clients, pairs.only(declared)) == 0
    return gap


def common(left: Ragged, right: Ragged, pairs: Pairs) -> Ints:
    """How many items both lists of a pair hold."""
    pair, place = left.rows(pairs.left)
    held = right.holds(pairs.right[pair], left.items[place])
    return np.bincount(pair[held], minlength=len(pairs))


def _denies(one: Table, other: Table, pairs: Pairs) -> Flags:
    """One speaks of what is not X where the other speaks of X."""
    pair, place = one.denied.rows(pairs.left)
    there, stem = pairs.right[pair], one.denied.items[place]
    denied = other.stems.holds(there, stem) & ~other.denied.holds(there, stem)
    return np.bincount(pair[denied], minlength=len(pairs)) > 0


def _presupposes(a: Table, b: Table, pairs: Pairs) -> Flags:
    """One takes for given what the other makes, and they do no same thing."""
    met = (common(a.given, b.made, pairs) > 0) | (common(b.given, a.made, pairs.turned) > 0)
    return np.asarray(met & (common(a.governs, b.governs, pairs) == 0))


def _other_phase(a: Table, b: Table, pairs: Pairs) -> Flags:
    one, two = a.phases[pairs.left], b.phases[pairs.right]
    across = a.operational[pairs.left] != b.operational[pairs.right]
    return np.asarray(across & (one != 0) & (two != 0) & (one & two == 0))


def _common_levels(a: Table, b: Table, pairs: Pairs) -> Floats:
    found = np.full(len(pairs), UNDECLARED)
    levels, others = a.code_levels[pairs.left], b.code_levels[pairs.right]
    asked = np.flatnonzero((levels > 0) & (others > 0))
    if not len(asked):
        return found
    one, two = a.code[pairs.left[asked]], b.code[pairs.right[asked]]
    same = ((one == two) & (one > 0)).sum(axis=1)
    longer, shorter = np.maximum(levels, others)[asked], np.minimum(levels, others)[asked]
    found[asked] = np.select(
        [
            (same == longer) & (same >= SUB_ACTIVITY),
            same == longer,
            (same == shorter) & (same >= PROGRAM),
            same >= PROGRAM,
        ],
        [1.0, SAME_ACTIVITY, UNDECLARED, SAME_PROGRAM],
        OTHER_PROGRAM,
    )
    return found
