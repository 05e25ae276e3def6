"""The one value a screen shows: the document, what is chosen in it, and what was cut or copied."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from sotk.model import Structure
from sotk.session.document import Document

Mode: TypeAlias = Literal["ask", "direct", "proposal"]
"""Whether edits go into a proposal, or straight into the file of a structure, or nobody said so yet."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The unit under the cursor and the units that are marked, by their ids."""

    cursor: str
    marked: frozenset[str] = frozenset()

    def within(self, structure: Structure, fallback: str | None = None) -> "Selection":
        """The selection as far as its units are there; a lost cursor goes to `fallback`, else the root."""
        known = structure.units
        cursor = self.cursor if self.cursor in known else fallback
        marked = self.marked if self.marked <= known.keys() else self.marked & known.keys()
        return Selection(cursor if cursor in known and cursor else structure.root, frozenset(marked))


@dataclass(frozen=True, slots=True)
class Clipboard:
    """Units that wait to be put somewhere: `cut` ones move, others are copied as branches."""

    units: tuple[str, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class State:
    """What is edited and chosen now."""

    document: Document
    selection: Selection
    mode: Mode = "ask"
    clipboard: Clipboard | None = None
    changed: bool = field(default=False)
    """Whether saving would write something."""

    @property
    def structure(self) -> Structure:
        """The structure to look at: of a proposal the one it makes."""
        return self.document.structure

    def chosen(self) -> tuple[str, ...]:
        """The marked units in the order of the chart, without those that stand below another one; else the cursor."""
        marked = self.selection.marked
        if not marked:
            return (self.selection.cursor,)
        return tuple(tops(self.structure, marked))

    def at(self, cursor: str) -> "State":
        """The same state with the cursor on another unit."""
        return replace(self, selection=replace(self.selection, cursor=cursor))


def tops(structure: Structure, units: Iterable[str]) -> Iterable[str]:
    """Of some units those that stand below none of the others, in the order of the chart."""
    wanted = frozenset(units)
    waiting = [structure.root]
    while waiting:
        unit = waiting.pop()
        if unit in wanted:
            yield unit
        else:
            waiting.extend(reversed(structure.below(unit)))
