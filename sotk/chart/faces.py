"""How wide a text is in the fonts that a presentation may be opened with: Inter, Calibri, Arial.

A chart is measured with Inter. A presentation is drawn with the font of its theme, or with what the
machine has instead: what must fit there has to fit in the widest of these. Knows no boxes.
"""

import json
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from sotk.chart.measure import LEADING, UNKNOWN_EM, advances

FACES: Final = ("inter", "calibri", "arial")
LINES: Final[Mapping[str, float]] = {"inter": 1.21, "calibri": 1.221, "arial": 1.15}
"""The height of a line in em, from the vertical measures of the fonts."""


class FaceMeasure:
    """Points, by one of the fonts, or by whichever is the widest for a text if none is named."""

    def __init__(self, face: str | None = None) -> None:
        self.faces = FACES if face is None else (face,)
        self.leading = max(LINES[each] for each in self.faces)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        return _em_width(text, bold, self.faces) * size

    def line(self, size: float) -> float:
        return size * min(LEADING, self.leading)


@cache
def em_widths(face: str, *, bold: bool) -> Mapping[str, float]:
    """The advance of each character in em."""
    weight = "bold" if bold else "regular"
    if face == "inter":
        return advances(weight).of
    table = json.loads((files("sotk.chart") / "fonts" / "office.json").read_text(encoding="utf-8"))
    return {
        chr(first + step): advance / 1000
        for first, *run in table[face][weight]
        for step, advance in enumerate(run)
    }


@lru_cache(maxsize=65536)
def _em_width(text: str, bold: bool, faces: tuple[str, ...]) -> float:  # noqa: FBT001
    return max(sum(em_widths(face, bold=bold).get(sign, UNKNOWN_EM) for sign in text) for face in faces)
