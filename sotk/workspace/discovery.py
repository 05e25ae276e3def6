"""Finds the root of a workspace and the documents in it. Never follows a link out of it."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from sotk.workspace.settings import SETTINGS_FILE

_ROOTS: Final = (SETTINGS_FILE, ".git")
_SUFFIXES: Final = (".yaml", ".yml")
_FIRST: Final = 4096


def root_of(path: Path) -> Path:
    """The nearest folder above a path that holds `sotk.yaml` or is a git checkout, else its own folder."""
    folder = path if path.is_dir() else path.parent
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 - resolve() would raise on a loop of links
    for candidate in (folder, *folder.parents):
        if any((candidate / name).exists() for name in _ROOTS):
            return candidate
    return folder


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path, links followed, lies in a folder."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False


def documents(folder: Path) -> Iterator[Path]:
    """The structures and scenarios of a folder, in order of their paths; hidden folders are passed over."""
    for place, folders, files in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if path.suffix in _SUFFIXES and name != SETTINGS_FILE and _is_document(path):
                yield path


def _is_document(path: Path) -> bool:
    """Whether a file begins like one of ours: other YAML of a project is none of our business."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_FIRST)
    except OSError:
        return True  # reading it will say why it cannot be read
    lines = head.decode("utf-8", "replace").splitlines()
    return any(line.startswith(("sotk:", "structure:", "scenario:")) for line in lines)
