"""A table of Word written as its XML at once: the library's own cells cost a search each."""

from typing import Any, Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from sotk.findings.names import clean
from sotk.report.document import Cell, Column, Row, Table

_TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_SHADES: Final = {"head": "D9E2EC", "group": "EEF2F6", "total": "F5F5F5"}
_ALIGN: Final = {"left": "left", "centre": "center", "right": "right"}
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(made: Table, room: float) -> Any:
    """The element of a table between margins that are `room` millimetres apart."""
    share = sum(column.width for column in made.columns)
    widths = [round(column.width / share * room * made.share * _TWIPS) for column in made.columns]
    element = OxmlElement("w:tbl")
    element.append(_properties(sum(widths), ruled=made.ruled))
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        _child(grid, "w:gridCol", w=str(width))
    element.append(grid)
    if any(column.head for column in made.columns):
        head = Row(tuple(Cell(column.head) for column in made.columns))
        element.append(_row(head, made.columns, widths, "head"))
    for row in made.rows:
        element.append(_row(row, made.columns, widths, row.kind, ruled=made.ruled))
    return element


def _properties(width: int, *, ruled: bool) -> Any:
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for edge in _EDGES if ruled
    )
    return parse_xml(
        f'<w:tblPr {nsdecls("w")}><w:tblW w:w="{width}" w:type="dxa"/><w:tblBorders>{edges}</w:tblBorders>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="70" w:type="dxa"/>'
        '<w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    )


def _row(row: Row, columns: tuple[Column, ...], widths: list[int], kind: str, *, ruled: bool = True) -> Any:
    element = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    _child(properties, "w:cantSplit")
    if kind == "head":
        _child(properties, "w:tblHeader")
    element.append(properties)
    at = 0
    for cell in row.cells:
        align = "centre" if kind == "head" else columns[at].align
        width = sum(widths[at : at + cell.span])
        element.append(_cell(cell, width, kind, _ALIGN[align if cell.span == 1 else "left"], ruled=ruled))
        at += cell.span
    return element


def _cell(cell: Cell, width: int, kind: str, align: str, *, ruled: bool) -> Any:
    element = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    _child(properties, "w:tcW", w=str(width), type="dxa")
    if cell.span > 1:
        _child(properties, "w:gridSpan", val=str(cell.span))
    if kind in _SHADES:
        _child(properties, "w:shd", val="clear", color="auto", fill=_SHADES[kind])
    if kind == "head":
        _child(properties, "w:vAlign", val="center")
    element.append(properties)
    for at, text in enumerate(cell.paragraphs):
        strong = kind != "plain" and at == 0
        element.append(
            _paragraph(
                clean(text),
                align,
                strong=strong,
                kept=kind in ("head", "group"),
                style="Tabletext" if ruled else "Normal",
            )
        )
    return element


def _paragraph(text: str, align: str, *, strong: bool, kept: bool, style: str) -> Any:
    element = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    _child(properties, "w:pStyle", val=style)
    if kept:
        _child(properties, "w:keepNext")
    if align != "left":
        _child(properties, "w:jc", val=align)
    element.append(properties)
    if text:
        run = OxmlElement("w:r")
        if strong:
            look = OxmlElement("w:rPr")
            _child(look, "w:b")
            run.append(look)
        said = OxmlElement("w:t")
        said.text = text
        run.append(said)
        element.append(run)
    return element


def _child(parent: Any, name: str, **attributes: str) -> None:
    child = OxmlElement(name)
    for key, value in attributes.items():
        child.set(qn(f"w:{key}"), value)
    parent.append(child)
