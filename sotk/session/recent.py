"""Documents opened lately, the last one first."""

import json
import os
from pathlib import Path
from typing import Final

from sotk.session.folders import state_folder

LONGEST: Final = 12
_FILE: Final = "recent.json"


def recent() -> tuple[Path, ...]:
    """The documents opened lately that are still there."""
    try:
        known = json.loads((state_folder("recent") / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    if not isinstance(known, list):
        return ()
    paths = [Path(entry) for entry in known if isinstance(entry, str)]
    return tuple(path for path in paths if path.is_file())


def note(path: Path) -> None:
    """Put a document at the top; that it cannot be noted stops no one from working."""
    here = Path(os.path.abspath(path))  # noqa: PTH100 - a link keeps its own name
    paths = [str(here), *(str(known) for known in recent() if known != here)][:LONGEST]
    try:
        target = state_folder("recent") / _FILE
        target.touch(0o600)
        target.write_text(json.dumps(paths), "utf-8")
    except OSError:
        return
