"""Indonesian word forms to roots: merehabilitasi, pelaksanaan rehabilitasi and direhabilitasi meet in one root.

Rules of affixation give candidate roots; a table of roots learned from the register (`data/roots.csv`)
decides between them. The table is made by `tests/bench/overlap_learn_words.py`; no dictionary is needed.
This module knows words only, neither meanings nor duties.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

VOWELS = frozenset("aeiou")
SHORTEST_ROOT = 3
_PARTICLES = ("nya", "lah", "kah", "pun")
_SUFFIXES = ("kan", "an", "i")
_LOANS = (("isir", "isasi"), ("asir", "asi"), ("ifikasi", "ifikasi"), ("isa", "isis"))
_PLAIN = ("di", "ke", "se", "ter", "ber", "per")
_NASAL_STEMS = {"meny": ("s",), "peny": ("s",)}


def candidates(word: str) -> tuple[str, ...]:
    """Every root the rules of affixation allow for a word, the word itself first, each once."""
    found: dict[str, None] = {word: None}
    for bare in _without_suffixes(word):
        found[bare] = None
        for root in _without_prefixes(bare, 3):
            if len(root) >= SHORTEST_ROOT:
                found[root] = None
    for ending, base in _LOANS:
        for root in tuple(found):
            if root.endswith(ending):
                found[root[: -len(ending)] + base] = None
    return tuple(found)


class Stemmer:
    """Chooses the root of a word by how many word forms of the register share it."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights
        self.root = lru_cache(maxsize=100_000)(self._root)

    def _root(self, word: str) -> str:
        if len(word) <= SHORTEST_ROOT or self._weights.get(word, 0.0) >= KEPT:
            return word
        known = [root for root in candidates(word) if root in self._weights]
        if known:
            nominal = word[:2] in {"me", "pe"}
            spare = {root for root in known if root[0] == "k" and root[1:] in known and nominal}
            return max(known, key=lambda root: self._rank(root, spare=root in spare, nominal=nominal))
        return plausible(word)

    def _rank(self, root: str, *, spare: bool, nominal: bool) -> tuple[float, bool, bool, int]:
        """Pengawasan is awas, not kawasan: pe-...-an holds its own suffix before a noun in -an does.

        Pengoperasian is operasi, not koperasi: a k is put back only where the word needs it.
        """
        return (self._weights[root], not spare, not (nominal and root.endswith("an")), len(root))


KEPT = 1000.0
"""A root of this weight is a word of the curated list: it is never taken apart."""


def plausible(word: str) -> str:
    """The root of a word never seen: affixes come off only where a root of five letters remains."""
    bare = [root for root in candidates(word) if len(root) >= 5 and VOWELS & set(root)]
    stripped = [
        root for root in bare if root not in {word, word.removesuffix("i")} and not _looks_affixed(root)
    ]
    return min(stripped, key=lambda root: (abs(len(root) - 6), root)) if stripped else word


def _looks_affixed(root: str) -> bool:
    return root.startswith(("meng", "peng", "mem", "pem", "meny", "peny")) or root[:2] in {"ng", "ny"}


def _without_suffixes(word: str) -> Iterator[str]:
    yield word
    stems = [word]
    for particle in _PARTICLES:
        if word.endswith(particle) and len(word) - len(particle) >= 4:
            stems.append(word[: -len(particle)])
            yield stems[-1]
    for stem in stems:
        for suffix in _SUFFIXES:
            if stem.endswith(suffix) and len(stem) - len(suffix) >= SHORTEST_ROOT:
                yield stem[: -len(suffix)]


def _without_prefixes(word: str, depth: int) -> Iterator[str]:
    if not depth:
        return
    for shorter in _one_prefix_less(word):
        if len(shorter) >= SHORTEST_ROOT:
            yield shorter
            yield from _without_prefixes(shorter, depth - 1)


def _one_prefix_less(word: str) -> Iterator[str]:
    for prefix in _PLAIN:
        if word.startswith(prefix):
            yield word[len(prefix) :]
    if word.startswith(("pel", "bel")):
        yield word[3:]
    if word[:2] in {"me", "pe"}:
        yield from _nasal(word)


def _nasal(word: str) -> Iterator[str]:
    rest = word[2:]
    if rest[:1] in set("lrwymn"):
        yield rest
    if word[0] == "p" and rest[:1] in set("bcdgjkpst"):
        yield rest
    if rest.startswith("ny") and rest[2:3] in VOWELS:
        yield "s" + rest[2:]
    if rest.startswith("ng"):
        yield from _after_ng(rest[2:])
    elif rest.startswith("n") and not rest.startswith("ny"):
        yield from _replaced(rest[1:], "t", "cdjstz")
    elif rest.startswith("m"):
        yield from _replaced(rest[1:], "p", "bfpv")


def _after_ng(rest: str) -> Iterator[str]:
    if rest[:1] in VOWELS:
        yield rest
        yield "k" + rest
        if rest.startswith("e") and len(rest) <= 5:
            yield rest[1:]
    elif rest[:1] in set("ghkq"):
        yield rest


def _replaced(rest: str, dropped: str, kept: str) -> Iterator[str]:
    if rest[:1] in VOWELS:
        yield dropped + rest
    elif rest[:1] in set(kept) or rest.startswith("pr"):
        yield rest
