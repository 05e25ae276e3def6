"""Codes of the national nomenclature: affairs, programs, activities, sub-activities. Read when asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from sotk.model.fields import Name, Text
from sotk.model.value import record
from sotk.packs.limit import Level


@record(frozen=True, slots=True, kw_only=True)
class Code:
    """A code. `government` is `kabkot` for both kabupaten and kota, which share one list.

    `performer` is the kind of unit the list suggests, `performance` what is reached, `measure` its unit.
    """

    government: Literal["provinsi", "kabkot", "pusat"]
    type: Literal["affair", "program", "activity", "sub-activity"]
    code: Name
    parent: Name | None = None
    name: Text
    performance: Text | None = None
    indicator: Text | None = None
    measure: Name | None = None
    performer: Text | None = None
    standard: bool = False


@dataclass(frozen=True, slots=True)
class Nomenclature:
    """Codes of one or more lists, by government."""

    entries: tuple[Code, ...]

    def at(self, level: Level | None) -> Mapping[str, Code]:
        """The codes of a level of government by code; of every level where none is given."""
        wanted = {None: None, "kabupaten": "kabkot", "kota": "kabkot"}.get(level, level)
        return {entry.code: entry for entry in self.entries if wanted in (None, entry.government)}

    def activities(self, level: Level, affairs: Iterable[str]) -> tuple[Code, ...]:
        """The activities (kegiatan) mandated for the affairs of an agency, without supporting ones."""
        starts = tuple(f"{affair}." for affair in affairs)
        return tuple(
            entry
            for entry in self.at(level).values()
            if entry.type == "activity" and entry.code.startswith(starts)
        )
