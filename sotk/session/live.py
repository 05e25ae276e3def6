"""The findings of a document under edit: the rules are asked in the background after each edit."""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from sotk.compare.output.subjects import Subjects
from sotk.findings import Finding, Severity
from sotk.findings.finding import SEVERITIES
from sotk.model import Structure
from sotk.session.latest import Answered, Latest
from sotk.session.opening import Desk
from sotk.session.reviewing import Reviewer

PAUSE: Final = 0.03
"""Seconds after an edit in which the rules wait, so that the edit is painted before they take the processor."""

Answer: TypeAlias = Answered[tuple[Finding, ...]]


class LiveFindings:
    """What the rules said last of one document.

    `found` are their findings, `gravest` the gravest of each unit; `waiting` says that the last edit is
    not judged yet. `answered` is called from the thread of the checks, and has what it got taken in by
    `take` in the thread of the screen.
    """

    def __init__(self, desk: Desk, answered: Callable[["LiveFindings", Answer], None]) -> None:
        self.names = Subjects(desk.document.structure, desk.document.base)
        self.found: tuple[Finding, ...] = ()
        self.gravest: dict[str, Severity] = {}
        self.waiting = desk.pack is not None
        self._asked: Structure | None = None
        self._checks: Latest[Structure, tuple[Finding, ...]] | None = None
        if desk.pack is not None:
            reviewer = Reviewer(desk.pack, desk.settings.rules, desk.document.base)
            self._checks = Latest(reviewer, lambda answer: answered(self, answer), PAUSE)

    def ask(self, structure: Structure) -> None:
        """Ask the rules about a state, unless it is the one they were asked about last."""
        if self._checks is not None and self._asked is not structure:
            self._asked = structure
            self.waiting = True
            self._checks.ask(structure)

    def take(self, answer: Answer) -> bool:
        """Take an answer in; False for one that an edit or the end of the document made stale."""
        if self._checks is None or not self._checks.is_current(answer.ticket):
            return False
        self.found, self.waiting = answer.found or (), False
        self.gravest = _gravest(self.found, self.names)
        return True

    def close(self) -> None:
        """End the work; an answer that is on its way is not taken in any more."""
        checks, self._checks = self._checks, None
        if checks is not None:
            checks.close()


def _gravest(findings: Iterable[Finding], names: Subjects) -> dict[str, Severity]:
    """The gravest finding of each unit."""
    found: dict[str, Severity] = {}
    for finding in sorted(findings, key=lambda each: SEVERITIES.index(each.severity)):
        unit = names.unit(finding.subject)
        if unit is not None:
            found.setdefault(unit, finding.severity)
    return found
