"""draw.io: every box a shape, every line an edge between two of them, a page a diagram."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sotk.chart.render.safe import colour, words
from sotk.chart.scene import Link, Page, Port, Row, Scene, Stroke, Style, Table

DASHES: Final = {"solid": "", "dashed": "dashed=1;dashPattern=5 3;", "dotted": "dashed=1;dashPattern=1 3;"}
PLACES: Final = {"top": "{at},0", "bottom": "{at},1", "left": "0,{at}", "right": "1,{at}"}


def drawio(scene: Scene) -> str:
    """The scene as a file of draw.io: uncompressed XML, a diagram a page."""
    diagrams = "".join(_diagram(page, n) for n, page in enumerate(scene.pages, 1))
    return f'<mxfile host="sotk" type="device">\n{diagrams}</mxfile>\n'


def _diagram(page: Page, number: int) -> str:
    size = f'pageWidth="{_n(page.width)}" pageHeight="{_n(page.height)}"'
    name = quoteattr(words(page.title) or str(number))
    cells = "\n".join(_cells(page))
    return (
        f'<diagram id="p{number}" name={name}><mxGraphModel grid="0" page="1" {size}><root>\n'
        f'<mxCell id="0"/><mxCell id="1" parent="0"/>\n{cells}\n</root></mxGraphModel></diagram>\n'
    )


def _cells(page: Page) -> Iterator[str]:
    ids = {box.key: f"b{n}" for n, box in enumerate(page.boxes)}
    for box in page.boxes:
        height = box.height - (box.table.height if box.table else 0.0)
        frame = box.x, box.y, box.width, height
        yield _vertex(ids[box.key], _lines(box.rows), _face(box.rows), _style(box.style), frame)
        if box.table:
            yield from _table(box.table, ids[box.key], (box.x, box.y))
    for n, block in enumerate(page.blocks):
        if block.rows:
            frame = block.x, block.y, block.width, block.height
            yield _vertex(f"t{n}", _lines(block.rows), _face(block.rows), _style(block.style), frame)
        if block.table:
            yield from _table(block.table, "1", (0.0, 0.0), f"t{n}")
    for n, link in enumerate(page.links):
        yield _edge(f"l{n}", link, ids)


def _table(table: Table, parent: str, corner: tuple[float, float], name: str = "") -> Iterator[str]:
    """A cell each, inside the box that the table belongs to, so that they move with it."""
    y = table.y - corner[1]
    for n, height in enumerate(table.rows):
        x = table.x - corner[0]
        line = table.cells[n] if n < len(table.cells) else ((),) * len(table.columns)
        for m, (width, rows) in enumerate(zip(table.columns, line, strict=True)):
            style = f"rounded=0;fillColor=#ffffff;spacing=2;{_pen(table.stroke)}"
            frame = x, y, width, height
            yield _vertex(f"{name or parent}r{n}c{m}", _lines(rows), _face(rows), style, frame, parent)
            x += width
        y += height


def _vertex(
    id_: str,
    text: str,
    face: str,
    style: str,
    frame: tuple[float, float, float, float],
    parent: str = "1",
) -> str:
    x, y, width, height = map(_n, frame)
    geometry = f'x="{x}" y="{y}" width="{width}" height="{height}"'
    return (
        f'<mxCell id="{id_}" value={quoteattr(text)} style="{style}{face}html=0;whiteSpace=wrap;" '
        f'vertex="1" parent="{parent}"><mxGeometry {geometry} as="geometry"/></mxCell>'
    )


def _edge(id_: str, link: Link, ids: dict[str, str]) -> str:
    bends = "".join(f'<mxPoint x="{_n(x)}" y="{_n(y)}"/>' for x, y in link.points[1:-1])
    points = f'<Array as="points">{bends}</Array>' if bends else ""
    style = (
        f"edgeStyle=orthogonalEdgeStyle;rounded=0;endArrow=none;html=0;{_pen(link.stroke)}"
        f"{_port('exit', link.source.port)}{_port('entry', link.target.port)}"
    )
    return (
        f'<mxCell id="{id_}" value="" style="{style}" edge="1" parent="1" source="{ids[link.source.box]}" '
        f'target="{ids[link.target.box]}"><mxGeometry relative="1" as="geometry">{points}</mxGeometry></mxCell>'
    )


def _port(name: str, port: Port) -> str:
    x, y = PLACES[port.side].replace("{at}", _n(port.at)).split(",")
    return f"{name}X={x};{name}Y={y};"


def _lines(rows: tuple[Row, ...]) -> str:
    """Paragraphs as lines; draw.io wraps them for itself. Line breaks stay, as character references."""
    text = ""
    for row in rows:
        gap = "" if not text else "\n" if row.opens else " "
        text += gap + words(row.text)
    return text


def _face(rows: tuple[Row, ...]) -> str:
    if not rows or not rows[0].runs:
        return ""
    run = rows[0].runs[0]
    align = {"start": "left", "middle": "center", "end": "right"}[rows[0].align]
    return f"fontSize={_n(run.size)};fontStyle={int(run.bold)};fontColor={colour(run.ink)};align={align};"


def _style(style: Style | None) -> str:
    if style is None:
        return "text;fillColor=none;strokeColor=none;"
    fill = colour(style.fill) if style.fill else "none"
    return f"rounded=0;fillColor={fill};{_pen(style.stroke)}"


def _pen(stroke: Stroke | None) -> str:
    if stroke is None:
        return "strokeColor=none;"
    return f"strokeColor={colour(stroke.ink)};strokeWidth={_n(stroke.width)};{DASHES[stroke.dash]}"


def _n(number: float) -> str:
    return escape(f"{number:.2f}".rstrip("0").rstrip("."))
