"""SVG with real text and titles: readable in a diff, the same bytes for the same Scene.

Without the embedded font another font may be used by the viewer; `textLength` then holds every line to
its measured width, so that text stays inside its box. All text is escaped; nothing of a name is markup.
"""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from sotk.chart.render.safe import colour, words
from sotk.chart.render.strokes import strokes
from sotk.chart.scene import Block, Box, LegendEntry, Link, Page, Row, Scene, Stroke, Style, Table

FAMILY: Final = "Inter, 'Noto Sans', 'Segoe UI', Roboto, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif"
DASHES: Final = {"solid": "", "dashed": ' stroke-dasharray="5 3"', "dotted": ' stroke-dasharray="1.5 2.5"'}
PAGE_GAP: Final = 24.0


def svg(
    scene: Scene,
    *,
    page: int | None = None,
    embed_font: bool = False,
    held: bool | None = None,
    interactive: bool = False,
) -> str:
    """One page by its number, or all of them under each other.

    `held` ties every line to its measured width; where nothing is said, it does if the font is not embedded.
    """
    held = not embed_font if held is None else held
    pages = [p for p in scene.pages if page is None or p.number == page]
    width = max((p.width for p in pages), default=0)
    height = sum(p.height for p in pages) + PAGE_GAP * max(0, len(pages) - 1)
    size = f'width="{_n(width)}pt" height="{_n(height)}pt" viewBox="0 0 {_n(width)} {_n(height)}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FAMILY}" lang={_quoted(scene.language)}>',
        f"<title>{_escaped(scene.title)}</title>",
    ]
    if embed_font:
        lines.append(f"<style>{faces()}</style>")
    top = 0.0
    for each in pages:
        lines += [
            f'<g transform="translate(0 {_n(top)})">' if top else "<g>",
            *_page(each, held=held, interactive=interactive),
            "</g>",
        ]
        top += each.height + PAGE_GAP
    lines.append("</svg>\n")
    return "\n".join(lines)


def _page(page: Page, *, held: bool, interactive: bool) -> Iterator[str]:
    yield f'<rect width="{_n(page.width)}" height="{_n(page.height)}" fill="#ffffff"/>'
    alone = [link for link in page.links if link.title or interactive]
    for kind, stroke, segments in strokes(
        [] if interactive else [link for link in page.links if not link.title]
    ):
        path = " ".join(
            f"M{_n(ax)} {_n(ay)} {f'V{_n(by)}' if ax == bx else f'H{_n(bx)}'}" for ax, ay, bx, by in segments
        )
        yield f'<path class={_quoted(kind)} d="{path}" fill="none"{_stroke(stroke)}/>'
    meeting = Counter(end.box for link in alone for end in (link.source, link.target))
    for link in alone:
        yield _alone(link, meeting, interactive=interactive)
    for box in page.boxes:
        yield from _box(box, held=held, interactive=interactive)
    for block in page.blocks:
        yield from _block(block, held=held)
    for entry in page.legend:
        yield from _entry(entry, held=held)


def _alone(link: Link, meeting: Mapping[str, int], *, interactive: bool) -> str:
    """A line by itself: one that has a title, or one that a reader can hide.

    A dashed line begins in the box where most lines meet: on a stretch that lines share their dashes then lie
    on each other, where else they would fill each other's gaps.
    """
    from_target = link.stroke.dash != "solid" and meeting[link.target.box] > meeting[link.source.box]
    points = link.points[::-1] if from_target else link.points
    path = "M" + " L".join(f"{_n(x)} {_n(y)}" for x, y in points)
    title = f"<title>{_escaped(link.title)}</title>" if link.title else ""
    ends = f" data-from={_quoted(link.source.box)} data-to={_quoted(link.target.box)}" if interactive else ""
    return (
        f'<path class={_quoted(link.kind)}{ends} d="{path}" fill="none"{_stroke(link.stroke)}>{title}</path>'
    )


def _box(box: Box, *, held: bool, interactive: bool) -> Iterator[str]:
    facts = [box.title, *(mark.words for mark in box.marks)]
    facts += [f"{d.label}: {d.value}" for d in box.details if not d.long]
    more = f' data-key={_quoted(box.key)} tabindex="0" role="button"' if interactive else ""
    yield f"<g class={_quoted(f'box {box.role}')} data-id={_quoted(box.id)}{more}>"
    yield f"<title>{chr(10).join(_escaped(fact) for fact in facts)}</title>"
    yield _rect(box, box.style)
    if box.table:
        yield from _table(box.table, held=held)
    for row in box.rows:
        yield _text(row, held=held)
    yield "</g>"


