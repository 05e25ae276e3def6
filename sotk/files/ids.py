"""Ids of the entities of one file: each once, and provisional ones where the file gives none."""

import re
import unicodedata
from typing import Any, Final, TypeGuard

from sotk.files.codes import CODES
from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model.fields import ID_PATTERN
from sotk.text import Mapping, Marks

_ID: Final = re.compile(ID_PATTERN)
_LONGEST: Final = 64


class Ids:
    """What ids are taken, by type of entity, and the mark of each."""

    def __init__(self, marks: Marks, findings: list[Finding]) -> None:
        self.marks = marks
        self.findings = findings
        self.tables: dict[str, dict[str, int]] = {}
        self.provisional: set[tuple[Any, str]] = set()

    def claim(self, entity: str, raw: Mapping) -> bool:
        """Take the id a mapping gives; False (and a finding) where another entity has it."""
        table = self.tables.setdefault(entity, {})
        given = raw["id"]
        if given in table:
            self._duplicate(entity, given, raw)
            return False
        table[given] = raw.at
        return True

    def make(self, entity: str, raw: Mapping, wanted: str) -> str:
        """Take a provisional id near the one wanted, for a mapping that gives none."""
        table = self.tables.setdefault(entity, {})
        base = wanted[:_LONGEST].strip("-") or entity
        made, number = base, 1
        while made in table:
            number += 1
            tail = f"-{number}"
            made = base[: _LONGEST - len(tail)] + tail
        table[made] = raw.at
        self.provisional.add((entity, made))
        return made

    def _duplicate(self, entity: str, given: str, raw: Mapping) -> None:
        found = self.marks.key(raw.at, "id")
        self.findings.append(
            Finding(
                "INT004",
                CODES["INT004"],
                "error",
                msg("The id {id} is taken by another {entity} of this file.", id=given, entity=entity),
                subject=Subject(entity, given, "id"),
                remedy=msg("Give each its own id; ids never change once they are chosen."),
                at=self.marks.span(found[0], found[2]) if found else None,
            )
        )


def is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and _ID.match(value) is not None


def slug(name: str) -> str:
    """An id made from a name: small letters and digits, a hyphen for the rest."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")
