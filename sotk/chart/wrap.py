"""Breaks a text into lines that fit a width, evenly, and never leaves anything outside.

Indonesian titles read badly when a line ends in "dan" or "serta": such a break costs extra.
"""

import unicodedata
from collections.abc import Callable
from itertools import pairwise
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
    """The lines of `text`, each at most `width` wide unless one single character is wider.

    A line is as wide as its words and spaces together, so each word is measured once.
    """

    def measured(piece: str) -> float:
        return measure.width(piece, size, bold=bold)

    words = text.split()
    widths = [measured(word) for word in words]
    if any(wide > width for wide in widths):
        words = [
            piece
            for word, wide in zip(words, widths, strict=True)
            for piece in (_pieces(word, width, measured) if wide > width else (word,))
        ]
        widths = [measured(word) for word in words]
    if len(words) <= 1:
        return tuple(words)
    space = measured(" ")
    cuts = _filled(widths, width, space)
    if len(cuts) > 2 and len(words) <= EVEN_LIMIT:
        cuts = _even(words, widths, width, space, len(cuts) - 1)
    return tuple(" ".join(words[start:end]) for start, end in pairwise(cuts))


def widest_word(text: str, measure: Measure, size: float, *, bold: bool = False) -> float:
    return max((measure.width(word, size, bold=bold) for word in text.split()), default=0.0)


def _filled(widths: list[float], width: float, space: float) -> list[int]:
    """Where lines begin and end if each is filled as far as it goes."""
    cuts, used = [0], widths[0]
    for n in range(1, len(widths)):
        used += space + widths[n]
        if used > width:
            cuts.append(n)
            used = widths[n]
    return [*cuts, len(widths)]


def _even(words: list[str], widths: list[float], width: float, space: float, lines: int) -> list[int]:
    """The cheapest way to put `words` in `lines` lines: squared free space, plus dangling connectors."""
    count, endless = len(words), float("inf")
    dangling = [CONNECTOR_COST * width**2 if word.lower() in CONNECTORS else 0.0 for word in words]
    dangling[-1] = 0.0
    best = [0.0] + [endless] * count
    came: list[list[int]] = []
    for _ in range(lines):
        fresh, origin = [endless] * (count + 1), [0] * (count + 1)
        for start in range(count):
            before = best[start]
            if before == endless:
                continue
            used = -space
            for end in range(start, count):
                used += space + widths[end]
                if used > width and end > start:
                    break
                cost = before + (width - used) ** 2 + dangling[end]
                if cost < fresh[end + 1]:
                    fresh[end + 1], origin[end + 1] = cost, start
        best = fresh
        came.append(origin)
    cuts, end = [count], count
    for origin in reversed(came):
        end = origin[end]
        cuts.append(end)
    return cuts[::-1]


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
