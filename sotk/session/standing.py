"""How the units of a proposal stand to its base: new, moved, renamed, changed, and the ghosts of what left.

By ids alone, in one pass over what differs; the exact facts are the business of a diff.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from sotk.model import Structure
from sotk.model.sharing import differing
from sotk.session.document import Document

Change: TypeAlias = Literal["added", "moved", "renamed", "changed"]


@dataclass(frozen=True, slots=True)
class Ghost:
    """A unit at the place it had in the base: it was removed, or `moved` elsewhere."""

    id: str
    name: str
    moved: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Changes by unit, and ghosts by the unit they stood under."""

    changes: Mapping[str, Change] = field(default_factory=dict)
    ghosts: Mapping[str, tuple[Ghost, ...]] = field(default_factory=dict)


NOTHING = Standing()


def standing(document: Document) -> Standing:
    """How the structure of a document stands to its base; nothing where it has none."""
    base, now = document.base, document.structure
    if base is None or base is now:
        return NOTHING
    found = {unit: _change(base, unit, now) for unit in differing(base.units, now.units)}
    changes = {unit: change for unit, change in found.items() if change is not None}
    return Standing(changes, _ghosts(base, now))


def _change(base: Structure, unit: str, now: Structure) -> Change | None:
    before, after = base.units.get(unit), now.units[unit]
    if before is None:
        return "added"
    if before.parent != after.parent:
        return "moved"
    if before.name != after.name:
        return "renamed"
    return None if before == after else "changed"


def _ghosts(base: Structure, now: Structure) -> dict[str, tuple[Ghost, ...]]:
    found: dict[str, tuple[Ghost, ...]] = {}
    for parent in differing(now.children, base.children):
        if parent not in now.units:
            continue
        below = base.children[parent]
        here = frozenset(now.below(parent))
        left = [unit for unit in below if unit not in here]
        if left:
            found[parent] = tuple(Ghost(unit, base.units[unit].name, unit in now.units) for unit in left)
    return found
