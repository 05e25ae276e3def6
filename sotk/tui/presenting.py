"""What a room sees from its last row: the mark of a proposal and the decision on a change, in large letters.

A program cannot make the letters of a terminal larger; what it can is to write fewer words, in blocks.
"""

from collections.abc import Callable
from typing import Final

from textual.content import Content
from textual.geometry import Size

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model.operations import Status
from sotk.report.minutes import Entry
from sotk.session import Session
from sotk.session.session import decisions
from sotk.tui.blocks import HIGH, blocks
from sotk.tui.signs import STATUSES

MARGIN: Final = 4
TALL: Final = 34
"""From so many lines on a screen has room for letters of full height."""
COLOURS: Final[dict[Status, str]] = {
    "usul": "$text-accent",
    "disepakati": "$text-success",
    "ditunda": "$text-warning",
    "ditolak": "$text-error",
}


def proposal_banner(session: Session, say: Callable[[Message], str], size: Size) -> Content:
    """The mark of a proposal, its name, and how much is decided; of a structure only the name."""
    document = session.state.document
    scenario = document.scenario
    if scenario is None:
        return Content.styled(clean(document.structure.name).upper(), "bold")
    counts = decisions(scenario)
    words = [
        f"{sign} {counts[status]} {say(word)}"
        for status, (sign, word) in STATUSES.items()
        if status in counts
    ]
    lines = [
        Content.styled(_large(say(msg("PROPOSAL")), size), "bold $text-warning"),
        Content.styled(clean(scenario.name), "bold"),
        Content("   ".join(words)),
    ]
    return Content("\n").join(lines)


def decision_banner(entry: Entry | None, say: Callable[[Message], str], size: Size) -> Content:
    """The decision on one change in large letters, then what it is and who proposed it."""
    if entry is None:
        return Content("")
    status = entry.about.status
    number = "" if entry.number is None else f"{entry.number}. "
    lines = [
        Content.styled(_large(say(STATUSES[status][1]), size), f"bold {COLOURS[status]}"),
        Content.styled(number + clean(say(entry.text)), "bold"),
    ]
    if entry.about.proposed_by:
        lines.append(Content(say(msg("Proposed by: {name}", name=clean(entry.about.proposed_by)))))
    return Content("\n").join(lines)


def _large(word: str, size: Size) -> str:
    """A word as large as a screen of that size has room for."""
    lines = HIGH if size.height >= TALL else HIGH // 2 + 1
    return blocks(word, size.width - MARGIN, lines) or word.upper()
