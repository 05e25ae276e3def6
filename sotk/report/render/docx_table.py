"""A table of Word written as its XML at once: the library's own cells cost a search each."""

from typing import Any, Final

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls

from sotk.report.document import Cell, Column, Row, Table
from sotk.report.render.docx_text import ALIGNED, child, paragraph

_TWIPS: Final = 1440 / 25.4
"""Twentieths of a point in a millimetre."""
_SHADES: Final = {"head": "D9E2EC", "group": "EEF2F6", "total": "F5F5F5"}
_EDGES: Final = ("top", "left", "bottom", "right", "insideH", "insideV")


def table(made: Table, room: float) -> Any:
    """The element of a table between margins that are `room` millimetres apart."""
    share = sum(column.width for column in made.columns)
    widths = [round(column.width / share * room * made.share * _TWIPS) for column in made.columns]
    element = OxmlElement("w:tbl")
    element.append(_properties(sum(widths), ruled=made.ruled))
    grid = OxmlElement("w:tblGrid")
    for width in widths:
        child(grid, "w:gridCol", w=str(width))
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
    child(properties, "w:cantSplit")
    if kind == "head":
        child(properties, "w:tblHeader")
    element.append(properties)
    at = 0
    for cell in row.cells:
        align = "centre" if kind == "head" else columns[at].align
        width = sum(widths[at : at + cell.span])
        element.append(_cell(cell, width, kind, ALIGNED[align if cell.span == 1 else "left"], ruled=ruled))
        at += cell.span
    return element


def _cell(cell: Cell, width: int, kind: str, align: str, *, ruled: bool) -> Any:
    element = OxmlElement("w:tc")
    properties = OxmlElement("w:tcPr")
    child(properties, "w:tcW", w=str(width), type="dxa")
    if cell.span > 1:
        child(properties, "w:gridSpan", val=str(cell.span))
    if kind in _SHADES:
        child(properties, "w:shd", val="clear", color="auto", fill=_SHADES[kind])
    if kind == "head":
        child(properties, "w:vAlign", val="center")
    element.append(properties)
    for at, text in enumerate(cell.paragraphs):
        strong, kept = kind != "plain" and at == 0, kind in ("head", "group")
        style = "Tabletext" if ruled else "Normal"
        element.append(paragraph(text, style, align=align, strong=strong, kept=kept))
    return element
