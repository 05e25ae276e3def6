"""The codes of what an import finds, and the one way to make such a finding."""

from typing import Final

from sotk.findings import Finding, Severity
from sotk.locale import Message

CODES: Final = {
    "IMP001": "unreadable-table",
    "IMP002": "no-headings",
    "IMP003": "sheet-not-read",
    "IMP004": "column-not-read",
    "IMP005": "value-not-read",
    "IMP010": "second-root",
    "IMP011": "circular-superiors",
    "IMP012": "own-superior",
    "IMP013": "id-used-twice",
    "IMP014": "unknown-answer",
    "IMP017": "mixed-encoding",
    "IMP018": "names-left-out",
    "IMP019": "unknown-kind",
    "IMP020": "bad-map",
    "IMP021": "left-of-base",
}


def finding(
    code: str, message: Message, *, severity: Severity = "error", remedy: Message | None = None
) -> Finding:
    """A finding of an import; its message names the cell it is about."""
    return Finding(code, CODES[code], severity, message, remedy=remedy)
