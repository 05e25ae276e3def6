"""How much of a structure a chart shows around one unit: all, its branch, or its neighbourhood.

Gives a smaller structure that the view can draw, and how many units were left out below or beside each of
its units, so that nothing goes unsaid. The cost is that of what is shown, not of the whole structure.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Final, Literal, TypeAlias

from sotk.model import Structure

Extent: TypeAlias = Literal["whole", "branch", "near"]
EXTENTS: Final[tuple[Extent, ...]] = ("whole", "branch", "near")

MOST: Final = 400
"""Up to so many units a chart in a terminal shows a whole structure or branch; above, the next smaller extent."""
BESIDE: Final = 12
"""So many units are shown before and after one among its siblings, and so many of its subordinates."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """A part of a structure. `hidden` counts, by unit, direct subordinates that are not in it."""

    structure: Structure
    extent: Extent
    hidden: Mapping[str, int] = field(default_factory=dict)


def cut(structure: Structure, unit: str, wanted: Extent, most: int = MOST) -> Cutting:
    """The part of a structure around a unit; a smaller extent than `wanted` where that has too many units."""
    if wanted == "whole" and len(structure.units) <= most:
        return Cutting(structure, "whole")
    if wanted != "near":
        branch = _branch(structure, unit, most)
        if branch is not None:
            return branch
    return _near(structure, unit)


def _branch(structure: Structure, unit: str, most: int) -> Cutting | None:
    """The unit under the head that a unit stands in, with all below it; None where that is too much."""
    top = unit
    while (above := structure.units[top].parent) not in (None, structure.root) and above is not None:
        top = above
    if unit == structure.root:
        return None
    walked = list(islice(structure.walk(top), most + 1))
    if len(walked) > most:
        return None
    kept = {structure.root: (top,)} | {
        each.id: structure.below(each.id) for each in walked if structure.below(each.id)
    }
    return _cut(structure, structure.root, kept, "branch")


def _near(structure: Structure, unit: str) -> Cutting:
    """The superior of a unit, its siblings and its subordinates: of many, those nearest to it."""
    parent = structure.units[unit].parent
    below = structure.below(unit)[: 2 * BESIDE]
    if parent is None:
        return _cut(structure, unit, {unit: below} if below else {}, "near")
    siblings = structure.below(parent)
    at = siblings.index(unit)
    kept = {parent: siblings[max(0, at - BESIDE) : at + BESIDE + 1]}
    if below:
        kept[unit] = below
    return _cut(structure, parent, kept, "near")


def _cut(structure: Structure, root: str, children: dict[str, tuple[str, ...]], extent: Extent) -> Cutting:
    ids = {root, *(each for below in children.values() for each in below)}
    hidden = {
        each: left for each in ids if (left := len(structure.below(each)) - len(children.get(each, ())))
    }
    units = {each: structure.units[each] for each in ids}
    lines = tuple(line for line in structure.lines if line.source in ids and line.target in ids)
    small = replace(structure, root=root, units=units, children=children, lines=lines)
    return Cutting(small, extent, hidden)
