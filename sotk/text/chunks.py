"""Which lines of a text belong to an item or a key: its own, and the comments that stand before it."""

import re
from collections.abc import Iterator
from typing import Final

from sotk.text.marks import HEAD, WIDTH, Marks
from sotk.text.nodes import Mapping, Sequence

_COMMENT: Final = re.compile(r"[ \t]*#")
_NOTHING: Final = re.compile(r"[ \t]*(#[^\n]*)?(\r?\n|$)")


class Chunks:
    """The lines of one text, by what they belong to."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.text = marks.text

    def line(self, offset: int) -> int:
        """The start of the line an offset stands in."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """The start of the next line."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def column(self, offset: int) -> int:
        """0-based column of an offset."""
        return offset - self.line(offset)

    def is_flow(self, node: Mapping | Sequence) -> bool:
        """Whether a container is written in brackets."""
        return self.text.startswith(("{", "["), self.marks.extent(node.at)[0])

    def dash(self, sequence: Sequence, place: int) -> int:
        """The offset of the hyphen of an item of a block sequence."""
        return self.text.rfind("-", 0, self.marks.item(sequence.at, place)[0])

    def item(self, sequence: Sequence, place: int) -> tuple[int, int]:
        """Start and end of the lines of an item of a block sequence, comments before it included."""
        start = self._with_comments(self.dash(sequence, place))
        if place + 1 < len(sequence):
            return start, self._with_comments(self.dash(sequence, place + 1))
        return start, self._tail(
            self.marks.item(sequence.at, place)[1], self.column(self.dash(sequence, place))
        )

    def key(self, mapping: Mapping, key: str) -> tuple[int, int]:
        """Start and end of the lines of a key of a block mapping.

        The first key of an item shares its line with the hyphen; its chunk begins at the key itself.
        """
        start, value_start, value_end = self.marks.place(mapping.at, key)
        line = self.line(start)
        begins = self._with_comments(start) if not self.text[line:start].strip() else start
        return begins, self._tail(max(value_end, value_start), self.column(start))

    def comments(self, start: int, end: int, node: Mapping | Sequence | None) -> list[str]:
        """The comments of a part of the text, as lines without indentation."""
        return [self.text[first:last].rstrip() for first, last in self.comment_places(start, end, node)]

    def comment_places(
        self, start: int, end: int, node: Mapping | Sequence | None
    ) -> Iterator[tuple[int, int]]:
        """Start and end of each comment of a part of the text."""
        scalars = sorted(self._scalars(node)) if node is not None else []
        place = 0
        for line_start in self._lines(start, end):
            line_end = min(self.line_end(line_start), end)
            at = line_start
            while at < line_end:
                while place < len(scalars) and scalars[place][1] <= at:
                    place += 1
                inside = place < len(scalars) and scalars[place][0] <= at
                if inside:
                    at = scalars[place][1]
                elif self.text[at] == "#" and (at == 0 or self.text[at - 1] in " \t\n"):
                    yield at, line_end
                    break
                else:
                    at += 1

    def _lines(self, start: int, end: int) -> Iterator[int]:
        while start < end:
            yield start
            start = self.line_end(start)

    def _scalars(self, node: Mapping | Sequence) -> Iterator[tuple[int, int]]:
        """Start and end of every scalar value below a node."""
        waiting: list[Mapping | Sequence] = [node]
        offsets = self.marks.offsets
        while waiting:
            at = waiting.pop()
            values = list(at.values()) if isinstance(at, Mapping) else list(at)
            first = at.at + HEAD
            for entry, value in zip(
                range(first, first + WIDTH * offsets[at.at + 2], WIDTH), values, strict=True
            ):
                if isinstance(value, (Mapping, Sequence)):
                    waiting.append(value)
                elif offsets[entry + 2] < offsets[entry + 3]:
                    yield offsets[entry + 2], offsets[entry + 3]

    def _with_comments(self, offset: int) -> int:
        """The start of the line of an offset, or of the comments right above it."""
        column, start = self.column(offset), self.line(offset)
        while start > 0:
            above = self.line(start - 1)
            found = _COMMENT.match(self.text, above)
            if found is None or found.end() - 1 - above != column or found.end() > start:
                return start
            start = above
        return start

    def _tail(self, offset: int, column: int) -> int:
        """The end of the lines of what ends at an offset: its last line and comments further in below it."""
        end = offset if offset > 0 and self.text[offset - 1] == "\n" else self.line_end(offset)
        last = end
        while last < len(self.text):
            found = _NOTHING.match(self.text, last)
            if found is None:
                break
            comment = self.text.find("#", last, found.end())
            if comment >= 0:
                if comment - last <= column:
                    break
                end = found.end()
            last = found.end()
            if found.end() == found.start():
                break
        return end
