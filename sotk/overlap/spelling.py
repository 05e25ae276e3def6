"""Mends slips of spelling: a word not known is read as the one known word a letter away, if there is one."""

from collections.abc import Iterator
from functools import cache, lru_cache

from sotk.overlap.lexicon import lexicon
from sotk.overlap.morphology import candidates

SHORTEST = 6
ONCE_OR_TWICE = 0.84
"""Stems rarer than this in the register may be slips themselves."""
LONGEST_ROOT = 9
"""Longer stems of the register are compounds, loans, or slips that no affix rule could take apart."""


@lru_cache(maxsize=50_000)
def corrected(word: str) -> str:
    """The word, or the known stem it misspells by one letter left out, put in, changed or swapped."""
    if len(word) < SHORTEST or len(word) > 30 or _known(word):
        return word
    for form in candidates(word):
        if len(form) >= SHORTEST - 1 and (mended := _near(form)):
            return mended
    return word


def _known(word: str) -> bool:
    stems = _stems()
    return word in _written() or any(root in stems for root in candidates(word))


@cache
def _written() -> frozenset[str]:
    return frozenset(word for phrase in lexicon().exact for word in phrase)


@cache
def _stems() -> frozenset[str]:
    words = lexicon()
    phrases = {stem for phrase in (*words.terms, *words.actions) for stem in phrase}
    met_often = {
        stem for stem, rare in words.weights.items() if rare < ONCE_OR_TWICE and len(stem) <= LONGEST_ROOT
    }
    return frozenset(phrases | met_often | words.frames | words.roots)


@cache
def _deletions() -> dict[str, str]:
    found: dict[str, str] = {}
    words = lexicon()
    for stem in sorted(
        _stems(), key=lambda stem: (words.weight(stem), stem), reverse=True
    ):  # the commonest last
        if len(stem) >= SHORTEST - 1:
            for shorter in (stem, *_shorter(stem)):
                found[shorter] = stem
    return found


def _near(form: str) -> str | None:
    near = _deletions()
    found = (near[key] for key in (form, *_shorter(form)) if len(key) >= SHORTEST - 1 and key in near)
    return next((stem for stem in found if stem[0] == form[0] and abs(len(stem) - len(form)) <= 1), None)


def _shorter(word: str) -> Iterator[str]:
    return (word[:at] + word[at + 1 :] for at in range(len(word)))
