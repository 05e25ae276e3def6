"""Numbered and lettered lists of Word that begin anew each time, and lists of bullets."""

from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm

from sotk.findings.names import clean
from sotk.report.document import Items

_FORMS: Final = {"decimal": ("decimal", "%1."), "letter": ("lowerLetter", "%1."), "bullet": ("bullet", "•")}
_FIRST: Final = 100
"""The first number of the definitions made here; those of the template are smaller."""
_INDENT: Final = 7
"""Millimetres of a level."""


class Lists:
    """Adds lists to a document."""

    def __init__(self, made: Any) -> None:
        self._made = made
        self._numbering = made.part.numbering_part.element
        self._next = _FIRST
        for at, (form, text) in enumerate(_FORMS.values()):
            self._define(_FIRST + at, form, text)

    def add(self, items: Items) -> None:
        """Add a list; it begins with 1 or a, unless it says with what."""
        number = self._begun(_FIRST + list(_FORMS).index(items.marker), items.start)
        for entry in items.entries:
            paragraph = self._made.add_paragraph(clean(entry), "List Paragraph")
            paragraph.paragraph_format.left_indent = Mm(_INDENT * (items.level + 1))
            paragraph.paragraph_format.first_line_indent = Mm(-_INDENT)
            numbered = paragraph._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - lists have no API
            numbered.get_or_add_ilvl().val = 0
            numbered.get_or_add_numId().val = number

    def _define(self, id_: int, form: str, text: str) -> None:
        xml = (
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{id_}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/></w:lvl></w:abstractNum>'
        )
        first = next((child for child in self._numbering if child.tag.endswith("}num")), None)
        made = parse_xml(xml)
        if first is None:
            self._numbering.append(made)
        else:
            first.addprevious(made)

    def _begun(self, abstract: int, start: int) -> int:
        self._next += 1
        self._numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{self._next}"><w:abstractNumId w:val="{abstract}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )
        return self._next
