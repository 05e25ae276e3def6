"""A chart placed in the cells of a terminal: between the layout for cells and what paints them.

Whole cells from the top left corner, y downwards. Cells are about twice as tall as wide, so boxes are drawn
with one cell of border all around and stand without gaps above each other.
"""

from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sotk.chart.scene import Role

Point: TypeAlias = tuple[int, int]

BORDER: Final = 2
"""Cells that a box takes beside its text, in each direction."""


@dataclass(frozen=True, slots=True)
class CellText:
    """A line of a box."""

    text: str
    strong: bool


@dataclass(slots=True)
class CellBox:
    """A box; `x` and `y` are those of its top left corner, relative to its block until that is placed.

    `key` is unique in the scene, `unit` the id of what it stands for; `dashed` is the line from its superior.
    """

    key: str
    unit: str
    role: Role
    dashed: bool
    lines: tuple[CellText, ...]
    width: int
    x: int = 0
    y: int = 0

    @property
    def height(self) -> int:
        """In rows, with both borders."""
        return len(self.lines) + BORDER

    @property
    def middle(self) -> int:
        """The column in which lines from above and below arrive."""
        return self.x + self.width // 2

    @property
    def bottom(self) -> int:
        """The row of the lower border."""
        return self.y + self.height - 1

    @property
    def row(self) -> int:
        """The row in which lines from the side arrive."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True)
class CellLink:
    """A right-angled line through cells; its ends lie on the borders of boxes."""

    points: tuple[Point, ...]
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class CellScene:
    """The chart in cells. `notes` are lines of text to stand below it."""

    width: int
    height: int
    boxes: tuple[CellBox, ...] = field(default=())
    links: tuple[CellLink, ...] = field(default=())
    notes: tuple[str, ...] = field(default=())

    def box_of(self, unit: str) -> CellBox | None:
        """The box that stands for a unit where it is now; ghosts are none."""
        return next((box for box in self.boxes if box.unit == unit and box.role == "primary"), None)

    def box_at(self, x: int, y: int) -> CellBox | None:
        """The box at a cell."""
        found = (
            box for box in self.boxes if box.x <= x < box.x + box.width and box.y <= y < box.y + box.height
        )
        return next(found, None)
