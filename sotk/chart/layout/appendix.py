"""A table that follows the chart on pages of its own: cut between lines, its head repeated."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from sotk.chart.layout.block import Sizer
from sotk.chart.layout.chart import Appendix, Chart, Frame
from sotk.chart.layout.frame import framed
from sotk.chart.layout.ledger import Ledger, as_table, ruled
from sotk.chart.scene import Block, Page

WIDEST: Final = 660.0  # points; longer lines are hard to follow with the eye


def appendix_parts(chart: Chart, sizer: Sizer) -> tuple[Ledger, ...]:
    """The table of a chart in as many parts as it takes pages; none where there is no table."""
    if chart.appendix is None:
        return ()
    table = chart.appendix.table
    room = framed(_bare(chart, chart.appendix, 888, 888, (88, 88)), sizer.measure).room
    head, *heights = ruled(table, min(WIDEST, room.width), sizer.measure, sizer.size).rows
    parts, start, used = [], 0, head
    for n, height in enumerate(heights):
        if used + height > room.bottom - room.top and n > start:
            parts.append(table.part(start, n))
            start, used = n, head
        used += height
    return (*parts, table.part(start, len(heights)))


def appendix_pages(chart: Chart, sizer: Sizer, parts: tuple[Ledger, ...], first: int) -> Iterator[Page]:
    """The pages, the first of them with the number `first`, the last one the last of all."""
    if chart.appendix is None:
        return
    total = first + len(parts) - 1
    for n, part in enumerate(parts):
        bare = _bare(chart, chart.appendix, first + n, total, (n + 1, len(parts)))
        frame = framed(bare, sizer.measure)
        made = ruled(part, min(WIDEST, frame.room.width), sizer.measure, sizer.size)
        at = frame.room.centre - made.width / 2, frame.room.top
        scale = min(1.0, frame.room.width / made.width)
        table = as_table(made, at, scale, sizer.measure)
        block = Block("table", table.x, table.y, table.width, table.height, table=table)
        width, height, _ = chart.paper.points
        title = " ".join(bare.frame.title)
        yield Page(first + n, title, round(width, 2), round(height, 2), blocks=(*frame.blocks, block))


def _bare(chart: Chart, appendix: Appendix, number: int, total: int, part: tuple[int, int]) -> Chart:
    """The chart without boxes, with the words of a page of its appendix."""
    words, frame = chart.frame.page_words, chart.frame
    name = appendix.name
    if part[1] > 1:
        name += " " + words.more.replace("{n}", str(part[0])).replace("{all}", str(part[1]))
    numbered = words.number.replace("{n}", str(number)).replace("{all}", str(total))
    title = (name, *frame.title[1:])
    kept = Frame(title, frame.subtitle, notices=frame.notices, page_words=words, number=numbered)
    return replace(chart, nodes=(), ties=(), frame=kept, beside=())
