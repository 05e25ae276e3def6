"""PDF drawn from the Scene: vectors, the embedded font, a bookmark for every page and branch.

The same Scene gives the same bytes: the file carries no time and no random number.
"""

from functools import cache
from importlib.resources import as_file, files
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from sotk.chart.render.safe import colour, words
from sotk.chart.render.strokes import strokes
from sotk.chart.scene import Block, Box, LegendEntry, Page, Row, Scene, Stroke, Style, Table

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

DASHES: Final = {"solid": [], "dashed": [5, 3], "dotted": [1.5, 2.5]}
FACES: Final = {False: "Inter", True: "Inter-Bold"}


def pdf(scene: Scene) -> bytes:
    """All pages of a scene. References lead to the page of the box they stand for."""
    from reportlab.pdfgen.canvas import Canvas

    _fonts()
    out = BytesIO()
    canvas = Canvas(out, pageCompression=1, invariant=1, lang=scene.language)
    canvas.setTitle(words(scene.title))
    canvas.setCreator("sotk")
    for page in scene.pages:
        canvas.setPageSize((page.width, page.height))
        _Drawing(canvas, page).draw(several=len(scene.pages) > 1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def _fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in ((FACES[False], "Inter-Regular.ttf"), (FACES[True], "Inter-Bold.ttf")):
        with as_file(files("sotk.chart") / "fonts" / file) as path:
            registerFont(TTFont(name, str(path)))


class _Drawing:
    """One page. PDF counts from the bottom: every y is turned over here and nowhere else."""

    def __init__(self, canvas: "Canvas", page: Page) -> None:
        self.canvas: Any = canvas
        self.page = page
        self.height = page.height

    def draw(self, *, several: bool) -> None:
        page, canvas = self.page, self.canvas
        if several:
            canvas.bookmarkPage(f"page-{page.number}")
            canvas.addOutlineEntry(words(page.title) or str(page.number), f"page-{page.number}", 0)
        for _, stroke, segments in strokes(page.links):
            self.pen(stroke)
            canvas.lines([(a, self.height - b, c, self.height - d) for a, b, c, d in segments])
        for box in page.boxes:
            self.box(box)
        for block in page.blocks:
            self.block(block)
        for entry in page.legend:
            self.entry(entry)
        self.bookmarks(level=int(several))

    def bookmarks(self, *, level: int) -> None:
        tops = {box.key: box.y for box in self.page.boxes}
        for group in self.page.groups:
            key = f"{self.page.number}-{group.key}"
            self.canvas.bookmarkHorizontal(key, 0, self.height - tops.get(group.key, 0.0) + 20)
            self.canvas.addOutlineEntry(words(group.title), key, level)

    def box(self, box: Box) -> None:
        table = box.table.height if box.table else 0
        self.rect(box.x, box.y, box.width, box.height - table, box.style)
        if box.table:
            self.table(box.table)
        for row in box.rows:
            self.text(row)
        if box.page is not None and box.page != self.page.number:
            corners = (box.x, self.height - box.y - box.height, box.x + box.width, self.height - box.y)
            self.canvas.linkRect("", f"page-{box.page}", corners, thickness=0)

    def block(self, block: Block) -> None:
        if block.style:
            self.rect(block.x, block.y, block.width, block.height, block.style)
        if block.table:
            self.table(block.table)
        for row in block.rows:
            self.text(row)

    def entry(self, entry: LegendEntry) -> None:
        if entry.line:
            self.pen(entry.line)
            y = self.height - entry.y
            self.canvas.line(entry.x, y, entry.x + entry.width, y)
        if entry.swatch:
            self.rect(entry.x, entry.y, entry.width, entry.height, entry.swatch)
        if entry.sign:
            self.text(entry.sign)
        self.text(entry.words)

    def table(self, table: Table) -> None:
        self.pen(table.stroke)
        xs, ys = [table.x], [self.height - table.y]
        for step in table.columns:
            xs.append(xs[-1] + step)
        for step in table.rows:
            ys.append(ys[-1] - step)
        self.canvas.grid(xs, ys)
        for line in table.cells:
            for cell in line:
                for row in cell:
                    self.text(row)

    def rect(self, x: float, y: float, width: float, height: float, style: Style) -> None:
        if style.fill:
            self.canvas.setFillColor(colour(style.fill))
        if style.stroke:
            self.pen(style.stroke)
        self.canvas.rect(
            x,
            self.height - y - height,
            width,
            height,
            stroke=int(bool(style.stroke)),
            fill=int(bool(style.fill)),
        )

    def text(self, row: Row) -> None:
        x = row.x - row.width * {"start": 0.0, "middle": 0.5, "end": 1.0}[row.align]
        text = self.canvas.beginText(x, self.height - row.y)
        for run in row.runs:
            text.setFont(FACES[run.bold], run.size)
            text.setFillColor(colour(run.ink))
            text.textOut(words(run.text))
        self.canvas.drawText(text)

    def pen(self, stroke: Stroke) -> None:
        self.canvas.setStrokeColor(colour(stroke.ink))
        self.canvas.setLineWidth(stroke.width)
        self.canvas.setDash(DASHES[stroke.dash])
