"""Breaks a text into lines that fit a width, evenly, and never leaves anything outside.

Indonesian titles read badly when a line ends in "dan" or "serta": such a break costs extra.
"""

import unicodedata
from collections.abc import Callable
from typing import Final

from sotk.chart.measure import Measure

CONNECTORS: Final = frozenset(
    {"dan", "atau", "serta", "&", "dengan", "untuk", "di", "ke", "dari", "and", "of"}
)
CONNECTOR_COST: Final = 0.15  # of the squared width: a little unevenness is better than a dangling "dan"
BREAKABLE: Final = "-/–"
EVEN_LIMIT: Final = 40  # words; a longer text is a paragraph and is filled line by line

Width = Callable[[str], float]


def wrap(text: str, width: float, measure: Measure, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of `text`, each at most `width` wide unless one single character is wider."""

    def measured(line: str) -> float:
        return measure.width(line, size, bold=bold)

    words = [piece for word in text.split() for piece in _pieces(word, width, measured)]
    if len(words) <= 1:
        return tuple(words)
    greedy = _filled(words, width, measured)
    if len(greedy) == 1 or len(words) > EVEN_LIMIT:
        return greedy
    return _even(words, width, measured, len(greedy))


def widest_word(text: str, measure: Measure, size: float, *, bold: bool = False) -> float:
    return max((measure.width(word, size, bold=bold) for word in text.split()), default=0.0)


def _filled(words: list[str], width: float, measured: Width) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if measured(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _even(words: list[str], width: float, measured: Width, lines: int) -> tuple[str, ...]:
    """The cheapest way to put `words` in `lines` lines: squared free space, plus dangling connectors."""
    count, endless = len(words), float("inf")
    best = [0.0] + [endless] * count
    came: list[list[int]] = []
    for _ in range(lines):
        fresh, origin = [endless] * (count + 1), [0] * (count + 1)
        for start in range(count):
            if best[start] == endless:
                continue
            for end in range(start + 1, count + 1):
                used = measured(" ".join(words[start:end]))
                if used > width:
                    break
                cost = best[start] + (width - used) ** 2
                if end < count and words[end - 1].lower() in CONNECTORS:
                    cost += CONNECTOR_COST * width**2
                if cost < fresh[end]:
                    fresh[end], origin[end] = cost, start
        best = fresh
        came.append(origin)
    cuts, end = [], count
    for origin in reversed(came):
        cuts.append((origin[end], end))
        end = origin[end]
    return tuple(" ".join(words[start:end]) for start, end in reversed(cuts))


def _pieces(word: str, width: float, measured: Width) -> list[str]:
    """`word` in parts that fit: cut after a hyphen or slash if there is one, else between characters."""
    if measured(word) <= width:
        return [word]
    pieces: list[str] = []
    rest = word
    while rest and measured(rest) > width:
        cut = _longest_start(rest, width, measured)
        natural = max(rest.rfind(sign, 0, cut) for sign in BREAKABLE) + 1
        cut = natural or cut
        pieces.append(rest[:cut])
        rest = rest[cut:]
    return [*pieces, rest] if rest else pieces


def _longest_start(word: str, width: float, measured: Width) -> int:
    """How many characters fit; at least one, and combining marks stay with their letter."""
    used, cut = 0.0, 0
    for cut, character in enumerate(word):
        used += measured(character)
        if used > width and cut:
            break
    else:
        cut = len(word)
    while 1 < cut < len(word) and unicodedata.combining(word[cut]):
        cut -= 1
    return cut
