"""Puts texts and pictures into files: whole or not at all.

A file is replaced in one step, after its new content reached the disk, and only if nobody changed it
meanwhile.
"""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from sotk.files.plain import dump
from sotk.findings import Finding
from sotk.findings.reason import reason
from sotk.locale import Message, msg
from sotk.model import Scenario, Structure

SAVE_CODES: Final = {
    "SAV001": "not-written",
    "SAV002": "changed-on-disk",
    "SAV003": "in-use",
    "SAV004": "not-saveable",
}
_LOCK_SECONDS: Final = 5.0


def write_new(path: Path, value: Structure | Scenario) -> Finding | None:
    """Write a new document; a finding where the file is there already or cannot be written."""
    return write_text(path, dump(value), expected=None)


def write_text(path: Path, text: str, *, expected: str | None) -> Finding | None:
    """Write a text whole or not at all, under a lock.

    `expected` is the text that must be in the file now; None means that there must be no file.
    """
    from filelock import FileLock, Timeout

    target = Path(os.path.realpath(path))
    try:
        with FileLock(_lock_path(target), timeout=_LOCK_SECONDS):
            data, mark = _current(target)
            if data is not None and expected is None:
                return saving_finding(
                    "SAV002",
                    msg("There is a file {path} already; nothing was written.", path=str(path)),
                    msg("Choose another name."),
                )
            if data != expected:
                return saving_finding(
                    "SAV002",
                    msg("{path} was changed by another program; nothing was written.", path=str(path)),
                    msg("Open it again and repeat the edit."),
                )
            _replace(target, mark + text.encode("utf-8"))
    except Timeout:
        return saving_finding(
            "SAV003",
            msg("{path} is being written by another sotk.", path=str(path)),
            msg("Try again in a moment."),
        )
    except OSError as error:
        return _not_written(path, error)
    return None


def write_bytes(path: Path, data: bytes) -> Finding | None:
    """Write a picture or a document whole or not at all, in place of what stood there."""
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        return _not_written(path, error)
    return None


def _current(path: Path) -> tuple[str | None, bytes]:
    """The text that is in a file now (None without one), and its byte order mark."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None, b""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    return data[len(mark) :].decode("utf-8", "surrogateescape"), mark


def _replace(path: Path, data: bytes) -> None:
    """Put bytes in place of a file in one step, after they reached the disk."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)  # noqa: PTH101 - a path of mkstemp
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Let the rename reach the disk too, where the system can: the file is replaced by now in any case."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _lock_path(path: Path) -> Path:
    """The lock of a file: in the user's own folder, so that no lock files lie among the documents."""
    from platformdirs import user_state_path

    folder = user_state_path("sotk") / "locks"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{sha256(str(path).encode('utf-8', 'surrogateescape')).hexdigest()[:32]}.lock"


def _not_written(path: Path, error: OSError) -> Finding:
    return saving_finding(
        "SAV001",
        msg("{path} could not be written: {reason}.", path=str(path), reason=reason(error)),
        msg("Check your rights on the folder and the space on the disk; the old file is untouched."),
    )


def saving_finding(code: str, message: Message, remedy: Message) -> Finding:
    """Why a file was not written."""
    return Finding(code, SAVE_CODES[code], "error", message, remedy=remedy)
