"""The comparison matrix (matriks sandingan): existing beside proposed, with the reason, unit by unit.

Every unit and every duty of both sides is in it; of posts those that differ.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from sotk.compare import Diff, diff
from sotk.compare.output.sentences import Sentence, grouped
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.report.agreed import changes_table
from sotk.report.decisions import CARRIED_OUT, Decisions
from sotk.report.document import Block, Cell, Column, Document, Heading, Items, Paragraph, Row, Section, Table
from sotk.report.marks import Marks
from sotk.report.material import Lacking, Material
from sotk.report.matrix import OUTCOMES, UnitLines, outcome
from sotk.report.minutes import minutes
from sotk.report.numbers import numbers
from sotk.report.pairing import paired
from sotk.report.words import day_of, legal_basis

_COLUMNS: Final = (
    (msg("No."), 9),
    (msg("Element"), 24),
    (msg("Existing"), 88),
    (msg("Proposal"), 88),
    (msg("Remarks and basis"), 81),
)

_TOLD_ABOVE: Final = frozenset({"effective", "status", "illustrative"})
"""Fields of the structure itself that the opening and the notice say."""


def make(material: Material) -> Document:
    """The matrix. Raises Lacking without something to compare with."""
    if material.base is None:
        raise Lacking(msg("A comparison needs a base: a proposal, or --against with a structure."))
    return _Matrix(material, diff(material.base, material.structure)).document()


class _Matrix:
    def __init__(self, material: Material, compared: Diff) -> None:
        self.material, self.diff, self.language = material, compared, material.language
        self.marks = Marks(material)
        self.pairs = paired(compared)
        self.decisions = Decisions(material.scenario, self.language)
        self.units = UnitLines(material, self.marks, self.decisions)

    def document(self) -> Document:
        name = clean(self.material.structure.name).upper()
        title = (msg("COMPARISON MATRIX"), msg("EXISTING AND PROPOSED ORGANIZATION, DUTIES AND FUNCTIONS"))
        blocks = [*self._opening(), *self._matrix(), *self._beside(), *self._left_out()]
        section = Section(tuple(blocks), self.material.paper or "F4", landscape=True)
        lines = (*(self._say(line) for line in title), name)
        return Document(lines, self.language, (section,), self.marks.notice())

    def _opening(self) -> Iterator[Block]:
        scenario, before, after = self.material.scenario, self.diff.before, self.diff.after
        name = scenario.name if scenario else self.material.base_name
        told = (
            msg("Proposal: {name}", name=clean(name))
            if scenario
            else msg("Compared with: {name}", name=clean(name or before.name))
        )
        yield Paragraph(self._say(told), "strong")
        if after.header.effective is not None and after.header.effective != before.header.effective:
            day = day_of(after.header.effective, self.language)
            yield Paragraph(self._say(msg("Planned to be in force from {day}.", day=day)))
        if scenario is not None and scenario.notes:
            yield Paragraph(clean(scenario.notes))
        yield from self._basis()
        yield Heading(self._say(msg("Summary")))
        yield Paragraph(self._say(self._counts()))
        yield numbers(before, after, self.material.pack, self.language, share=0.55)

    def _basis(self) -> Iterator[Block]:
        before, after = self.diff.before.header, self.diff.after.header
        told = [(msg("Legal basis of the existing organization"), before)]
        if after.legal_basis != before.legal_basis:
            told.append((msg("Legal basis of the proposal"), after))
        for words, header in told:
            if header.legal_basis:
                lines = legal_basis(header.legal_basis, self.language)
                star = f"{header.id}.legal_basis"
                yield Heading(self._say(words), 2)
                yield Items(tuple(self.marks.star(line, star) for line in lines), "decimal")

    def _counts(self) -> Message:
        found = Counter(outcome(pair) for pair in self.pairs)
        parts = tuple(
            msg("{outcome}: {n}", outcome=words, n=found[became])
            for became, words in OUTCOMES.items()
            if found[became]
        )
        return msg("Of {n} units: {counts}.", n=len(self.pairs), counts=parts)

    def _matrix(self) -> Iterator[Block]:
        rows: list[Row] = []
        for number, pair in enumerate(self.pairs, 1):
            lines = list(self.units.lines(pair, number))
            if not self.material.only_changed:
                rows += [line.row for line in lines]
            elif any(line.differs for line in lines):
                rows += [lines[0].row, *(line.row for line in lines[1:] if line.differs)]
        columns = tuple(
            Column(self._say(head), width, "left" if at else "centre")
            for at, (head, width) in enumerate(_COLUMNS)
        )
        yield Heading(self._say(msg("Comparison by unit")))
        if self.material.only_changed:
            yield Paragraph(
                self._say(msg("Only what changes is listed; what is not listed stays as it is.")), "note"
            )
        yield Paragraph(
            self._say(
                msg(
                    "Of the posts below the heads, those are listed whose title, class, need or incumbents change."
                )
            ),
            "note",
        )
        if rows:
            yield Table(columns, tuple(rows), self._say(msg("Matrix")))
        else:
            yield Paragraph(self._say(msg("No differences.")))

    def _beside(self) -> Iterator[Block]:
        """What changes beside the units: indicators, lines, teams, what the structure says of itself."""
        rows: list[Row] = []
        for group in grouped(self.diff):
            told = [each for each in group.sentences if each.fact.field not in _TOLD_ABOVE]
            if group.id is None and told:
                title = self._say(group.title) if isinstance(group.title, Message) else group.title
                rows.append(Row((Cell(title, span=3),), "group"))
                rows += [self._change(each, at) for at, each in enumerate(told, 1)]
        if rows:
            columns = tuple(
                Column(self._say(head), width, "left" if at else "centre")
                for at, (head, width) in enumerate(
                    ((msg("No."), 9), (msg("Change"), 170), (msg("Remarks"), 111))
                )
            )
            yield Heading(self._say(msg("Other changes")))
            yield Table(columns, tuple(rows), self._say(msg("Changes beside the units")))

    def _change(self, sentence: Sentence, number: int) -> Row:
        lines = self.decisions.lines((sentence.fact.entity, sentence.fact.id))
        remarks = Cell(lines[0], lines=lines[1:]) if lines else Cell()
        return Row((Cell(str(number)), Cell(self._say(sentence.message)), remarks))

    def _left_out(self) -> Iterator[Block]:
        """What was raised and is not in the matrix: postponed and rejected changes."""
        material = self.material
        if material.scenario is None:
            return
        made = minutes(material.scenario, material.structure, material.base, material.skipped)
        refused = [entry for entry in made.changes if entry.skipped]
        left = [(msg("Could not be carried out"), refused)] if refused else []
        for heading, entries in made.by_status():
            out = [each for each in entries if each.about.status not in CARRIED_OUT]
            left += [(heading, out)] if out else []
        if left:
            yield Heading(self._say(msg("Changes that are not in this matrix")))
        for words, every in left:
            yield changes_table(every, self.language, self._say(words))

    def _say(self, message: Message) -> str:
        return say(message, self.language)
