"""Words of a text: abbreviations written out, slips mended, each with its root and its clause."""

from collections.abc import Iterator
from dataclasses import dataclass

from sotk.overlap.lexicon import Lexicon, split
from sotk.overlap.spelling import corrected


@dataclass(frozen=True, slots=True)
class Token:
    word: str
    stem: str
    clause: int
    short: bool = False
    """Written as an abbreviation."""


def tokens_of(text: str, words: Lexicon) -> list[Token]:
    found: list[Token] = []
    for clause, part in enumerate(text.replace(";", ",").split(",")):
        for word in split(part):
            found.extend(_spelled(word, clause, words))
    return found


def _spelled(word: str, clause: int, words: Lexicon) -> Iterator[Token]:
    if word in words.abbreviations:
        for long in words.abbreviations[word]:
            yield Token(long, words.stem(long), clause, short=True)
        return
    for start in ("di", "antar"):
        rest = word.removeprefix(start)
        if rest != word and rest in words.sets["glued after di or antar"]:
            yield Token(start, start, clause)
            word = rest
    word = corrected(word)
    yield Token(word, words.stem(word), clause)
