"""Draws a chart that cannot be read on one page on several, and one that may be moved on a larger page.

Every unit has one primary box; all others are references that say on which page it is. A layout is asked
only how small it would make a page.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from sotk.chart.layout.appendix import appendix_pages, appendix_parts
from sotk.chart.layout.block import Sizer
from sotk.chart.layout.catalogue import LAYOUTS, Layout
from sotk.chart.layout.chart import Chart, Paper
from sotk.chart.layout.excerpt import NOWHERE, PLACEHOLDER, Excerpt
from sotk.chart.layout.sheets import Forest, Planning, Sheet
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import Box, Page, Scene

HOPELESS: Final = 160  # boxes; no page of these papers shows more of them legibly
GROWTHS: Final = 5
GROWN: Final = 0.95


def paged(
    chart: Chart, sizer: Sizer | None = None, layout: str = "bagan", series: tuple[int, int] = (1, 1)
) -> Scene:
    """The chart on as few pages as its smallest legible text allows.

    `series` says which of how many charts this is, whose pages follow each other by turns: their numbers
    are those of all of them together.
    """
    form = LAYOUTS[layout]
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    root = chart.root
    title = " ".join(chart.frame.title)
    tables = appendix_parts(chart, sizer)
    if root is None or _legible(chart, sizer, form):
        page = form.page(_counted(chart, 1 + len(tables)), sizer).pages[0]
        after = appendix_pages(chart, sizer, tables, 2)
        return Scene(title, chart.language, form.name, (replace(page, number=series[0]), *after))
    forest = Forest(chart)
    trial = Excerpt(chart, forest, NOWHERE, PLACEHOLDER)

    def fits(sheet: Sheet, larger: float) -> bool:
        return forest.shown(sheet) <= HOPELESS and _legible(trial.of(sheet), sizer, form, larger)

    sheets = Planning(forest, fits).sheets(root.id)
    for n, sheet in enumerate(sheets):
        sheet.number, sheet.last = n * series[1] + series[0], n == len(sheets) - 1
    home = _homes(forest, sheets)
    excerpt = Excerpt(chart, forest, home, len(sheets) * series[1] + len(tables))
    scenes = [form.page(excerpt.of(sheet), sizer) for sheet in sheets]
    made = tuple(_numbered(scene.pages[0], sheet, home) for scene, sheet in zip(scenes, sheets, strict=True))
    after = appendix_pages(chart, sizer, tables, len(sheets) * series[1] + 1)
    return Scene(title, chart.language, scenes[0].layout, (*made, *after))


def whole(chart: Chart, sizer: Sizer | None = None, layout: str = "bagan") -> Scene:
    """The chart on one page that is as large as it needs: for pictures that can be moved and zoomed."""
    sizer = sizer or Sizer(FontMeasure(), chart.text_size)
    form = LAYOUTS[layout if len(chart.nodes) <= HOPELESS or layout != "bagan" else "tree"]
    for _ in range(GROWTHS):
        scale = form.scale(chart, sizer, 1.0)
        if scale >= GROWN:
            break
        paper = chart.paper
        larger = Paper(paper.name, paper.width / scale, paper.height / scale, paper.margin)
        chart = replace(chart, paper=larger)
    tables = appendix_parts(chart, sizer)
    scene = form.page(_counted(chart, 1 + len(tables)), sizer)
    return replace(scene, pages=(*scene.pages, *appendix_pages(chart, sizer, tables, 2)))


def _counted(chart: Chart, total: int) -> Chart:
    """The only page of a chart, numbered if others follow it."""
    if total == 1:
        return chart
    words = chart.frame.page_words.number.replace("{n}", "1").replace("{all}", str(total))
    return replace(chart, frame=replace(chart.frame, number=words))


def _legible(chart: Chart, sizer: Sizer, form: Layout, larger: float = 1.0) -> bool:
    """Whether all text is at least as large as it must be, or `larger` times that."""
    if len(chart.nodes) > HOPELESS:
        return False
    smallest = min((node.smallest for node in chart.nodes), default=1.0) * chart.text_size
    needed = chart.smallest_text / smallest
    needed = max(needed, min(1.0, needed * larger))
    return form.scale(chart, sizer, needed) >= needed


def _homes(forest: Forest, sheets: list[Sheet]) -> dict[str, int]:
    """On which page each box is primary."""
    return {
        node.id: sheet.number
        for sheet in sheets
        for node, depth in forest.walk(sheet)
        if node.id not in sheet.cut and (depth or sheet.first)
    }


def _numbered(page: Page, sheet: Sheet, home: Mapping[str, int]) -> Page:
    """The page with its number; references lead to a page, and a head knows what is above it."""

    def settled(box: Box) -> Box:
        if box.role == "reference" and box.id in home:
            return replace(box, page=home[box.id])
        if box.key == sheet.head and sheet.above is not None:
            return replace(box, page=sheet.above.number)
        return box

    return replace(page, number=sheet.number, boxes=tuple(map(settled, page.boxes)))
