"""One HTML file that opens and prints anywhere: no script, nothing from a network, names escaped."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from typing import Final

from sotk.findings.names import clean
from sotk.report.document import (
    Block,
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
)

_STYLE: Final = """
body{font:15px/1.45 Arial,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}
h1{font-size:1.3rem;text-align:center}h2{font-size:1.15rem}h3{font-size:1.05rem}
.notice{color:#a3121f;font-weight:700;text-align:center}.note{font-size:.87em}.centre{text-align:center}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1.2rem;font-size:.87em}
caption{font-weight:700;text-align:left;margin-bottom:.3rem}
.ruled th,.ruled td{border:1px solid #7f7f7f}th,td{padding:.2rem .4rem;vertical-align:top}
thead th{background:#d9e2ec}.group td{background:#eef2f6;font-weight:700}.total td{background:#f5f5f5;font-weight:700}
.right{text-align:right}.centre{text-align:center}td p{margin:0 0 .15rem}img{max-width:100%}
figure{margin:1rem 0;text-align:center}figcaption{font-size:.87em}
ol.letter{list-style:lower-alpha}section.new{break-before:page}thead{display:table-header-group}tr{break-inside:avoid}
.group td p+p{font-weight:400}@media print{body{margin:0;max-width:none}}
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


def render(document: Document) -> bytes:
    """The bytes of a .html."""
    title = _safe(" – ".join(document.title))
    head = "<br>".join(_safe(line) for line in document.title)
    notice = f'<p class="notice">{_safe(document.notice)}</p>\n' if document.notice else ""
    body = "".join(_section(section, notice if at else "") for at, section in enumerate(document.sections))
    return (
        f'<!doctype html>\n<html lang="{document.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n{notice}<h1>{head}</h1>\n{body}</body>\n</html>\n"
    ).encode()


def _section(section: Section, notice: str) -> str:
    """A section; all but the first begin a page, with the notice at its top."""
    blocks = "".join(part for block in section.blocks for part in _block(block))
    return (
        f'<section class="new">\n{notice}{blocks}</section>\n'
        if notice
        else f"<section>\n{blocks}</section>\n"
    )


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            number = f"{_safe(block.number)}<br>" if block.number else ""
            centred = ' class="centre"' if block.centred else ""
            yield f"<h{block.level + 1}{centred}>{number}{_safe(block.text)}</h{block.level + 1}>\n"
        case Paragraph(style="strong"):
            yield f"<p><b>{_safe(block.text)}</b></p>\n"
        case Paragraph():
            yield f'<p class="{block.style}">{_safe(block.text)}</p>\n'
        case Items():
            tag = "ul" if block.marker == "bullet" else "ol"
            entries = "".join(f"<li>{_safe(entry)}</li>\n" for entry in block.entries)
            yield f'<{tag} class="{block.marker}" start="{block.start}" style="margin-left:{block.level * 1.5}rem">\n{entries}</{tag}>\n'
        case Figure():
            data = b64encode(block.png).decode("ascii")
            caption = f"<figcaption>{_safe(block.caption)}</figcaption>" if block.caption else ""
            yield (
                f'<figure><img alt="{_safe(block.alt)}" src="data:image/png;base64,{data}">{caption}</figure>\n'
            )
        case Table():
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    ruled = "ruled" if table.ruled else "placed"
    yield f'<table class="{ruled}" style="width:{100 * table.share:.0f}%">\n'
    if table.name:
        yield f"<caption>{_safe(table.name)}</caption>\n"
    share = sum(column.width for column in table.columns)
    for column in table.columns:
        yield f'<col style="width:{100 * column.width / share:.2f}%">'
    if any(column.head for column in table.columns):
        heads = "".join(f'<th scope="col">{_safe(column.head)}</th>' for column in table.columns)
        yield f"\n<thead><tr>{heads}</tr></thead>\n"
    yield "<tbody>\n"
    for row in table.rows:
        yield _row(row, table.columns)
    yield "</tbody>\n</table>\n"


def _row(row: Row, columns: tuple[Column, ...]) -> str:
    at, parts = 0, []
    for cell in row.cells:
        parts.append(_cell(cell, columns[at].align if cell.span == 1 else "left"))
        at += cell.span
    return f'<tr class="{row.kind}">{"".join(parts)}</tr>\n'


def _cell(cell: Cell, align: str) -> str:
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    lines = cell.paragraphs
    text = _safe(lines[0]) if len(lines) == 1 else "".join(f"<p>{_safe(line)}</p>" for line in lines)
    return f'<td class="{align}"{span}>{text}</td>'


def _safe(text: str) -> str:
    return escape(clean(text))
