"""The legend as a slide of its own: larger than on the charts, one entry under the other."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from typing import Final

from sotk.chart.render.drawingml import NAMESPACES, Shapes
from sotk.chart.scene import LegendEntry, Page

LARGER: Final = 2.0
LEFT: Final = 30.0
TOP: Final = 50.0
STEP: Final = 17.0


def legend_xml(entries: Iterable[LegendEntry], first_id: int) -> str:
    """The shapes of the slide."""
    shapes = Shapes(Page(0, "", 0.0, 0.0), LARGER, 0.0, 0.0, count(first_id), {})
    drawn = "".join(
        shape for n, entry in enumerate(entries) for shape in shapes.entry(_moved(entry, TOP + STEP * n))
    )
    return f"<p:spTree {NAMESPACES}>{drawn}</p:spTree>"


def _moved(entry: LegendEntry, y: float) -> LegendEntry:
    dx, base = LEFT - entry.x, y + 2.8
    return replace(
        entry,
        x=LEFT,
        y=y - entry.height / 2,
        words=replace(entry.words, x=entry.words.x + dx, y=base),
        sign=replace(entry.sign, x=entry.sign.x + dx, y=base) if entry.sign else None,
    )
