"""Changes of a proposal as a table: what, why, by whom, what was decided of it."""

from collections.abc import Iterable
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.report.document import Cell, Column, Row, Table
from sotk.report.minutes import SKIPPED, Entry
from sotk.report.words import day_of

_HEADS: Final[tuple[tuple[Message, int], ...]] = (
    (msg("No."), 9),
    (msg("Change"), 82),
    (msg("Reason"), 58),
    (msg("Proposed by"), 36),
    (msg("Date"), 22),
    (msg("Note"), 60),
)


def changes_table(entries: Iterable[Entry], language: Language, name: str) -> Table:
    """A row a change, with its number in the proposal; of a point its decision stands with the note."""
    columns = tuple(
        Column(say(head, language), width, "left" if at else "centre")
        for at, (head, width) in enumerate(_HEADS)
    )
    return Table(columns, tuple(_row(entry, at, language) for at, entry in enumerate(entries, 1)), name)


def _row(entry: Entry, at: int, language: Language) -> Row:
    about = entry.about
    told = [say(entry.text, language)]
    if entry.skipped:
        told.append(say(SKIPPED, language))
    decision = clean(getattr(about, "decision", None) or "")
    notes = [note for note in (decision, clean(about.note or "")) if note]
    number = str(at if entry.number is None else entry.number)
    return Row(
        (
            Cell(number),
            Cell(told[0], lines=tuple(told[1:])),
            Cell(clean(about.why or "")),
            Cell(clean(about.proposed_by or "")),
            Cell(day_of(about.date, language) if about.date else ""),
            Cell(notes[0] if notes else "", lines=tuple(notes[1:])),
        )
    )
