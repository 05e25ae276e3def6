"""What a layout is given: boxes in order with a part to play, lines, and the words around them.

`view` makes it from a structure; a layout sees titles and places only, no kinds of a pack and no rules.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final, Literal, TypeAlias

from sotk.chart.layout.ledger import Ledger
from sotk.chart.scene import INK, POINTS_PER_MM, Dash, Detail, Mark, Role, Style

Place: TypeAlias = Literal["line", "secretariat", "functional", "adviser", "support", "unplaced"]
"""The part of a child: in the row under the bus, right of the trunk, left of it, at the bottom."""

Orientation: TypeAlias = Literal["landscape", "portrait"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A page in millimetres, as it lies."""

    name: str
    width: float
    height: float
    margin: float = 12

    @property
    def points(self) -> tuple[float, float, float]:
        """Width, height and margin in points."""
        return self.width * POINTS_PER_MM, self.height * POINTS_PER_MM, self.margin * POINTS_PER_MM

    def turned(self, orientation: Orientation) -> "Paper":
        """The same paper, upright (`portrait`) or lying."""
        short, long = sorted((self.width, self.height))
        wide, tall = (short, long) if orientation == "portrait" else (long, short)
        return replace(self, width=wide, height=tall)


PAPERS: Final = {
    paper.name: paper
    for paper in (
        Paper("F4", 330, 215),
        Paper("A4", 297, 210),
        Paper("A3", 420, 297),
        Paper("16:9", 338.67, 190.5),
    )
}


PLAIN: Final = Style()
SMALLER: Final = 0.85
"""The size of a line under a name, in units of the text size of its box."""
DASHES: Final[Mapping[str, Dash]] = {"koordinasi": "dashed", "fungsional": "dotted"}


@dataclass(frozen=True, slots=True)
class Phrase:
    """A paragraph of a box: the name, or a smaller line under it."""

    text: str
    strong: bool = True
    size: float = 1.0
    """In units of the box's text size."""
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Node:
    """A box to be placed. `grid` asks for an empty grid of (columns, rows) under the text.

    `place` is its part on the whole chart, `under` the one it has where its parent heads a page of its
    own. `id` is its key on the page; `unit` is the id of what it stands for, where that is another.
    `others` is what the box says on other charts in the same places, `other_tables` what stands under it
    there: it has room for that too; a `reserved` one only keeps room for a box that another of these
    charts has.
    """

    id: str
    title: str
    text: tuple[Phrase, ...]
    parent: str | None = None
    place: Place = "line"
    kind: str = ""
    entity: str = "unit"
    line: str = "komando"
    grid: tuple[int, int] | None = None
    style: Style = PLAIN
    marks: tuple[Mark, ...] = ()
    details: tuple[Detail, ...] = ()
    role: Role = "primary"
    hidden: int = 0
    under: Place = "line"
    unit: str = ""
    others: tuple[tuple[Phrase, ...], ...] = ()
    reserved: bool = False
    table: Ledger | None = None
    """Stands under the text, instead of an empty grid."""
    other_tables: tuple[Ledger, ...] = ()
    changed: bool = False
    """Whether a comparison says more of it than that it is as it was."""

    @property
    def texts(self) -> tuple[tuple[Phrase, ...], ...]:
        """What the box says here and on the other charts in the same places."""
        return (self.text, *self.others)

    @property
    def tables(self) -> tuple[Ledger, ...]:
        """What stands under it here and on the other charts in the same places."""
        return self.other_tables if self.table is None else (self.table, *self.other_tables)

    @property
    def smallest(self) -> float:
        """The size of its smallest text, in units of the text size."""
        sizes = [phrase.size for text in self.texts for phrase in text]
        return min([*sizes, *(table.size for table in self.tables)], default=1.0)


@dataclass(frozen=True, slots=True)
class Tie:
    """A line beside the tree: coordination or functional, between two boxes by id."""

    source: str
    target: str
    kind: str = "koordinasi"
    title: str = ""


