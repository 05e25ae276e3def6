"""What the room knows of words: forms, wider terms, stages, frames, weights. Nothing here reads the sources.

The lists of `data/` are made into `data/lexicon.json` by `.ci/lexicon.py` (see `sources.py`), so that no
start stems thousands of words. All of it is data of the register in general; no labelled pair is among it.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import repeat
from typing import Any, NamedTuple

from sotk.overlap.morphology import KEPT, Stemmer

Phrase = tuple[str, ...]
Sizes = Mapping[str, tuple[int, ...]]
COMPILED = "lexicon.json"
UNSEEN_WEIGHT = 0.8
NUMBER_WEIGHT = 0.2
CLIENTS = "@"
"""Marks groups of clients that exclude each other in `data/terms/` and in the names of such groups."""
LINKS = frozenset(
    {"dan", "atau", "serta", "di", "ke", "dari", "pada", "yang", "oleh", "untuk", "bagi", "dengan"}
)
_WORD = re.compile(r"[a-z]+|[0-9]+")


class Concept(NamedTuple):
    """One meaning: its name, its wider terms, and whether it excludes its siblings under a wider term."""

    name: str
    broader: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    stage: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Phrases of stems to concepts, and the weight of a stem in the register."""

    stemmer: Stemmer
    roots: frozenset[str]
    """Words of the curated list."""
    weights: Mapping[str, float]
    """The rarity of stems in the register."""
    abbreviations: Mapping[str, list[str]]
    frames: frozenset[str]
    concepts: Mapping[str, Concept]
    written: Mapping[str, str]
    """How a concept is written."""
    terms: Mapping[Phrase, str]
    actions: Mapping[Phrase, str]
    deeds: Mapping[Phrase, str]
    """Actions of phrases that are things too."""
    known: Mapping[Phrase, tuple[str | None, str | None]]
    """The term and the action that a phrase is."""
    sizes: Sizes
    """How many words the phrases of `known` have that open with a stem, the longest first."""
    verbal: frozenset[str]
    """Stems that are an action only as a verb or the noun of one."""
    exact: Mapping[Phrase, str]
    """Phrases as written."""
    sizes_of_exact: Sizes
    housekeeping: frozenset[Phrase]
    whole: frozenset[Phrase]
    sizes_of_frames: Sizes
    """Of the two above."""
    sets: Mapping[str, frozenset[str]]
    office_words: frozenset[str]
    cues: Mapping[Phrase, str]
    cue_openings: frozenset[str]

    def stem(self, word: str) -> str:
        return self.stemmer.root(word)

    def weight(self, stem: str) -> float:
        """How much a stem says, 0 to 1: its rarity in the register; words of the frame say nothing."""
        if stem in self.frames:
            return 0.0
        if stem.isdigit():
            return NUMBER_WEIGHT
        return self.weights.get(stem, UNSEEN_WEIGHT if len(stem) > 2 else 0.2)

    def knows(self, stem: str) -> bool:
        return stem in self.frames or (stem,) in self.terms or (stem,) in self.actions

    def phrase(self, text: str) -> Phrase:
        return stems_of(text, self.stemmer)

    def ancestors(self, name: str) -> dict[str, int]:
        """Wider terms of a concept with their distance, three steps up at most."""
        return _ancestors(self, name) if name in self.concepts else {}

    def excluded_by(self, name: str) -> tuple[tuple[str, str], ...]:
        """The groups of exclusive terms that a concept stands in, itself or by its nearest wider term, and which."""
        return _excluded_by(self, name)


@cache
def lexicon() -> Lexicon:
    """The one lexicon, read when first asked for."""
    compiled = files("sotk.overlap").joinpath("data", COMPILED).read_text(encoding="utf-8")
    return made_of(json.loads(compiled))


def made_of(data: dict[str, Any]) -> Lexicon:
    """The lexicon of what `sources.compiled` gives."""
    terms = {phrase: name for name, forms in data["terms"].items() for phrase in map(_parted, forms)}
    actions = {phrase: name for name, forms in data["actions"].items() for phrase in map(_parted, forms)}
    deeds = {phrase: name for name, forms in data["deeds"].items() for phrase in map(_parted, forms)}
    known: dict[Phrase, tuple[str | None, str | None]] = dict(
        zip(terms, zip(terms.values(), repeat(None)), strict=False)
    )
    known |= {phrase: (terms.get(phrase), action) for phrase, action in actions.items()}
    exact = {_parted(written): name for written, name in data["exact"].items()}
    housekeeping, whole = (frozenset(map(_parted, data[key])) for key in ("housekeeping", "whole"))
    cues = {_parted(form): cue for form, cue in data["cues"].items()}
    roots = frozenset(data["roots"])
    return Lexicon(
        stemmer=Stemmer(data["learned"] | dict.fromkeys(roots, KEPT * 2)),
        roots=roots,
        weights=data["weights"],
        abbreviations={short: long.split() for short, long in data["abbreviations"].items()},
        frames=frozenset(data["frames"]),
        concepts=dict(_concepts(data["concepts"])),
        written=data["written"],
        terms=terms,
        actions=actions,
        deeds=deeds,
        known=known,
        sizes=_sizes(known),
        verbal=frozenset(data["verbal"]),
        exact=exact,
        sizes_of_exact=_sizes(exact),
        housekeeping=housekeeping,
        whole=whole,
        sizes_of_frames=_sizes((*housekeeping, *whole)),
        sets={name: frozenset(words) for name, words in data["sets"].items()},
        office_words=frozenset(data["office_words"]),
        cues=cues,
        cue_openings=frozenset(form[0] for form in cues),
    )


def split(text: str) -> list[str]:
    """Words of a text: lower case, plain letters, joined by nothing but their order."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall(plain.replace("-", " "))


def stems_of(text: str, stemmer: Stemmer) -> Phrase:
    """The stems of a text, without the words that link others."""
    return tuple(stemmer.root(word) for word in split(text) if word not in LINKS)


def _parted(words: str) -> Phrase:
    return tuple(words.split())


def _concepts(data: Mapping[str, list[Any]]) -> Iterable[tuple[str, Concept]]:
    for name, (broader, excludes, stage) in data.items():
        yield name, Concept(name, frozenset(broader), frozenset(excludes), stage)


def _sizes(phrases: Iterable[Phrase]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for each in phrases:
        found.setdefault(each[0], set()).add(len(each))
    return {stem: tuple(sorted(sizes, reverse=True)) for stem, sizes in found.items()}


@cache
def _ancestors(words: Lexicon, name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    level = {name}
    for distance in (1, 2, 3):
        level = {wider for one in level if one in words.concepts for wider in words.concepts[one].broader}
        for wider in level:
            found.setdefault(wider, distance)
    return found


@cache
def _excluded_by(words: Lexicon, name: str) -> tuple[tuple[str, str], ...]:
    if name not in words.concepts:
        return ()
    nearest: dict[str, int] = {}
    found: dict[tuple[str, str], None] = {}
    for one, distance in ((name, 0), *words.ancestors(name).items()):
        for group in words.concepts[one].excludes if one in words.concepts else ():
            if nearest.setdefault(group, distance) == distance:
                found[group, one] = None
    return tuple(found)
