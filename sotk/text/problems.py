"""What can be wrong with a text before its meaning is asked for: codes TXT001 to TXT014."""

import re
from typing import Any, Final

from sotk.findings import Finding, Span
from sotk.locale import Message, msg

CODES: Final = {
    "TXT001": "syntax",
    "TXT002": "not-utf8",
    "TXT003": "control-character",
    "TXT004": "conflict-markers",
    "TXT005": "empty",
    "TXT006": "key-not-text",
    "TXT007": "second-document",
    "TXT008": "tag",
    "TXT009": "anchor",
    "TXT010": "too-deep",
    "TXT011": "too-large",
    "TXT012": "duplicate-key",
    "TXT013": "tab",
    "TXT014": "curly-quotes",
}

_YAML: Final = (
    ("did not find expected ',' or '}'", msg("a bracket {{ is not closed, or a comma is missing")),
    ("did not find expected ',' or ']'", msg("a bracket [ is not closed, or a comma is missing")),
    ("could not find expected ':'", msg("a key without a colon, or a value that goes on without quotes")),
    ("did not find expected key", msg("an indentation that fits no line above, or text behind a quote")),
    ("did not find expected '-' indicator", msg("an entry of the list that does not begin with a hyphen")),
    ("found unexpected end of stream", msg("a quote that is not closed")),
    ("block sequence entries are not allowed", msg("a list that begins where it cannot")),
    ("cannot start any token", msg("a value that begins with %, @ or ` must stand in quotes")),
)
"""What the parser says in English, by a part of it, and what a writer of the file calls it."""

_CONFLICT: Final = re.compile(r"^(<{7}|>{7})(?: |$)", re.MULTILINE)
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_START: Final = Span(1, 1, 1, 1)


def refusal(text: str, limit: int) -> Finding | None:
    """Why a text is not read at all, if it is not."""
    if len(text) > limit:
        return too_large(len(text), limit)
    found = _CONTROL.search(text)
    if found:
        return _finding(
            "TXT003",
            msg("The text holds a control character (U+{code}).", code=f"{ord(found.group()):04X}"),
            _span(text, found.start()),
            msg("Remove it; a file of sotk is plain text."),
        )
    found = _CONFLICT.search(text)
    if found:
        return _finding(
            "TXT004",
            msg("The file holds conflict markers of a merge that was not finished."),
            _span(text, found.start()),
            msg("Choose one of the two sides and delete the marker lines, then check again."),
        )
    return None


def syntax(error: Any, text: str) -> Finding:
    """A fault of YAML, at the place where the parser stopped."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    span = Span(mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else _START
    if mark is not None and text[mark.index : mark.index + 1] == "\t":
        return _finding(
            "TXT013",
            msg("The line is indented with a tab."),
            span,
            msg("Indent with spaces, two for each level."),
        )
    problem = str(getattr(error, "problem", None) or error)
    if mark is not None and problem.startswith("mapping values are not allowed"):
        return _colon(text, mark, span)
    known = next((said for part, said in _YAML if part in problem), None)
    return _finding(
        "TXT001",
        msg("The text is not valid YAML: {problem}.", problem=known or problem.rstrip(".")),
        span,
        msg("Look at this line and the one before it: indentation, a colon, a quote or a bracket."),
    )


def _colon(text: str, mark: Any, span: Span) -> Finding:
    """A colon where none can be: inside a value, or because the line is indented too deep."""
    before = text[text.rfind("\n", 0, mark.index) + 1 : mark.index]
    if re.search(r":\s", before):
        return _finding(
            "TXT001",
            msg("A colon with a space behind it stands inside a value."),
            span,
            msg('Put the value in quotes: name: "Part one: part two".'),
        )
    return _finding(
        "TXT001",
        msg("The line is indented deeper than its key allows."),
        span,
        msg("Keys of one entry begin in the same column."),
    )


def curly_quotes(span: Span, value: str) -> Finding:
    """A value in the quotes of a word processor: YAML reads them as part of the value."""
    return Finding(
        "TXT014",
        CODES["TXT014"],
        "warning",
        msg("The curly quotes of {value} are read as part of the text.", value=value),
        remedy=msg('Use straight quotes ("), or none.'),
        at=span,
    )


def not_utf8(span: Span, why: Message | None = None, remedy: Message | None = None) -> Finding:
    """A file that is not UTF-8 text; `why` and `remedy` where more is known of it."""
    return _finding(
        "TXT002",
        why or msg("The file is not UTF-8 text."),
        span,
        remedy or msg("Save it again with the encoding UTF-8."),
    )


def too_large(size: int, limit: int) -> Finding:
    return _finding(
        "TXT011",
        msg(
            "The file is too large to read: {size} MB, the limit is {limit} MB.",
            size=size // 1_000_000,
            limit=limit // 1_000_000,
        ),
        _START,
        msg("Split it: one file for each agency."),
    )


def empty() -> Finding:
    return _finding(
        "TXT005",
        msg("The file is empty."),
        _START,
        msg("Start from a template: sotk new NAME --template dinas-a-2017."),
    )


def tag(span: Span) -> Finding:
    return _finding("TXT008", msg("A YAML tag (!) is not read."), span, msg("Write the plain value."))


def anchor(span: Span) -> Finding:
    return _finding(
        "TXT009",
        msg("A YAML anchor (&) or alias (*) is not read."),
        span,
        msg("Write the value out; put a text that begins with & or * in quotes."),
    )


def key_not_text(span: Span) -> Finding:
    return _finding("TXT006", msg("A key must be plain text."), span, msg("Write key: value."))


def too_deep(span: Span, limit: str) -> Finding:
    return _finding(
        "TXT010",
        msg("The text is nested more than {limit} levels deep.", limit=limit),
        span,
        msg("Use the flat form: every unit in one list, each with parent: ID."),
    )


def duplicate_key(span: Span, key: str) -> Finding:
    return _finding(
        "TXT012",
        msg("The key {key} stands twice; the first one is read.", key=key),
        span,
        msg("Delete one of the two."),
    )


def second_document(span: Span) -> Finding:
    return _finding(
        "TXT007",
        msg("The file holds a second document (---)."),
        span,
        msg("Put it in a file of its own."),
    )


def _span(text: str, offset: int) -> Span:
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(line, column, line, column + 1)


def _finding(code: str, message: Message, span: Span, remedy: Message) -> Finding:
    return Finding(code, CODES[code], "error", message, remedy=remedy, at=span)
