"""The checklist (kelengkapan): what the reviewer will ask for, and whether the structure has it.

Papers that a structure cannot show are said to be such: that is no pass.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Unit
from sotk.packs.regulation import Checklist, ChecklistItem
from sotk.report.complete import STATES, Asked, State, asked, asked_of_proposal
from sotk.report.document import Block, Cell, Column, Document, Heading, Paragraph, Row, Section, Table
from sotk.report.judged import severities
from sotk.report.marks import Marks
from sotk.report.material import Material
from sotk.report.naming import names_of

_COLUMNS: Final = (
    (msg("No."), 9),
    (msg("What is asked for"), 74),
    (msg("State"), 32),
    (msg("Remarks"), 55),
)
_MADE: Final = {
    "rancangan": "sotk report rancangan",
    "dokumen-struktur": "sotk draw",
    "data-kepegawaian": "sotk report peta-jabatan --persons",
}
"""Papers that the program writes, by their id in the checklists of a pack."""
_NO_PAPERS: Final = frozenset({"retained-reasons"})
"""Lists of a pack that name reasons to choose from, not papers to hand in."""


def make(material: Material) -> Document:
    """The checklist of a structure or a proposal."""
    return _Checklist(material).document()


class _Checklist:
    def __init__(self, material: Material) -> None:
        self.material, self.language = material, material.language
        self.names = names_of(material.structure)

    def document(self) -> Document:
        title = (self._say(msg("CHECKLIST OF THE PROPOSAL")), clean(self.material.structure.name).upper())
        blocks = [*self._structure(), *self._rules(), *self._founding(), *self._papers()]
        section = Section(tuple(blocks), self.material.paper or "A4")
        return Document(title, self.language, (section,), Marks(self.material).notice())

    def _structure(self) -> Iterator[Block]:
        yield Paragraph(
            self._say(msg("“Cannot be told” is no pass: the paper or the data is not in the structure.")),
            "note",
        )
        yield Heading(self._say(msg("What the structure holds")))
        yield self._table(asked(self.material), msg("What the structure holds"))
        proposal = tuple(asked_of_proposal(self.material))
        if proposal:
            yield Heading(self._say(msg("What the proposal says")))
            yield self._table(proposal, msg("What the proposal says"))

    def _rules(self) -> Iterator[Block]:
        yield Heading(self._say(msg("What the rules find")))
        if self.material.findings is None:
            yield Paragraph(self._say(msg("The rules were not asked.")))
            return
        yield severities(self.material)

    def _founding(self) -> Iterator[Block]:
        """The criteria and papers of each unit that a checklist is for; of a proposal, of those that are new."""
        before = self.material.base.units if self.material.base else {}
        for checklist in self.material.pack.checklists.values():
            for unit in self.material.structure.walk():
                if unit.kind in checklist.kinds and unit.id not in before:
                    yield from self._list(checklist, unit)

    def _papers(self) -> Iterator[Block]:
        """The papers that are asked for whatever the structure holds."""
        for checklist in self.material.pack.checklists.values():
            if not checklist.kinds and checklist.id not in _NO_PAPERS:
                yield from self._list(checklist, None)

    def _list(self, checklist: Checklist, unit: Unit | None) -> Iterator[Block]:
        name = clean(checklist.name.said(self.language))
        head = name if unit is None else f"{name}: {self.names[unit.id]}"
        yield Heading(head)
        source = clean(str(checklist.basis))
        unread = msg("Basis: {text} (to be checked: the article was not read)", text=source)
        yield Paragraph(
            self._say(msg("Basis: {text}", text=source) if checklist.verified else unread), "note"
        )
        yield self._table((self._item(item, checklist, unit) for item in checklist.items), name)

    def _item(self, item: ChecklistItem, checklist: Checklist, unit: Unit | None) -> Asked:
        text = clean(item.text.said(self.language))
        what = text if item.required else self._say(msg("{what} (where there is one)", what=text))
        if unit is not None and item.id == "abk":
            return self._workload(what, unit)
        if unit is not None and self._criteria(checklist):
            met = item.id in unit.criteria
            return Asked(
                what,
                "there" if met else "missing",
                None if met else msg("not shown yet (criteria of the unit)"),
            )
        made = _MADE.get(item.id)
        remark = msg("made by {command}", command=made) if made else msg("a paper beside the structure")
        return Asked(what, "unknown", remark)

    def _criteria(self, checklist: Checklist) -> bool:
        """Whether units name the items of a checklist in `criteria`, as the rules on criteria read it."""
        return checklist.id.endswith("-criteria")

    def _workload(self, what: str, unit: Unit) -> Asked:
        posts = [post for each in self.material.structure.walk(unit.id) for post in each.positions]
        loaded = sum(bool(post.workload) for post in posts)
        if not posts:
            return Asked(what, "missing", msg("the unit has no posts"))
        state: State = "there" if loaded == len(posts) else "partly" if loaded else "missing"
        return Asked(what, state, msg("posts with workload: {n} of {all}", n=loaded, all=len(posts)))

    def _table(self, entries: Iterable[Asked], name: Message | str) -> Table:
        columns = tuple(
            Column(self._say(head), width, "left" if at else "centre")
            for at, (head, width) in enumerate(_COLUMNS)
        )
        rows = tuple(self._row(entry, at) for at, entry in enumerate(entries, 1))
        return Table(columns, rows, self._say(name) if isinstance(name, Message) else name)

    def _row(self, entry: Asked, number: int) -> Row:
        what = self._say(entry.what) if isinstance(entry.what, Message) else entry.what
        remark = self._say(entry.remark) if entry.remark else ""
        return Row((Cell(str(number)), Cell(what), Cell(self._say(STATES[entry.state])), Cell(remark)))

    def _say(self, message: Message) -> str:
        return say(message, self.language)
