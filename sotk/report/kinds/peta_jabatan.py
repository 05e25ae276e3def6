"""The map of posts (peta jabatan) as a table: every post of every unit with need, incumbents and difference.

What is short and what is too many is summed each for itself: a surplus in one unit fills no vacancy in
another.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sotk.chart.overlays.posts import order_of
from sotk.findings.names import clean
from sotk.graph.metrics import Posts, metrics
from sotk.graph.metrics import counted as summed
from sotk.locale import Message, msg, say
from sotk.model import Position, Unit
from sotk.report.document import Align, Block, Cell, Column, Document, Heading, Paragraph, Row, Section, Table
from sotk.report.figures import charts
from sotk.report.marks import Marks
from sotk.report.material import Material
from sotk.report.naming import names_of
from sotk.report.posts import CATEGORIES, category_of, filled_of, title_of
from sotk.report.words import UNKNOWN, counted, number_of, signed

_COLUMNS: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 10, "centre"),
    (msg("Unit and title of the post"), 110, "left"),
    (msg("Type of post"), 28, "left"),
    (msg("Echelon or grade"), 30, "left"),
    (msg("Class"), 14, "centre"),
    (msg("Need (K)"), 24, "right"),
    (msg("Incumbents (B)"), 38, "right"),
)
_PERSONS: Final = (msg("Holders"), 60)


def make(material: Material) -> Document:
    """The table of all posts, sums by type, and the drawn map where it is not too large."""
    return _Map(material).document()


class _Map:
    def __init__(self, material: Material) -> None:
        self.material, self.language = material, material.language
        self.marks = Marks(material)
        self.reversed = material.pack.chart.gap_sign == "need-filled"
        self.number = 0
        self.names = names_of(material.structure)

    def document(self) -> Document:
        structure, paper = self.material.structure, self.material.paper or "F4"
        title = (self._say(msg("MAP OF POSTS")), clean(structure.name).upper())
        table = Section(tuple(self._blocks()), paper, landscape=True)
        sections = [table]
        figures = charts(self.material, table, ("posts",)) if self._any() else ()
        sections += [Section((figure,), paper, landscape=True) for figure in figures]
        return Document(title, self.language, tuple(sections), self.marks.notice())

    def _any(self) -> bool:
        return any(True for _each in self.material.structure.positions())

    def _blocks(self) -> Iterator[Block]:
        difference = "K − B" if self.reversed else "B − K"
        if not self._any():
            yield Paragraph(self._say(msg("The structure names no posts.")))
            return
        yield Paragraph(
            self._say(
                msg(
                    "+/− = {difference}. What is short and what is too many is summed each for itself; {sign} stands for what is not given.",
                    difference=difference,
                    sign=UNKNOWN,
                )
            ),
            "note",
        )
        yield self._table()
        yield Heading(self._say(msg("Sums by type of post")))
        yield self._types()
        if self.material.unplaced:
            told = msg(
                "Units without a place in the structure, not in the table: {n}.",
                n=len(self.material.unplaced),
            )
            yield Paragraph(self._say(told), "note")

    def _table(self) -> Table:
        persons = (_PERSONS,) if self.material.persons else ()
        heads = [Column(self._say(head), width, align) for head, width, align in _COLUMNS]
        heads.append(Column("+/−", 28, "right"))
        heads += [Column(self._say(head), width) for head, width in persons]
        rows: list[Row] = []
        for unit in self.material.structure.walk():
            rows += self._unit(unit, len(heads))
        every = [post for _unit, post in self.material.structure.positions()]
        rows.append(self._sum(self._say(msg("All units")), every))
        return Table(tuple(heads), tuple(rows), self._say(msg("Table of posts")))

    def _unit(self, unit: Unit, columns: int) -> Iterator[Row]:
        posts = [*([unit.head] if unit.head else []), *sorted(unit.positions, key=order_of)]
        if not posts:
            return
        told = self.names[unit.id]
        name = self.marks.unit(unit, told)
        yield Row((Cell(), Cell(name, span=columns - 1)), "group")
        for post in posts:
            self.number += 1
            yield self._post(unit, post)
        if len(posts) > 1:
            yield self._sum(self._say(msg("Sum of {unit}", unit=told)), posts)

    def _post(self, unit: Unit, post: Position) -> Row:
        language, marks = self.language, self.marks
        rank = clean(post.echelon or post.grade or "")
        told = [
            Cell(str(self.number)),
            Cell(marks.post(unit, post, title_of(post), "title")),
            Cell(category_of(post, language)),
            Cell(marks.post(unit, post, rank, "echelon") if rank else UNKNOWN),
            Cell(marks.post(unit, post, str(post.job_class), "class") if post.job_class else UNKNOWN),
            self._counted(unit, post, post.need, "need"),
            self._counted(unit, post, post.filled_count, "filled"),
            self._gap(post),
        ]
        if self.material.persons:
            names = [
                clean(each.name) + (f" ({clean(each.nip)})" if each.nip else "") for each in post.holders
            ]
            told.append(Cell(names[0], lines=tuple(names[1:])) if names else Cell())
        return Row(tuple(told))

    def _counted(self, unit: Unit, post: Position, value: int | None, field: str) -> Cell:
        if value is None:
            return Cell(UNKNOWN)
        text = filled_of(post, self.language) if field == "filled" else number_of(value, self.language)
        return Cell(self.marks.post(unit, post, text, field), value)

    def _gap(self, post: Position) -> Cell:
        if post.need is None or post.filled_count is None:
            return Cell(UNKNOWN)
        gap = post.filled_count - post.need
        gap = -gap if self.reversed else gap
        return Cell(signed(gap, self.language), gap)

    def _sum(self, name: str, posts: list[Position]) -> Row:
        need, filled = ([getattr(post, field) for post in posts] for field in ("need", "filled_count"))
        cells = [
            Cell(),
            Cell(name, span=4),
            self._total(need),
            self._total(filled),
            Cell(self._gaps(summed(posts))),
        ]
        if self.material.persons:
            cells.append(Cell())
        return Row(tuple(cells), "total")

    def _total(self, numbers: list[int | None]) -> Cell:
        known = [number for number in numbers if number is not None]
        if not known:
            return Cell(UNKNOWN)
        total = sum(known)
        if len(known) < len(numbers):
            return Cell(f"≥ {number_of(total, self.language)}")
        return counted(total, self.language)

    def _gaps(self, posts: Posts) -> str:
        """What is short and what is too many, not netted; the sign of what is not known where some is not."""
        turn = -1 if self.reversed else 1
        told = [signed(turn * gap, self.language) for gap in (-posts.short, posts.surplus) if gap]
        if posts.unknown:
            told.append(UNKNOWN)
        return "  ".join(told) or "0"

    def _types(self) -> Table:
        found = metrics(self.material.structure, self.material.pack)
        heads = (
            (msg("Type of post"), 60),
            (msg("Need (K)"), 25),
            (msg("Incumbents (B)"), 25),
            (msg("Short"), 25),
            (msg("Too many"), 25),
            (msg("Posts without need or incumbents"), 40),
        )
        columns = tuple(
            Column(self._say(head), width, "right" if at else "left")
            for at, (head, width) in enumerate(heads)
        )
        rows = [
            self._type(self._category(category), posts, "plain")
            for category, posts in self._ordered(found.categories)
        ]
        rows.append(self._type(self._say(msg("All posts")), found.total, "total"))
        return Table(columns, tuple(rows), self._say(msg("Sums by type of post")), share=0.7)

    def _type(self, name: str, posts: Posts, kind: str) -> Row:
        numbers = (posts.need, posts.filled, posts.short, posts.surplus, posts.unknown)
        cells = (Cell(name), *(counted(number, self.language) for number in numbers))
        return Row(cells, "total" if kind == "total" else "plain")

    def _ordered(self, categories: Iterable[tuple[str | None, Posts]]) -> list[tuple[str | None, Posts]]:
        order = [*CATEGORIES, None]
        return sorted(categories, key=lambda entry: order.index(entry[0]))

    def _category(self, category: str | None) -> str:
        return self._say(CATEGORIES[category] if category else msg("Without a type"))

    def _say(self, message: Message) -> str:
        return say(message, self.language)