@dataclass(frozen=True, slots=True)
class Swatch:
    """An entry of the legend that is not a line: a small box with a sign, and its words."""

    words: str
    style: Style
    sign: str = ""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What pages say of each other; `{n}` is a page number, `{all}` how many there are."""

    to: str = "→ {n}"
    back: str = "← {n}"
    number: str = "{n} / {all}"
    more: str = "({n}/{all})"
    tie: str = "{kind}: {n}"
    """Of a line whose other end is on another page."""
    continued: str = "(…)"
    """Of a page that has several branches which another page cuts off."""
    absent: str = "–"
    """Of a page that is kept for what only the other charts of the row have."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around the boxes. `line_words` names the kinds of line for the legend."""

    title: tuple[str, ...] = ()
    subtitle: str = ""
    heading: tuple[tuple[str, str], ...] = ()
    """(label, text); a label is aligned with the others and followed by a colon."""
    signature: tuple[str, ...] = ()
    paraf: tuple[tuple[str, ...], ...] = ()
    """A table of coordination initials for drafts; its first row is the head."""
    notices: tuple[str, ...] = ()
    line_words: tuple[tuple[str, str], ...] = ()
    unplaced_words: str = ""
    """Stands over the boxes whose place is `unplaced`."""
    swatches: tuple[Swatch, ...] = ()
    page_words: PageWords = PageWords()
    number: str = ""
    """Stands in the lower margin: which page of how many."""


@dataclass(frozen=True, slots=True)
class Appendix:
    """A table on pages of its own after the chart; `name` stands in their titles."""

    name: str
    table: Ledger


@dataclass(frozen=True)
class Chart:
    """All of a picture before it has places. `nodes` are in order: parents before their children."""

    nodes: tuple[Node, ...]
    frame: Frame = Frame()
    ties: tuple[Tie, ...] = ()
    paper: Paper = PAPERS["F4"]
    language: str = "id"
    dashes: Mapping[str, Dash] = field(default_factory=lambda: DASHES)
    """How the kinds of line are drawn that are not solid."""
    text_size: float = 8.5
    smallest_text: float = 6.0
    """In points; a page with smaller text than this is split."""
    appendix: Appendix | None = None
    beside: "tuple[tuple[Frame, frozenset[str]], ...]" = ()
    """The frames of all charts in the same places, this one's too, and their kinds of line."""
    tied_beside: bool = False
    """Whether any of them has lines beside the tree."""

    @property
    def tied(self) -> bool:
        """Whether there must be room for lines beside the tree."""
        return self.tied_beside or bool(self.ties)

    @cached_property
    def children(self) -> dict[str | None, list[Node]]:
        """The boxes below each box, in order; below None those at the top."""
        found: dict[str | None, list[Node]] = {}
        for node in self.nodes:
            found.setdefault(node.parent, []).append(node)
        return found

    @cached_property
    def partners(self) -> dict[str, list[tuple[str, str]]]:
        """By unit: kind and other end of its lines beside command, if both ends are on the chart."""
        found: dict[str, list[tuple[str, str]]] = {}
        units = {node.unit or node.id for node in self.nodes}
        for tie in self.ties:
            if {tie.source, tie.target} <= units:
                found.setdefault(tie.source, []).append((tie.kind, tie.target))
                found.setdefault(tie.target, []).append((tie.kind, tie.source))
        return found

    @cached_property
    def line_kinds(self) -> frozenset[str]:
        """The kinds of line that are drawn: what the legend names."""
        own = {node.line for node in self.nodes if node.parent is not None and not node.reserved}
        return frozenset(own | {tie.kind for tie in self.ties})

    @cached_property
    def root(self) -> Node | None:
        """The box at the top; None for an empty chart."""
        return next((node for node in self.children.get(None, []) if node.place != "unplaced"), None)
