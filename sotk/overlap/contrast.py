"""What speaks against two duties being the same work, as numbers that cost little to find."""

from collections.abc import Mapping

from sotk.overlap.values import Reading

Groups = Mapping[str, frozenset[str]]
MOST_GROUPS = 8
UNDECLARED = 0.3
"""The number for codes where one duty declares none."""


def opposed(a: Reading, b: Reading) -> dict[str, float]:
    """The numbers against a pair; many pairs are settled by them alone."""
    in_sequence = _in_sequence(a.cues, b.cues)
    return {
        "unit_clash": float(bool(clashes(a.unit_exclusive, b.unit_exclusive))),
        "clash": min(len(clashes(a.exclusive, b.exclusive)), 2) / 2,
        "mark_clash": float(_other_marks(a.marks, b.marks) or _denies(a, b) or _denies(b, a)),
        "house": float(a.housekeeping and b.housekeeping and not _one_body(a, b)),
        "house_one": float(a.housekeeping != b.housekeeping),
        "sequence": float(in_sequence),
        "step_hint": float(a.cues != b.cues and not in_sequence),
        "breadth": min(len(a.groups), len(b.groups), MOST_GROUPS) / MOST_GROUPS,
        "oversight": float(a.oversight != b.oversight),
        "code": _common_levels(a.code, b.code),
    }


def clashes(a: Groups, b: Groups) -> tuple[str, ...]:
    """The groups of exclusive terms of which each side names one the other does not."""
    if not a or not b:
        return ()
    return tuple(sorted(group for group in a.keys() & b.keys() if not a[group] & b[group]))


def _other_marks(a: frozenset[str], b: frozenset[str]) -> bool:
    kinds = {mark.split()[0] for mark in a} & {mark.split()[0] for mark in b}
    return any(not {m for m in a & b if m.split()[0] == kind} for kind in kinds)


def _denies(one: Reading, other: Reading) -> bool:
    """One speaks of what is not X where the other speaks of X."""
    only = one.denied - other.denied
    return bool(only) and any(stem in only for term in other.objects for stem in term.stems)


def _one_body(a: Reading, b: Reading) -> bool:
    """Both name one body they work for; a body named by its kind alone is each one's own."""
    return bool(a.own) and a.own == b.own


def _in_sequence(a: frozenset[str], b: frozenset[str]) -> bool:
    return ("before" in a and "after" in b) or ("after" in a and "before" in b)


def _common_levels(a: str, b: str) -> float:
    """The share of the levels two declared codes have in common."""
    if not a or not b:
        return UNDECLARED
    left, right = a.split("."), b.split(".")
    same = next(
        (at for at, (x, y) in enumerate(zip(left, right, strict=False)) if x != y), min(len(left), len(right))
    )
    return same / max(len(left), len(right))
