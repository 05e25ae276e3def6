"""How a cell of a matrix looks: one hue from light to dark, and a sign and a line style beside it."""

from typing import Final

from sotk.chart.matrix.cells import Cell
from sotk.chart.scene import Stroke, Style

TEXT: Final = 7.5
INK: Final = "#111111"
STEPS: Final = (
    (0.9, "#b1431f", "#ffffff"),
    (0.8, "#e58a4a", INK),
    (0.7, "#f3b27c", INK),
    (0.6, "#f9d3ae", INK),
    (0.5, "#fdebd9", INK),
    (0.0, "#fff8f1", INK),
)
"""From a score on: fill and ink. One hue from light to dark: it can be read in grey."""
EDGE_OF_CELL: Final = Stroke("#7a4a2a", 0.6)
HANDED_DOWN: Final = Style("#ffffff", Stroke("#3b5aa5", 0.8, "dotted"))
HANDED_INK: Final = "#3b5aa5"
NEW: Final = Stroke("#111111", 1.6)
GONE: Final = Style("#ffffff", Stroke("#111111", 0.9, "dashed"))


def percent(score: float) -> str:
    """A score from 0 to 1 as a whole percentage."""
    return str(round(100 * score))


def step(score: float) -> tuple[float, str, str]:
    """The strongest step a score reaches: least score, ground, ink."""
    return next(each for each in STEPS if round(100 * score) >= round(100 * each[0]))


def look(cell: Cell) -> tuple[Style, str]:
    """Ground and outline of a cell, and the ink of its number."""
    if cell.delegation:
        return HANDED_DOWN, HANDED_INK
    if cell.change == "gone":
        return GONE, INK
    _, fill, ink = step(cell.score)
    return Style(fill, NEW if cell.change == "new" else EDGE_OF_CELL), ink


def sign(cell: Cell) -> str:
    """One character before the number: handed down, new or gone; empty for the rest."""
    if cell.delegation:
        return "↓"
    return {"new": "+", "gone": "−"}.get(cell.change, "")
