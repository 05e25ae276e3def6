"""What a rule may say of what it looked at. Saying nothing means that the rule holds."""

from dataclasses import dataclass
from typing import TypeAlias

from sotk.findings import Basis, Severity, Subject
from sotk.locale import Message
from sotk.model import Operation


@dataclass(frozen=True, slots=True)
class Broken:
    """The rule is broken.

    `unit` is the unit the subject belongs to, where the subject is no unit itself: waivers and the
    settings of subtrees go by it. `severity` is set only where a case is milder than the rule's own.
    `fix` are the operations that would make the rule hold. `failure` says that the rule itself failed.
    """

    subject: Subject
    message: Message
    unit: str | None = None
    basis: Basis | None = None
    related: tuple[Subject, ...] = ()
    remedy: Message | None = None
    fix: tuple[Operation, ...] = ()
    severity: Severity | None = None
    failure: bool = False


@dataclass(frozen=True, slots=True)
class CannotTell:
    """The rule could not look, because an input is missing; said once for each kind of subject.

    `kind` is the word for the subjects that lack it (a kind of unit, a category of positions),
    `missing` says what they lack.
    """

    subject: Subject
    kind: str
    missing: Message
    unit: str | None = None


Outcome: TypeAlias = Broken | CannotTell


def unit_of(outcome: Outcome) -> str | None:
    """The unit an outcome is about; None where it is about the structure."""
    return outcome.subject.id if outcome.subject.entity == "unit" else outcome.unit
