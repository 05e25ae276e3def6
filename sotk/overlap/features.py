"""Two readings to numbers that say how far the parts agree. What the numbers are worth is the model's matter."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from sotk.overlap.lexicon import lexicon
from sotk.overlap.values import Reading, Term
from sotk.overlap.vectors import agreement, blend, likeness

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


def compare_readings(a: Reading, b: Reading) -> Comparison:
    """Every number of a pair; the same whichever comes first."""
    a_best, b_best = _matches(a.objects, b.objects)
    a_cover, b_cover = _cover(a.objects, a_best), _cover(b.objects, b_best)
    shared = tuple(
        (term, other) for term, (value, other) in zip(a.objects, a_best, strict=True) if other and value >= 0.5
    )
    only_a = tuple(t for t, (value, _) in zip(a.objects, a_best, strict=True) if value < 0.5)
    only_b = tuple(t for t, (value, _) in zip(b.objects, b_best, strict=True) if value < 0.5)
    action, shared_actions = _actions(a.actions, b.actions)
    clashes = tuple(_clashes(a.exclusive, b.exclusive))
    stage, stage_gap = _stages(a, b)
    house = float(a.housekeeping and b.housekeeping)
    body = _same_body(a, b)
    mass = min(sum(t.weight for t in a.objects), sum(t.weight for t in b.objects))
    met = sum(min(t.weight, o.weight) for t, o in shared)
    a_all, b_all = _content(a), _content(b)
    a_met, b_met = _matches(a_all, b_all)
    whole = sorted((_cover(a_all, a_met), _cover(b_all, b_met)))
    phrase, head = _phrases(a.objects, b.objects)
    numbers = {
        "all_low": whole[0],
        "all_high": whole[1],
        "phrase": phrase,
        "head": head,
        "field_gap": _field_gap(a.objects, b.objects),
        "unit_clash": float(any(True for _ in _clashes(a.unit_exclusive, b.unit_exclusive))),
        "cover_low": min(a_cover, b_cover),
        "cover_high": max(a_cover, b_cover),
        "best_term": max((value * term.weight for term, (value, _) in zip(a.objects, a_best, strict=True)), default=0.0),
        "met": min(met, 3.0) / 3.0,
        "action": action,
        "stage": stage,
        "stage_gap": stage_gap,
        "clash": min(len(clashes), 2) / 2,
        "mark_clash": float(_marks_clash(a.marks, b.marks)),
        "house": house * (1 - body),
        "house_one": float(a.housekeeping != b.housekeeping),
        "topic": agreement(a.topic, b.topic),
        "unit_topic": agreement(a.unit_topic, b.unit_topic),
        "rest_topic": agreement(_rest(only_a), _rest(only_b)) if only_a and only_b else 0.6,
        "sequence": float(_in_sequence(a, b)),
        "order_gap": float(a.operational != b.operational) * stage_gap,
        "code": _codes(a.code, b.code),
        "short": 1.0 / (1.0 + mass),
    }
    return Comparison(numbers, shared, only_a, only_b, shared_actions, clashes)


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
    return min(0.5, value - 0.3) if value >= LEARNED_FROM else 0.0


Best = list[tuple[float, Term | None]]


def _matches(a: tuple[Term, ...], b: tuple[Term, ...]) -> tuple[Best, Best]:
    a_best: Best = [(0.0, None)] * len(a)
    b_best: Best = [(0.0, None)] * len(b)
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            value = kinship(left.concept, right.concept)
            if value > a_best[i][0]:
                a_best[i] = (value, right)
            if value > b_best[j][0]:
                b_best[j] = (value, left)
    return a_best, b_best


def _cover(terms: tuple[Term, ...], best: Best) -> float:
    total = sum(term.weight for term in terms)
    return sum(t.weight * value for t, (value, _) in zip(terms, best, strict=True)) / total if total else 0.0


def _actions(a: tuple[Term, ...], b: tuple[Term, ...]) -> tuple[float, tuple[tuple[Term, Term], ...]]:
    left = {term.concept: term for term in a if not _carrying(term)}
    right = {term.concept: term for term in b if not _carrying(term)}
    if not left or not right:
        return 0.4, ()
    both = [(left[name], right[name]) for name in left if name in right]
    return len(both) / min(len(left), len(right)), tuple(both)


def _content(reading: Reading) -> tuple[Term, ...]:
    actions = {t.concept: replace(t, weight=t.weight * ACTION_SHARE) for t in reading.actions if not _carrying(t)}
    return (*reading.objects, *actions.values())


def _phrases(a: tuple[Term, ...], b: tuple[Term, ...]) -> tuple[float, float]:
    """The best likeness of two noun phrases, and of what two phrases are about."""
    best = about = 0.0
    for left in _groups(a):
        for right in _groups(b):
            left_best, right_best = _matches(left, right)
            value = (_cover(left, left_best) + _cover(right, right_best)) / 2
            best = max(best, value)
            about = max(about, kinship(left[0].concept, right[0].concept) * min(1.0, left[0].weight + 0.3))
    return best, about


def _field_gap(a: tuple[Term, ...], b: tuple[Term, ...]) -> float:
    """1 where both duties name their field (`di bidang ...`) and what the fields are about differs."""
    left = [term for term in a if term.field and term.head]
    right = [term for term in b if term.field and term.head]
    if not left or not right:
        return 0.0
    return 1.0 - max(kinship(x.concept, y.concept) for x in left for y in right)


def _groups(terms: tuple[Term, ...]) -> list[tuple[Term, ...]]:
    found: dict[int, list[Term]] = {}
    for term in terms:
        found.setdefault(term.group, []).append(term)
    return [tuple(group) for group in list(found.values())[:16]]


def _carrying(term: Term) -> bool:
    return lexicon().concepts[term.concept].stage == "carry"


def _stages(a: Reading, b: Reading) -> tuple[float, float]:
    """Likeness of stages, and how surely none of the stages of one is near one of the other."""
    left, right = a.stages - {"carry", ""}, b.stages - {"carry", ""}
    if not left or not right:
        return 0.5, 0.0
    common = len(left & right) / min(len(left), len(right))
    near = any(frozenset((x, y)) in CLOSE_STAGES for x in left for y in right)
    return common, 0.0 if left & right else 0.5 if near else 1.0


def _clashes(a: Groups, b: Groups) -> Iterable[str]:
    for group in sorted(a.keys() & b.keys()):
        if not a[group] & b[group]:
            yield group


def _marks_clash(a: frozenset[str], b: frozenset[str]) -> bool:
    kinds = {mark.split()[0] for mark in a} & {mark.split()[0] for mark in b}
    return any(not {m for m in a if m.startswith(kind)} & {m for m in b if m.startswith(kind)} for kind in kinds)


def _same_body(a: Reading, b: Reading) -> float:
    if not a.own or not b.own:
        return 0.0
    return len(a.own & b.own) / len(a.own | b.own)


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


def _rest(terms: tuple[Term, ...]) -> tuple[float, ...]:
    return blend({stem: term.weight for term in terms for stem in term.stems})
