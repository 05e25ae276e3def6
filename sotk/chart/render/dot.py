"""DOT for Graphviz: the tree and its lines, without places. Graphviz makes its own layout of it.

The legend is a cluster of its own: a box a sign, and a piece of each kind of line.
"""

from collections.abc import Iterator
from typing import Final

from sotk.chart.render.cellwords import table_lines, warnings
from sotk.chart.render.safe import colour, words
from sotk.chart.render.signs import legend_entries, legend_title, signed
from sotk.chart.scene import Box, LegendEntry, Scene, Stroke, Style

DASHES: Final = {"solid": "solid", "dashed": "dashed", "dotted": "dotted"}
LEGEND_ROWS: Final = 4


def dot(scene: Scene) -> str:
    """A digraph of all primary boxes and ghosts; names are quoted and never escapes or markup."""
    boxes = {box.key: box for page in scene.pages for box in page.boxes if box.role != "reference"}
    label = "\\n".join(_escaped(words(line)) for line in (scene.title, *warnings(scene)))
    lines = [
        "digraph sotk {",
        f'  label="{label}"; labelloc=t; rankdir=TB; splines=ortho; fontname="Inter";',
        '  node [shape=box, style=filled, fontname="Inter", fontsize=10];',
        "  edge [arrowhead=none];",
        *(f"  {_quoted(key)} [{_look(box)}];" for key, box in boxes.items()),
    ]
    for page in scene.pages:
        for link in page.links:
            source, target = link.source.box, link.target.box
            if source in boxes and target in boxes:
                tie = "" if boxes[target].parent == source else ", constraint=false"
                style = f"style={DASHES[link.stroke.dash]}{tie}"
                lines.append(f"  {_quoted(source)} -> {_quoted(target)} [{style}];")
    return "\n".join([*lines, *_legend(scene), "}", ""])


def _legend(scene: Scene) -> Iterator[str]:
    """A cluster with the kinds of line and the signs that the picture has, under each other."""
    entries = legend_entries(scene)
    if not entries:
        return
    yield "  subgraph cluster_legend {"
    yield f"    label={_quoted(legend_title(scene))}; labeljust=l; fontsize=10; color=gray60;"
    for n, entry in enumerate(entries):
        yield from _entry(n, entry)
    for start in range(0, len(entries), LEGEND_ROWS):
        column = [f"legend{n}" for n in range(start, min(start + LEGEND_ROWS, len(entries)))]
        if len(column) > 1:
            yield f"    {' -> '.join(column)} [style=invis];"
    yield "  }"


def _entry(n: int, entry: LegendEntry) -> Iterator[str]:
    """A box that looks as those it speaks of, or a line of its kind before the words."""
    label = f'label="{_escaped(signed(entry))}"'
    if entry.swatch is not None:
        yield f"    legend{n} [{label}, {_painted(entry.swatch)}];"
        return
    dash = DASHES[(entry.line or Stroke()).dash]
    yield f"    legend{n} [{label}, shape=plaintext, style=solid];"
    yield f'    sample{n} [label="", shape=point, style=invis, width=0.01];'
    yield f"    {{rank=same; sample{n} -> legend{n} [style={dash}, minlen=2];}}"


def _look(box: Box) -> str:
    return f"label={_label(box)}, {_painted(box.style)}"


def _painted(style: Style) -> str:
    stroke = style.stroke
    pen = f", color={_quoted(colour(stroke.ink))}" if stroke else ""
    dashed = f', style="filled,{DASHES[stroke.dash]}"' if stroke and stroke.dash != "solid" else ""
    fill = colour(style.fill) if style.fill else "#ffffff"
    return f"fillcolor={_quoted(fill)}{pen}{dashed}"


def _label(box: Box) -> str:
    rows = [words(row.text) for row in box.rows] or [words(box.title)]
    below = "".join(f"{_escaped(line)}\\l" for line in table_lines(box.table))
    return '"' + "\\n".join(map(_escaped, rows)) + (f"\\n{below}" if below else "") + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(words(text))}"'


def _escaped(text: str) -> str:
    """Neither an end of the quotes, nor an escape, nor an entity: Graphviz reads all three in labels."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
