"""Guesses which units of two structures are the same, from names, places and duties.

For structures without common ids, or with ids used again for something else. Near-linear: a unit is
compared only with those that share one of its most telling words, and with the children of the unit its
parent was paired with. What cannot be told apart becomes a question, never a choice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from sotk.compare.wording import Weights, normal
from sotk.model import Structure, Unit

LEAST: Final = 0.55
"""The score below which two units are not the same."""

_SURE: Final = 0.8
_DOUBTFUL: Final = 0.4  # from here on a unit left over is worth a question
_MOST_ASKED: Final = 3
_MARGIN: Final = 0.04  # two candidates nearer than this cannot be told apart
_MOST_WITH_WORD: Final = 40  # a word in more units of a side than this finds no candidates
_MOST_CHILDREN: Final = 60  # children compared each with each below paired parents
_WORDS_TRIED: Final = 4
_NAME, _PLACE, _DUTIES, _HEAD = 0.6, 0.15, 0.2, 0.05


@dataclass(frozen=True, slots=True)
class Pair:
    """Two units taken for the same; `score`, 0 to 1, says how sure that is."""

    before: str
    after: str
    score: float


@dataclass(frozen=True, slots=True)
class Question:
    """A unit of the first structure with several candidates that cannot be told apart."""

    before: str
    candidates: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Matching:
    """Guessed pairs, in order of the first structure, and what was left open."""

    pairs: tuple[Pair, ...]
    questions: tuple[Question, ...]


def match(before: Structure, after: Structure, known: Mapping[str, str] | None = None) -> Matching:
    """Pair the units of two structures. `known` are pairs that are no guesses, first to second."""
    return _Matcher(before, after, dict(known or {})).run()


@dataclass(slots=True)
class _Features:
    name: str
    duties: frozenset[str]
    head: str
    parent: str | None
    depth: int


class _Matcher:
    def __init__(self, before: Structure, after: Structure, known: dict[str, str]) -> None:
        self.before, self.after = before, after
        self.old, self.new = dict(_features(before)), dict(_features(after))
        self.weights = Weights(each.name for side in (self.old, self.new) for each in side.values())
        self.pairs: dict[str, Pair] = {}
        self.taken: set[str] = set()
        self.open: dict[str, tuple[Pair, ...]] = {}
        for old, new in known.items():
            self._take(Pair(old, new, 1.0))
        if before.root not in self.pairs and after.root not in self.taken:
            self._take(Pair(before.root, after.root, max(LEAST, self._score(before.root, after.root))))

    def run(self) -> Matching:
        scored = self._scored()
        self._choose(scored, _SURE)
        self._below_pairs(_SURE)
        self._choose([self._again(pair) for pair in scored], LEAST)
        self._below_pairs(LEAST)
        self._ask(scored)
        order = [unit.id for unit in self.before.walk()]
        questions = (
            Question(unit, tuple(each for each in self.open[unit] if each.after not in self.taken))
            for unit in order
            if unit in self.open and unit not in self.pairs
        )
        return Matching(
            tuple(self.pairs[unit] for unit in order if unit in self.pairs),
            tuple(question for question in questions if question.candidates),
        )

    def _ask(self, scored: list[Pair]) -> None:
        """Ask of units left over whether they are one that is left over on the other side."""
        for pair in sorted(map(self._again, scored), key=lambda pair: (-pair.score, pair.before, pair.after)):
            free = pair.before not in self.pairs and pair.after not in self.taken
            asked = self.open.get(pair.before, ())
            is_new = all(each.after != pair.after for each in asked)
            if free and pair.score >= _DOUBTFUL and len(asked) < _MOST_ASKED and is_new:
                self.open[pair.before] = (*asked, pair)

    def _again(self, pair: Pair) -> Pair:
        """The score of a pair now that more parents are paired."""
        if pair.before in self.pairs or pair.after in self.taken:
            return pair
        return Pair(pair.before, pair.after, self._score(pair.before, pair.after))

    def _take(self, pair: Pair) -> None:
        self.pairs[pair.before] = pair
        self.taken.add(pair.after)

    # Candidates

    def _scored(self) -> list[Pair]:
        """Every pair of units that share a telling word, with its score."""
        index: dict[str, list[str]] = defaultdict(list)
        for id, features in self.new.items():
            for word in set(features.name.split()):
                index[word].append(id)
        by_name: dict[str, list[str]] = defaultdict(list)
        for id, features in self.new.items():
            by_name[features.name].append(id)
        return [
            Pair(id, other, self._score(id, other))
            for id, features in self.old.items()
            if id not in self.pairs
            for other in self._candidates(features, index, by_name)
        ]

    def _candidates(
        self, features: _Features, index: dict[str, list[str]], by_name: dict[str, list[str]]
    ) -> Iterator[str]:
        found: dict[str, None] = {}
        same = by_name.get(features.name, ())
        found.update(dict.fromkeys(same if len(same) <= _MOST_WITH_WORD else ()))
        words = sorted(set(features.name.split()), key=lambda word: (-self.weights.of(word), word))
        for word in words[:_WORDS_TRIED]:
            units = index.get(word, ())
            if len(units) <= _MOST_WITH_WORD:
                found.update(dict.fromkeys(units))
        return (id for id in found if id not in self.taken)

    def _below_pairs(self, least: float) -> None:
        """Compare the children of paired units, from the top down; a pair found leads to the next."""
        for unit in self.before.walk():
            pair = self.pairs.get(unit.id)
            if pair is None:
                continue
            old = [each for each in self.before.below(pair.before) if each not in self.pairs]
            new = [each for each in self.after.below(pair.after) if each not in self.taken]
            if old and new:
                self._choose(list(self._among(old, new)), least)

    def _among(self, old: list[str], new: list[str]) -> Iterator[Pair]:
        if len(old) <= _MOST_CHILDREN and len(new) <= _MOST_CHILDREN:
            yield from (Pair(left, right, self._score(left, right)) for left in old for right in new)
            return
        by_name: dict[str, list[str]] = defaultdict(list)
        for right in new:
            by_name[self.new[right].name].append(right)
        for left in old:
            for right in by_name.get(self.old[left].name, ())[:_MOST_CHILDREN]:
                yield Pair(left, right, self._score(left, right))

    # Choice

    def _choose(self, pairs: list[Pair], least: float) -> None:
        """Take the best pairs first; where a second is as good, take none and keep the question."""
        pairs = [
            pair
            for pair in pairs
            if pair.score >= least and pair.before not in self.pairs and pair.after not in self.taken
        ]
        rivals: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for pair in pairs:
            rivals["before", pair.before].append(pair)
            rivals["after", pair.after].append(pair)
        for pair in sorted(pairs, key=lambda pair: (-pair.score, pair.before, pair.after)):
            if pair.before in self.pairs or pair.after in self.taken:
                continue
            equal = [
                other
                for side in (("before", pair.before), ("after", pair.after))
                for other in rivals[side]
                if other is not pair
                and other.before not in self.pairs
                and other.after not in self.taken
                and pair.score - other.score < _MARGIN
            ]
            if not equal:
                self._take(pair)
            elif pair.before not in self.open:
                own = [other for other in equal if other.before == pair.before]
                self.open[pair.before] = (pair, *own)

    # Score

    def _score(self, left: str, right: str) -> float:
        """Names, places, duties and the title of the head; what a side lacks is not counted."""
        old, new = self.old[left], self.new[right]
        parts = [(_NAME, self.weights.alike(old.name, new.name)), (_PLACE, self._place(old, new))]
        if old.duties and new.duties:
            both = len(old.duties & new.duties)
            parts.append((_DUTIES, 2 * both / (len(old.duties) + len(new.duties))))
        if old.head and new.head:
            parts.append((_HEAD, self.weights.alike(old.head, new.head)))
        return sum(weight * value for weight, value in parts) / sum(weight for weight, _value in parts)

    def _place(self, old: _Features, new: _Features) -> float:
        if old.parent is None or new.parent is None:
            return float(old.parent is new.parent)
        pair = self.pairs.get(old.parent)
        if pair is not None:
            return 1.0 if pair.after == new.parent else 0.2
        near = 1.0 if old.depth == new.depth else 0.5
        return near * self.weights.alike(self.old[old.parent].name, self.new[new.parent].name)


def _features(structure: Structure) -> Iterator[tuple[str, _Features]]:
    depths: dict[str | None, int] = {None: -1}
    for unit in structure.walk():
        depths[unit.id] = depths[unit.parent] + 1
        yield (
            unit.id,
            _Features(normal(unit.name), _duty_words(unit), _head(unit), unit.parent, depths[unit.id]),
        )


def _duty_words(unit: Unit) -> frozenset[str]:
    """The duties of a unit as whole texts and, so that a reworded one still counts, their longer words."""
    texts = [normal(duty.text) for duty in unit.duties]
    return frozenset(texts) | {word for text in texts for word in text.split() if len(word) > 5}


def _head(unit: Unit) -> str:
    return "" if unit.head is None else normal(unit.head.title)
