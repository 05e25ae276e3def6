"""Paragraphs of Word written as their XML: the library looks a style up by its name each time, which is slow."""

from typing import Any, Final

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from sotk.findings.names import clean

ALIGNED: Final = {"left": "", "centre": "center", "right": "right"}
"""How Word calls the side at which a text stands; the left one is not said."""


def paragraph(
    text: str,
    style: str,
    *,
    align: str = "",
    strong: bool = False,
    kept: bool = False,
    above: str = "",
) -> Any:
    """A paragraph of the style with that id; `kept` on the page of the next one, `above` in a line before."""
    element = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    child(properties, "w:pStyle", val=style)
    if kept:
        child(properties, "w:keepNext")
    if align:
        child(properties, "w:jc", val=align)
    element.append(properties)
    if above:
        run = _run(above, strong=strong)
        child(run, "w:br")
        element.append(run)
    if text:
        element.append(_run(text, strong=strong))
    return element


def numbered(text: str, number: int, indent: int, hanging: int) -> Any:
    """An entry of the list with that number; lengths in twentieths of a point."""
    element = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    child(properties, "w:pStyle", val="ListParagraph")
    numbering = OxmlElement("w:numPr")
    child(numbering, "w:ilvl", val="0")
    child(numbering, "w:numId", val=str(number))
    properties.append(numbering)
    child(properties, "w:ind", left=str(indent), hanging=str(hanging))
    element.append(properties)
    element.append(_run(text, strong=False))
    return element


def child(parent: Any, name: str, **attributes: str) -> None:
    """Add an element with attributes of Word."""
    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    parent.append(made)


def _run(text: str, *, strong: bool) -> Any:
    run = OxmlElement("w:r")
    if strong:
        look = OxmlElement("w:rPr")
        child(look, "w:b")
        run.append(look)
    said = OxmlElement("w:t")
    said.text = clean(text)
    run.append(said)
    return run
