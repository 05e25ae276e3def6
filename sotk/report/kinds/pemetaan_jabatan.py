"""The mapping of posts (pemetaan jabatan): where each existing post goes, which are new, who has nowhere to go.

A post is the same where its id is; one that is abolished and has incumbents leaves these without a post.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, Literal, TypeAlias

from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Position, Structure, Unit
from sotk.report.decisions import Decisions
from sotk.report.document import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
)
from sotk.report.marks import Marks
from sotk.report.material import Lacking, Material
from sotk.report.naming import names_of
from sotk.report.posts import rank_of, title_of
from sotk.report.words import UNKNOWN, number_of

Place: TypeAlias = tuple[Unit, Position]
Fate: TypeAlias = Literal["same", "changed", "moved", "removed", "added"]
FATES: Final[dict[Fate, Message]] = {
    "same": msg("Unchanged"),
    "changed": msg("Changed"),
    "moved": msg("To another unit"),
    "removed": msg("Abolished"),
    "added": msg("New"),
}
_COLUMNS: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 10, "centre"),
    (msg("Existing post"), 74, "left"),
    (msg("Incumbents (B)"), 21, "right"),
    (msg("Proposed post"), 74, "left"),
    (msg("Proposed unit"), 52, "left"),
    (msg("Need (K)"), 23, "right"),
    (msg("Remarks"), 36, "left"),
)
_SHOWN: Final = ("title", "grade", "echelon", "job_class", "category")


def make(material: Material) -> Document:
    """The mapping. Raises Lacking without something to compare with."""
    if material.base is None:
        raise Lacking(msg("A comparison needs a base: a proposal, or --against with a structure."))
    return _Mapping(material, material.base).document()


class _Mapping:
    def __init__(self, material: Material, base: Structure) -> None:
        self.material, self.language = material, material.language
        self.marks = Marks(material)
        self.decisions = Decisions(material.scenario, self.language)
        self.was, self.now = names_of(base), names_of(material.structure)
        self.before = {post.id: (unit, post) for unit, post in base.positions()}
        self.after = {post.id: (unit, post) for unit, post in material.structure.positions()}

    def document(self) -> Document:
        title = (self._say(msg("MAPPING OF POSTS")), clean(self.material.structure.name).upper())
        blocks = [*self._summary(), *self._table(), *self._displaced()]
        section = Section(tuple(blocks), self.material.paper or "F4", landscape=True)
        return Document(title, self.language, (section,), self.marks.notice())

    def _fate(self, id_: str) -> Fate:
        before, after = self.before.get(id_), self.after.get(id_)
        if before is None:
            return "added"
        if after is None:
            return "removed"
        if before[0].id != after[0].id:
            return "moved"
        differs = any(getattr(before[1], name) != getattr(after[1], name) for name in _SHOWN)
        return "changed" if differs else "same"

    def _summary(self) -> Iterator[Block]:
        scenario = self.material.scenario
        if scenario is not None:
            yield Paragraph(self._say(msg("Proposal: {name}", name=clean(scenario.name))), "strong")
        found = Counter(self._fate(id_) for id_ in self.before | self.after)
        told = tuple(
            msg("{outcome}: {n}", outcome=FATES[fate], n=found[fate]) for fate in FATES if found[fate]
        )
        if not told:
            yield Paragraph(self._say(msg("The structure names no posts.")))
            return
        yield Paragraph(self._say(msg("Of {n} posts: {counts}.", n=found.total(), counts=told)))

    def _table(self) -> Iterator[Block]:
        """Existing posts in the order of the chart, then those that are new."""
        rows: list[Row] = []
        shown: str | None = None
        for number, (id_, (unit, _post)) in enumerate(self.before.items(), 1):
            if unit.id != shown:
                rows.append(self._group(self.marks.unit(unit, self.was[unit.id])))
                shown = unit.id
            rows.append(self._row(id_, number))
        new = [id_ for id_ in self.after if id_ not in self.before]
        if new:
            rows.append(self._group(self._say(msg("New posts"))))
            rows += [self._row(id_, number) for number, id_ in enumerate(new, len(self.before) + 1)]
        if rows:
            columns = tuple(Column(self._say(head), width, align) for head, width, align in _COLUMNS)
            yield Table(columns, tuple(rows), self._say(msg("Mapping of posts")))

    def _group(self, name: str) -> Row:
        return Row((Cell(), Cell(name, span=len(_COLUMNS) - 1)), "group")

    def _row(self, id_: str, number: int) -> Row:
        before, after = self.before.get(id_), self.after.get(id_)
        fate = self._fate(id_)
        told = self.decisions.lines(("position", id_)) if fate != "same" else ()
        return Row(
            (
                Cell(str(number)),
                self._post(before),
                self._count(before, "filled"),
                self._post(after),
                Cell(self.marks.unit(after[0], self.now[after[0].id]) if after else UNKNOWN),
                self._count(after, "need"),
                Cell(self._say(FATES[fate]), lines=told),
            )
        )

    def _post(self, place: Place | None) -> Cell:
        if place is None:
            return Cell(UNKNOWN)
        unit, post = place
        text = title_of(post) + rank_of(post, self.language)
        return Cell(self.marks.post(unit, post, text, "title", "class", "echelon"))

    def _count(self, place: Place | None, field: str) -> Cell:
        if place is None:
            return Cell(UNKNOWN)
        unit, post = place
        value = post.filled_count if field == "filled" else post.need
        told = number_of(value, self.language)
        return Cell(told) if value is None else Cell(self.marks.post(unit, post, told, field), value)

    def _displaced(self) -> Iterator[Block]:
        """Incumbents of abolished posts: nothing of the proposal says where they go."""
        left = [
            place for id_, place in self.before.items() if id_ not in self.after and place[1].filled_count
        ]
        yield Heading(self._say(msg("Incumbents without a post")))
        if not left:
            yield Paragraph(self._say(msg("No abolished post has incumbents.")))
            return
        count = sum(post.filled_count or 0 for _unit, post in left)
        yield Paragraph(
            self._say(msg("{n} incumbents of abolished posts have no post in the proposal:", n=count))
        )
        yield Items(tuple(self._left(unit, post) for unit, post in left))

    def _left(self, unit: Unit, post: Position) -> str:
        told = msg("{post}, {unit}: {n}", post=title_of(post), unit=self.was[unit.id], n=post.filled_count)
        return self._say(told)

    def _say(self, message: Message) -> str:
        return say(message, self.language)
