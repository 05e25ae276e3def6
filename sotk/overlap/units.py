"""Units named in a duty or by it: mentions of the own unit, and what tells units of one name apart."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sotk.overlap.lexicon import Lexicon
from sotk.overlap.tokens import Token


def without_own_unit(
    tokens: list[Token], unit: Sequence[Token], words: Lexicon, above: Sequence[Sequence[Token]] = ()
) -> tuple[list[Token], set[str], bool]:
    """Takes out mentions of the own unit and its body.

    Returns the rest, the stems naming the body, and whether it is named by its kind alone: a duty
    `... Direktorat Jenderal` is done for the own directorate general, whichever that is.
    """
    names = {token.stem for token in unit}
    bodies, generic = words.sets["body"], words.sets["generic"]
    kinds = bodies | {next((token.word for token in unit if token.word != "sub"), "")} & words.sets["unit"]
    openings = {name[0].word for name in above if name} & bodies
    known = names | {token.stem for name in above for token in name}
    telling = {stem for stem in names if words.weight(stem) > 0}
    kept: list[Token] = []
    own: set[str] = set()
    nameless = False
    at = 0
    while at < len(tokens):
        before = tokens[at - 1].word if at else ""
        if tokens[at].word in kinds and before not in words.sets["not before a unit"]:
            body = tokens[at].word in bodies
            mine = tokens[at].word in openings
            end = _end_of_name(tokens, at, known if mine else names, words, mine=mine)
            last = end == len(tokens) or tokens[end].clause != tokens[at].clause
            named = {t.stem for t in tokens[at + 1 : end] if words.weight(t.stem) > 0} - generic
            if mine or (body and (named or last)) or 2 * len(named) >= len(telling) > 0:
                nameless |= body and not named
                own |= named
                at = end
                continue
        kept.append(tokens[at])
        at += 1
    return kept, own, nameless and not own


def _end_of_name(tokens: list[Token], at: int, names: set[str], words: Lexicon, *, mine: bool) -> int:
    """Where the name of a unit ends. The own body may be named by an abbreviation that no list holds."""
    other = words.sets["unit"] | words.sets["generic"]

    def named(place: int) -> bool:
        if place >= len(tokens):
            return False
        token = tokens[place]
        if token.stem in names or token.word in other:
            return True
        return mine and (token.short or (token.stem not in words.weights and not words.knows(token.stem)))

    end = at + 1
    while named(end) or (mine and named(end + 1) and tokens[end].word == "dan"):
        end += 1
    return end


def marks(tokens: Sequence[Token], words: Lexicon) -> Iterator[str]:
    """What tells units of one name apart by a grade: what is graded and the grade, such as `wilayah ii`."""
    for left, right in pairwise(tokens):
        if right.word in words.sets["grade"] and left.word in words.sets["graded"]:
            yield f"{left.stem} {right.word}"


def number(unit: Sequence[Token], words: Lexicon) -> Iterator[str]:
    """Subbidang Kepangkatan II: units of one name told apart by a number."""
    numbered = len(unit) > 1 and unit[-1].word in words.sets["number"]
    if numbered and unit[-2].word not in words.sets["graded"]:
        yield f"unit {unit[-1].word}"
