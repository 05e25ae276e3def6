"""How wide a text is: in points with the bundled font, or in cells of a terminal.

Layouts ask a `Measure` and never a font. Advances come from a generated table (.ci/font.py); the font
has no kerning, so a line is the sum of its advances, in every renderer.
"""

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, Protocol

LEADING: Final = 1.25  # height of a line of text, in units of its size
BASELINE: Final = 0.78  # of the height of a line, from its top to the foot of its letters
UNKNOWN_EM: Final = 1.4  # wider than the glyphs of emoji and CJK fonts, so that a guess never overflows
ZERO_WIDTH: Final = frozenset({"Mn", "Me", "Cf", "Cc"})


class Measure(Protocol):
    """Widths and heights in the unit of the picture: points, or cells."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float: ...

    def line(self, size: float) -> float:
        """The height of one line of text."""


@dataclass(frozen=True, slots=True)
class Advances:
    """Advances in em by character, and the vertical measures of the face in em."""

    of: dict[str, float]
    ascent: float
    descent: float
    capital: float


class FontMeasure:
    """Points, by the bundled Inter. Characters outside the font are over-estimated."""

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return _em_width(text, bold) * size

    def line(self, size: float) -> float:
        return size * LEADING


class CellMeasure:
    """Terminal cells: two for a wide character, none for a combining one."""

    def width(self, text: str, size: float = 1, *, bold: bool = False) -> float:  # noqa: ARG002
        return cells(text)

    def line(self, size: float = 1) -> float:  # noqa: ARG002
        return 1


def cells(text: str) -> int:
    """The number of terminal cells that `text` takes."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def clipped(text: str, width: int) -> str:
    """`text` in at most `width` cells, ended by an ellipsis if something was left out."""
    if cells(text) <= width:
        return text
    kept, used = [], 0
    for character in text:
        used += _cell(character)
        if used > width - 1:
            break
        kept.append(character)
    return "".join(kept) + "…" if width > 0 else ""


@cache
def advances(face: str) -> Advances:
    """The advances of a face (`regular`, `bold`), from the table that .ci/font.py makes."""
    table = json.loads((files("sotk.chart") / "fonts" / "advances.json").read_text(encoding="utf-8"))
    em = table["em"]
    of = {chr(run[0] + step): advance / em for run in table[face] for step, advance in enumerate(run[1:])}
    return Advances(of, table["ascent"] / em, table["descent"] / em, table["capital"] / em)


@lru_cache(maxsize=65536)
def _em_width(text: str, bold: bool) -> float:  # noqa: FBT001
    of = advances("bold" if bold else "regular").of
    try:
        return sum([of[character] for character in text])
    except KeyError:
        return sum([of.get(character, UNKNOWN_EM) for character in text])


@lru_cache(maxsize=4096)
def _cell(character: str) -> int:
    if unicodedata.category(character) in ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
