"""Makes text of users safe to show: names are data, never a control of a page or a terminal.

The one sanitizer for every output. Escaping for a format (XML, HTML, DOT) is the renderer's.
"""

import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"
INVISIBLE: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})  # controls, bidi and zero-width marks, spaces
BROKEN: Final = frozenset({"Cs", "Cn"})  # lone surrogates and noncharacters cannot be written as XML
JOINER: Final = "\u200d"  # keeps an emoji of several parts together; harmless alone


def clean(text: str) -> str:
    """`text` on one line: white space and control characters become one space, bidi marks vanish."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    return " ".join("".join(map(_shown, text)).split())


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if category in INVISIBLE:
        return "" if category == "Cf" and character != JOINER else (" " if character != JOINER else character)
    return REPLACEMENT if category in BROKEN else character
