"""What the rules say of the document, asked again after each edit for what the edit touched only.

The rules are imported when they are asked for the first time, in the thread of the checks: the editor paints
before.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from sotk.findings import Finding
from sotk.model import Structure
from sotk.packs import Pack

if TYPE_CHECKING:
    from sotk.rules import Checked, RuleSettings


@dataclass(slots=True)
class Reviewer:
    """Remembers the last check, so that the next one is cheap. Asked from one thread only."""

    pack: Pack
    settings: Mapping[str, Any]
    base: Structure | None = None
    _previous: "Checked | None" = None

    def __call__(self, structure: Structure) -> tuple[Finding, ...]:
        from sotk.rules import checked

        before = self._previous
        settings = rule_settings(self.settings) if before is None else before.settings
        self._previous = checked(structure, self.pack, settings, base=self.base, previous=before)
        return self._previous.findings


def rule_settings(raw: Mapping[str, Any]) -> "RuleSettings":
    """The settings of the rules of a workspace; the defaults where they cannot be used."""
    from sotk.rules import RuleSettings

    try:
        return RuleSettings.model_validate(raw)
    except ValidationError:
        return RuleSettings()
