"""The minutes of a discussion (berita acara): what was agreed, postponed, rejected, the other points, signatures.

What the program cannot know - day, place, who was there - is left to be filled in.
"""

from collections.abc import Iterator
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.report.agreed import changes_table
from sotk.report.document import Block, Cell, Column, Document, Heading, Paragraph, Row, Section, Table, cells
from sotk.report.marks import Marks
from sotk.report.material import Lacking, Material
from sotk.report.minutes import HEADINGS, Entry, Minutes, minutes
from sotk.report.words import day_of

BLANK: Final = "……………………"
SPARE: Final = 3
"""Rows of the table of signatures for who is not known to have proposed anything."""
_ROOM: Final = ("", "", "")
"""Empty lines in which the chair signs."""
_SIGNED: Final = ("", "")
"""Empty lines in which one signs in a table."""


def make(material: Material) -> Document:
    """The minutes. Raises Lacking for a structure: only a proposal carries what was decided."""
    if material.scenario is None:
        raise Lacking(msg("Minutes are made of a proposal; this is a structure."))
    made = minutes(material.scenario, material.structure, material.base, material.skipped)
    return _Minutes(material, made).document()


class _Minutes:
    def __init__(self, material: Material, made: Minutes) -> None:
        self.material, self.made, self.language = material, made, material.language
        self.agency = clean(material.structure.name)

    def document(self) -> Document:
        title = (
            self._say(msg("MINUTES OF THE DISCUSSION")),
            clean(self.made.scenario.name).upper(),
            self.agency.upper(),
        )
        blocks = [*self._opening(), *self._decided(), *self._points(), *self._closing()]
        section = Section(tuple(blocks), self.material.paper or "F4", landscape=True)
        return Document(title, self.language, (section,), Marks(self.material).notice())

    def _opening(self) -> Iterator[Block]:
        scenario = self.made.scenario
        yield Paragraph(self._say(msg("Number: {blank}", blank=BLANK)), "centre")
        yield Paragraph(
            self._say(
                msg(
                    "On {blank}, {blank}, at {blank}, the proposal “{name}” on the organization of {agency} was discussed, with the following result.",
                    blank=BLANK,
                    name=clean(scenario.name),
                    agency=self.agency,
                )
            )
        )
        if scenario.effective is not None:
            day = day_of(scenario.effective, self.language)
            yield Paragraph(self._say(msg("Planned to be in force from {day}.", day=day)))
        if scenario.notes:
            yield Paragraph(clean(scenario.notes))
        yield Paragraph(self._say(self._counts()))

    def _counts(self) -> Message:
        told = tuple(
            msg("{outcome}: {n}", outcome=heading, n=len(entries))
            for heading, entries in self.made.by_status()
        )
        n, m = len(self.made.changes), len(self.made.points)
        if not told:
            return msg("{n} changes, {m} other points.", n=n, m=m)
        if not m:
            return msg("{n} changes ({counts}).", n=n, counts=told)
        return msg("{n} changes ({counts}), {m} other points.", n=n, m=m, counts=told)

    def _decided(self) -> Iterator[Block]:
        for heading, entries in self.made.by_status():
            yield Heading(self._say(heading))
            yield changes_table(entries, self.language, "")

    def _points(self) -> Iterator[Block]:
        """The points that are no change, each with what was decided of it."""
        if not self.made.points:
            return
        yield Heading(self._say(msg("Other points of the discussion")))
        heads = (
            (msg("No."), 9),
            (msg("Point"), 92),
            (msg("Status"), 40),
            (msg("Decision"), 70),
            (msg("Remarks"), 66),
        )
        columns = tuple(
            Column(self._say(head), width, "left" if at else "centre")
            for at, (head, width) in enumerate(heads)
        )
        rows = tuple(self._point(entry, at) for at, entry in enumerate(self.made.points, 1))
        yield Table(columns, rows)

    def _point(self, entry: Entry, number: int) -> Row:
        about = entry.about
        remarks = [f"{self._say(word)}: {text}" for word, text in entry.remarks if word.text != "Decision"]
        return Row(
            (
                Cell(str(number)),
                Cell(self._say(entry.text)),
                Cell(self._say(HEADINGS[about.status])),
                Cell(clean(getattr(about, "decision", None) or "")),
                Cell(remarks[0], lines=tuple(remarks[1:])) if remarks else Cell(),
            )
        )

    def _closing(self) -> Iterator[Block]:
        yield Paragraph(self._say(msg("These minutes were made truthfully, to be used as is proper.")))
        yield Heading(self._say(msg("Signatures")))
        heads = ((msg("No."), 9), (msg("Name"), 80), (msg("Unit or office"), 110), (msg("Signature"), 60))
        columns = tuple(
            Column(self._say(head), width, "left" if at else "centre")
            for at, (head, width) in enumerate(heads)
        )
        offices = [*self._offices(), *[""] * SPARE]
        rows = tuple(
            Row((*cells(str(at), "", office), Cell(lines=_SIGNED))) for at, office in enumerate(offices, 1)
        )
        yield Table(columns, rows)
        yield Paragraph("")
        chair, clerk = (self._say(word) for word in (msg("Chair of the meeting,"), msg("Minutes taken by,")))
        signed = tuple(Cell(word, lines=(*_ROOM, f"( {BLANK} )")) for word in (chair, clerk))
        yield Table((Column("", 1, "centre"), Column("", 1, "centre")), (Row(signed),), ruled=False)

    def _offices(self) -> dict[str, None]:
        """Who proposed something, in the order in which they first did."""
        every = (*self.made.changes, *self.made.points)
        return dict.fromkeys(clean(entry.about.proposed_by) for entry in every if entry.about.proposed_by)

    def _say(self, message: Message) -> str:
        return say(message, self.language)
