"""Where the editor keeps what is nobody else's business: journals, backups, recent files. Files are 0600."""

import os
from hashlib import sha256
from pathlib import Path


def state_folder(name: str) -> Path:
    """A folder of the user for journals, backups or locks; made when it is first asked for."""
    from platformdirs import user_state_path

    folder = user_state_path("sotk") / name
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def key_of(path: Path) -> str:
    """A name for what belongs to a document: the same however its path is written."""
    return sha256(os.path.realpath(path).encode("utf-8", "surrogateescape")).hexdigest()[:32]


def text_digest(text: str) -> str:
    """The digest of a text as it stands in a file."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
