"""Splices: parts of a text replaced by others, all at once."""

from collections.abc import Iterable
from typing import TypeAlias

Splice: TypeAlias = tuple[int, int, str]
"""Start and end of what is replaced, in characters of the text, and what stands there instead."""


class Unrevisable(Exception):  # noqa: N818 - a way of writing, not a failure
    """The text is written in a way that cannot be edited without losing something."""


def spliced(text: str, start: int, end: int, splices: Iterable[Splice]) -> str:
    """A part of a text with splices; those at one place keep their order.

    Raises `Unrevisable` where two of them overlap.
    """
    pieces: list[str] = []
    at = start
    for begins, ends, said in sorted(splices, key=lambda splice: splice[:2]):
        if begins < at:
            raise Unrevisable
        pieces += (text[at:begins], said)
        at = ends
    pieces.append(text[at:end])
    return "".join(pieces)


def shifted(text: str, by: int) -> str:
    """Lines moved to the right by so many columns; to the left where negative, at most to the margin."""
    if by == 0:
        return text
    lines = text.splitlines(keepends=True)
    if by > 0:
        return "".join(" " * by + line if line.strip() else line for line in lines)
    return "".join(line[min(-by, len(line) - len(line.lstrip(" "))) :] for line in lines)
