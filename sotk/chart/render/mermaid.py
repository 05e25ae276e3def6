"""Mermaid flowchart, for README files and wikis that draw it themselves.

The legend is a subgraph of its own, with a class for each sign.
"""

from collections.abc import Iterator
from typing import Final

from sotk.chart.render.cellwords import table_lines, warnings
from sotk.chart.render.safe import colour, words
from sotk.chart.render.signs import legend_entries, legend_title, signed
from sotk.chart.scene import LegendEntry, Scene, Stroke, Style

ARROWS: Final = {"solid": "---", "dashed": "-.-", "dotted": "-.-"}
DASHES: Final = {"dashed": "7 5", "dotted": "1 4"}
BARE: Final = "fill:none,stroke:none"
STAMP: Final = "fill:none,color:#8a1c1c,stroke:#8a1c1c,stroke-dasharray:4 3"


def mermaid(scene: Scene) -> str:
    """All primary boxes and ghosts; ids are numbers, names are quoted with entities for what is special."""
    boxes = [box for page in scene.pages for box in page.boxes if box.role != "reference"]
    ids = {box.key: f"n{n}" for n, box in enumerate(boxes)}
    lines = ["flowchart TB"]
    for n, warning in enumerate(warnings(scene)):
        lines += [f'  stamp{n}["{_escaped(warning)}"]', f"  style stamp{n} {STAMP}"]
    for box in boxes:
        rows = [words(row.text) for row in box.rows] or [words(box.title)]
        rows += table_lines(box.table)
        lines.append(f'  {ids[box.key]}["{"<br/>".join(map(_escaped, rows))}"]')
        stroke = box.style.stroke
        if stroke and (stroke.dash != "solid" or box.style.fill != "#ffffff"):
            lines.append(f"  style {ids[box.key]} {_painted(box.style)}")
    strokes = []
    for page in scene.pages:
        for link in page.links:
            if link.source.box in ids and link.target.box in ids:
                arrow = ARROWS[link.stroke.dash]
                lines.append(f"  {ids[link.source.box]} {arrow} {ids[link.target.box]}")
                strokes.append(link.stroke)
    entries = legend_entries(scene)
    strokes += [entry.line for entry in entries if entry.line is not None]
    return "\n".join([*lines, *_legend(entries, legend_title(scene)), *_dashes(strokes), ""])


def _dashes(strokes: list[Stroke]) -> Iterator[str]:
    """Mermaid has one broken line only; dashed and dotted ones are told apart by styles of their own."""
    for dash, style in DASHES.items():
        numbers = [str(n) for n, stroke in enumerate(strokes) if stroke.dash == dash]
        if numbers:
            yield f"  linkStyle {','.join(numbers)} stroke-dasharray:{style}"


def _legend(entries: list[LegendEntry], title: str) -> Iterator[str]:
    """The kinds of line, then the signs that the picture has, under each other."""
    if not entries:
        return
    yield f'  subgraph legend["{_escaped(title)}"]'
    yield "  style legend fill:#ffffff,stroke:#8a8a8a"
    yield "  direction LR"  # what is not linked then stands under each other
    for n, entry in enumerate(entries):
        yield from _entry(n, entry)
    yield "  end"


def _entry(n: int, entry: LegendEntry) -> Iterator[str]:
    """A box that looks as those it speaks of, or a line of its kind after the words."""
    yield f'  legend{n}["{_escaped(signed(entry))}"]'
    if entry.swatch is not None:
        yield f"  classDef sign{n} {_painted(entry.swatch)}"
        yield f"  class legend{n} sign{n}"
        return
    arrow = ARROWS[(entry.line or Stroke()).dash]
    yield f"  classDef sign{n} {BARE}"
    yield f'  sample{n}[" "]'
    yield f"  class legend{n},sample{n} sign{n}"
    yield f"  sample{n} {arrow} legend{n}"


def _painted(style: Style) -> str:
    stroke = style.stroke or Stroke("#ffffff")
    dash = "" if stroke.dash == "solid" else ",stroke-dasharray:4 3"
    fill = colour(style.fill) if style.fill else "none"
    return f"fill:{fill},stroke:{colour(stroke.ink)}{dash}"


def _escaped(text: str) -> str:
    """Only letters, digits and harmless signs stand as they are; all else as numbered entities."""
    return "".join(each if each.isalnum() or each in " .,-/()+:|−*" else f"#{ord(each)};" for each in text)
