"""What a merge left open in a document, said as findings until somebody decides it."""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sotk.files.codes import CODES
from sotk.findings import Finding, Subject
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Conflict

MEANINGS: Final[Mapping[str, Message]] = {
    "same-field": msg("both sides gave this field another value"),
    "two-moves": msg("both sides put this elsewhere, each to another place"),
    "cycle": msg("the moves of both sides together would put this below itself"),
    "into-removed": msg("one side removed this, the other put something into it"),
    "names-removed": msg("one side removed this, the other refers to it"),
    "removed-changed": msg("one side removed this, the other changed it"),
    "added-twice": msg("both sides added this id, with different content"),
    "comment": msg("a comment of the other side stands at a line that is not here"),
    "order": msg("both sides changed this order; more than one order is possible"),
}
"""What each kind of conflict of a merge means."""
_LONGEST: Final = 120
"""Characters of a value that are shown; the file has all of it."""


def open_conflicts(conflicts: Iterable[Conflict]) -> Iterable[Finding]:
    """A finding for each conflict of a document."""
    for conflict in conflicts:
        yield Finding(
            "INT012",
            CODES["INT012"],
            "error",
            msg(
                "A merge left this open: {subject}: {meaning}. Before: {base}; ours: {ours}; theirs: {theirs}.",
                subject=_about(conflict),
                meaning=MEANINGS.get(conflict.kind, clean(conflict.kind)),
                base=_shown(conflict.base),
                ours=_shown(conflict.ours),
                theirs=_shown(conflict.theirs),
            ),
            subject=Subject("conflict", conflict.id),
            remedy=msg("Put what was decided where it belongs, then take this entry out of `conflicts`."),
        )


def _about(conflict: Conflict) -> str:
    return clean(" ".join(filter(None, (conflict.entity, conflict.subject, conflict.field))))


def _shown(value: Any) -> str:
    """A value on one line: as it stands where it is a word, else as JSON."""
    if value is None:
        return "–"
    text = clean(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
