"""The legend at the lower left of a page: only what occurs on it, lines first."""

from typing import Final

from sotk.chart.layout.chart import Chart, Frame, Swatch
from sotk.chart.measure import Measure
from sotk.chart.scene import LegendEntry, Row, Run, Stroke

SMALL: Final = 8.0
GAP: Final = 10.0
SAMPLE: Final = 30.0
LEGEND_STEP: Final = 14.0
LEGEND_ROWS: Final = 5
SWATCH: Final = (20.0, 10.0)


def legend_of(
    chart: Chart,
    frame: Frame,
    measure: Measure,
    samples: list[tuple[str, str]],
    place: tuple[float, float, float],
) -> tuple[LegendEntry, ...]:
    """Lines first, then swatches; a few under each other, many side by side."""
    left, right, bottom = place
    given: list[tuple[str, Stroke | Swatch]] = [
        *((words, Stroke(dash=chart.dashes.get(kind, "solid"))) for kind, words in samples),
        *((swatch.words, swatch) for swatch in frame.swatches),
    ]
    if len(given) <= LEGEND_ROWS:
        return _columns(given, len(given), measure, left, bottom)
    for rows in range(1, LEGEND_ROWS):  # many entries lie flat: height is what a chart lacks first
        entries = _columns(given, rows, measure, left, bottom)
        if max(entry.words.x + entry.words.width for entry in entries) <= right:
            return entries
    return _columns(given, LEGEND_ROWS, measure, left, bottom)


def _columns(
    given: list[tuple[str, Stroke | Swatch]], rows: int, measure: Measure, left: float, bottom: float
) -> tuple[LegendEntry, ...]:
    entries, x = list[LegendEntry](), left
    for start in range(0, len(given), max(1, rows)):
        for n, (words, sample) in enumerate(given[start : start + rows]):
            y = bottom - (rows - n - 0.5) * LEGEND_STEP
            entries.append(_entry(words, sample, measure, x, y))
        x = max(entry.words.x + entry.words.width for entry in entries[start:]) + 2 * GAP
    return tuple(entries)


def _entry(words: str, sample: Stroke | Swatch, measure: Measure, x: float, y: float) -> LegendEntry:
    row = Row((Run(words, SMALL),), x + SAMPLE + 6, y + 2.8, measure.width(words, SMALL), "start")
    if isinstance(sample, Stroke):
        return LegendEntry(row, x, y, SAMPLE, 0.0, line=sample)
    width, height = SWATCH
    sign = Row(
        (Run(sample.sign, SMALL, bold=True),),
        x + SAMPLE - width / 2,
        y + 2.8,
        measure.width(sample.sign, SMALL, bold=True),
    )
    box = x + SAMPLE - width, y - height / 2, width, height
    return LegendEntry(row, *box, swatch=sample.style, sign=sign if sample.sign else None)
