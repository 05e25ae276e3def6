"""The look of a Word document: fonts, headings and the styles of its own, set once on the default template."""

from typing import Any, Final

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from sotk.locale import Language

FONT: Final = "Arial"
BODY: Final = 10.5
TABLE: Final = 8.5
_BLACK: Final = RGBColor(0, 0, 0)
_TAGS: Final[dict[Language, str]] = {"id": "id-ID", "en": "en-GB"}
_SIZES: Final = {"Title": 13.0, "Heading 1": 12.0, "Heading 2": 11.0, "Heading 3": BODY, "Caption": 9.0}


def dress(made: Any, language: Language) -> None:
    """Set the styles of a new document."""
    styles = made.styles
    normal = styles["Normal"]
    _font(normal, BODY)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in _SIZES.items():
        style = styles[name]
        _font(style, size)
        style.font.bold, style.font.italic, style.font.color.rgb = True, False, _BLACK
    _title(styles["Title"])
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        form = styles[name].paragraph_format
        form.space_before, form.space_after, form.keep_with_next = Pt(12), Pt(4), True
    _own(styles, "Note", size=9.0, after=4)
    _own(styles, "Centre", size=BODY, align=WD_ALIGN_PARAGRAPH.CENTER)
    _own(styles, "Strong line", size=BODY, bold=True)
    _own(styles, "Notice", size=9.0, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER).font.color.rgb = RGBColor(
        0xA3, 0x12, 0x1F
    )
    _own(styles, "Table text", size=TABLE, after=1)
    _font(styles["Footer"], 8.0)
    _language(styles, language)


def field(paragraph: Any, instruction: str) -> None:
    """A field that Word counts itself, such as PAGE."""
    for kind, text in (("begin", ""), ("", instruction), ("separate", ""), ("", "1"), ("end", "")):
        run = paragraph.add_run()._r  # noqa: SLF001 - fields have no API
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText" if text != "1" else "w:t")
            mark.text = text
        run.append(mark)


def _title(style: Any) -> None:
    style.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    style.paragraph_format.space_after = Pt(2)
    for border in style.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
        break


def _own(
    styles: Any, name: str, *, size: float, after: int = 6, bold: bool = False, align: Any = None
) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = styles["Normal"]
    _font(style, size)
    style.font.bold = bold
    style.paragraph_format.space_after = Pt(after)
    style.paragraph_format.alignment = align
    return style


def _font(style: Any, size: float) -> None:
    style.font.name, style.font.size = FONT, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        if name.endswith("Theme"):  # the font of a theme would win over the one named
            del fonts.attrib[name]
    for name in ("w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(name), FONT)


def _language(styles: Any, language: Language) -> None:
    """The language of the spelling."""
    for mark in styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), _TAGS[language])
