"""What the shape of a word or of a sentence tells before its meaning is known."""

from collections.abc import Iterator

from sotk.overlap.lexicon import LINKS, Lexicon
from sotk.overlap.tokens import Token

CONJUNCTIONS = frozenset({"dan", "atau", "serta"})


def joined(tokens: list[Token]) -> Iterator[int]:
    """Places among the telling words that open the sentence, a clause, or follow a conjunction."""
    at, opens, clause = 0, True, 0
    for token in tokens:
        opens |= token.clause != clause or token.word in CONJUNCTIONS
        clause = token.clause
        if token.word not in LINKS:
            if opens:
                yield at
            at, opens = at + 1, False


def cues(words: list[str], words_known: Lexicon) -> Iterator[str]:
    """What openings such as *yang telah* announce."""
    for at, word in enumerate(words):
        if word in words_known.cue_openings:
            following = words[at + 1] if at + 1 < len(words) else ""
            for piece in ((word,), (word, following), (word, _passive(following))):
                if piece in words_known.cues:
                    yield words_known.cues[piece]


def acting(word: str) -> bool:
    """A verb or the noun of a verb by its shape: menguji, pengujian, diuji, verifikasi."""
    return word.startswith(("me", "di", "ber", "pe")) or word.endswith(("asi", "isi", "ksi", "si"))


def verbal(word: str) -> bool:
    """A verb or the noun of one: menjaga, dijaga, penjagaan; not jaga, terjaga."""
    if word.startswith("pe"):
        return word.endswith(("an", "annya"))
    return word.startswith(("me", "di", "ber"))


def doer(word: str, stem: str) -> bool:
    """Who does it, not the doing: pengawas, pelaksana, penyelenggara."""
    return word.startswith("pe") and word != stem and not word.endswith(("an", "annya", "si"))


def _passive(word: str) -> str:
    """A passive or a reached state by its form, whatever the word."""
    if word.startswith("di") and len(word) > 5:
        return "di-"
    return "ter-" if word.startswith("ter") else word
