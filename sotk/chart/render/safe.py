"""What every renderer does to a Scene it did not make: texts without control characters, colours that
are colours. A Scene may come from a file of somebody else.
"""

import re
from functools import lru_cache
from typing import Final

from sotk.findings.names import clean

COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
BLACK: Final = "#111111"


@lru_cache(maxsize=65536)
def words(text: str) -> str:
    """A text without characters that are invisible, that turn others around, or that XML refuses."""
    return clean(text)


def colour(value: str) -> str:
    """A colour as `#rrggbb`; black for whatever else is given."""
    return value if COLOUR.fullmatch(value) else BLACK
