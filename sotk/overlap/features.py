"""Two readings to numbers that say how far the parts agree. What the numbers are worth is the model's matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sotk.overlap.lexicon import lexicon
from sotk.overlap.values import Reading, Term
from sotk.overlap.vectors import agreement, likeness

CLOSE_STAGES = {
    frozenset(pair)
    for pair in (
        ("operate", "carry"), ("care", "operate"), ("care", "train"), ("care", "distribute"), ("build", "procure"),
        ("build", "maintain"), ("data", "supervise"), ("supervise", "enforce"), ("license", "supervise"),
        ("license", "determine"), ("policy", "planning"), ("distribute", "store"), ("distribute", "procure"),
        ("rescue", "care"), ("train", "facilitate"), ("supervise", "report"), ("transfer", "determine"),
        ("promote", "determine"), ("dismiss", "determine"), ("complaint", "data"), ("care", "complaint"),
        ("prevent", "train"), ("respond", "care"), ("operate", "maintain"), ("planning", "data"),
        ("enforce", "respond"), ("procure", "care"), ("operate", "supervise"),
    )
}  # fmt: skip
LEARNED_FROM = 0.62
ACTION_SHARE = 0.6
"""An action counts for the content of a duty, less than its object."""
CARRYING = frozenset({"carry", ""})
"""Carrying out, giving, managing: no step of its own."""
MEETS = 0.5
"""Two terms this near are taken to speak of one thing."""
SPEAKING = 0.9
"""A noun phrase of less weight than this says too little to make two duties alike."""
Groups = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Comparison:
    """The numbers of a pair by name, and what met what, for the explanation."""

    numbers: dict[str, float]
    shared: tuple[tuple[Term, Term], ...]
    only_a: tuple[Term, ...]
    only_b: tuple[Term, ...]
    shared_actions: tuple[tuple[Term, Term], ...]
    clashes: tuple[str, ...]


def opposed(a: Reading, b: Reading) -> dict[str, float]:
    """The numbers that speak against a pair and cost little: many pairs are settled by them alone."""
    return {
        "unit_clash": float(bool(_clashes(a.unit_exclusive, b.unit_exclusive))),
        "clash": min(len(_clashes(a.exclusive, b.exclusive)), 2) / 2,
        "mark_clash": float(_marks_clash(a.marks, b.marks) or _denies(a, b) or _denies(b, a)),
        "house": float(a.housekeeping and b.housekeeping) * (1 - _same_body(a, b)),
        "house_one": float(a.housekeeping != b.housekeeping),
        "sequence": float(_in_sequence(a, b)),
        "step_hint": float(a.cues != b.cues and not _in_sequence(a, b)),
        "breadth": min(len(a.groups), len(b.groups), 8) / 8,
        "oversight": float(a.oversight != b.oversight),
        "code": _codes(a.code, b.code),
    }


def compare_readings(a: Reading, b: Reading) -> Comparison:
    """Every number of a pair; the same whichever comes first."""
    near = [[kinship(x.concept, y.concept) for y in b.objects] for x in a.objects]
    far = [list(column) for column in zip(*near, strict=True)] or [[] for _ in b.objects]
    a_best, b_best = [max(row, default=0.0) for row in near], [max(row, default=0.0) for row in far]
    shared = tuple((a.objects[i], b.objects[near[i].index(v)]) for i, v in enumerate(a_best) if v >= MEETS)
    only_a = tuple(t for t, v in zip(a.objects, a_best, strict=True) if v < MEETS)
    only_b = tuple(t for t, v in zip(b.objects, b_best, strict=True) if v < MEETS)
    action, shared_actions = _actions(a, b)
    stage_gap = _stage_gap(a, b)
    phrase, narrowed = _phrase(a, b, near)
    whole = sorted((_whole(a, b, a_best), _whole(b, a, b_best)))
    numbers = opposed(a, b) | {
        "all_low": whole[0],
        "all_high": whole[1],
        "phrase": phrase,
        "narrowed": narrowed,
        "field_gap": _field_gap(a.objects, b.objects, near),
        "cover_low": min(_cover(a.objects, a_best), _cover(b.objects, b_best)),
        "best_term": max(_best_term(a.objects, a_best), _best_term(b.objects, b_best)),
        "met": min(sum(min(t.weight, o.weight) for t, o in shared), 3.0) / 3.0,
        "action": action,
        "stage_gap": stage_gap,
        "divided": float(_named_after(a, b, only_a) and _named_after(b, a, only_b)),
        "topic": agreement(a.topic, b.topic),
        "order_gap": float(a.operational != b.operational) * stage_gap,
    }
    numbers["parallel"] = numbers["unit_clash"] * numbers["cover_low"]
    numbers["parallel_house"] = numbers["house"] * numbers["cover_low"]
    numbers["parallel_field"] = numbers["field_gap"] * numbers["cover_low"]
    return Comparison(numbers, shared, only_a, only_b, shared_actions, _clashes(a.exclusive, b.exclusive))


@lru_cache(maxsize=400_000)
def kinship(left: str, right: str) -> float:
    """How near two concepts are, 0 to 1: same 1, wider and narrower 0.7, siblings that exclude each other 0."""
    if left == right:
        return 1.0
    words = lexicon()
    if left[0] == "*" or right[0] == "*":
        one, two = words.concepts.get(left), words.concepts.get(right)
        return 0.5 if one and two and one.stage == two.stage else 0.0
    above, below = words.ancestors(left), words.ancestors(right)
    if right in above or left in below:
        return (0.0, 0.75, 0.55, 0.4)[above.get(right) or below.get(left) or 3]
    one, two = words.concepts.get(left), words.concepts.get(right)
    if one and two and one.excludes & two.excludes:
        return 0.0
    return max(_common_words(left, right), _learned(left, right))


def _common_words(left: str, right: str) -> float:
    words = lexicon()
    a, b = set(left.split()), set(right.split())
    if not a & b:
        return 0.0
    common = sum(words.weight(stem) for stem in a & b)
    every = sum(words.weight(stem) for stem in a | b)
    return 0.85 * common / every if every else 0.0


def _learned(left: str, right: str) -> float:
    if " " in left or " " in right:
        return 0.0
    value = likeness(left, right)
    return min(0.3, value - 0.3) if value >= LEARNED_FROM else 0.0


def _cover(terms: tuple[Term, ...], best: list[float]) -> float:
    total = sum(term.weight for term in terms)
    return sum(t.weight * value for t, value in zip(terms, best, strict=True)) / total if total else 0.0


def _whole(one: Reading, other: Reading, best: list[float]) -> float:
    """The share of all one duty says, objects and actions, that the other says too."""
    deeds = [(t, max((kinship(t.concept, o.concept) for o in other.deeds), default=0.0)) for t in one.deeds]
    total = sum(t.weight for t in one.objects) + ACTION_SHARE * sum(t.weight for t in one.deeds)
    met = sum(t.weight * v for t, v in zip(one.objects, best, strict=True))
    return (met + ACTION_SHARE * sum(t.weight * v for t, v in deeds)) / total if total else 0.0


def _best_term(terms: tuple[Term, ...], best: list[float]) -> float:
    return max((t.weight * value for t, value in zip(terms, best, strict=True)), default=0.0)


def _phrase(a: Reading, b: Reading, near: list[list[float]]) -> tuple[float, float]:
    """The best likeness of two noun phrases, and how far each of the two is narrowed to something else."""
    best = (0.0, 0.0)
    for start, end in a.groups:
        left = a.objects[start:end]
        for first, last in b.groups:
            part = [row[first:last] for row in near[start:end]]
            if max(map(max, part)) >= MEETS:
                best = max(best, _alike(left, b.objects[first:last], part), key=lambda one: one[0])
    return best


def _alike(left: tuple[Term, ...], right: tuple[Term, ...], near: list[list[float]]) -> tuple[float, float]:
    one = _cover(left, [max(row) for row in near])
    two = _cover(right, [max(column) for column in zip(*near, strict=True)])
    mass = min(sum(t.weight for t in left), sum(t.weight for t in right))
    return (one + two) / 2 * min(1.0, mass / SPEAKING), min(1 - one, 1 - two)


def _field_gap(a: tuple[Term, ...], b: tuple[Term, ...], near: list[list[float]]) -> float:
    """1 where both duties name their field (`di bidang ...`) and what the fields are about differs."""
    left = [i for i, term in enumerate(a) if term.field and term.head]
    right = [j for j, term in enumerate(b) if term.field and term.head]
    if not left or not right:
        return 0.0
    if len(left) <= len(right):
        return 1.0 - sum(max(near[i][j] for j in right) for i in left) / len(left)
    return 1.0 - sum(max(near[i][j] for i in left) for j in right) / len(right)


def _actions(a: Reading, b: Reading) -> tuple[float, tuple[tuple[Term, Term], ...]]:
    if not a.deeds or not b.deeds:
        return 0.4, ()
    right = {term.concept: term for term in b.deeds}
    both = tuple((term, right[term.concept]) for term in a.deeds if term.concept in right)
    return len(both) / min(len(a.deeds), len(b.deeds)), both


def _named_after(one: Reading, other: Reading, only: tuple[Term, ...]) -> bool:
    """What sets the duty apart is what the unit is named after: the work is divided by that, not given twice."""
    own = one.names - other.names
    return any(stem in own for term in only for stem in term.stems)


def _stage_gap(a: Reading, b: Reading) -> float:
    """How surely no step of one duty is a step of the other: 1, or half where two steps are near."""
    left, right = a.stages - CARRYING, b.stages - CARRYING
    if not left or not right or left & right:
        return 0.0
    return 0.5 if any(frozenset((x, y)) in CLOSE_STAGES for x in left for y in right) else 1.0


def _clashes(a: Groups, b: Groups) -> tuple[str, ...]:
    if not a or not b:
        return ()
    return tuple(sorted(group for group in a.keys() & b.keys() if not a[group] & b[group]))


def _marks_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    kinds = {mark.split()[0] for mark in a} & {mark.split()[0] for mark in b}
    return any(not {m for m in a if m.startswith(kind)} & {m for m in b if m.startswith(kind)} for kind in kinds)


def _denies(one: Reading, other: Reading) -> bool:
    """One speaks of what is not X where the other speaks of X."""
    only = one.denied - other.denied
    return bool(only) and any(stem in only for term in other.objects for stem in term.stems)


def _same_body(a: Reading, b: Reading) -> float:
    """1 where both name one body they work for; a body named by its kind alone is each one's own."""
    return float(bool(a.own) and a.own == b.own)


def _in_sequence(a: Reading, b: Reading) -> bool:
    return ("before" in a.cues and "after" in b.cues) or ("after" in a.cues and "before" in b.cues)


def _codes(a: str, b: str) -> float:
    """Share of the levels two declared codes have in common; 0.3 where one declares none."""
    if not a or not b:
        return 0.3
    left, right = a.split("."), b.split(".")
    same = 0
    for x, y in zip(left, right, strict=False):
        if x != y:
            break
        same += 1
    return same / max(len(left), len(right))
