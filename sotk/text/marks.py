"""Where every key and value of a text stands, in one flat array of character offsets.

A mapping or sequence has an entry: start, end, count, and for each key or item four numbers: the key
(its number in `keys`, or the item's place), the start of the key or item, and the start and end of
the value. Offsets count characters of the text; lines and columns are worked out only when asked.
"""

from array import array
from bisect import bisect_right

from sotk.findings import Span

HEAD = 3
WIDTH = 4


class Marks:
    """The offsets of one text."""

    __slots__ = ("_lines", "keys", "offsets", "text")

    def __init__(self, text: str, offsets: "array[int]", keys: dict[str, int]) -> None:
        self.text = text
        self.offsets = offsets
        self.keys = keys
        self._lines: list[int] | None = None

    def extent(self, at: int) -> tuple[int, int]:
        """Start and end of a mapping or sequence."""
        return self.offsets[at], self.offsets[at + 1]

    def key(self, at: int, key: str) -> tuple[int, int, int] | None:
        """Start of the key, start and end of the value; None where the mapping has no such key."""
        number = self.keys.get(key)
        if number is None:
            return None
        offsets = self.offsets
        for entry in range(at + HEAD, at + HEAD + WIDTH * offsets[at + 2], WIDTH):
            if offsets[entry] == number:
                return offsets[entry + 1], offsets[entry + 2], offsets[entry + 3]
        return None

    def place(self, at: int, key: str) -> tuple[int, int, int]:
        """As `key`, of a key that is there; KeyError for another."""
        found = self.key(at, key)
        if found is None:
            raise KeyError(key)
        return found

    def item(self, at: int, place: int) -> tuple[int, int]:
        """Start and end of an item of a sequence."""
        entry = at + HEAD + WIDTH * place
        return self.offsets[entry + 2], self.offsets[entry + 3]

    def span(self, start: int, end: int) -> Span:
        """Lines and columns of a part of the text, 1-based, in code points."""
        return Span(*self._position(start), *self._position(end))

    def _position(self, offset: int) -> tuple[int, int]:
        if self._lines is None:
            self._lines = line_starts(self.text)
        line = bisect_right(self._lines, offset)
        return line, offset - self._lines[line - 1] + 1


def line_starts(text: str) -> list[int]:
    """The offset of the first character of each line."""
    starts = [0]
    found = text.find("\n")
    while found >= 0:
        starts.append(found + 1)
        found = text.find("\n", found + 1)
    return starts
