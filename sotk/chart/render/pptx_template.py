"""Opens the presentation that slides are put into: the library's own, or a template of the user.

A template is input like any other: it keeps its look and loses its slides and every way out of the file.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile

if TYPE_CHECKING:
    from pptx.presentation import Presentation

RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
AS_TEMPLATE: Final = b"presentationml.template.main+xml"
AS_SLIDES: Final = b"presentationml.presentation.main+xml"
TYPES: Final = "[Content_Types].xml"


def container(template: bytes | None) -> "Presentation":
    """An empty presentation. Raises ValueError if `template` is not one."""
    import pptx

    if template is None:
        return pptx.Presentation()
    try:
        deck: Any = pptx.Presentation(BytesIO(_as_presentation(template)))
    except (BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise ValueError(str(error)) from error
    _without_slides(deck)
    _without_ways_out(deck)
    return deck  # type: ignore[no-any-return]


def _as_presentation(data: bytes) -> bytes:
    """A .potx says of itself that it is a template; as a presentation it is the same."""
    with ZipFile(BytesIO(data)) as source:
        types = source.read(TYPES)
        if AS_TEMPLATE not in types:
            return data
        out = BytesIO()
        with ZipFile(out, "w") as target:
            for entry in source.infolist():
                content = source.read(entry)
                target.writestr(
                    entry, content.replace(AS_TEMPLATE, AS_SLIDES) if entry.filename == TYPES else content
                )
    return out.getvalue()


def _without_slides(deck: Any) -> None:
    ids = deck.slides._sldIdLst  # noqa: SLF001 - the library has no public way to remove a slide
    for entry in list(ids):
        deck.part.drop_rel(entry.rId)
        ids.remove(entry)


def _without_ways_out(deck: Any) -> None:
    for part in deck.part.package.iter_parts():
        outside = [key for key, relation in part.rels.items() if relation.is_external]
        element = getattr(part, "_element", None)
        for key in outside:
            if element is not None:
                _forget(element, key)
            part.rels.pop(key)


def _forget(element: Any, key: str) -> None:
    """Take out what points to a relation: a link as a whole, of all else the pointer."""
    for each in list(element.iter()):
        named = [name for name, value in each.attrib.items() if name.startswith(RELATION) and value == key]
        if not named:
            continue
        if "hlink" in each.tag.lower() and each.getparent() is not None:
            each.getparent().remove(each)
            continue
        for name in named:
            del each.attrib[name]
