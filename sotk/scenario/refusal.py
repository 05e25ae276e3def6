"""Why an operation is refused, and what it did beside what it was asked: findings with stable codes.

A refusal travels as an exception inside this room only; whoever applies an operation gets a finding.
"""

from typing import Final

from sotk.findings import Finding, Subject
from sotk.locale import Message

CODES: Final = {
    "OPR001": "unknown-id",
    "OPR002": "id-taken",
    "OPR003": "cycle",
    "OPR004": "would-be-lost",
    "OPR005": "would-orphan",
    "OPR006": "wrong-value",
    "OPR007": "unknown-field",
    "OPR008": "missing-field",
    "OPR009": "wrong-place",
    "OPR010": "other-operation",
    "OPR011": "only-root",
    "OPR012": "wrong-entity",
    "OPR013": "wrong-order",
    "OPR014": "provisional-id",
    "OPR015": "depends-on-skipped",
    "OPR020": "relation-dropped",
    "OPR021": "position-reseated",
    "OPR022": "relation-carried-over",
}
"""Every code of this room and its readable name. A code is never used again for something else."""


class Refused(Exception):  # noqa: N818 - a result, not an error of the program
    """Carries the finding that says why."""

    def __init__(
        self, code: str, message: Message, subject: Subject | None = None, remedy: Message | None = None
    ) -> None:
        super().__init__(message.text)
        self.finding = Finding(code, CODES[code], "error", message, subject, remedy=remedy)


def told(code: str, message: Message, subject: Subject) -> Finding:
    """What an operation did beside what it was asked: said, never silent, no reason to refuse."""
    return Finding(code, CODES[code], "advice", message, subject)
