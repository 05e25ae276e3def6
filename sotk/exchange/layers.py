"""Superiors that a table says by its form: a column of levels, numbering (1, 1.1, a.), or indented names."""

import re
from collections.abc import Sequence
from typing import Final

_DOTTED: Final = re.compile(r"\d+(?:\.\d+)+\.?")
_STYLES: Final = (
    ("roman", re.compile(r"[IVX]+\.?")),
    ("upper", re.compile(r"[A-Z]\.?")),
    ("digit", re.compile(r"\d+\.?")),
    ("lower", re.compile(r"[a-z]\.?")),
    ("digit-bracket", re.compile(r"\d+\)")),
    ("lower-bracket", re.compile(r"[a-z]\)")),
    ("digit-brackets", re.compile(r"\(\d+\)")),
    ("lower-brackets", re.compile(r"\([a-z]\)")),
)
MARKED: Final = re.compile(r"\s*(\(?(?:\d+(?:\.\d+)*|[A-Za-z]|[IVX]+)[.)]|\d+(?:\.\d+)+)\s+(\S.*)", re.DOTALL)
"""A name with its number before it, such as `1.2 Seksi Anak` or `b. Bidang`."""
_MARK: Final = re.compile(r"[-•–*▪]+\s+(\S.*)", re.DOTALL)
_LEVELS: Final = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}


def depths_of_levels(texts: Sequence[str]) -> list[int | None]:
    """Depths of a column of levels: 2, II, eselon III.a; None where a text is none."""
    return [_level(text) for text in texts]


def depths_of_numbers(numbers: Sequence[str]) -> list[int | None] | None:
    """Depths by numbering; None where it only counts the rows, so that it says no depth."""
    given = [number for number in numbers if number]
    if not given:
        return None
    if any(_DOTTED.fullmatch(number) for number in given):
        return [len(number.strip(".").split(".")) if number else None for number in numbers]
    styles = _styles(numbers)
    if len({style for style in styles if style}) < 2:
        return None
    stack: list[str] = []
    depths: list[int | None] = []
    for style in styles:
        if not style:
            depths.append(None)
            continue
        if style in stack:
            del stack[stack.index(style) + 1 :]
        else:
            stack.append(style)
        depths.append(len(stack))
    return depths


def depths_of_indents(names: Sequence[str]) -> list[int | None] | None:
    """Depths by the blanks before a name; None where no name has any."""
    widths = [len(name) - len(name.lstrip()) for name in names]
    if not any(widths):
        return None
    steps: list[int] = []
    depths: list[int | None] = []
    for width in widths:
        while steps and steps[-1] > width:
            steps.pop()
        if not steps or steps[-1] < width:
            steps.append(width)
        depths.append(len(steps))
    return depths


def parents_of_depths(depths: Sequence[int | None]) -> list[int | None]:
    """For each row the place of the nearest row above that is less deep; None for a top, and for no depth."""
    parents: list[int | None] = []
    stack: list[tuple[int, int]] = []
    for place, depth in enumerate(depths):
        if depth is None:
            parents.append(None)
            continue
        while stack and stack[-1][0] >= depth:
            stack.pop()
        parents.append(stack[-1][1] if stack else None)
        stack.append((depth, place))
    return parents


def unmarked(name: str) -> tuple[str, str]:
    """The number before a name, and the name; a mark such as `-` is dropped too."""
    found = MARKED.fullmatch(name)
    if found:
        return found[1], found[2].strip()
    found = _MARK.fullmatch(name.strip())
    return ("", found[1].strip()) if found else ("", name.strip())


def _styles(numbers: Sequence[str]) -> list[str]:
    """The style of each number. I after H is the letter, I at the start the Roman one."""
    styles: list[str] = []
    last: dict[str, str] = {}
    for number in numbers:
        style = next((name for name, form in _STYLES if form.fullmatch(number)), "")
        letter = number.rstrip(".")
        if style == "roman" and len(letter) == 1 and last.get("upper") == chr(ord(letter) - 1):
            style = "upper"
        elif style == "upper" and "roman" in last and letter in "IVX":
            style = "roman"
        last[style] = letter
        styles.append(style)
    return styles


def _level(text: str) -> int | None:
    said = text.casefold().removeprefix("eselon").removeprefix("level").strip()
    stem = said.split(".", 1)[0].strip()
    if stem.isdigit():
        return int(stem)
    return _LEVELS.get(stem)
