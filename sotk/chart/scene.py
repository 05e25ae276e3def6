"""The one positioned value between layouts and renderers.

Everything is measured in points (1/72 inch) from the top left corner of its page, y downwards. A
renderer draws what it finds and decides nothing: text is already broken into rows, lines are routed,
colours and dashes chosen. A Scene knows no structure and no file format.

Meaning never rests on colour alone: a changed or marked box also carries a sign and a line style.
"""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from pydantic import TypeAdapter

VERSION: Final = 1
POINTS_PER_MM: Final = 72 / 25.4

Align: TypeAlias = Literal["start", "middle", "end"]
Dash: TypeAlias = Literal["solid", "dashed", "dotted"]
Side: TypeAlias = Literal["top", "right", "bottom", "left"]
Role: TypeAlias = Literal["primary", "reference", "ghost"]
BlockKind: TypeAlias = Literal[
    "heading", "title", "subtitle", "signature", "paraf", "notice", "number", "label", "table"
]

INK: Final = "#111111"
"""Of text and lines that nothing else is said of."""
NOTICE_INK: Final = "#8a1c1c"
"""Of what a reader must know before believing the picture: notices, units without a place."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one face. `ink` is `#rrggbb`."""

    text: str
    size: float
    bold: bool = False
    ink: str = INK


@dataclass(frozen=True, slots=True)
class Row:
    """One line of text: where its baseline starts, ends or has its middle, and how wide it is.

    `opens` is true for the first row of a paragraph: an editor that wraps for itself joins the others.
    """

    runs: tuple[Run, ...]
    x: float
    y: float
    width: float
    align: Align = "middle"
    opens: bool = True

    @property
    def text(self) -> str:
        """All runs as one text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stroke:
    """How a line is drawn. `ink` is `#rrggbb`, `width` in points."""

    ink: str = INK
    width: float = 0.9
    dash: Dash = "solid"


@dataclass(frozen=True, slots=True)
class Style:
    """How a box is drawn; None for no ground, or no outline. `fill` is `#rrggbb`."""

    fill: str | None = "#ffffff"
    stroke: Stroke | None = Stroke()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid under or in a box. `cells` may be empty: then only the rules are drawn."""

    x: float
    y: float
    columns: tuple[float, ...]
    rows: tuple[float, ...]
    cells: tuple[tuple[tuple[Row, ...], ...], ...] = ()
    stroke: Stroke = Stroke(width=0.6)

    @property
    def width(self) -> float:
        """In points."""
        return sum(self.columns)

    @property
    def height(self) -> float:
        """In points."""
        return sum(self.rows)


@dataclass(frozen=True, slots=True)
class Mark:
    """What an overlay says of a box: a sign that is drawn, and words for tool tips and legends."""

    name: str
    sign: str
    words: str


@dataclass(frozen=True, slots=True)
class Detail:
    """A fact for tool tips, notes and panels; not drawn."""

    label: str
    value: str
    long: bool = False
    """A duty: for notes and panels, too long for a tool tip."""


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the picture. Its height includes the table, which stands at its bottom.

    `key` is unique in the scene; `entity` and `id` name what it stands for. Each unit that is shown has
    one box with role `primary`; a `reference` points to the page of the primary one, a `ghost` shows
    where it was. `parent` is the key of the box above, also where no line is drawn.
    """

    key: str
    entity: str
    id: str
    parent: str | None
    kind: str
    title: str
    x: float
    y: float
    width: float
    height: float
    rows: tuple[Row, ...] = ()
    style: Style = Style()
    table: Table | None = None
    marks: tuple[Mark, ...] = ()
    details: tuple[Detail, ...] = ()
    role: Role = "primary"
    page: int | None = None
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class Port:
    """A place on the edge of a box: `at` runs from 0 to 1, left to right or top to bottom."""

    side: Side
    at: float = 0.5


@dataclass(frozen=True, slots=True)
class End:
    """Where a line meets a box, by the key of that."""

    box: str
    port: Port


@dataclass(frozen=True, slots=True)
class Link:
    """A routed line: right-angled, from the upper end to the lower. `kind` is komando, koordinasi, ..."""

    key: str
    kind: str
    source: End
    target: End
    points: tuple[tuple[float, float], ...]
    stroke: Stroke = Stroke()
    title: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The boxes of one branch, for formats that can group."""

    key: str
    title: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """Text that is not a unit: heading, title, signature, paraf table, a notice such as DATA ILUSTRASI."""

    kind: BlockKind
    x: float
    y: float
    width: float
    height: float
    rows: tuple[Row, ...] = ()
    style: Style | None = None
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sample (a line or a small box with its sign) and its words."""

    words: Row
    x: float
    y: float
    width: float
    height: float
    line: Stroke | None = None
    swatch: Style | None = None
    sign: Row | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page, in points from its top left corner, y downwards. `number` counts from 1."""

    number: int
    title: str
    width: float
    height: float
    boxes: tuple[Box, ...] = ()
    links: tuple[Link, ...] = ()
    blocks: tuple[Block, ...] = ()
    legend: tuple[LegendEntry, ...] = ()
    groups: tuple[Group, ...] = ()
    scale: float = 1.0
    """By how much the layout was made smaller to fit, or larger to fill; texts and boxes are scaled."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a comparison says of a unit in words, each line with its sign."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture with every place in it decided: what a layout gives and a renderer writes."""

    title: str
    language: str
    layout: str
    pages: tuple[Page, ...]
    told: tuple[Told, ...] = ()
    unit: Literal["pt"] = "pt"
    version: Literal[1] = VERSION

    def to_json(self) -> bytes:
        """The scene as JSON that `from_json` reads; UTF-8."""
        return _adapter().dump_json(self)

    @staticmethod
    def from_json(data: bytes | str) -> "Scene":
        """Raises pydantic's ValidationError if `data` is not a scene of this version."""
        return _adapter().validate_json(data)

    def smallest_text(self) -> float:
        """The size in points of the smallest text in any box; 0 if nothing is written."""
        return min(
            (r.size for p in self.pages for b in p.boxes for row in b.rows for r in row.runs), default=0
        )


@cache
def _adapter() -> "TypeAdapter[Scene]":
    from pydantic import TypeAdapter

    return TypeAdapter(Scene)
