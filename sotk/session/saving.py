"""Saves the document under edit: a copy of the old file first, and nothing over another one's changes."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sotk.files import Loaded, digest, read_text, revised, revised_scenario, write_loaded, write_new
from sotk.findings import Finding
from sotk.locale import msg
from sotk.model import Scenario, Structure
from sotk.session.document import Document
from sotk.session.folders import key_of, state_folder

BACKUPS: Final = 5
"""How many earlier states of a file are kept in the user's folder."""


@dataclass(frozen=True, slots=True)
class Written:
    """The file as it now stands, or why it is as it was."""

    loaded: Loaded | None
    findings: tuple[Finding, ...] = ()


def text_of(loaded: Loaded, document: Document) -> str | None:
    """The text the file would have; None where it cannot be edited without losing something."""
    if document.scenario is not None:
        return revised_scenario(loaded, document.scenario)
    return revised(loaded, document.structure)


def write(loaded: Loaded, text: str) -> Written:
    """Put the text in place of the file's; the old one is kept aside first."""
    if loaded.path is not None:
        _back_up(loaded.path, loaded.text)
    saved = write_loaded(loaded, text)
    return Written(saved.loaded, saved.findings)


def not_editable() -> Finding:
    """The finding on a file that cannot be revised without losing something (EDT002)."""
    return Finding(
        "EDT002",
        "not-saveable",
        "error",
        msg("The file is written in a way that cannot be edited without losing something; it is untouched."),
        remedy=msg("Run sotk fmt on it, then save again; nothing of the work here is lost."),
    )


def is_changed_on_disk(loaded: Loaded) -> bool:
    """Whether the file no longer holds the text it was read as."""
    return loaded.path is not None and read_text(loaded.path) != loaded.text


def new_proposal(folder: Path, base: Path, structure: Structure, name: str, id: str) -> Path | Finding:  # noqa: A002
    """A new proposal on a structure: a file beside it, with no change yet."""
    path = folder / f"{id}.yaml"
    scenario = Scenario(
        id=id,
        name=name,
        base=os.path.relpath(base, folder).replace(os.sep, "/"),
        base_digest=digest(structure),
    )
    return write_new(path, scenario) or path


def _back_up(path: Path, text: str) -> None:
    """Keep the text a file had, among the last few; that it cannot be kept stops no one from saving."""
    try:
        folder = state_folder("backups") / key_of(path)
        folder.mkdir(mode=0o700, exist_ok=True)
        kept = sorted(folder.iterdir())
        number = int(kept[-1].stem) + 1 if kept and kept[-1].stem.isdigit() else 1
        target = folder / f"{number:08}.yaml"
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="", errors="surrogatepass") as stream:
            stream.write(text)
        for old in kept[: max(0, len(kept) + 1 - BACKUPS)]:
            old.unlink(missing_ok=True)
    except (OSError, ValueError):
        return
