"""Comments of one text put into another, at the line they stand at in their own."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sotk.text.chunks import Chunks
from sotk.text.nodes import Mapping, Sequence
from sotk.text.parser import parse


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a comment stands at: a line's content, and that of the line that opens the item it is in."""

    item: str
    line: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment, with its `#`. `behind`: it ends the line of its anchor; else it stands above it."""

    text: str
    anchor: Anchor
    behind: bool


def carry(theirs: str, into: str, known: Iterable[str]) -> tuple[str, list[str]]:
    """The text `into` with the comments of `theirs` that neither it nor `known` has, and those without a place.

    A `known` text is an older one: its comments were left out of `into` on purpose. A comment has a place
    where the line it stands at is found once. The data of the text stays as it is.
    """
    old = {comment.text for text in (into, *known) for comment in comments(text)}
    new = [comment for comment in comments(theirs) if comment.text not in old]
    if not new:
        return into, []
    made, homeless = _placed(new, into)
    if _same_data(made, into):
        return made, homeless
    # A line of a text block looks like any other: there a comment would become part of what is said.
    homeless = []
    for comment in new:
        made, left = _placed([comment], into)
        if left or not _same_data(made, into):
            homeless.append(comment.text)
        else:
            into = made
    return into, homeless


def comments(text: str) -> list[Comment]:
    """Every comment of a text, in order; none of a text that cannot be read."""
    lines = text.splitlines(keepends=True)
    starts = _comment_starts(text)
    anchors = _anchors(lines, starts)
    found = []
    for number, column in sorted(starts.items()):
        anchor = anchors[number] if lines[number][:column].strip() else _next(anchors, number)
        found.append(
            Comment(lines[number][column:].strip(), anchor, behind=bool(lines[number][:column].strip()))
        )
    return found


def _placed(new: Iterable[Comment], text: str) -> tuple[str, list[str]]:
    """The text with comments in it, and those whose line is missing or found twice."""
    lines = text.splitlines(keepends=True)
    starts = _comment_starts(text)
    places = defaultdict(list)
    for number, anchor in enumerate(_anchors(lines, starts)):
        places[anchor].append(number)
    above: defaultdict[int, list[str]] = defaultdict(list)
    homeless = []
    for comment in new:
        there = places[comment.anchor] if comment.anchor.line else []
        if len(there) != 1:
            homeless.append(comment.text)
        elif comment.behind and there[0] not in starts:
            starts[there[0]] = len(lines[there[0]])
            lines[there[0]] = _behind(lines[there[0]], comment.text)
        else:
            above[there[0]].append(_above(lines[there[0]], comment.text))
    return "".join(part for number, line in enumerate(lines) for part in (*above[number], line)), homeless


def _behind(line: str, comment: str) -> str:
    content = line.rstrip("\r\n")
    return f"{content.rstrip()}  {comment}{line[len(content) :]}"


def _above(line: str, comment: str) -> str:
    content = line.rstrip("\r\n")
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}{comment}{line[len(content) :] or chr(10)}"


def _same_data(made: str, text: str) -> bool:
    return bool(parse(made).data == parse(text).data)


def _comment_starts(text: str) -> dict[int, int]:
    """Column of the comment of each line that has one, by the line's number from 0."""
    parsed = parse(text)
    if not isinstance(parsed.data, (Mapping, Sequence)):
        return {}
    chunks = Chunks(parsed.marks)
    number, counted, found = 0, 0, {}
    for start, _ in chunks.comment_places(0, len(text), parsed.data):
        number += text.count("\n", counted, start)
        counted = start
        found[number] = chunks.column(start)
    return found


def _anchors(lines: list[str], starts: dict[int, int]) -> list[Anchor]:
    """The anchor that each line is; one without content where the line says nothing."""
    item, found = "", []
    for number, line in enumerate(lines):
        content = line[: starts.get(number, len(line))].strip()
        if content.startswith("- "):
            item = content
        found.append(Anchor(item if content else "", content))
    return found


def _next(anchors: list[Anchor], number: int) -> Anchor:
    """The line that a comment of its own line stands above."""
    return next((anchor for anchor in anchors[number:] if anchor.line), Anchor("", ""))
