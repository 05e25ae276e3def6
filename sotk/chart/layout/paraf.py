"""The table of coordination initials that a draft carries at its foot."""

from typing import Final

from sotk.chart.layout.chart import Frame
from sotk.chart.layout.legend import SMALL
from sotk.chart.measure import Measure
from sotk.chart.scene import Block, Row, Run, Table
from sotk.chart.wrap import wrap

PARAF_COLUMNS: Final = (22.0, 130.0, 52.0)
PARAF_ROW: Final = 13.0


def paraf_of(frame: Frame, measure: Measure, x: float, bottom: float) -> list[Block]:
    """The table with its left edge at `x` and its foot at `bottom`, in points; none for a final chart."""
    if not frame.paraf:
        return []
    rows = [
        max(
            PARAF_ROW,
            *(
                PARAF_ROW * len(wrap(cell, room - 6, measure, SMALL))
                for cell, room in zip(line, PARAF_COLUMNS, strict=False)
            ),
        )
        for line in frame.paraf
    ]
    y = bottom - sum(rows)
    cells, at = [], y
    for n, line in enumerate(frame.paraf):
        edge, filled = x, []
        for cell, room in zip(line, PARAF_COLUMNS, strict=False):
            filled.append(_cell(cell, measure, edge, at, room, bold=n == 0))
            edge += room
        cells.append(tuple(filled))
        at += rows[n]
    table = Table(x, y, PARAF_COLUMNS, tuple(rows), tuple(cells))
    return [Block("paraf", x, y, table.width, table.height, (), None, table)]


def _cell(text: str, measure: Measure, x: float, y: float, width: float, *, bold: bool) -> tuple[Row, ...]:
    lines = wrap(text, width - 6, measure, SMALL, bold=bold)
    return tuple(
        Row(
            (Run(line, SMALL, bold),),
            x + 3,
            y + 9.2 + n * PARAF_ROW,
            measure.width(line, SMALL, bold=bold),
            "start",
            n == 0,
        )
        for n, line in enumerate(lines)
    )
