"""What the room knows of words, read once from `data/`: forms, wider terms, stages, frames, weights.

Everything here is data of the register in general; no labelled pair is among it.
"""

import csv
import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sotk.overlap.exact import EXACT, opposites, places
from sotk.overlap.morphology import KEPT, Stemmer

Phrase = tuple[str, ...]
UNSEEN_WEIGHT = 0.8
NUMBER_WEIGHT = 0.2
_WORD = re.compile(r"[a-z]+|[0-9]+")


@dataclass(frozen=True, slots=True)
class Concept:
    """One meaning: its name, its wider terms, and whether it excludes its siblings under a wider term."""

    name: str
    broader: frozenset[str] = frozenset()
    excludes: frozenset[str] = frozenset()
    stage: str = ""


class Lexicon:
    """Phrases of stems to concepts, and the weight of a stem in the register."""

    def __init__(self) -> None:
        learned = {root: float(weight) for root, weight, _ in _table("roots.csv")}
        kept = dict.fromkeys(_words("roots.txt"), KEPT * 2)
        self.roots = frozenset(kept)
        self._stemmer = Stemmer({**learned, **kept})
        self.weights = {root: float(idf) for root, _, idf in _table("roots.csv") if idf}
        self.abbreviations: dict[str, list[str]] = {}
        for short, long in _table("abbreviations.csv"):
            self.abbreviations.setdefault(short, long.split())
        self.frames = {self.stem(word) for word in _words("frames.txt")} | set(_words("frames.txt"))
        self.concepts: dict[str, Concept] = {}
        self.written: dict[str, str] = {}
        self.terms: dict[Phrase, str] = {}
        self.actions: dict[Phrase, str] = {}
        self.verbal: set[str] = set()
        self._read_terms()
        self._read_actions()
        self.exact: dict[Phrase, str] = {}
        self._read_exact()
        self.housekeeping = frozenset(self._phrases(_lines("housekeeping.txt")))
        self.sets = {name: frozenset(listed.split()) for name, listed in _table("sets.csv")}
        self.office_words = frozenset(_words("housekeeping_words.txt"))
        self.whole = frozenset(self._phrases(_lines("whole.txt")))
        self.cues = {
            tuple(form.split()): cue for cue, forms in _table("cues.csv") for form in forms.split(";")
        }
        self.cue_openings = frozenset(form[0] for form in self.cues)
        self.known = {
            each: (self.terms.get(each), self.actions.get(each)) for each in (*self.terms, *self.actions)
        }
        self.sizes = _sizes(self.known)
        self.sizes_of_exact = _sizes(self.exact)
        self.sizes_of_frames = _sizes((*self.housekeeping, *self.whole))

    def stem(self, word: str) -> str:
        return self._stemmer.root(word)

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
        return tuple(self.stem(word) for word in split(text) if word not in LINKS)

    def ancestors(self, name: str) -> dict[str, int]:
        """Wider terms of a concept with their distance, three steps up at most."""
        return _ancestors(self, name) if name in self.concepts else {}

    def excluded_by(self, name: str) -> tuple[tuple[str, str], ...]:
        """The groups of exclusive terms that a concept stands in, itself or by its nearest wider term, and which."""
        return _excluded_by(self, name)

    def _phrases(self, groups: Iterable[str]) -> Iterator[Phrase]:
        for group in groups:
            yield from filter(None, map(self.phrase, group.split(";")))

    def _read_terms(self) -> None:
        """The first form of a row names its concept; listed further in another row, it stands below that one.

        *tenaga kesehatan;dokter* and *!tenaga medis,dokter* make dokter a concept of its own, and both wider.
        """
        rows = _terms()
        names = [" ".join(self.phrase(forms.split(";")[0])) for _, forms in rows]
        self.terms |= {tuple(name.split()): name for name in names}
        for (_, forms), name in zip(rows, names, strict=True):
            self.written.setdefault(name, forms.split(";")[0])
            for phrase in self._phrases([forms]):
                if self.terms.setdefault(phrase, name) != name and " ".join(phrase) == self.terms[phrase]:
                    self._stand(self.terms[phrase], name)
        for (broader, _), name in zip(rows, names, strict=True):
            phrase = self.phrase(broader.lstrip("!^@"))
            wider = self.terms.get(phrase, " ".join(phrase))
            self.written.setdefault(" ".join(phrase), broader.lstrip("!^@"))
            raw = " ".join(phrase)
            group = {"!": raw, "^": "^" + raw, CLIENTS: CLIENTS + raw}.get(broader[0])
            self._stand(name, "" if broader[0] == CLIENTS else wider, group)

    def _stand(self, name: str, wider: str, group: str | None = None) -> None:
        """Put a concept under a wider one, and into a group of terms that exclude each other."""
        old = self.concepts.get(name, Concept(name))
        above = old.broader | ({wider} - {name, ""})
        self.concepts[name] = Concept(name, above, old.excludes | ({group} if group else frozenset()))

    def _read_exact(self) -> None:
        """A writing that names a term is that term; one that is a further form of a term is narrower than it."""
        for phrase, broader, group in (*places(_table("places.csv")), *opposites(_table("opposites.csv"))):
            stems = self.phrase(phrase)
            term = self.terms.get(stems, "")
            name = term if term == " ".join(stems) else EXACT + phrase
            self.written.setdefault(name, phrase)
            self._stand(name, EXACT + broader if broader else "", group)
            self._stand(name, term)
            self.exact.setdefault(tuple(split(phrase)), name)

    def _read_actions(self) -> None:
        for stage, forms in _table("actions.csv"):
            name = "*" + " ".join(self.phrase(forms.split(";")[0]))
            self.concepts[name] = Concept(name, stage=stage)
            for form in forms.split(";"):
                phrase = self.phrase(form)
                if phrase and phrase not in self.actions:
                    self.actions[phrase] = name
                    self.verbal |= set(phrase) if form.startswith(VERB) else set()


VERB = "~"
"""Marks forms of `data/actions.csv` that are an action only as a verb or the noun of one."""
CLIENTS = "@"
"""Marks groups of clients that exclude each other in `data/terms/` and in the names of such groups."""
LINKS = frozenset(
    {"dan", "atau", "serta", "di", "ke", "dari", "pada", "yang", "oleh", "untuk", "bagi", "dengan"}
)


@cache
def lexicon() -> Lexicon:
    """The one lexicon, read when first asked for."""
    return Lexicon()


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


def split(text: str) -> list[str]:
    """Words of a text: lower case, plain letters, joined by nothing but their order."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return _WORD.findall(plain.replace("-", " "))


def rarity(documents: int, holding: int) -> float:
    return round(math.log(documents / holding) / math.log(documents), 3)


def _sizes(phrases: Iterable[Phrase]) -> dict[str, tuple[int, ...]]:
    """How many words the phrases have that open with a stem, the longest first."""
    found: dict[str, set[int]] = {}
    for phrase in phrases:
        found.setdefault(phrase[0], set()).add(len(phrase))
    return {stem: tuple(sorted(sizes, reverse=True)) for stem, sizes in found.items()}


def _lines(name: str) -> list[str]:
    text = files("sotk.overlap").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def _words(name: str) -> list[str]:
    return [word for line in _lines(name) for word in line.split()]


def _terms() -> list[list[str]]:
    """Rows of every file of `data/terms/`, in the order of their names."""
    folder = files("sotk.overlap").joinpath("data", "terms")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".csv"))
    return [row for name in names for row in _table(f"terms/{name}")]


def _table(name: str) -> list[list[str]]:
    return list(csv.reader(_lines(name)))[1:]
