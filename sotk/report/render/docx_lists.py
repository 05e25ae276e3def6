"""Numbered and lettered lists of Word that begin anew each time, and lists of bullets."""

from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from sotk.report.document import Items
from sotk.report.render.docx_text import numbered

_FORMS: Final = {"decimal": ("decimal", "%1."), "letter": ("lowerLetter", "%1."), "bullet": ("bullet", "•")}
_FIRST: Final = 100
"""The first number of the definitions made here; those of the template are smaller."""
_INDENT: Final = 400
"""Twentieths of a point of a level: 7 mm."""


class Lists:
    """Makes the lists of a document."""

    def __init__(self, made: Any) -> None:
        self._numbering = made.part.numbering_part.element
        self._next = _FIRST
        for at, (form, text) in enumerate(_FORMS.values()):
            self._define(_FIRST + at, form, text)

    def entries(self, items: Items) -> Iterator[Any]:
        """The paragraphs of a list; it begins with 1 or a, unless it says with what."""
        number = self._begun(_FIRST + list(_FORMS).index(items.marker), items.start)
        for entry in items.entries:
            yield numbered(entry, number, _INDENT * (items.level + 1), _INDENT)

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
