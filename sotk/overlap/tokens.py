"""Words of a text: abbreviations written out, slips mended, each with its root and its clause."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sotk.overlap.lexicon import Lexicon, split
from sotk.overlap.spelling import corrected


class Token(NamedTuple):
    """A word as it is meant; `stem` is its root, `clause` counts the commas before it."""

    word: str
    stem: str
    clause: int
    short: bool = False
    """Written as an abbreviation."""


def tokens_of(text: str, words: Lexicon) -> list[Token]:
    """The words of a text in order; a word that stands for several gives each of them."""
    return [
        Token(form, stem, clause, short)
        for clause, part in enumerate(text.replace(";", ",").split(","))
        for word in split(part)
        for form, stem, short in _spelled(word, words)
    ]


@lru_cache(maxsize=20_000)
def _spelled(word: str, words: Lexicon) -> tuple[tuple[str, str, bool], ...]:
    """What a word stands for: each form with its root, and whether it was written as an abbreviation."""
    if word in words.abbreviations:
        return tuple((long, words.stem(long), True) for long in words.abbreviations[word])
    return tuple((form, words.stem(form), False) for form in _unglued(word, words))


def _unglued(word: str, words: Lexicon) -> Iterator[str]:
    for start in ("di", "antar"):
        rest = word.removeprefix(start)
        if rest != word and rest in words.sets["glued after di or antar"]:
            yield start
            word = rest
    yield corrected(word)
