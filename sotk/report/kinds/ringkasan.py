"""A summary on two pages: what changes, numbers, findings, what is open, and the charts.

Of a structure without a base it says what there is.
"""

from collections.abc import Iterator
from typing import Final

from sotk.compare import diff
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.report.document import Block, Document, Heading, Items, Paragraph, Section
from sotk.report.figures import overview
from sotk.report.judged import fresh, listed, severities
from sotk.report.marks import Marks
from sotk.report.material import Material
from sotk.report.matrix import OUTCOMES, outcome
from sotk.report.minutes import Minutes, minutes
from sotk.report.naming import names_of
from sotk.report.numbers import numbers
from sotk.report.pairing import UnitPair, paired
from sotk.report.words import day_of

MOST_CHANGES: Final = 12
MOST_FINDINGS: Final = 6
MOST_OPEN: Final = 8
_SEVERE: Final = frozenset({"error", "warning"})


def make(material: Material) -> Document:
    """The summary."""
    return _Summary(material).document()


class _Summary:
    def __init__(self, material: Material) -> None:
        self.material, self.language = material, material.language
        self.marks = Marks(material)
        self.was = names_of(material.base) if material.base else {}
        self.now = names_of(material.structure)

    def document(self) -> Document:
        scenario, structure = self.material.scenario, self.material.structure
        title = [
            self._say(msg("SUMMARY OF THE PROPOSAL") if self._compares else msg("SUMMARY OF THE STRUCTURE"))
        ]
        title += [clean(scenario.name).upper()] if scenario else []
        blocks = [*self._changes(), *self._numbers(), *self._findings(), *self._open()]
        paper = self.material.paper or "A4"
        sections = (Section(tuple(blocks), paper), Section(tuple(self._charts()), paper))
        return Document((*title, clean(structure.name).upper()), self.language, sections, self.marks.notice())

    @property
    def _compares(self) -> bool:
        return self.material.base is not None

    def _changes(self) -> Iterator[Block]:
        material = self.material
        effective = material.structure.header.effective
        if effective is not None:
            day = day_of(effective, self.language)
            planned, valid = (
                msg("Planned to be in force from {day}.", day=day),
                msg("In force from {day}.", day=day),
            )
            yield Paragraph(self._say(planned if self._compares else valid))
        if material.scenario is not None and material.scenario.notes:
            yield Paragraph(clean(material.scenario.notes))
        if material.base is None:
            return
        pairs = [pair for pair in paired(diff(material.base, material.structure)) if outcome(pair) != "same"]
        yield Heading(self._say(msg("What changes")))
        told = [self._change(pair) for pair in pairs[:MOST_CHANGES]]
        if len(pairs) > MOST_CHANGES:
            told.append(
                self._say(msg("and {n} more units, see the comparison matrix", n=len(pairs) - MOST_CHANGES))
            )
        yield Items(tuple(told)) if told else Paragraph(self._say(msg("No unit changes.")))

    def _change(self, pair: UnitPair) -> str:
        """What became of a unit, in a line."""
        word = OUTCOMES[outcome(pair)]
        before = tuple(self.marks.unit(unit, self.was[unit.id]) for unit in pair.before)
        after = self.marks.unit(pair.after, self.now[pair.after.id]) if pair.after else ""
        if before in ((), (after,)) or not after:
            return self._say(msg("{outcome}: {unit}", outcome=word, unit=after or before))
        return self._say(msg("{outcome}: {before} → {after}", outcome=word, before=before, after=after))

    def _numbers(self) -> Iterator[Block]:
        material = self.material
        yield Heading(self._say(msg("Numbers")))
        yield numbers(material.base, material.structure, material.pack, self.language)

    def _findings(self) -> Iterator[Block]:
        material = self.material
        yield Heading(self._say(msg("What a strict reviewer finds")))
        if material.findings is None:
            yield Paragraph(self._say(msg("The rules were not asked.")))
            return
        yield severities(material)
        found = [finding for finding in fresh(material) if finding.severity in _SEVERE]
        if not found:
            none = (
                msg("No error and no warning is new.")
                if self._compares
                else msg("There is no error and no warning.")
            )
            yield Paragraph(self._say(none))
            return
        head = msg("New errors and warnings") if self._compares else msg("Errors and warnings")
        yield Heading(self._say(head), 2)
        yield listed(found[:MOST_FINDINGS], self.language)
        if len(found) > MOST_FINDINGS:
            yield Paragraph(
                self._say(msg("and {n} more, see sotk check", n=len(found) - MOST_FINDINGS)), "note"
            )

    def _open(self) -> Iterator[Block]:
        """What is not decided, postponed or rejected; the discussion has the whole list in its minutes."""
        material = self.material
        if material.scenario is None:
            return
        made = minutes(material.scenario, material.structure, material.base, material.skipped)
        yield Heading(self._say(msg("Decisions")))
        counts = tuple(
            msg("{outcome}: {n}", outcome=head, n=len(entries)) for head, entries in made.by_status()
        )
        if counts:
            yield Paragraph(self._say(msg("{n} changes ({counts}).", n=len(made.changes), counts=counts)))
        told = self._undecided(made)
        if told:
            yield Heading(self._say(msg("Not agreed yet")), 2)
            yield Items(tuple(told[:MOST_OPEN]))
        if len(told) > MOST_OPEN:
            yield Paragraph(self._say(msg("and {n} more, see the minutes", n=len(told) - MOST_OPEN)), "note")

    def _undecided(self, made: Minutes) -> list[str]:
        told = []
        for head, entries in made.by_status():
            for entry in entries:
                if entry.about.status in ("usul", "ditunda"):
                    text = msg("{change} – {status}", change=entry.text, status=head)
                    note = clean(entry.about.note or "")
                    told.append(self._say(msg("{text}: {note}", text=text, note=note) if note else text))
        return told

    def _charts(self) -> Iterator[Block]:
        material = self.material
        yield Heading(self._say(msg("Charts")))
        if material.base is not None:
            yield overview(material, material.base, self._say(msg("Existing organization")))
            yield overview(material, material.structure, self._say(msg("Proposed organization")))
        else:
            yield overview(material, material.structure, self._say(msg("Organization")))

    def _say(self, message: Message) -> str:
        return say(message, self.language)
