"""What is put right in a table, each with its cell; what would change a text is done only when asked for."""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from sotk.exchange.rows import Row

Kind: TypeAlias = Literal[
    "spaces",
    "quotes",
    "id-made",
    "title-made",
    "kind-spelling",
    "echelon-spelling",
    "near-name",
    "nesting",
    "rounding",
    "unit-made",
]
_SPACES: Final = re.compile(r"[^\S\n]{2,}|[\u00a0\u2007\u202f]|[^\S\n]*\n\s*")
_QUOTES: Final = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


@dataclass(frozen=True, slots=True)
class Repair:
    """One thing put right, or one that could be: `done` says which."""

    kind: Kind
    cell: str
    before: str
    after: str
    done: bool


class Repairs:
    """Collects them; `wanted` is `--repair`."""

    def __init__(self, *, wanted: bool) -> None:
        self.wanted = wanted
        self.all: list[Repair] = []

    def text(self, row: Row, field: str, *, lines: bool = False) -> str:
        """The text of a field, its spaces and quotes put right where that is wanted; `lines` stay apart."""
        text = row.get(field)
        if not text or (text.isascii() and "  " not in text and "\n" not in text):
            return text
        for kind, made in (
            ("spaces", _single_spaces(text, lines=lines)),
            ("quotes", text.translate(_QUOTES)),
        ):
            if made != text:
                self.add(kind, row.cell(field), text, made)  # type: ignore[arg-type] # one of the kinds
        if not self.wanted:
            return text
        return _single_spaces(text, lines=lines).translate(_QUOTES)

    def add(self, kind: Kind, cell: str, before: str, after: str, *, done: bool | None = None) -> bool:
        """Note one; whether it is done follows `--repair`, unless nothing that was written changes."""
        is_done = self.wanted if done is None else done
        self.all.append(Repair(kind, cell, before, after, is_done))
        return is_done


def _single_spaces(text: str, *, lines: bool) -> str:
    if lines:
        return "\n".join(" ".join(line.split()) for line in text.split("\n") if line.strip())
    return " ".join(text.split()) if _SPACES.search(text) else text
