"""The tree as lines: which units are shown, how deep, with which tree lines before them. Knows no screen."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sotk.model import Structure
from sotk.session.standing import Ghost

TEE: Final = "├─"
CORNER: Final = "└─"
BAR: Final = "│ "
BLANK: Final = "  "
ALL_OPEN: Final = 400
"""Up to so many units a structure is shown with all branches open."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the tree. `lines` are the tree lines before the name; a ghost is no unit of the structure."""

    id: str
    lines: str
    ghost: Ghost | None = None


def first_open(structure: Structure) -> frozenset[str]:
    """The units whose branch is open at first: all of a small structure, the top two levels of a large one."""
    if len(structure.units) <= ALL_OPEN:
        return frozenset(structure.children)
    return frozenset((structure.root,))


def rows(structure: Structure, opened: Collection[str], ghosts: Mapping[str, tuple[Ghost, ...]]) -> list[Row]:
    """The lines of a tree whose branches below `opened` are shown."""
    found: list[Row] = [Row(structure.root, "")]
    if structure.root not in opened:
        return found
    children = structure.children
    waiting: list[tuple[str, str, Ghost | None, bool]] = []

    def push(unit: str, before: str) -> None:
        below = children.get(unit, ())
        lost = ghosts.get(unit, ())
        entries: list[tuple[str, Ghost | None]] = [(child, None) for child in below]
        entries += [(ghost.id, ghost) for ghost in lost]
        last = len(entries) - 1
        waiting.extend((entries[at][0], before, entries[at][1], at == last) for at in range(last, -1, -1))

    push(structure.root, "")
    while waiting:
        unit, before, ghost, is_last = waiting.pop()
        found.append(Row(unit, before + (CORNER if is_last else TEE), ghost))
        if ghost is None and unit in opened and (unit in children or unit in ghosts):
            push(unit, before + (BLANK if is_last else BAR))
    return found


def ancestors(structure: Structure, unit: str) -> list[str]:
    """The units above one, nearest first."""
    found: list[str] = []
    parent = structure.units[unit].parent
    while parent is not None:
        found.append(parent)
        parent = structure.units[parent].parent
    return found
