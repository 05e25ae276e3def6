"""What the tree of units shows, as one value. Knows no screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sotk.findings import Severity
from sotk.model import Structure
from sotk.session import Clipboard
from sotk.session.standing import NOTHING, Standing


@dataclass(frozen=True, slots=True)
class TreeView:
    """What the tree shows. `groups` are kinds that count in no span; `findings` go by unit."""

    structure: Structure
    cursor: str
    marked: frozenset[str] = frozenset()
    standing: Standing = NOTHING
    groups: frozenset[str] = frozenset()
    findings: Mapping[str, Severity] = field(default_factory=dict)
    clipboard: Clipboard | None = None

    def span(self, unit: str) -> int:
        """How many offices report to a unit directly."""
        units = self.structure.units
        return sum(units[child].kind not in self.groups for child in self.structure.below(unit))
