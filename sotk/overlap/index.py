"""All pairs among many duties without looking at all pairs.

Candidates share a telling term: an inverted index over the concepts and stems of the objects, each
posting list bounded, the commonest terms left out. A candidate's cheap weight (shared weight over the
lighter side) must pass a floor before the exact comparison is made.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sotk.overlap.judge import compare, likeness
from sotk.overlap.lexicon import lexicon
from sotk.overlap.reading import read
from sotk.overlap.values import Overlap, Reading, Statement

LONGEST_POSTING = 400
MOST_CANDIDATES = 40
FLOOR = 0.25
SHARED_WITH_PARENT = 0.6


@dataclass
class Index:
    """Duties ready to be searched. `replace` keeps it current; places stay what they were."""

    statements: list[Statement]
    _keys: list[dict[str, float]] = field(default_factory=list, repr=False)
    _postings: dict[str, set[int]] = field(default_factory=dict, repr=False)

    @classmethod
    def build(cls, statements: Sequence[Statement]) -> "Index":
        index = cls(list(statements))
        index._keys = [_keys(read(one)) for one in index.statements]
        postings: dict[str, set[int]] = defaultdict(set)
        for at, keys in enumerate(index._keys):
            for key in keys:
                postings[key].add(at)
        index._postings = dict(postings)
        return index

    def pairs(self, threshold: float = 0.5, limit: int | None = None) -> list[Overlap]:
        """Pairs of different units scored at least `threshold`, surest first; delegations are among them, marked."""
        met = {(min(i, j), max(i, j)) for i, keys in enumerate(self._keys) for j in self._candidates(keys) if i != j}
        found = [(value, i, j) for i, j in met if (value := self._score(i, j, threshold)) >= threshold]
        found.sort(key=lambda one: (-one[0], one[1], one[2]))
        return [Overlap(i, j, compare(self.statements[i], self.statements[j])) for _, i, j in found[:limit]]

    def nearest(self, statement: Statement, limit: int = 10) -> list[Overlap]:
        """The duties likest to a statement that need not be in the index; `i` is -1, `j` the place found."""
        keys = _keys(read(statement))
        near = [(likeness(statement, self.statements[j]), j) for j in self._candidates(keys)]
        best = sorted(near, key=lambda one: (-one[0], one[1]))[:limit]
        return [Overlap(-1, j, compare(statement, self.statements[j])) for _, j in best]

    def around(self, at: int, threshold: float = 0.5) -> list[Overlap]:
        """The overlaps of one duty of the index."""
        near = [(self._score(at, j, threshold), j) for j in self._candidates(self._keys[at]) if j != at]
        best = sorted((one for one in near if one[0] >= threshold), key=lambda one: (-one[0], one[1]))
        return [Overlap(at, j, compare(self.statements[at], self.statements[j])) for _, j in best]

    def replace(self, at: int, statement: Statement) -> None:
        """Put an edited duty in the place of the old one."""
        for key in self._keys[at]:
            self._postings[key].discard(at)
        self.statements[at] = statement
        self._keys[at] = _keys(read(statement))
        for key in self._keys[at]:
            self._postings.setdefault(key, set()).add(at)

    def _score(self, i: int, j: int, threshold: float) -> float:
        one, other = self.statements[i], self.statements[j]
        return 0.0 if same_unit(one, other) else likeness(one, other, threshold)

    def _candidates(self, keys: dict[str, float]) -> list[int]:
        """Places that share enough telling weight, the most telling first, bounded in number."""
        shared: Counter[int] = Counter()
        for key in self._telling(keys):
            weight = keys[key]
            for at in self._postings[key]:
                shared[at] += weight  # type: ignore[assignment]  # weights are fractions
        total = sum(keys.values()) or 1.0
        floor = [
            (weight / min(total, sum(self._keys[at].values()) or 1.0), at)
            for at, weight in shared.most_common(MOST_CANDIDATES * 4)
        ]
        kept = sorted((-part, at) for part, at in floor if part >= FLOOR)
        return [at for _, at in kept[:MOST_CANDIDATES]]

    def _telling(self, keys: dict[str, float]) -> list[str]:
        """The keys to look up: rarest first, those of bounded postings; the rarest one always."""
        known = sorted((key for key in keys if key in self._postings), key=lambda key: len(self._postings[key]))
        short = [key for key in known if len(self._postings[key]) <= LONGEST_POSTING]
        return short


def same_unit(a: Statement, b: Statement) -> bool:
    """Duties of one unit are no overlap between units."""
    if a.path or b.path:
        return a.path == b.path
    return bool(a.unit) and a.unit == b.unit


def _keys(reading: Reading) -> dict[str, float]:
    words = lexicon()
    keys: dict[str, float] = {}
    for term in (*reading.objects, *reading.actions):
        share = 0.5 if term.concept.startswith("*") else 1.0
        keys[term.concept] = max(keys.get(term.concept, 0.0), share * term.weight)
        for stem in term.stems:
            if words.weight(stem) > 0:
                keys[stem] = max(keys.get(stem, 0.0), share * words.weight(stem))
        for wider in words.ancestors(term.concept):
            keys[wider] = max(keys.get(wider, 0.0), share * term.weight * SHARED_WITH_PARENT)
    return keys
