"""Markdown, for a note or a merge request; names are escaped. A figure is said in words."""

from collections.abc import Iterator

from sotk.compare.output.markdown import escaped
from sotk.findings.names import clean
from sotk.report.document import Block, Cell, Document, Figure, Heading, Items, Paragraph, Table
from sotk.report.ordinals import letter


def render(document: Document) -> bytes:
    """The bytes of a .md."""
    lines = [f"# {_safe(' – '.join(document.title))}", ""]
    if document.notice:
        lines += [f"**{_safe(document.notice)}**", ""]
    for section in document.sections:
        for block in section.blocks:
            lines += [*_block(block), ""]
    return ("\n".join(lines).rstrip("\n") + "\n").encode("utf-8")


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{'#' * (block.level + 1)} {_safe(f'{block.number} {block.text}')}"
        case Paragraph():
            yield f"**{_safe(block.text)}**" if block.style == "strong" else _safe(block.text)
        case Items():
            for at, entry in enumerate(block.entries):
                yield f"{'   ' * block.level}{_marker(block, at)} {_safe(entry)}"
        case Figure():
            yield f"*[{_safe(block.caption or block.alt)}]*"
        case Table():
            yield from _table(block)


def _marker(items: Items, at: int) -> str:
    if items.marker == "letter":
        return f"- {letter(at + items.start)}."
    return "-" if items.marker == "bullet" else f"{at + items.start}."


def _table(table: Table) -> Iterator[str]:
    if table.name:
        yield f"**{_safe(table.name)}**"
        yield ""
    marks = {"left": "---", "centre": ":---:", "right": "---:"}
    yield "| " + " | ".join(_safe(column.head) for column in table.columns) + " |"
    yield "| " + " | ".join(marks[column.align] for column in table.columns) + " |"
    for row in table.rows:
        cells = [text for cell in row.cells for text in _cell(cell, strong=row.kind != "plain")]
        yield "| " + " | ".join(cells) + " |"


def _cell(cell: Cell, *, strong: bool) -> list[str]:
    first, *rest = [_safe(line) for line in cell.paragraphs]
    text = "<br>".join([f"**{first}**" if strong and first else first, *rest])
    return [text, *[""] * (cell.span - 1)]


def _safe(text: str) -> str:
    return escaped(clean(text))
