"""A difference as Markdown, for a merge request or a note."""

import re
from typing import Final

from sotk.compare.facts import Diff
from sotk.compare.output.sentences import grouped
from sotk.compare.output.text import heading, summary, title
from sotk.locale import Language, msg, say

_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]#|<>~])")
_OPENING: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
"""What begins a list or underlines a heading where a text begins with it."""


def to_markdown(diff: Diff, language: Language) -> str:
    """A heading, the totals, and a list a unit; names are escaped."""
    lines = [f"# {escaped(title(diff, language))}", ""]
    if not diff:
        return "\n".join([*lines, say(msg("No differences."), language), ""])
    lines += [escaped(summary(diff, language)), ""]
    for group in grouped(diff):
        lines += [f"## {escaped(group.sign)} {escaped(heading(group, language))}", ""]
        lines += [
            f"- {escaped(sentence.sign)} {escaped(say(sentence.message, language))}"
            for sentence in group.sentences
        ]
        lines.append("")
    return "\n".join(lines)


def escaped(text: str) -> str:
    """A text of a user in Markdown: none of its signs means anything."""
    return _OPENING.sub(r"\1\\", _SPECIAL.sub(r"\\\1", text))
