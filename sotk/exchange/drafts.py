"""Units while it is still open where they belong."""

from dataclasses import dataclass, field
from typing import Any, Literal

from sotk.exchange.rows import Row
from sotk.files.ids import slug
from sotk.locale import Message

Written = dict[str, Any]
"""An entity as a file writes it: the words of the file, texts and numbers."""


@dataclass(slots=True, eq=False)
class UnitDraft:
    """A unit some row speaks of. `row` is None for one that is only named as a superior.

    `key` is the id as it was written; `names` are the texts by which other rows may name this unit.
    """

    id: str
    name: str
    row: Row | None
    key: str = ""
    names: tuple[str, ...] = ()
    superior: str = ""
    superior_field: str = "parent"
    parent: "UnitDraft | None" = None
    state: Literal["open", "placed", "held"] = "open"
    why: Message | None = None
    is_root: bool = False
    written: Written = field(default_factory=dict)
    head: Written | None = None
    made_head_cell: str | None = None
    """The cell for which the title of the head was made; a row about the head takes its place."""
    positions: list[Written] = field(default_factory=list)
    duties: list[Written] = field(default_factory=list)
    below: list["UnitDraft"] = field(default_factory=list)

    def hold(self, why: Message) -> None:
        self.state, self.why, self.parent = "held", why, None


class Ids:
    """Hands out ids of one type of entity, each once: the slug of what is wanted, numbered if taken."""

    def __init__(self) -> None:
        self.taken: set[str] = set()
        self._next: dict[str, int] = {}

    def make(self, wanted: str, otherwise: str = "unit") -> str:
        base = slug(wanted) or otherwise
        if base not in self.taken:
            self.taken.add(base)
            return base
        number = self._next.get(base, 2)
        while (made := f"{base[: 63 - len(str(number))]}-{number}") in self.taken:
            number += 1
        self._next[base] = number + 1
        self.taken.add(made)
        return made
