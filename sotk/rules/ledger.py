"""What the rules said, kept so that an edit need ask only about what it touched.

A ledger is a value: an edit makes a new one that shares what it did not ask again.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from sotk.rules.outcome import Outcome

Outcomes: TypeAlias = tuple[Outcome, ...]
Entry: TypeAlias = tuple[str, Any]


@dataclass(frozen=True, slots=True)
class UnitLedger:
    """What a rule said of each unit; units it said nothing of are not held."""

    said: Mapping[str, Outcomes] = field(default_factory=dict)

    def outcomes(self) -> Iterable[Outcome]:
        return (outcome for unit in self.said.values() for outcome in unit)


@dataclass(frozen=True, slots=True)
class GroupLedger:
    """The keys of each unit, the entries of each key, and what the rule said of the key."""

    keys: Mapping[str, tuple[Hashable, ...]] = field(default_factory=dict)
    entries: Mapping[Hashable, tuple[Entry, ...]] = field(default_factory=dict)
    said: Mapping[Hashable, Outcomes] = field(default_factory=dict)

    def outcomes(self) -> Iterable[Outcome]:
        return (outcome for key in self.said.values() for outcome in key)


@dataclass(frozen=True, slots=True)
class WholeLedger:
    """What a rule said of the structure."""

    said: Outcomes = ()

    def outcomes(self) -> Iterable[Outcome]:
        return self.said


Ledger: TypeAlias = UnitLedger | GroupLedger | WholeLedger
