"""The words around the boxes of a page: annex heading, title, notices, legend, paraf table, signature.

Knows nothing of boxes but how much room it leaves them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from sotk.chart.layout.chart import Chart, Frame
from sotk.chart.layout.legend import GAP, LEGEND_STEP, SMALL, legend_of
from sotk.chart.layout.paraf import paraf_of
from sotk.chart.measure import BASELINE, Measure
from sotk.chart.scene import INK, NOTICE_INK, Block, BlockKind, LegendEntry, Row, Run, Stroke, Style
from sotk.chart.wrap import wrap

PLAIN: Final = 8.5
BAND_GAP: Final = 10.0  # between boxes and the corners at the bottom
TITLE: Final = 12.5
HEADING_WIDTH: Final = 0.36  # of the room between the margins
NOTICES_WIDTH: Final = 200.0
SIGNATURE_WIDTH: Final = 190.0
FAINT_INK: Final = "#444444"


@dataclass(frozen=True, slots=True)
class Room:
    """What is left for boxes, and the two corners at the bottom that the frame keeps (width, height).

    In points from the top left corner of the page, y downwards.
    """

    left: float
    right: float
    top: float
    bottom: float
    legend: tuple[float, float]
    signature: tuple[float, float]

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left

    @property
    def centre(self) -> float:
        """The x in the middle."""
        return (self.left + self.right) / 2

    @property
    def band(self) -> float:
        """The height of the corners, which boxes as wide as the page stay above."""
        return max(self.legend[1], self.signature[1])

    @property
    def high(self) -> float:
        """The height above the band."""
        return self.bottom - self.top - (self.band + BAND_GAP if self.band else 0.0)

    def scale(self, width: float, height: float, most: float = 1.0) -> float:
        """The scale, at most `most`, at which boxes of a width and height in points fit above the band."""
        return min(most, self.width / width, self.high / height)


@dataclass(frozen=True, slots=True)
class Framed:
    """The words around the boxes in their places, and the room they leave."""

    room: Room
    blocks: tuple[Block, ...]
    legend: tuple[LegendEntry, ...]


def framed(chart: Chart, measure: Measure) -> Framed:
    """Place the frame; the boxes get the room that is left on all charts in the same places."""
    own = _framed(chart, chart.frame, measure, chart.line_kinds)
    rooms = [_framed(chart, frame, measure, kinds).room for frame, kinds in chart.beside]
    return replace(own, room=_common(rooms)) if rooms else own


def _common(rooms: list[Room]) -> Room:
    """What is left in all of them; left and right are the margins of the one paper."""

    def corner(which: str) -> tuple[float, float]:
        corners = [getattr(room, which) for room in rooms]
        return max(wide for wide, _ in corners), max(tall for _, tall in corners)

    return replace(
        rooms[0],
        top=max(room.top for room in rooms),
        bottom=min(room.bottom for room in rooms),
        legend=corner("legend"),
        signature=corner("signature"),
    )


def _framed(chart: Chart, frame: Frame, measure: Measure, kinds: frozenset[str]) -> Framed:
    width, height, margin = chart.paper.points
    left, right, bottom = margin, width - margin, height - margin
    notices = _notices(frame, measure, left, margin)
    heading = _heading(frame, measure, left, right, margin)
    top = max((block.y + block.height for block in [*notices, *heading]), default=margin - GAP) + GAP
    title = _title(frame, measure, left, right, margin)
    if heading or _meet(notices, title):
        title = _title(frame, measure, left, right, top)
    top = max((block.y + block.height + GAP for block in [*notices, *title]), default=top)
    samples = [(kind, words) for kind, words in frame.line_words if kind in kinds]
    reserve = SIGNATURE_WIDTH + 2 * GAP if frame.signature else 0.0
    legend = legend_of(chart, frame, measure, samples, (left, right - reserve, bottom))
    legend_width = max((entry.words.x + entry.words.width - left for entry in legend), default=0.0)
    rows = len({entry.words.y for entry in legend})
    paraf = paraf_of(frame, measure, left + legend_width + (2 * GAP if legend else 0), bottom)
    signature = _signature(frame, measure, right, bottom)
    corner_width = max([legend_width, *(block.x + block.width - left for block in paraf)])
    corner_height = max([rows * LEGEND_STEP, *(block.height for block in paraf)])
    room = Room(
        left,
        right,
        top,
        bottom,
        (corner_width, corner_height),
        (max((b.width for b in signature), default=0.0), max((b.height for b in signature), default=0.0)),
    )
    number = _number(frame, measure, right, bottom, margin)
    return Framed(room, (*notices, *heading, *title, *paraf, *signature, *number), legend)


def text_block(
    kind: BlockKind,
    texts: Iterable[tuple[str, float, bool, str]],
    measure: Measure,
    at: tuple[float, float, float],
) -> Block:
    """Centred rows of (text, size, bold, ink) in a block at (x, y) of a width; wraps what is too long."""
    x, top, width = at
    rows, y = list[Row](), top
    for text, size, bold, ink in texts:
        for n, line in enumerate(wrap(text, width, measure, size, bold=bold) or ("",)):
            step = measure.line(size)
            wide = measure.width(line, size, bold=bold)
            rows.append(
                Row((Run(line, size, bold, ink),), x + width / 2, y + step * BASELINE, wide, "middle", n == 0)
            )
            y += step
    return Block(kind, x, top, width, y - top, tuple(row for row in rows if row.text))


def _heading(frame: Frame, measure: Measure, left: float, right: float, top: float) -> list[Block]:
    if not frame.heading:
        return []
    labels = max((measure.width(label, SMALL) for label, _ in frame.heading if label), default=0.0) + 4
    colon = measure.width(": ", SMALL)
    limit = (right - left) * HEADING_WIDTH
    lines: list[tuple[str, float, str, bool]] = []
    for label, text in frame.heading:
        indent = labels + colon if label else 0.0
        for n, line in enumerate(wrap(text, limit - indent, measure, SMALL) or ("",)):
            lines.append((label if n == 0 else "", indent, line, n == 0))
    width = max(indent + measure.width(line, SMALL) for _, indent, line, _ in lines)
    x, step, rows = right - width, measure.line(SMALL), list[Row]()
    for n, (label, indent, line, opens) in enumerate(lines):
        y = top + n * step + step * BASELINE
        if label:
            rows.append(Row((Run(label, SMALL),), x, y, measure.width(label, SMALL), "start"))
            rows.append(
                Row((Run(":", SMALL),), x + labels, y, measure.width(":", SMALL), "start", opens=False)
            )
        if line:
            rows.append(
                Row(
                    (Run(line, SMALL),),
                    x + indent,
                    y,
                    measure.width(line, SMALL),
                    "start",
                    opens and not label,
                )
            )
    return [Block("heading", x, top, width, len(lines) * step, tuple(rows))]


def _title(frame: Frame, measure: Measure, left: float, right: float, top: float) -> list[Block]:
    texts = [(text, TITLE, True, INK) for text in frame.title]
    blocks = []
    if texts:
        blocks.append(text_block("title", texts, measure, (left, top, right - left)))
    if frame.subtitle:
        y = top + sum(block.height for block in blocks) + (2 if blocks else 0)
        texts = [(frame.subtitle, PLAIN, False, FAINT_INK)]
        blocks.append(text_block("subtitle", texts, measure, (left, y, right - left)))
    return blocks


def _meet(notices: list[Block], title: list[Block]) -> bool:
    """Whether the stamps at the left would touch a title that stands as high as they do."""
    edge = max((block.x + block.width for block in notices), default=0.0) + GAP
    return any(row.x - row.width / 2 < edge for block in title for row in block.rows)


def _notices(frame: Frame, measure: Measure, left: float, top: float) -> list[Block]:
    """Stamps side by side at the top left: framed, so that they are seen in a copy without colour."""
    blocks: list[Block] = []
    start = left
    for text in frame.notices:
        limit = 240.0
        wide = min(limit, measure.width(text, PLAIN, bold=True)) + 12
        inner = text_block(
            "notice", [(text, PLAIN, True, NOTICE_INK)], measure, (left + 6, top + 3, wide - 12)
        )
        style = Style(None, Stroke(NOTICE_INK, 1.0, "dashed"))
        blocks.append(Block("notice", left, top, wide, inner.height + 6, inner.rows, style))
        left += wide + 8
        if left > start + NOTICES_WIDTH:
            left, top = start, top + inner.height + 12
    return blocks


def _number(frame: Frame, measure: Measure, right: float, bottom: float, margin: float) -> list[Block]:
    """The number of the page, in the lower margin."""
    if not frame.number:
        return []
    width = measure.width(frame.number, SMALL)
    y = bottom + (margin + SMALL) / 2
    row = Row((Run(frame.number, SMALL, ink=FAINT_INK),), right, y, width, "end")
    return [Block("number", right - width, y - SMALL, width, SMALL * 1.25, (row,))]


def _signature(frame: Frame, measure: Measure, right: float, bottom: float) -> list[Block]:
    if not frame.signature:
        return []
    first, *rest = frame.signature
    texts = [(first, PLAIN, True, INK), *((text, PLAIN, False, INK) for text in rest)]
    block = text_block("signature", texts, measure, (right - SIGNATURE_WIDTH, 0.0, SIGNATURE_WIDTH))
    return [text_block("signature", texts, measure, (block.x, bottom - block.height, SIGNATURE_WIDTH))]
