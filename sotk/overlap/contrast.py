"""What speaks against two duties being the same work, as numbers that cost little to find."""

from collections.abc import Mapping, Sequence

from sotk.overlap.lexicon import CLIENTS
from sotk.overlap.values import Reading

Groups = Mapping[str, frozenset[str]]
MOST_GROUPS = 8
MOST_APART = 2
"""Words by which the names of two units that divide one work differ, at most."""
_BEFORE, _AFTER = frozenset({"before"}), frozenset({"after"})
CLASHES = (0.0, 0.8, 1.0)
"""The number for none, one, and more groups of exclusive terms; one is nearly enough."""
UNDECLARED = 0.3
"""The number for codes where one duty declares none."""
SAME_ACTIVITY = 0.45
"""For one activity: it has one policy owner and several executors, so it says little of itself."""
SAME_PROGRAM, OTHER_PROGRAM = 0.25, 0.0
SUB_ACTIVITY, PROGRAM = 6, 3
"""How many segments name a sub-activity and a program in the national nomenclature."""


def opposed(a: Reading, b: Reading) -> dict[str, float]:
    """The numbers against a pair; many pairs are settled by them alone."""
    in_sequence = _in_sequence(a.cues, b.cues)
    return {
        "unit_clash": float(bool(clashes(a.unit_exclusive, b.unit_exclusive))),
        "clash": CLASHES[min(len(_no_clients(clashes(a.exclusive, b.exclusive))), 2)],
        "twin": float(_twins(a, b)),
        "client_gap": float(_other_clients(a, b)),
        "site_gap": float(bool(a.site and b.site) and a.operational and b.operational and a.site != b.site),
        "order_gap": float(_other_phase(a, b)),
        "mark_clash": float(other_marks(a.marks, b.marks) or _denies(a, b) or _denies(b, a)),
        "house": float(a.housekeeping and b.housekeeping and not _one_body(a, b)),
        "house_one": float(a.housekeeping != b.housekeeping),
        "sequence": float(in_sequence),
        "presupposes": float(_presupposes(a, b)),
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


def other_marks(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether both are marked by the same kind of thing, and each by another one of it."""
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
    """One only before, the other only after; a duty that says both stands on either side."""
    return {a, b} == {_BEFORE, _AFTER}


def _twins(a: Reading, b: Reading) -> bool:
    """Units of one kind whose names differ in one place, by a word or two, and share a word that says something.

    Seksi Ternak Perah and Seksi Ternak Potong were set up to divide one work by that place.
    """
    left, right = a.built, b.built
    if left[:1] != right[:1]:
        return False
    start = _alike(left, right)
    end = min(_alike(left[::-1], right[::-1]), min(len(left), len(right)) - start)
    shared = {*left[1:start], *left[len(left) - end :]}
    differ = (len(left) - start - end, len(right) - start - end)
    return min(differ) >= 1 and max(differ) <= MOST_APART and not shared.isdisjoint(a.names & b.names)


def _alike(left: Sequence[str], right: Sequence[str]) -> int:
    """How many words two names have in common from their start on."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (x, y) in pairs if x != y), min(len(left), len(right)))


def _presupposes(a: Reading, b: Reading) -> bool:
    """One takes for given what the other makes, and they do no same thing: two steps of one process."""
    return a.governs.isdisjoint(b.governs) and not (a.given.isdisjoint(b.made) and b.given.isdisjoint(a.made))


def _no_clients(groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(group for group in groups if not group.startswith(CLIENTS))


def _other_clients(a: Reading, b: Reading) -> bool:
    """Each serves client groups that the other does not: as declared, else as named by duty or unit."""
    if a.clients and b.clients:
        return not a.clients & b.clients
    return bool(clashes(a.served, b.served))


def _other_phase(a: Reading, b: Reading) -> bool:
    """A unit that makes policy and one that carries out, and no phase given to both."""
    return a.operational != b.operational and bool(a.phases and b.phases) and not a.phases & b.phases


def _common_levels(a: str, b: str) -> float:
    """How near two declared codes are: 1 one sub-activity, less for one activity, 0 for other programs."""
    if not a or not b:
        return UNDECLARED
    left, right = a.split("."), b.split(".")
    same = next(
        (at for at, (x, y) in enumerate(zip(left, right, strict=False)) if x != y), min(len(left), len(right))
    )
    if same == len(left) == len(right):
        return 1.0 if same >= SUB_ACTIVITY else SAME_ACTIVITY
    if same == min(len(left), len(right)) and same >= PROGRAM:
        return UNDECLARED
    return SAME_PROGRAM if same >= PROGRAM else OTHER_PROGRAM
