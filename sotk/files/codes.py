"""Codes of what the reader finds: integrity, never waived, never a matter of opinion."""

from typing import Final

CODES: Final = {
    "FIL001": "missing-file",
    "FIL002": "unreadable-file",
    "INT001": "unknown-key",
    "INT002": "wrong-value",
    "INT003": "missing-key",
    "INT004": "duplicate-id",
    "INT005": "unknown-parent",
    "INT006": "cycle",
    "INT007": "second-root",
    "INT008": "unknown-reference",
    "INT009": "unknown-format",
    "INT010": "no-root",
    "INT011": "contradicting-parent",
    "INT012": "open-conflict",
}
