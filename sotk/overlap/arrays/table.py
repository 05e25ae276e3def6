"""Readings as columns of numbers. What a reading names by a word has a number here, the same in all tables."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np

from sotk.overlap.arrays.ragged import Flags, Floats, Ints, Ragged

THOUSANDTHS = 1000
"""Weights of terms are held in these."""


@dataclass(slots=True)
class Table:
    """One row a duty. Ids are 0 where there is nothing; sets of few possible members are bits of a number."""

    objects: Ragged
    weights: Ragged
    """Of the objects, in thousandths."""
    unknown: Ragged
    """Those of the objects that the lexicon does not hold, 0 for the others."""
    groups: Ragged
    """The noun phrase each object stands in; -1 beyond the phrases that are looked at."""
    fields: Ragged
    deeds: Ragged
    deed_weights: Ragged
    field_deeds: Ragged
    sorted_deeds: Ragged
    names: Ragged
    built: Ragged
    telling: Ragged
    """Whether each word of the unit's name says something."""
    kind: Ints
    """The first word of the unit's name."""
    stems: Ragged
    denied: Ragged
    governs: Ragged
    given: Ragged
    made: Ragged
    clients: Ragged
    apart: Ragged
    """Stems of objects that the own unit is named after, and in `apart_of` which object it is."""
    apart_of: Ragged
    apart_deeds: Ragged
    apart_deeds_of: Ragged
    exclusive: Ints
    unit_exclusive: Ints
    served: Ints
    marks: Ints
    sorts: Ints
    deeds_named: Ints
    deeds_alike: Ints
    phases: Ints
    cues: Ints
    own: Ints
    site: Ints
    said: Ints
    phrases: Ints
    code: Ints
    """Ids of the code cut after each level, `CODE_LEVELS` a row."""
    code_levels: Ints
    housekeeping: Flags
    operational: Flags
    oversight: Flags
    topic: Floats
    known: Flags
    about: Floats
    about_known: Flags
    named: Floats
    named_known: Flags

    def __len__(self) -> int:
        return len(self.own)

    def put(self, at: int, row: "Table") -> None:
        """The one duty of another table in the place `at`."""
        for column in fields(self):
            mine, new = getattr(self, column.name), getattr(row, column.name)
            if isinstance(mine, Ragged):
                setattr(self, column.name, mine.replaced(at, new))
            else:
                mine[at] = new[0]

    @classmethod
    def joined(cls, tables: Sequence["Table"]) -> "Table":
        """The rows of all, one table after the other."""
        columns: dict[str, Any] = {}
        for column in fields(cls):
            parts = [getattr(table, column.name) for table in tables]
            ragged = isinstance(parts[0], Ragged)
            columns[column.name] = Ragged.joined(parts) if ragged else np.concatenate(parts)
        return cls(**columns)
