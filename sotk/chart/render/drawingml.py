"""The shapes of a page as text of DrawingML: boxes with their text inside, connectors, groups, tables.

One string a slide, read once by the library that packs it: far faster than one call a shape.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sotk.chart.render.connectors import Elbow, Stop, elbows, low_sites
from sotk.chart.render.fit import lines_within, paragraphs, wrapped_within
from sotk.chart.render.outline_shape import RECTANGLE, glued_low
from sotk.chart.render.safe import colour, words
from sotk.chart.scene import Block, Box, LegendEntry, Link, Page, Row, Stroke, Style, Table

EMU: Final = 12_700  # in a point
NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DASHES: Final = {"solid": "solid", "dashed": "dash", "dotted": "sysDot"}
ALIGNS: Final = {"start": "l", "middle": "ctr", "end": "r"}
INSET: Final = 2.0
CELL: Final = 2.5  # beside the text of a table's cell
JOINT: Final = 1.0
LEADING: Final = 1.25
JOINT_NAME: Final = "joint"
PLAIN_INK: Final = "#111111"
TABLE_URI: Final = "http://schemas.openxmlformats.org/drawingml/2006/table"


@dataclass(slots=True)
class Shapes:
    """Writes the shapes of one page. `links` gives the relation of a slide by its page number."""

    page: Page
    scale: float
    left: float
    top: float
    ids: "count[int]"
    links: Mapping[int, str]
    language: str = "id-ID"
    own: dict[Stop, int] = field(default_factory=dict)
    low: dict[tuple[str, str], float] = field(default_factory=dict)

    def xml(self, blocks: Iterable[Block], legend: Iterable[LegendEntry]) -> str:
        """All shapes: lines first, so that boxes lie over them; branches as groups."""
        boxes = {box.key: box for box in self.page.boxes}
        self.low = low_sites(self.page.links, boxes)
        self.own = {key: next(self.ids) for key in boxes}
        groups = {key: group.key for group in self.page.groups for key in group.boxes}
        inner: dict[str, list[str]] = {group.key: [] for group in self.page.groups}
        outer: list[str] = []
        for link in self.page.links:
            branch = groups.get(link.source.box)
            home = inner[branch] if branch and branch == groups.get(link.target.box) else outer
            home.extend(self.connectors(link, boxes))
        for box in self.page.boxes:
            (inner[groups[box.key]] if box.key in groups else outer).append(self.box(box))
        outer += [
            self.group(group.title, [boxes[key] for key in group.boxes], inner[group.key])
            for group in self.page.groups
        ]
        outer += [self.table(box.table, box.title) for box in self.page.boxes if box.table]
        for block in blocks:
            outer.extend(self.block(block))
        for entry in legend:
            outer.extend(self.entry(entry))
        return f"<p:spTree {NAMESPACES}>{''.join(outer)}</p:spTree>"

    def group(self, title: str, boxes: list[Box], inner: list[str]) -> str:
        """The shapes of a branch as a group as large as its boxes."""
        left, top = min(box.x for box in boxes), min(box.y for box in boxes)
        wide = max(box.x + box.width for box in boxes) - left
        tall = max(box.y + box.height for box in boxes) - top
        x, y, cx, cy = self.frame(left, top, wide, tall)
        place = f'<a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/>'
        child = f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{cx}" cy="{cy}"/>'
        name = quoteattr(words(title))
        return (
            f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{next(self.ids)}" name={name}/><p:cNvGrpSpPr/><p:nvPr/>'
            f"</p:nvGrpSpPr><p:grpSpPr><a:xfrm>{place}{child}</a:xfrm></p:grpSpPr>{''.join(inner)}</p:grpSp>"
        )

    def box(self, box: Box) -> str:
        """A box as a shape that connectors can hold; its table follows on its own."""
        height = box.height - (box.table.height if box.table else 0.0)
        facts = [box.title, *(mark.words for mark in box.marks)]
        link = self.links.get(box.page or 0)
        return self.shape(
            (box.x, box.y, box.width, height),
            box.title,
            "; ".join(facts),
            box.rows,
            box.style,
            id_=self.own[box.key],
            link=link,
            low=self.low.get((box.key, "right"), self.low.get((box.key, "left"))),
        )

    def block(self, block: Block) -> Iterator[str]:
        """A block of words around the boxes: its table, its text."""
        if block.table:
            yield self.table(block.table, block.kind)
        if block.rows:
            beside = 0.0 if block.style else INSET
            frame = block.x - beside, block.y, block.width + 2 * beside, block.height
            yield self.shape(frame, block.kind, "", block.rows, block.style, broken=True)

    def entry(self, entry: LegendEntry) -> Iterator[str]:
        """An entry of the legend: its line or swatch, and its words."""
        if entry.line:
            x, y, cx, _ = self.frame(entry.x, entry.y, entry.width, 0)
            yield (
                f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{next(self.ids)}" name={quoteattr(words(entry.words.text))}/>'
                f'<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/>'
                f'<a:ext cx="{cx}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
                f"{self.line(entry.line)}</p:spPr></p:cxnSp>"
            )
        if entry.swatch:
            rows = (entry.sign,) if entry.sign else ()
            frame = entry.x, entry.y, entry.width, entry.height
            yield self.shape(frame, "", "", rows, entry.swatch, broken=True)
        size = entry.words.runs[0].size if entry.words.runs else 8.0
        frame = entry.words.x - INSET, entry.words.y - size, entry.words.width * 1.3 + 8, size * 1.3
        yield self.shape(frame, entry.words.text, "", (entry.words,), None, broken=True)

    def connectors(self, link: Link, boxes: Mapping[str, Box]) -> Iterator[str]:
        """The connectors of a link, and the joints they go over that are not drawn yet."""
        source, target = boxes[link.source.box], boxes[link.target.box]
        name = quoteattr(words(f"{source.title} → {target.title}"))
        descr = f" descr={quoteattr(words(link.title))}" if link.title else ""
        for bend in elbows(link, boxes, self.page.scale, self.low):
            for stop, _ in (bend.start, bend.end):
                if stop not in self.own:
                    self.own[stop] = next(self.ids)
                    yield self.joint(stop, link.stroke)
            yield self.connector(bend, name + descr, link.stroke)

    def connector(self, bend: Elbow, name: str, stroke: Stroke) -> str:
        """A line of PowerPoint that is glued to both ends and bends by guides."""
        x, y, cx, cy = self.frame(*bend.frame)
        guides = "".join(
            f'<a:gd name="adj{n}" fmla="val {round(at * 100_000)}"/>' for n, at in enumerate(bend.bends, 1)
        )
        (start, out), (end, into) = bend.start, bend.end
        return (
            f'<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="{next(self.ids)}" name={name}/><p:cNvCxnSpPr>'
            f'<a:stCxn id="{self.own[start]}" idx="{out}"/><a:endCxn id="{self.own[end]}" idx="{into}"/>'
            f"</p:cNvCxnSpPr><p:nvPr/></p:nvCxnSpPr>"
            f'<p:spPr><a:xfrm {bend.turn}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            f'<a:prstGeom prst="{bend.preset}"><a:avLst>{guides}</a:avLst></a:prstGeom>'
            f"{self.line(stroke)}</p:spPr></p:cxnSp>"
        )

    def joint(self, stop: Stop, stroke: Stroke) -> str:
        """A shape no larger than the line is thick, where the trunk gives off a bus."""
        assert not isinstance(stop, str)  # noqa: S101 - boxes have their ids already
        x, y, size, _ = self.frame(stop[0], stop[1], JOINT, 0.0)
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.own[stop]}" name="{JOINT_NAME}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x - size // 2}" y="{y - size // 2}"/><a:ext cx="{size}" cy="{size}"/>'
            f'</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{self.ink(stroke.ink)}'
            "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
        )

    def shape(
        self,
        frame: tuple[float, float, float, float],
        name: str,
        descr: str,
        rows: tuple[Row, ...],
        style: Style | None,
        *,
        id_: int | None = None,
        link: str | None = None,
        broken: bool = False,
        low: float | None = None,
    ) -> str:
        """A shape with its text. Text that is `broken` keeps its lines; else the editor wraps it."""
        x, y, cx, cy = self.frame(*frame)
        wide = frame[2] - 2 * INSET
        rows = lines_within(rows, wide) if broken else wrapped_within(rows, wide, frame[3])
        click = f'<a:hlinkClick r:id="{link}" action="ppaction://hlinksldjump"/>' if link else ""
        inset = round(INSET * self.scale * EMU)
        kind = "" if style else ' txBox="1"'
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{id_ or next(self.ids)}" name={quoteattr(words(name))} '
            f"descr={quoteattr(words(descr))}>{click}</p:cNvPr><p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr><p:spPr>"
            f'<a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
            f"{RECTANGLE if low is None else glued_low(low)}{self.fill(style)}</p:spPr><p:txBody>"
            f'<a:bodyPr wrap="{"none" if broken else "square"}" lIns="{inset}" rIns="{inset}" tIns="0" bIns="0" anchor="ctr" '
            f'rtlCol="0"><a:noAutofit/></a:bodyPr><a:lstStyle/>{"".join(self.lines(rows) if broken else self.paragraphs(rows))}</p:txBody></p:sp>'
        )

    def paragraphs(self, rows: tuple[Row, ...]) -> Iterator[str]:
        """Lines of one paragraph are joined: the editor wraps for itself when a name is changed."""
        if not rows:
            yield "<a:p><a:endParaRPr/></a:p>"
        for lines in paragraphs(rows):
            yield f'<a:p><a:pPr algn="{ALIGNS[lines[0].align]}"/>'
            for n, row in enumerate(lines):
                yield from self.runs(row, " " if n + 1 < len(lines) else "")
            yield "</a:p>"

    def lines(self, rows: tuple[Row, ...]) -> Iterator[str]:
        """Rows as they stand: those of one height side by side, gaps between lines kept."""
        if not rows:
            yield "<a:p><a:endParaRPr/></a:p>"
        before: float | None = None
        for y, beside in groupby(rows, key=lambda row: row.y):
            line = list(beside)
            step = LEADING * line[0].runs[0].size
            gap = max(0.0, y - before - step) if before is not None else 0.0
            space = f'<a:spcBef><a:spcPts val="{round(gap * self.scale * 100)}"/></a:spcBef>' if gap else ""
            yield f'<a:p><a:pPr algn="{ALIGNS[line[0].align]}">{space}</a:pPr>'
            for n, row in enumerate(line):
                yield from self.runs(row, " " if n + 1 < len(line) else "")
            yield "</a:p>"
            before = y

    def runs(self, row: Row, after: str) -> Iterator[str]:
        """The pieces of a row, each in its face; `after` is put behind every one."""
        for run in row.runs:
            size = max(100, int(run.size * self.scale * 100))
            bold = ' b="1"' if run.bold else ""
            face = f'<a:rPr lang="{self.language}" sz="{size}"{bold} dirty="0">{self.ink(run.ink)}</a:rPr>'
            yield f"<a:r>{face}<a:t>{escape(words(run.text))}{after}</a:t></a:r>"

    def table(self, table: Table, name: str) -> str:
        """A table of its own, over the lines that go on below it: no group of PowerPoint holds a table."""
        x, y, cx, cy = self.frame(table.x, table.y, table.width, table.height)
        edge = self.line(table.stroke)[len("<a:ln") : -len("</a:ln>")]
        edges = "".join(f"<a:{side}{edge}</a:{side}>" for side in ("lnL", "lnR", "lnT", "lnB"))
        inside = _solid("#ffffff", "#ffffff", "bg1") if table.cells else "<a:noFill/>"
        columns = "".join(f'<a:gridCol w="{self.long(each)}"/>' for each in table.columns)
        lines = []
        for n, tall in enumerate(table.rows):
            cells = table.cells[n] if n < len(table.cells) else ((),) * len(table.columns)
            inner = "".join(
                f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{''.join(self.paragraphs(wrapped_within(cell, wide - 2 * CELL, tall))) if cell else self.empty()}"
                f'</a:txBody><a:tcPr {self.margins(cell)} anchor="ctr">{edges}'
                f"{inside}</a:tcPr></a:tc>"
                for cell, wide in zip(cells, table.columns, strict=False)
            )
            lines.append(f'<a:tr h="{self.long(tall)}">{inner}</a:tr>')
        return (
            f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{next(self.ids)}" name={quoteattr(words(name))}/>'
            f'<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="{x}" y="{y}"/>'
            f'<a:ext cx="{cx}" cy="{cy}"/></p:xfrm><a:graphic><a:graphicData uri="{TABLE_URI}"><a:tbl><a:tblPr/>'
            f"<a:tblGrid>{columns}</a:tblGrid>{''.join(lines)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
        )

    def margins(self, cell: tuple[Row, ...]) -> str:
        """None beside a short text in the middle, which has its room in the width of the column."""
        side = 0 if cell and cell[0].align == "middle" else self.long(CELL)
        return f'marL="{side}" marR="{side}" marT="0" marB="0"'

    def empty(self) -> str:
        """A paragraph that takes no room."""
        return '<a:p><a:endParaRPr sz="100"/></a:p>'

    def fill(self, style: Style | None) -> str:
        """Ground and outline of a shape; neither without a style."""
        if style is None:
            return "<a:noFill/><a:ln><a:noFill/></a:ln>"
        inside = _solid(style.fill, "#ffffff", "bg1") if style.fill else "<a:noFill/>"
        return inside + (self.line(style.stroke) if style.stroke else "<a:ln><a:noFill/></a:ln>")

    def line(self, stroke: Stroke) -> str:
        """An outline: width in EMU, ink, dash."""
        width = round(stroke.width * self.scale * EMU)
        ink = self.ink(stroke.ink)
        return f'<a:ln w="{width}">{ink}<a:prstDash val="{DASHES[stroke.dash]}"/></a:ln>'

    def ink(self, value: str) -> str:
        """A fill in a colour; black follows the theme."""
        return _solid(value, PLAIN_INK, "tx1")

    def frame(self, x: float, y: float, width: float, height: float) -> tuple[int, int, int, int]:
        """A rectangle in points of the page as x, y, width, height in EMU of the slide."""
        left, top = round((self.left + x * self.scale) * EMU), round((self.top + y * self.scale) * EMU)
        return left, top, self.long(width), self.long(height)

    def long(self, length: float) -> int:
        """A length in points of the page in EMU of the slide."""
        return max(0, round(length * self.scale * EMU))


def _solid(value: str, plain: str, theme: str) -> str:
    """A fill; what is plain follows the theme of the user's template."""
    value = colour(value)
    if value == plain:
        return f'<a:solidFill><a:schemeClr val="{theme}"/></a:solidFill>'
    return f'<a:solidFill><a:srgbClr val="{value[1:]}"/></a:solidFill>'
