"""A finding: what was found, about what, on which basis, and what to do about it."""

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, TypeAlias

from sotk.findings.places import Span
from sotk.locale import Message

Severity: TypeAlias = Literal["error", "warning", "advice", "cannot_tell"]
SEVERITIES: Final[tuple[Severity, ...]] = ("error", "warning", "advice", "cannot_tell")


class Subject(NamedTuple):
    """What a finding or a fact is about: the type and id of an entity and, where one is meant, its field."""

    entity: str
    id: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Basis:
    """What a finding rests on: an instrument and its article, or a benchmark.

    `verified` says that the article was read; a limit that was not read warns at most.
    """

    source: str
    article: str = ""
    verified: bool = False

    def __str__(self) -> str:
        return f"{self.source} {self.article}".strip()


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    `rule` is the readable name of `code`. `at` is set only where a text could not be read, so that no
    entity stands for it; every other place is looked up from the subject when the finding is shown.
    `fix` is a tuple of operations of a scenario.
    """

    code: str
    rule: str
    severity: Severity
    message: Message
    subject: Subject | None = None
    related: tuple[Subject, ...] = ()
    basis: Basis | None = None
    remedy: Message | None = None
    fix: tuple[Any, ...] = ()
    at: Span | None = None
