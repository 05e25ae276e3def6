"""Runs git: with fixed arguments, and with everything off that the settings of a repository could start."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from sotk.locale import Message, msg

_GIT: Final = (
    "git",
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=", "-c", "log.showSignature=false"),
)
_ENVIRONMENT: Final[Mapping[str, str]] = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_SECONDS: Final = 120
_FAILED: Final = 128
"""From here on what `git merge-file` exits with is an error, not the number of conflicts."""
_ATTRIBUTE: Final = "*.yaml merge=sotk"
_NAME: Final = "merge of organization structures by what they say"


class GitRefused(Exception):  # noqa: N818 - a fact, said to the user
    """Git is not there or did not do what was asked; `message` says why."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.text)
        self.message = message


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """One git command in a folder. Raises `GitRefused` where git cannot be run at all."""
    try:
        return subprocess.run(  # noqa: S603 - fixed arguments; names stand behind --end-of-options
            [*_GIT, *arguments],
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except FileNotFoundError as error:  # git, since the folder is there
        raise GitRefused(msg("git is not installed.")) from error
    except (OSError, subprocess.TimeoutExpired) as error:
        raise GitRefused(msg("git could not be run: {reason}", reason=str(error))) from error


def install_merge(folder: Path, program: str) -> Path:
    """Let git merge the YAML files of a repository with `program`; the root of the repository.

    Raises `GitRefused` outside a repository, and OSError where its .gitattributes cannot be written.
    """
    root = Path(_said(folder, "rev-parse", "--show-toplevel"))
    _said(root, "config", "--local", "merge.sotk.name", _NAME)
    _said(root, "config", "--local", "merge.sotk.driver", f"{program} merge %O %A %B -o %A --path %P")
    attributes = root / ".gitattributes"
    text = attributes.read_text("utf-8") if attributes.is_file() else ""
    if _ATTRIBUTE not in text.splitlines():
        start = text if not text or text.endswith("\n") else text + "\n"
        attributes.write_text(f"{start}{_ATTRIBUTE}\n", "utf-8")
    return root


def merge_lines(base: Path, ours: Path, theirs: Path, out: Path) -> int:
    """Git's own merge by lines into `out`, its marks in the text; the number of conflicts, or its error."""
    made = run(out.parent, "merge-file", "-p", "--", *(str(path.absolute()) for path in (ours, base, theirs)))
    if made.returncode < _FAILED:
        out.write_bytes(made.stdout)
    return made.returncode


def _said(folder: Path, *arguments: str) -> str:
    done = run(folder, *arguments)
    if done.returncode != 0:
        raise GitRefused(msg("git refused: {reason}", reason=done.stderr.decode("utf-8", "replace").strip()))
    return done.stdout.decode("utf-8", "replace").strip()
