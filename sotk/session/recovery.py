"""What a crashed session left behind: the lines of its journal, as steps that were not saved.

Lines: `{"edit": ...}`, `{"undo": 1}`, `{"redo": 1}`, and `{"saving": digest}` before a file is replaced.
Beside the journal stands the text the session began with, so that steps can be undone across a save.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sotk.session.edits import Edit, read_edit
from sotk.session.folders import key_of, state_folder, text_digest
from sotk.session.journal import Kept, read_journal


@dataclass(frozen=True, slots=True)
class Left:
    """The work a session did not save.

    `start` is the text it began with, if it can be taken up exactly: then `edits` are all its edits, and
    the first `saved` of them are in the file. Without it, `edits` are those to try on the file as it is
    now, which another program may have changed. `undone` can be redone, the next one first. `lost`
    counts lines that could not be read.
    """

    edits: tuple[Edit, ...]
    undone: tuple[Edit, ...] = ()
    start: str | None = None
    saved: int = 0
    lost: int = 0


def journal_path(path: Path) -> Path:
    """Where the journal of a document is kept, in the state folder of the person."""
    return state_folder("journals") / f"{key_of(path)}.jsonl"


def start_path(journal: Path) -> Path:
    """Where the text a session began with is kept."""
    return journal.with_suffix(".start")


def left_behind(path: Path, text: str) -> Left | None:
    """What is left of the work on a document whose file now holds `text`; None where nothing is."""
    journal = journal_path(path)
    kept = read_journal(journal)
    return None if kept is None else unsaved(kept, text_digest(text), _start_text(journal))


def unsaved(kept: Kept, now: str, start: str | None) -> Left | None:
    """The steps of a journal, given the digest of the file's text now and the text of the start."""
    saves = [at for at, entry in enumerate(kept.entries) if entry.get("saving") == now]
    mark = saves[-1] + 1 if saves else 0
    steps = _steps(kept.entries, mark)
    lost = kept.broken + steps.lost
    exact = bool(saves) or kept.head.get("digest") == now
    if exact and steps.floor >= steps.saved == steps.done:
        return None
    edits, undone = tuple(steps.edits[: steps.done]), tuple(steps.edits[steps.done :])
    if exact and start is not None and text_digest(start) == kept.head.get("digest"):
        return Left(edits, undone, start, steps.saved, lost)
    if steps.floor >= steps.saved:
        edits = edits[steps.saved :]
    return Left(edits, undone, lost=lost) if edits else None


@dataclass(slots=True)
class _Steps:
    """All edits, how many are in force, how many were at a mark, and the fewest since."""

    edits: list[Edit]
    done: int = 0
    saved: int = 0
    floor: int = 0
    lost: int = 0


def _steps(entries: Sequence[dict[str, Any]], mark: int) -> _Steps:
    steps = _Steps([])
    for at, entry in enumerate((*entries, {})):
        if at == mark:
            steps.saved = steps.floor = steps.done
        if "edit" in entry:
            edit = read_edit(entry["edit"])
            if edit is None:
                steps.lost += 1
                continue
            del steps.edits[steps.done :]
            steps.edits.append(edit)
            steps.done += 1
        elif "undo" in entry:
            steps.done = max(0, steps.done - 1)
        elif "redo" in entry:
            steps.done = min(len(steps.edits), steps.done + 1)
        steps.floor = min(steps.floor, steps.done)
    return steps


def _start_text(journal: Path) -> str | None:
    try:
        return start_path(journal).read_bytes().decode("utf-8", "surrogatepass")
    except (OSError, UnicodeDecodeError):
        return None
