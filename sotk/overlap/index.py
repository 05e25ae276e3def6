"""All pairs among many duties without looking at all pairs.

Candidates share a telling term: an inverted index over concepts, their wider terms and stems, each
rarest terms first and no further than a fixed number of places, so that common terms cost nothing. A
candidate must share a part of the lighter side's weight before the exact comparison is made. Time and memory grow with
the number of duties, not with its square; what is lost are pairs whose only common words are everywhere.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sotk.overlap.found import Overlap
from sotk.overlap.judge import likeness
from sotk.overlap.lexicon import lexicon
from sotk.overlap.reading import read
from sotk.overlap.values import Reading, Statement

MOST_LOOKED_AT = 600
"""Places read off the posting lists for one duty, rarest terms first."""
MOST_CANDIDATES = 20
FLOOR = 0.45
"""The part of the lighter duty's weight a candidate must share."""
MUCH_WORK = 150_000
"""Candidates of all duties together: a small set is searched much deeper than the least bounds ask."""
NO_PAIR = -1.0
WIDER_SHARE = 0.6
ACTION_SHARE = 0.5


class Index:
    """Duties ready to be searched. `replace` keeps it current; places stay what they were."""

    def __init__(self) -> None:
        self._statements: list[Statement] = []
        self._readings: list[Reading] = []
        self._keys: list[dict[str, float]] = []
        self._weights: list[float] = []
        self._postings: defaultdict[str, set[int]] = defaultdict(set)

    @classmethod
    def build(cls, statements: Sequence[Statement]) -> "Index":
        index = cls()
        for statement in statements:
            index.add(statement)
        return index

    def add(self, statement: Statement) -> int:
        """Take in one more duty; its place."""
        at = len(self._statements)
        self._statements.append(statement)
        self._readings.append(read(statement))
        self._keys.append({})
        self._weights.append(1.0)
        self._enter(at)
        return at

    @property
    def statements(self) -> tuple[Statement, ...]:
        return tuple(self._statements)

    def pairs(self, threshold: float = 0.5, limit: int | None = None) -> list[Overlap]:
        """Pairs of different units scored at least `threshold`, surest first, delegations marked among them."""
        before: defaultdict[str, list[int]] = defaultdict(list)
        scored: list[tuple[float, int, int]] = []
        for j, keys in enumerate(self._keys):
            scored += ((self._score(i, j, threshold), i, j) for i in self._candidates(keys, before))
            for key in keys:
                before[key].append(j)
        found = sorted((one for one in scored if one[0] >= threshold), key=lambda one: (-one[0], one[1:]))
        return [self._overlap(i, j, score) for score, i, j in found[:limit]]

    def around(self, at: int, threshold: float = 0.5) -> list[Overlap]:
        """The overlaps of one duty of the index, surest first."""
        near = ((self._score(at, j, threshold), j) for j in self._candidates(self._keys[at]) if j != at)
        found = sorted((one for one in near if one[0] >= threshold), key=lambda one: (-one[0], one[1]))
        return [self._overlap(at, j, score) for score, j in found]

    def nearest(self, statement: Statement, limit: int = 10) -> list[Overlap]:
        """The duties likest to a statement that is not in the index: `i` is -1, `j` the place found."""
        reading = read(statement)
        near = ((likeness(reading, self._readings[j]), j) for j in self._candidates(_keys(reading)))
        best = sorted(near, key=lambda one: (-one[0], one[1]))[:limit]
        return [Overlap(-1, j, score, statement, self._statements[j]) for score, j in best]

    def replace(self, at: int, statement: Statement) -> None:
        """Put an edited duty in the place of the old one."""
        for key in self._keys[at]:
            self._postings[key].discard(at)
        self._statements[at] = statement
        self._readings[at] = read(statement)
        self._enter(at)

    def _enter(self, at: int) -> None:
        self._keys[at] = _keys(self._readings[at])
        self._weights[at] = sum(self._keys[at].values()) or 1.0
        for key in self._keys[at]:
            self._postings[key].add(at)

    def _overlap(self, i: int, j: int, score: float) -> Overlap:
        return Overlap(i, j, score, self._statements[i], self._statements[j])

    def _score(self, i: int, j: int, threshold: float) -> float:
        if same_unit(self._statements[i], self._statements[j]):
            return NO_PAIR
        return likeness(self._readings[i], self._readings[j], threshold)

    def _candidates(
        self, keys: dict[str, float], postings: Mapping[str, Collection[int]] | None = None
    ) -> list[int]:
        """Places that share enough weight, those that share most first, bounded in number."""
        shared: defaultdict[int, float] = defaultdict(float)
        looked_at, all_seen = 0, True
        candidates = max(MOST_CANDIDATES, MUCH_WORK // max(len(self._keys), 1))
        most_looked_at = candidates * MOST_LOOKED_AT // MOST_CANDIDATES
        postings = self._postings if postings is None else postings
        for size, key in sorted([(len(found), key) for key in keys if (found := postings.get(key))]):
            looked_at += size
            if shared and looked_at > most_looked_at:
                all_seen = False
                break
            weight = keys[key]
            for at in postings[key]:
                shared[at] += weight
        most = sorted([(weight, -at) for at, weight in shared.items()], reverse=True)[: candidates * 2]
        total, weights = sum(keys.values()), self._weights
        parts = [
            (weight / min(total, weights[-at]) if all_seen else self._common_part(keys, total, -at), at)
            for weight, at in most
        ]
        parts.sort(reverse=True)
        return [-at for part, at in parts[:candidates] if part >= FLOOR]

    def _common_part(self, keys: dict[str, float], total: float, at: int) -> float:
        """The part of the lighter duty's weight that both share."""
        other = self._keys[at]
        shared = 0.0
        for key, weight in keys.items():
            if key in other:
                shared += weight
        lighter = min(total, self._weights[at])
        return shared / lighter if lighter else 0.0


def same_unit(a: Statement, b: Statement) -> bool:
    """Duties of one unit are no overlap between units."""
    if a.path or b.path:
        return a.path == b.path
    return bool(a.unit) and a.unit == b.unit


def _keys(reading: Reading) -> dict[str, float]:
    words = lexicon()
    keys: dict[str, float] = {}
    for term in (*reading.objects, *reading.deeds):
        share = ACTION_SHARE if term in reading.deeds else 1.0
        found = {term.concept: term.weight}
        found |= {stem: words.weight(stem) for stem in term.stems if words.weight(stem) > 0}
        found |= dict.fromkeys(words.ancestors(term.concept), term.weight * WIDER_SHARE)
        for key, weight in found.items():
            keys[key] = max(keys.get(key, 0.0), share * weight)
    return keys
