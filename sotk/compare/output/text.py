"""A difference for the terminal: compact, one group a unit, a sign for each change."""

from collections.abc import Mapping
from typing import Final

from sotk.compare.facts import Diff, Verb
from sotk.compare.output.sentences import Group, grouped, totals
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say

COLOURS: Final[Mapping[Verb, str]] = {
    "added": "32",
    "removed": "31",
    "renamed": "33",
    "changed": "33",
    "moved": "34",
    "transferred": "34",
    "reordered": "36",
    "merged": "35",
    "split": "35",
}


def to_text(diff: Diff, language: Language, *, colour: bool = False) -> str:
    """The groups of a difference and, last, how many changes of each kind there are."""
    if not diff:
        return say(msg("No differences."), language) + "\n"
    lines = [title(diff, language), ""]
    for group in grouped(diff):
        lines.append(
            _painted(f"{group.sign} {heading(group, language)}", group.verb, colour=colour, bold=True)
        )
        lines += [
            _painted(f"    {sentence.sign} {say(sentence.message, language)}", sentence.verb, colour=colour)
            for sentence in group.sentences
        ]
        lines.append("")
    lines.append(summary(diff, language))
    return "\n".join(lines) + "\n"


def title(diff: Diff, language: Language) -> str:
    """What is compared with what; one name where both have the same."""
    before, after = clean(diff.before.name), clean(diff.after.name)
    return before if before == after else say(msg("{before} → {after}", before=before, after=after), language)


def heading(group: Group, language: Language) -> str:
    """The name of a group and, of a unit, its id."""
    words = say(group.title, language) if isinstance(group.title, Message) else group.title
    return words if group.id is None else f"{words} [{group.id}]"


def summary(diff: Diff, language: Language) -> str:
    """How many changes of each kind there are, on one line."""
    return " · ".join(say(total, language) for total in totals(diff))


def _painted(line: str, verb: Verb, *, colour: bool, bold: bool = False) -> str:
    if not colour:
        return line
    return f"\x1b[{'1;' if bold else ''}{COLOURS[verb]}m{line}\x1b[0m"