def _rect(place: Box | Block, style: Style) -> str:
    height = place.height - (place.table.height if place.table else 0)
    where = f'x="{_n(place.x)}" y="{_n(place.y)}" width="{_n(place.width)}" height="{_n(height)}"'
    return f'<rect {where} fill="{_fill(style)}"{_stroke(style.stroke)}/>'


def _block(block: Block, *, held: bool) -> Iterator[str]:
    yield f'<g class="{block.kind}">'
    if block.style:
        yield _rect(block, block.style)
    if block.table:
        yield from _table(block.table, held=held)
    for row in block.rows:
        yield _text(row, held=held)
    yield "</g>"


def _table(table: Table, *, held: bool) -> Iterator[str]:
    """All rules as one path, then the texts of the cells."""
    right, bottom = table.x + table.width, table.y + table.height
    rules, x, y = [], table.x, table.y
    for step in (0.0, *table.columns):
        x += step
        rules.append(f"M{_n(x)} {_n(table.y)} V{_n(bottom)}")
    for step in (0.0, *table.rows):
        y += step
        rules.append(f"M{_n(table.x)} {_n(y)} H{_n(right)}")
    yield f'<path d="{" ".join(rules)}" fill="none"{_stroke(table.stroke)}/>'
    for line in table.cells:
        for cell in line:
            for row in cell:
                yield _text(row, held=held)


def _entry(entry: LegendEntry, *, held: bool) -> Iterator[str]:
    yield '<g class="legend">'
    if entry.line:
        path = f"M{_n(entry.x)} {_n(entry.y)} H{_n(entry.x + entry.width)}"
        yield f'<path d="{path}" fill="none"{_stroke(entry.line)}/>'
    if entry.swatch:
        where = f'x="{_n(entry.x)}" y="{_n(entry.y)}" width="{_n(entry.width)}" height="{_n(entry.height)}"'
        yield f'<rect {where} fill="{_fill(entry.swatch)}"{_stroke(entry.swatch.stroke)}/>'
    if entry.sign:
        yield _text(entry.sign, held=held)
    yield _text(entry.words, held=held)
    yield "</g>"


def _text(row: Row, *, held: bool) -> str:
    fixed = (
        f' textLength="{_n(row.width)}" lengthAdjust="spacingAndGlyphs"' if held and len(row.text) > 1 else ""
    )
    first = row.runs[0]
    inner = _escaped(first.text) + "".join(
        f"<tspan{_face(run.size, run.bold, run.ink)}>{_escaped(run.text)}</tspan>" for run in row.runs[1:]
    )
    anchor = "" if row.align == "start" else f' text-anchor="{row.align}"'
    return f'<text x="{_n(row.x)}" y="{_n(row.y)}"{anchor}{fixed}{_face(first.size, first.bold, first.ink)}>{inner}</text>'


def _face(size: float, bold: bool, ink: str) -> str:  # noqa: FBT001
    return f' font-size="{_n(size)}" font-weight="{700 if bold else 400}" fill="{colour(ink)}"'


def _stroke(stroke: Stroke | None) -> str:
    return (
        ""
        if stroke is None
        else f' stroke="{colour(stroke.ink)}" stroke-width="{_n(stroke.width)}"{DASHES[stroke.dash]}'
    )


def _fill(style: Style) -> str:
    return colour(style.fill) if style.fill else "none"


def _escaped(text: str) -> str:
    return escape(words(text))


def _quoted(text: str) -> str:
    return quoteattr(words(text))


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")


@cache
def faces() -> str:
    """The CSS that carries the bundled font inside the file, regular and bold."""
    faces = []
    for name, weight in (("Regular", 400), ("Bold", 700)):
        data = b64encode((files("sotk.chart") / "fonts" / f"Inter-{name}.ttf").read_bytes()).decode("ascii")
        source = f"url(data:font/ttf;base64,{data}) format('truetype')"
        faces.append(f"@font-face{{font-family:Inter;font-weight:{weight};src:{source}}}")
    return "".join(faces)
