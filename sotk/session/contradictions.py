"""Conflicts of a merge in words: about what, which kind, and what either side says. Texts are cleaned here."""

from collections.abc import Iterator
from typing import Any, Final

from sotk.compare.output.operations import field_word, value_word
from sotk.compare.output.subjects import Subjects
from sotk.files.conflicts import MEANINGS
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Conflict

SHORT: Final = 80
"""Characters of a value that are shown: a duty may be long, and only its beginning tells which it is."""


def contradiction(conflict: Conflict, names: Subjects) -> Message:
    """What both sides say differently, in one sentence; `ours` is the own proposal."""
    about = names.of(conflict.entity, conflict.subject)
    kind = MEANINGS.get(conflict.kind, msg("{name}", name=conflict.kind))
    sides = tuple(_sides(conflict, names))
    if not sides:
        return msg("“{about}”: {kind}", about=about, kind=kind)
    if conflict.field is None:
        return msg("“{about}”: {kind} (here: {ours}; there: {theirs})", about=about, kind=kind, **dict(sides))
    return msg(
        "{field} of “{about}”: {kind} (here: {ours}; there: {theirs})",
        field=field_word(conflict.entity, conflict.field),
        about=about,
        kind=kind,
        **dict(sides),
    )


def _sides(conflict: Conflict, names: Subjects) -> Iterator[tuple[str, str]]:
    """The values of both sides, where they say something a person can compare."""
    if conflict.kind not in ("same-field", "two-moves"):
        return
    for side in ("ours", "theirs"):
        yield side, side_words(conflict, getattr(conflict, side), names)


def side_words(conflict: Conflict, value: Any, names: Subjects) -> str:
    """What a side says, on one line."""
    if conflict.field is None:
        said = names.of("unit", str(value)) if value is not None else "—"
    else:
        said = value_word(conflict.field, value, names)
    return clean(said if len(said) <= SHORT else said[: SHORT - 1] + "…")
