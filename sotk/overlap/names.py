"""What the name of a unit says by itself; each name is read once, however many duties the unit has."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sotk.overlap.lexicon import CLIENTS, LINKS, Lexicon, lexicon
from sotk.overlap.parts import Parts
from sotk.overlap.tokens import Token, tokens_of
from sotk.overlap.units import marks, number
from sotk.overlap.values import Term

Groups = dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Name:
    """A unit's name taken apart."""

    tokens: tuple[Token, ...]
    terms: tuple[Term, ...]
    excludes: Groups
    """Groups of terms that exclude each other, with those the name holds."""
    divides: Groups
    """The same without groups of clients, and those that tell duties apart but not units."""
    stems: frozenset[str]
    """Those that say something."""
    built: tuple[str, ...]
    """The stems with the kind of unit, without conjunctions."""
    marks: tuple[str, ...]


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name:
    """The name of a unit taken apart; kept, for names come again and again."""
    words = lexicon()
    tokens = tokens_of(text, words)
    parts = Parts(words)
    told = [token for token in tokens if token.word not in words.sets["unit"]]
    parts.take(told)
    excludes = exclusive(parts.objects, (), words)
    return Name(
        tokens=tuple(tokens),
        terms=tuple(parts.objects),
        excludes=excludes,
        divides={group: held for group, held in excludes.items() if group[0] not in f"^{CLIENTS}"},
        stems=frozenset(token.stem for token in told if words.weight(token.stem) > 0),
        built=tuple(token.stem for token in tokens if token.word not in LINKS),
        marks=(*marks(tokens, words), *number(tokens, words)),
    )


def exclusive(objects: Iterable[Term], clients: tuple[str, ...], words: Lexicon) -> Groups:
    """The groups of terms that exclude each other which these name, with the terms of each."""
    declared = [words.terms.get(words.phrase(client), "") for client in clients]
    found: dict[str, set[str]] = {}
    for concept in (*(term.concept for term in objects), *declared):
        for group, term in words.excluded_by(concept):
            found.setdefault(group, set()).add(term)
    return {group: frozenset(members) for group, members in found.items()}
