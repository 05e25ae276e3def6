"""What reading a file gives: values and findings, never an exception for its content."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sotk.findings import NOWHERE, Finding, Places, Report
from sotk.model import Scenario, Structure, Unit


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A unit that stands in the file but not in the tree, and the code of the finding that says why."""

    unit: Unit
    reason: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that was read.

    `structure` or `scenario` is None where the text gave none. `unplaced` holds the units that have no
    place in the tree; every view shows them. `text` is the text as read, for edits that keep comments.
    """

    path: Path | None
    text: str
    structure: Structure | None = None
    scenario: Scenario | None = None
    unplaced: tuple[Unplaced, ...] = ()
    findings: tuple[Finding, ...] = ()
    places: Places = field(default=NOWHERE)

    @property
    def kind(self) -> Literal["structure", "scenario"] | None:
        if self.structure is not None:
            return "structure"
        return "scenario" if self.scenario is not None else None

    @property
    def id(self) -> str | None:
        value = self.structure or self.scenario
        return value.id if value else None

    def report(self, name: str | None = None) -> Report:
        """The findings of reading, located; `name` is the file as the user wrote it."""
        return Report.of(name or str(self.path or "-"), self.id, self.findings, self.places)


IdTables = Mapping[str, Mapping[str, int]]
"""For each type of entity the mark of each id."""
