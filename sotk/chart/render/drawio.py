"""draw.io: every box a shape, every line an edge between two of them, a page a diagram."""

from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sotk.chart.render.safe import colour, words
from sotk.chart.scene import Block, Box, Link, Page, Port, Scene, Stroke, Style

DASHES: Final = {"solid": "", "dashed": "dashed=1;dashPattern=5 3;", "dotted": "dashed=1;dashPattern=1 3;"}
PLACES: Final = {"top": "{at},0", "bottom": "{at},1", "left": "0,{at}", "right": "1,{at}"}


def drawio(scene: Scene) -> str:
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
        yield _vertex(ids[box.key], _lines(box), _face(box), _style(box.style), box)
    for n, block in enumerate(page.blocks):
        if block.rows:
            yield _vertex(f"t{n}", _lines(block), _face(block), _style(block.style), block)
    for n, link in enumerate(page.links):
        yield _edge(f"l{n}", link, ids)


def _vertex(id_: str, text: str, face: str, style: str, place: Box | Block) -> str:
    geometry = f'x="{_n(place.x)}" y="{_n(place.y)}" width="{_n(place.width)}" height="{_n(place.height)}"'
    return (
        f'<mxCell id="{id_}" value={quoteattr(text)} style="{style}{face}html=0;whiteSpace=wrap;" '
        f'vertex="1" parent="1"><mxGeometry {geometry} as="geometry"/></mxCell>'
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


def _lines(part: Box | Block) -> str:
    """Paragraphs as lines; draw.io wraps them for itself. Line breaks stay, as character references."""
    text = ""
    for row in part.rows:
        gap = "" if not text else "\n" if row.opens else " "
        text += gap + words(row.text)
    return text


def _face(part: Box | Block) -> str:
    if not part.rows or not part.rows[0].runs:
        return ""
    run = part.rows[0].runs[0]
    align = {"start": "left", "middle": "center", "end": "right"}[part.rows[0].align]
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
