"""Mermaid flowchart, for README files and wikis that draw it themselves."""

from typing import Final

from sotk.chart.render.cellwords import table_lines, warnings
from sotk.chart.render.safe import colour, words
from sotk.chart.scene import Scene

ARROWS = {"solid": "---", "dashed": "-.-", "dotted": "-.-"}
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
            dash = "" if stroke.dash == "solid" else ",stroke-dasharray:4 3"
            fill = colour(box.style.fill) if box.style.fill else "none"
            lines.append(f"  style {ids[box.key]} fill:{fill},stroke:{colour(stroke.ink)}{dash}")
    for page in scene.pages:
        for link in page.links:
            if link.source.box in ids and link.target.box in ids:
                arrow = ARROWS[link.stroke.dash]
                lines.append(f"  {ids[link.source.box]} {arrow} {ids[link.target.box]}")
    return "\n".join([*lines, ""])


def _escaped(text: str) -> str:
    """Only letters, digits and harmless signs stand as they are; all else as numbered entities."""
    return "".join(each if each.isalnum() or each in " .,-/()+:|−*" else f"#{ord(each)};" for each in text)
