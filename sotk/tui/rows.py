"""The tree as lines: which units are shown, how deep, with which tree lines before them. Knows no screen.

Of each open branch only the number of its lines is kept. A line is found by passing over whole branches,
and an edit corrects the counts on the way up from what it changed: neither depends on how many units are
open, only on how deep they stand and how many stand beside them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Final

from sotk.model import Structure
from sotk.model.sharing import touched
from sotk.session.standing import Ghost

TEE: Final = "├─"
CORNER: Final = "└─"
BAR: Final = "│ "
BLANK: Final = "  "
ALL_OPEN: Final = 400
"""Up to so many units a structure is shown with all branches open."""
OPENED_AT_ONCE: Final = 50
"""Up to so many branches that came with an edit are opened; a larger branch stays shut."""

Ghosts = Mapping[str, tuple[Ghost, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the tree. `lines` are the tree lines before the name; a ghost is no unit of the structure."""

    id: str
    lines: str
    ghost: Ghost | None = None


class Rows:
    """The lines of a tree whose branches below `opened` are shown; found when asked for."""

    def __init__(self, structure: Structure, ghosts: Ghosts, opened: Iterable[str]) -> None:
        self._structure, self._ghosts = structure, ghosts
        self._opened = set(opened)
        self._below: dict[str, int] = {}  # of open branches: the lines below their unit
        self._count_all()

    def __len__(self) -> int:
        return 1 + self._below.get(self._structure.root, 0)

    def is_open(self, unit: str) -> bool:
        return unit in self._opened

    def has_below(self, unit: str) -> bool:
        """Whether there is something to open."""
        return unit in self._structure.children or unit in self._ghosts

    # Looking

    def window(self, start: int, stop: int) -> list[Row]:
        """The lines from `start` up to, not with, `stop`."""
        found: list[Row] = []
        wanted = max(0, min(stop, len(self)) - start)
        waiting = [iter((Row(self._structure.root, ""),))]
        passing = start  # lines still to pass over; where there are any, they begin with the next row
        while waiting and len(found) < wanted:
            row = next(waiting[-1], None)
            if row is None:
                waiting.pop()
                continue
            if passing:
                passing -= 1
            else:
                found.append(row)
            if row.ghost is None and self._below.get(row.id):
                first, passing = self._after(row.id, passing)
                waiting.append(self._entries(row, first))
        return found

    def row(self, at: int) -> Row | None:
        """The line at a place; None where there is none."""
        return next(iter(self.window(at, at + 1)), None) if 0 <= at < len(self) else None

    def place(self, unit: str) -> int | None:
        """The place of a unit among the lines; None where it is hidden or unknown."""
        units, line = self._structure.units, 0
        if unit not in units:
            return None
        while (above := units[unit].parent) is not None:
            if above not in self._opened:
                return None
            siblings = self._structure.below(above)
            before = siblings[: siblings.index(unit)]
            line += 1 + len(before) + sum(map(self._below.get, before, repeat(0)))
            unit = above
        return line

    def _after(self, unit: str, passing: int) -> tuple[int, int]:
        """Which entry below a unit is the first not passed over whole, and the lines to pass from it on."""
        below, at = self._structure.below(unit), 0
        while at < len(below) and passing > (lines := self._below.get(below[at], 0)):
            passing -= 1 + lines
            at += 1
        return (at, passing) if at < len(below) else (at + passing, 0)  # a ghost has nothing below it

    def _entries(self, row: Row, first: int) -> Iterator[Row]:
        """The lines one level below, from the `first` on."""
        below, lost = self._structure.below(row.id), self._ghosts.get(row.id, ())
        before = row.lines[:-2] + (BAR if row.lines.endswith(TEE) else BLANK) if row.lines else ""
        last = len(below) + len(lost) - 1
        for at in range(first, last + 1):
            ghost = lost[at - len(below)] if at >= len(below) else None
            entry = below[at] if ghost is None else ghost.id
            yield Row(entry, before + (CORNER if at == last else TEE), ghost)

    # Opening, shutting, following

    def open(self, units: Iterable[str]) -> None:
        for unit in units:
            if unit not in self._opened:
                self._opened.add(unit)
                self._recount(unit)

    def shut(self, unit: str) -> None:
        if unit in self._opened:
            self._pass_up(unit, -self._below.pop(unit, 0))
            self._opened.discard(unit)

    def open_only(self, units: Iterable[str]) -> None:
        """Open these branches and no others."""
        self._opened = set(units)
        self._count_all()

    def follow(self, structure: Structure, ghosts: Ghosts) -> None:
        """Go on to another state of the tree; open what came under units that had nothing below them."""
        before, lost = self._structure, self._ghosts
        self._structure, self._ghosts = structure, ghosts
        other = touched(before.children, structure.children) | touched(lost, ghosts)
        came = [unit for unit in other if unit in structure.children and unit not in before.children]
        if len(came) < OPENED_AT_ONCE:
            self._opened.update(came)
        for unit in other - structure.units.keys():
            self._below.pop(unit, None)
        for unit in other & self._opened & structure.units.keys():
            self._recount(unit)

    def _recount(self, unit: str) -> None:
        """Count the lines below an open unit anew, from the counts of its subordinates.

        A superior that counts its own subordinates anew later sees this count; one that did already is
        told the difference. So the units of an edit may be counted in any order.
        """
        below = self._structure.below(unit)
        lines = len(below) + len(self._ghosts.get(unit, ())) + sum(map(self._below.get, below, repeat(0)))
        more = lines - self._below.get(unit, 0)
        self._below[unit] = lines
        self._pass_up(unit, more)

    def _pass_up(self, unit: str, more: int) -> None:
        above = self._structure.units[unit].parent if more else None
        while above is not None and above in self._opened:
            self._below[above] = self._below.get(above, 0) + more
            above = self._structure.units[above].parent

    def _count_all(self) -> None:
        """Count every open branch, the lowest first."""
        self._below = {}
        children, order = self._structure.children, [self._structure.root]
        for unit in order:
            order.extend(
                child for child in children.get(unit, ()) if child in children or child in self._ghosts
            )
        for unit in reversed(order):
            if unit in self._opened:
                below = children.get(unit, ())
                lost = len(self._ghosts.get(unit, ()))
                self._below[unit] = len(below) + lost + sum(map(self._below.get, below, repeat(0)))


def first_open(structure: Structure) -> frozenset[str]:
    """The units whose branch is open at first: all of a small structure, the top two levels of a large one."""
    if len(structure.units) <= ALL_OPEN:
        return frozenset(structure.children)
    return frozenset((structure.root,))


def ancestors(structure: Structure, unit: str) -> list[str]:
    """The units above one, nearest first."""
    found: list[str] = []
    parent = structure.units[unit].parent
    while parent is not None:
        found.append(parent)
        parent = structure.units[parent].parent
    return found
