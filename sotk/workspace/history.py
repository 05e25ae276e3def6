"""The versions of a document in git."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Final

from sotk.files import Loaded, digest, load_text
from sotk.locale import msg
from sotk.model import Structure
from sotk.scenario import replay
from sotk.workspace.git import GitRefused, run

_FORMAT: Final = ("%H", "%P", "%an", "%aI", "%s")
_COMMIT: Final = re.compile("[0-9a-f]{40}|[0-9a-f]{64}")
_LONGEST_CHAIN: Final = 32


@dataclass(frozen=True, slots=True)
class Version:
    """A commit that changed a document.

    `path` is where the document stands in the repository after it, `before` where it stood in its
    parents; with forward slashes. A commit without parents has no `before` to look at.
    """

    commit: str
    parents: tuple[str, ...]
    author: str
    time: datetime
    subject: str
    path: str
    before: str


class History:
    """The commits that changed one document, newest first, and what it said before and after each.

    Raises `GitRefused` where git is not there, the file is in no repository, or it was never committed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.folder = Path(os.path.abspath(path)).parent  # noqa: PTH100 - resolve() would follow a link out
        self.versions = self._versions()
        self._at = lru_cache(maxsize=16)(self._structure)

    def structure(self, version: Version) -> Structure | None:
        """The structure after a commit: of a proposal, what it made of its base as that was then."""
        return self._at(version.commit, version.path)

    def earlier(self, version: Version) -> tuple[Structure, ...]:
        """The structures before a commit, one a parent that had the document and can be read."""
        found = (self._at(parent, version.before) for parent in version.parents)
        return tuple(structure for structure in found if structure is not None)

    def committed(self) -> Structure | None:
        """The structure as it is committed now."""
        return self._at("HEAD", self.versions[0].path)

    def _structure(self, commit: str, path: str) -> Structure | None:
        return self._opened(commit, path, _LONGEST_CHAIN)

    def _opened(self, commit: str, path: str, left: int) -> Structure | None:
        loaded = self._read(commit, path)
        if loaded is None or loaded.scenario is None or not left:
            return None if loaded is None else loaded.structure
        base = _joined(path, loaded.scenario.base)
        below = None if base is None else self._opened(commit, base, left - 1)
        return None if below is None else replay(below, loaded.scenario).structure

    def _read(self, commit: str, path: str) -> Loaded | None:
        found = run(self.folder, "cat-file", "--end-of-options", "blob", f"{commit}:{path}")
        return load_text(found.stdout.decode("utf-8-sig", "replace")) if found.returncode == 0 else None

    def _versions(self) -> tuple[Version, ...]:
        found = run(
            self.folder,
            *("log", "--follow", "--full-history", "--diff-merges=combined", "--name-status", "-z"),
            *(f"--format={'%x00'.join(_FORMAT)}", "--no-ext-diff"),
            *("--end-of-options", "HEAD", "--", self.path.name),
        )
        versions = tuple(_versions(found.stdout.decode("utf-8", "replace").split("\0")))
        if found.returncode != 0 or not versions:
            raise GitRefused(
                msg(
                    "{path} has no history: it is in no git repository, or was never committed.",
                    path=str(self.path),
                )
            )
        return versions

    def with_digest(self, wanted: str) -> Structure | None:
        """The newest version whose structure has a digest; None where there is none."""
        found = (self.structure(version) for version in self.versions)
        return next((each for each in found if each is not None and digest(each) == wanted), None)


def _versions(fields: list[str]) -> Iterator[Version]:
    """The commits of a log: five fields each, then the status with one path, or two where it was renamed.

    A merge has an empty field before its status; one that changed nothing has no status, and is left out.
    """
    at = 0
    while at + len(_FORMAT) < len(fields):
        commit, parents, author, time, subject = fields[at : at + len(_FORMAT)]
        at += len(_FORMAT)
        end = next((n for n in range(at, len(fields)) if _COMMIT.fullmatch(fields[n])), len(fields))
        said = [field for field in fields[at:end] if field]
        at = end
        if said:
            made = datetime.fromisoformat(time)
            yield Version(commit, tuple(parents.split()), author, made, subject, said[-1], said[1])


def _joined(path: str, base: str) -> str | None:
    """The path of a base in the repository; None where it leads out of it."""
    parts: list[str] = []
    for part in (PurePosixPath(path).parent / base).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)
