"""Word: real styles and heading levels, repeated heads of tables, sections with their own orientation.

The only module, beside its table and its package, that knows python-docx. Texts are cleaned here.
"""

from io import BytesIO
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from sotk.chart.render.package import repacked
from sotk.findings.names import clean
from sotk.locale import msg, say
from sotk.report.document import MARGIN, Block, Document, Figure, Heading, Items, Paragraph, Section
from sotk.report.render.docx_lists import Lists
from sotk.report.render.docx_styles import dress, field
from sotk.report.render.docx_table import table
from sotk.report.render.docx_text import paragraph

_CAPTION: Final = 20
_LINE: Final = 6
"""Millimetres kept below a figure: for its caption, or for the end of its line."""

_STYLES: Final = {"body": "Normal", "note": "Note", "centre": "Centre", "strong": "Strongline"}
"""The ids of the styles of paragraphs."""


def render(document: Document) -> bytes:
    """The bytes of a .docx."""
    made = docx.Document()
    dress(made, document.language)
    _properties(made, document)
    lists = Lists(made)
    for at, section in enumerate(document.sections):
        _page(made.sections[0] if at == 0 else made.add_section(WD_SECTION.NEW_PAGE), section)
        if at == 0:
            _margins(made, document)
            for line in document.title:
                made.add_paragraph(clean(line), "Title")
        for block in section.blocks:
            _block(made, block, section, lists)
    out = BytesIO()
    made.save(out)
    return repacked(out.getvalue())


def _properties(made: Any, document: Document) -> None:
    """What a file says of itself: a title and no day, so that the same document gives the same bytes."""
    core = made.core_properties
    core.title = clean(" ".join(document.title))
    core.author, core.comments, core.last_modified_by = "sotk", "", ""
    core.language = document.language
    for name in ("created", "modified"):
        found = core._element.find(f"{{http://purl.org/dc/terms/}}{name}")  # noqa: SLF001 - the API cannot remove it
        if found is not None:
            core._element.remove(found)  # noqa: SLF001


def _page(page: Any, section: Section) -> None:
    width, height = section.size
    page.orientation = WD_ORIENT.LANDSCAPE if section.landscape else WD_ORIENT.PORTRAIT
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN)
    page.header_distance = page.footer_distance = Mm(MARGIN / 2)


def _margins(made: Any, document: Document) -> None:
    """The notice above and the number below, on every page: later sections follow the first."""
    page = made.sections[0]
    if document.notice:
        page.header.paragraphs[0].text = clean(document.notice)
        page.header.paragraphs[0].style = "Notice"
    foot = page.footer.paragraphs[0]
    foot.style = "Footer"
    foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    foot.add_run(f"{clean(document.foot)}  ·  ")
    said = say(msg("Page {n} of {all}", n="\0", all="\0"), document.language).split("\0")
    for text, instruction in zip(said, ("PAGE", "NUMPAGES", ""), strict=True):
        foot.add_run(text)
        if instruction:
            field(foot, instruction)


def _block(made: Any, block: Block, section: Section, lists: Lists) -> None:
    match block:
        case Heading():
            align = "center" if block.centred else ""
            _add(made, paragraph(block.text, f"Heading{block.level}", align=align, above=block.number))
        case Paragraph():
            _add(made, paragraph(block.text, _STYLES[block.style]))
        case Items():
            _add(made, *lists.entries(block))
        case Figure():
            _figure(made, block, section)
        case _:
            if block.name:
                _add(made, paragraph(block.name, "Caption", kept=True))
            _add(made, table(block, section.room[0]), paragraph("", "Note"))


def _add(made: Any, *elements: Any) -> None:
    """Put elements at the end of the body, before the properties of its last section."""
    end = made.element.body[-1]
    for element in elements:
        end.addprevious(element)


def _figure(made: Any, figure: Figure, section: Section) -> None:
    width, height = section.room
    below = _CAPTION if figure.caption else _LINE
    scale = min(1.0, width / figure.width, (height - below) / figure.height)
    place = made.add_paragraph(style="Centre")
    shape = place.add_run().add_picture(
        BytesIO(figure.png), Mm(figure.width * scale), Mm(figure.height * scale)
    )
    shape._inline.docPr.set("descr", clean(figure.alt))  # noqa: SLF001 - the library has no word for alt text
    if figure.caption:
        place.paragraph_format.keep_with_next = True
        made.add_paragraph(clean(figure.caption), "Caption").alignment = WD_ALIGN_PARAGRAPH.CENTER
