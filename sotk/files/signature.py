"""What a file is that is not text, by its first bytes, so that the user hears which file was named by mistake."""

from typing import Final

from sotk.locale import Message, msg

_SIGNATURES: Final[tuple[tuple[bytes, Message], ...]] = (
    (b"PK\x03\x04", msg("an Office file (xlsx, docx, pptx) or an archive")),
    (b"\xd0\xcf\x11\xe0", msg("an old Office file (xls, doc, ppt)")),
    (b"%PDF", msg("a PDF")),
    (b"\x89PNG", msg("a picture")),
    (b"\xff\xd8\xff", msg("a picture")),
    (b"GIF8", msg("a picture")),
)
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")


def known_as(data: bytes) -> Message | None:
    """The sort of file whose first bytes these are; None for one that is not known here."""
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def is_utf16(data: bytes) -> bool:
    """Whether the text was saved as UTF-16, which Windows calls Unicode."""
    return data.startswith(_UTF16)
