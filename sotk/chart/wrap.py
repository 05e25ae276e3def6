"""Breaks a text into lines that fit a width, evenly, and never leaves anything outside.

Indonesian titles read badly when a line ends in "dan" or "serta": such a break costs extra.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Words:
    """A text in words with their widths and that of a space: measured once, wrapped to any width."""

    words: list[str]
    widths: list[float]
    space: float
    measured: Width

    @property
    def widest(self) -> float:
        """The width of the widest word; 0 for an empty text."""
        return max(self.widths, default=0.0)


def words_of(text: str, measure: Measure, size: float, *, bold: bool = False) -> Words:
    """A text measured word by word, in the unit of the measure."""

    def measured(piece: str) -> float:
        return measure.width(piece, size, bold=bold)

    words = text.split()
    return Words(words, [measured(word) for word in words], measured(" "), measured)


def widest_word(text: str, measure: Measure, size: float, *, bold: bool = False) -> float:
    """The narrowest width that breaks no word of a text."""
    return words_of(text, measure, size, bold=bold).widest


def wrap(text: str, width: float, measure: Measure, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """The lines of `text`, each at most `width` wide unless one single character is wider."""
    return tuple(line for line, _ in wrapped(words_of(text, measure, size, bold=bold), width))


def wrapped(text: Words, width: float) -> list[tuple[str, float]]:
    """The lines of a text with their widths, each at most `width` wide unless one single character is wider.

    A line is as wide as its words and spaces together.
    """
    words, widths, space = text.words, text.widths, text.space
    if text.widest > width:
        words = [
            piece
            for word, wide in zip(words, widths, strict=True)
            for piece in (_pieces(word, width, text.measured) if wide > width else (word,))
        ]
        widths = [text.measured(word) for word in words]
    if len(words) <= 1:
        return list(zip(words, widths, strict=True))
    cuts = _filled(widths, width, space)
    if len(cuts) > 2 and len(words) <= EVEN_LIMIT:
        cuts = _even(words, widths, width, space, len(cuts) - 1)
    return [
        (" ".join(words[start:end]), sum(widths[start:end]) + space * (end - start - 1))
        for start, end in pairwise(cuts)
    ]


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
    if lines == 2:
        return [0, _halves(widths, width, space, dangling), count]
    best = [0.0] + [endless] * count
    came: list[list[int]] = []
    for line in range(lines):
        fresh, origin = [endless] * (count + 1), [0] * (count + 1)
        last = count - (lines - line) + 1  # each line after this one needs a word
        for start in range(line, last):
            before = best[start]
            if before == endless:
                continue
            free = width + space
            for end in range(start, last):
                free -= space + widths[end]
                if free < 0.0 and end > start:
                    break
                cost = before + free * free + dangling[end]
                if cost < fresh[end + 1]:
                    fresh[end + 1], origin[end + 1] = cost, start
        best = fresh
        came.append(origin)
    cuts, end = [count], count
    for origin in reversed(came):
        end = origin[end]
        cuts.append(end)
    return cuts[::-1]


def _halves(widths: list[float], width: float, space: float, dangling: list[float]) -> int:
    """Where the second of two lines begins: what `_even` finds, without its table."""
    left, right = -space, sum(widths) + space * (len(widths) - 1)
    best, cut = float("inf"), 1
    for n in range(1, len(widths)):
        step = widths[n - 1] + space
        left += step
        right -= step
        if (left > width and n > 1) or (right > width and n < len(widths) - 1):
            continue
        cost = (width - left) ** 2 + (width - right) ** 2 + dangling[n - 1]
        if cost < best:
            best, cut = cost, n
    return cut


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
