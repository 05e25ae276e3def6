"""Reads the lists of `data/` into what `data/lexicon.json` holds. Only the script that writes it needs this.

Stemming thousands of phrases takes a third of a second; it is done once for a change of the lists.
"""

import csv
import math
from collections.abc import Iterable, Iterator
from importlib.resources import files
from typing import Any

from sotk.overlap.exact import EXACT, opposites, places
from sotk.overlap.lexicon import CLIENTS, Concept, Phrase, split, stems_of
from sotk.overlap.morphology import KEPT, Stemmer

DEED = "+"
"""Marks forms that are a thing and, as a verb or its noun, also what is done: *vaksinasi*, *penyapuan*."""
VERB = "~"
"""Marks forms of `data/actions.csv` that are an action only as a verb or the noun of one."""


def compiled() -> dict[str, Any]:
    """The lexicon as plain lists and mappings, the same for the same sources."""
    stemmer = Stemmer(_learned() | dict.fromkeys(words("roots.txt"), KEPT * 2))
    concepts = Concepts(stemmer)
    return {
        "learned": _learned(),
        "roots": sorted(set(words("roots.txt"))),
        "weights": {root: float(idf) for root, _, idf in table("roots.csv") if idf},
        "frames": sorted({*words("frames.txt"), *map(stemmer.root, words("frames.txt"))}),
        "abbreviations": _abbreviations(),
        "concepts": {
            name: [sorted(one.broader), sorted(one.excludes), one.stage]
            for name, one in concepts.concepts.items()
        },
        "written": concepts.written,
        "terms": _by_concept(concepts.terms),
        "actions": _by_concept(concepts.actions),
        "deeds": _by_concept(concepts.deeds),
        "verbal": sorted(concepts.verbal),
        "exact": {" ".join(written): name for written, name in concepts.exact.items()},
        "housekeeping": sorted(map(" ".join, _phrases(lines("housekeeping.txt"), stemmer))),
        "whole": sorted(map(" ".join, _phrases(lines("whole.txt"), stemmer))),
        "sets": {name: sorted(listed.split()) for name, listed in table("sets.csv")},
        "office_words": sorted(words("housekeeping_words.txt")),
        "cues": {form: cue for cue, forms in table("cues.csv") for form in forms.split(";")},
    }


def rarity(documents: int, holding: int) -> float:
    """The weight of a stem that so many documents of the register hold, 0 to 1."""
    return round(math.log(documents / holding) / math.log(documents), 3)


class Concepts:
    """The concepts of terms, writings and actions, and the phrases that name them."""

    def __init__(self, stemmer: Stemmer) -> None:
        self._stemmer = stemmer
        self.concepts: dict[str, Concept] = {}
        self.written: dict[str, str] = {}
        self.terms: dict[Phrase, str] = {}
        self.actions: dict[Phrase, str] = {}
        self.deeds: dict[Phrase, str] = {}
        self.verbal: set[str] = set()
        self.exact: dict[Phrase, str] = {}
        self._read_terms()
        self._read_actions()
        self._read_exact()

    def _phrase(self, text: str) -> Phrase:
        return stems_of(text, self._stemmer)

    def _read_terms(self) -> None:
        """The first form of a row names its concept; listed further in another row, it stands below that one.

        *tenaga kesehatan;dokter* and *!tenaga medis,dokter* make dokter a concept of its own, and both wider.
        """
        rows = terms()
        names = [" ".join(self._phrase(forms.split(";")[0])) for _, forms in rows]
        self.terms |= {tuple(name.split()): name for name in names}
        for (_, forms), name in zip(rows, names, strict=True):
            self.written.setdefault(name, forms.split(";")[0])
            for phrase in _phrases([forms], self._stemmer):
                if self.terms.setdefault(phrase, name) != name and " ".join(phrase) == self.terms[phrase]:
                    self._stand(self.terms[phrase], name)
        for (broader, _), name in zip(rows, names, strict=True):
            phrase = self._phrase(broader.lstrip("!^@"))
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
        for phrase, broader, group in (*places(table("places.csv")), *opposites(table("opposites.csv"))):
            stems = self._phrase(phrase)
            term = self.terms.get(stems, "")
            name = term if term == " ".join(stems) else EXACT + phrase
            self.written.setdefault(name, phrase)
            self._stand(name, EXACT + broader if broader else "", group)
            self._stand(name, term)
            self.exact.setdefault(tuple(split(phrase)), name)

    def _read_actions(self) -> None:
        for stage, forms in table("actions.csv"):
            name = "*" + " ".join(self._phrase(forms.split(";")[0]))
            self.concepts[name] = Concept(name, stage=stage)
            for form in forms.split(";"):
                phrase = self._phrase(form)
                if form.startswith(DEED):
                    self.deeds[phrase] = name
                elif phrase and phrase not in self.actions:
                    self.actions[phrase] = name
                    self.verbal |= set(phrase) if form.startswith(VERB) else set()


def lines(name: str) -> list[str]:
    """Those of a file of `data/`, without comments."""
    text = files("sotk.overlap").joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def words(name: str) -> list[str]:
    return [word for line in lines(name) for word in line.split()]


def table(name: str) -> list[list[str]]:
    """Rows of a CSV of `data/`, without the heading."""
    return list(csv.reader(lines(name)))[1:]


def terms() -> list[list[str]]:
    """Rows of every file of `data/terms/`, in the order of their names."""
    folder = files("sotk.overlap").joinpath("data", "terms")
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".csv"))
    return [row for name in names for row in table(f"terms/{name}")]


def _learned() -> dict[str, float]:
    return {root: float(weight) for root, weight, _ in table("roots.csv")}


def _abbreviations() -> dict[str, str]:
    """Of one that is listed twice the first counts."""
    found: dict[str, str] = {}
    for short, long in table("abbreviations.csv"):
        found.setdefault(short, long)
    return found


def _phrases(groups: Iterable[str], stemmer: Stemmer) -> Iterator[Phrase]:
    for group in groups:
        yield from filter(None, (stems_of(form, stemmer) for form in group.split(";")))


def _by_concept(named: dict[Phrase, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stems, name in named.items():
        found.setdefault(name, []).append(" ".join(stems))
    return found
