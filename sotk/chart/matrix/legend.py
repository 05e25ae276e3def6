"""The legend of a matrix: what occurs, and only that; the scale, then what else a cell may be."""

from sotk.chart.matrix.cells import Matrix
from sotk.chart.matrix.look import EDGE_OF_CELL, GONE, HANDED_DOWN, NEW, STEPS, TEXT, percent, step
from sotk.chart.measure import Measure
from sotk.chart.scene import LegendEntry, Row, Run, Style
from sotk.locale import Language, msg, say


def legend_of(
    matrix: Matrix, threshold: float, language: Language, measure: Measure, place: tuple[float, float, float]
) -> tuple[LegendEntry, ...]:
    """The entries from a left edge, a top and up to a width; `threshold` is where the scale begins."""
    left, top, room = place
    samples: list[tuple[Style, str, str]] = []
    true = [cell for cell in matrix.cells if not cell.delegation and cell.change != "gone"]
    high = 100
    for low, fill, ink in STEPS:
        if any(step(cell.score) == (low, fill, ink) for cell in true):
            samples.append((Style(fill, EDGE_OF_CELL), "", f"{percent(max(low, threshold))}–{high}"))
        high = int(low * 100) - 1
    if any(len(cell.entries) > 1 and not cell.delegation for cell in matrix.cells):
        samples.append((Style(None, None), "×3", say(msg("pairs of duties in the cell"), language)))
    if any(cell.delegation for cell in matrix.cells):
        samples.append((HANDED_DOWN, "↓", say(msg("handed down to a unit below: no overlap"), language)))
    if any(cell.change == "new" for cell in matrix.cells):
        samples.append((Style(None, NEW), "+", say(msg("new"), language)))
    if any(cell.change == "gone" for cell in matrix.cells):
        samples.append((GONE, "−", say(msg("gone"), language)))
    entries, x, y = list[LegendEntry](), left, top
    for style, sign, words in samples:
        wide = measure.width(words, TEXT)
        if entries and x + 26 + wide > left + room:
            x, y = left, y + 15
        row = Row((Run(words, TEXT),), x + 26, y + 8, wide, "start")
        mark = Row((Run(sign, TEXT, bold=True),), x + 10, y + 8, measure.width(sign, TEXT, bold=True))
        entries.append(LegendEntry(row, x, y, 20, 11, swatch=style, sign=mark if sign else None))
        x += 26 + wide + 16
    return tuple(entries)
