"""DOT for Graphviz: the tree and its lines, without places. Graphviz makes its own layout of it."""

from typing import Final

from sotk.chart.render.cellwords import table_lines, warnings
from sotk.chart.render.safe import colour, words
from sotk.chart.scene import Box, Scene

DASHES: Final = {"solid": "solid", "dashed": "dashed", "dotted": "dotted"}


def dot(scene: Scene) -> str:
    """A digraph of all primary boxes and ghosts; names are quoted and never escapes or markup."""
    boxes = {box.key: box for page in scene.pages for box in page.boxes if box.role != "reference"}
    label = "\\n".join(_escaped(words(line)) for line in (scene.title, *warnings(scene)))
    lines = [
        "digraph sotk {",
        f'  label="{label}"; labelloc=t; rankdir=TB; splines=ortho;',
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
    return "\n".join([*lines, "}", ""])


def _look(box: Box) -> str:
    stroke = box.style.stroke
    pen = f", color={_quoted(colour(stroke.ink))}" if stroke else ""
    dashed = f', style="filled,{DASHES[stroke.dash]}"' if stroke and stroke.dash != "solid" else ""
    fill = colour(box.style.fill) if box.style.fill else "#ffffff"
    return f"label={_label(box)}, fillcolor={_quoted(fill)}{pen}{dashed}"


def _label(box: Box) -> str:
    rows = [words(row.text) for row in box.rows] or [words(box.title)]
    below = "".join(f"{_escaped(line)}\\l" for line in table_lines(box.table))
    return '"' + "\\n".join(map(_escaped, rows)) + (f"\\n{below}" if below else "") + '"'


def _quoted(text: str) -> str:
    return f'"{_escaped(words(text))}"'


def _escaped(text: str) -> str:
    """Neither an end of the quotes, nor an escape, nor an entity: Graphviz reads all three in labels."""
    return text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
