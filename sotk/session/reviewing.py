"""What the rules say of the document, asked again after each edit for what the edit touched only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from sotk.findings import Finding
from sotk.model import Structure
from sotk.packs import Pack
from sotk.rules import Checked, RuleSettings, checked


@dataclass(slots=True)
class Reviewer:
    """Remembers the last check, so that the next one is cheap. Asked from one thread only."""

    pack: Pack
    settings: RuleSettings
    base: Structure | None = None
    _previous: Checked | None = None

    def __call__(self, structure: Structure) -> tuple[Finding, ...]:
        self._previous = checked(structure, self.pack, self.settings, base=self.base, previous=self._previous)
        return self._previous.findings


def rule_settings(raw: Mapping[str, Any]) -> RuleSettings:
    """The settings of the rules of a workspace; the defaults where they cannot be used."""
    try:
        return RuleSettings.model_validate(raw)
    except ValidationError:
        return RuleSettings()
