"""The kind of a unit, from the word of a table or from how its name begins."""

from difflib import get_close_matches
from typing import Final

from sotk.compare.wording import normal
from sotk.exchange.repairs import Repairs
from sotk.exchange.rows import Row
from sotk.files.ids import is_id, slug
from sotk.packs import Pack

UNKNOWN: Final = "unit"
"""The kind of a unit whose name tells none."""
_NEAR: Final = 0.8


class Kinds:
    """What a pack calls its kinds."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self._said: dict[str, str] = {}
        self._begins: dict[str, str] = {}
        self._near: dict[str, str | None] = {}
        for kind in pack.kinds.values():
            for word in (kind.id, kind.name.said("id"), kind.name.said("en"), *kind.words):
                self._said.setdefault(normal(word), kind.id)
            self._begins |= {normal(word): kind.id for word in kind.words}
        self._longest = max((word.count(" ") for word in self._begins), default=0) + 1

    def of_name(self, name: str) -> str | None:
        """The kind whose words begin a name; the longest words win."""
        words = normal(name).split()
        for length in range(min(self._longest, len(words)), 0, -1):
            found = self._begins.get(" ".join(words[:length]))
            if found is not None:
                return found
        return None

    def of_row(self, row: Row, field: str, repairs: Repairs) -> str:
        """The kind a cell names; one that is nearly a known word is a repair."""
        text = row.stated(field)
        said = normal(text)
        known = self._said.get(said)
        if known is not None:
            return known
        if said not in self._near:
            close = get_close_matches(said, self._said, n=1, cutoff=_NEAR)
            self._near[said] = self._said[close[0]] if close else None
        near = self._near[said]
        if near is not None and repairs.add("kind-spelling", row.cell(field), text, near):
            return near
        made = text if is_id(text) else slug(text)
        return made or UNKNOWN


def best_pack(names: list[str], packs: list[Pack]) -> Pack:
    """The pack whose words begin the most names, where they begin at least half; else the first."""
    best, most = packs[0], len(names) / 2.0
    for pack in packs:
        kinds = Kinds(pack)
        found: float = sum(kinds.of_name(name) is not None for name in names)
        root = next((kind for name in names[:1] if (kind := kinds.of_name(name))), None)
        if root is not None and pack.kinds[root].agency:
            found += 0.5
        if found > most:
            best, most = pack, found
    return best
