"""The documents a proposal can be compared with: its base, and what else lies in the workspace."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sotk.findings.names import clean
from sotk.session.opening import Desk
from sotk.workspace import documents

_HEAD: Final = 4096
_NAME: Final = re.compile(r"^name:[ \t]*([\"']?)([^\"'\n].*?)\1[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Beside:
    """A document by its path and its name, as far as a glance at the head of its file tells it."""

    path: Path
    name: str
    is_base: bool = False


def beside(desk: Desk) -> Iterator[Beside]:
    """The base of the document on the desk, then every other document of its workspace."""
    base = desk.base_path
    if base is not None and base.is_file():
        yield Beside(base, glance(base), is_base=True)
    known = {each.resolve() for each in (desk.path, base) if each is not None}
    for path in documents(desk.root):
        if path.resolve() not in known:
            yield Beside(path, glance(path))


def glance(path: Path) -> str:
    """The name a file gives near its top, without reading all of it; the name of the file where it gives none."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        head = ""
    found = _NAME.search(head)
    return clean(found.group(2)) if found else clean(path.stem)
