"""Writes an edited structure back into its file: only what changed, whole or not at all.

The new text is read again and must give exactly the structure that was to be saved. The file is replaced
in one step, after it reached the disk, and only if nobody changed it meanwhile.
"""

import os
import tempfile
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from sotk.files.form import Form
from sotk.files.loaded import Loaded
from sotk.files.places import DocumentPlaces
from sotk.files.plain import dump
from sotk.files.reading import load_text
from sotk.findings import Finding
from sotk.locale import Message, msg
from sotk.model import Scenario, Structure
from sotk.text import Mapping, parse
from sotk.text.identities import Identities
from sotk.text.revise import revise
from sotk.text.splice import Unrevisable

SAVE_CODES: Final = {
    "SAV001": "not-written",
    "SAV002": "changed-on-disk",
    "SAV003": "in-use",
    "SAV004": "not-saveable",
}
_LISTED: Final = {
    "units": "unit",
    "duties": "duty",
    "positions": "position",
    "objectives": "objective",
    "indicators": "indicator",
    "lines": "line",
    "teams": "team",
    "waivers": "waiver",
    "conflicts": "conflict",
}
_LOCK_SECONDS: Final = 5.0


@dataclass(frozen=True, slots=True)
class Saved:
    """The document as it now stands, or the findings that say why nothing was written."""

    loaded: Loaded | None
    findings: tuple[Finding, ...] = ()


def save(loaded: Loaded, structure: Structure) -> Saved:
    """Write a structure into the file it was loaded from."""
    text = revised(loaded, structure)
    if text is None:
        return Saved(None, (not_saveable(),))
    return write_loaded(loaded, text)


def revised(loaded: Loaded, structure: Structure) -> str | None:
    """The text of a document with an edited structure; None where it cannot be edited without loss."""
    before = loaded.structure
    if before is None:
        return None
    if structure == before:
        return loaded.text
    fixed = replace(structure, provisional=frozenset())
    for target, fix in ((structure, False), (fixed, True)):
        text = _revised(loaded, before, target, fix=fix)
        if text is not None:
            again = load_text(text)
            if again.structure == target and _left(again) == _left(loaded):
                return text
    return None


def write_loaded(loaded: Loaded, text: str) -> Saved:
    """Replace the file of a document by a text, unless another program changed it meanwhile."""
    if loaded.path is None:
        return Saved(None, (not_saveable(),))
    finding = write_text(loaded.path, text, expected=loaded.text)
    return Saved(None, (finding,)) if finding else Saved(load_text(text, loaded.path))


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
            if data != expected:
                return _finding(
                    "SAV002",
                    msg("{path} was changed by another program; nothing was written.", path=str(path)),
                    msg("Open it again and repeat the edit."),
                )
            _replace(target, mark + text.encode("utf-8"))
    except Timeout:
        return _finding(
            "SAV003",
            msg("{path} is being written by another sotk.", path=str(path)),
            msg("Try again in a moment."),
        )
    except OSError as error:
        return _finding(
            "SAV001",
            msg(
                "{path} could not be written: {reason}.", path=str(path), reason=error.strerror or str(error)
            ),
            msg("Check your rights on the folder and the space on the disk; the old file is untouched."),
        )
    return None


def write_bytes(path: Path, data: bytes) -> Finding | None:
    """Write a picture or a document whole or not at all, in place of what stood there."""
    try:
        _replace(Path(os.path.realpath(path)), data)
    except OSError as error:
        reason = error.strerror or str(error)
        return _finding(
            "SAV001",
            msg("{path} could not be written: {reason}.", path=str(path), reason=reason),
            msg("Check your rights on the folder and the space on the disk; the old file is untouched."),
        )
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
    """Let the rename reach the disk too, where the system can."""
    if os.name != "posix":
        return
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


def _revised(loaded: Loaded, before: Structure, target: Structure, *, fix: bool) -> str | None:
    parsed = parse(loaded.text)
    document = parsed.data
    if not isinstance(document, Mapping) or not isinstance(loaded.places, DocumentPlaces):
        return None
    owners = loaded.places.owners()
    form = Form(document, {at: id_ for at, (entity, id_) in owners.items() if entity == "unit"})
    old, new = form.data(before, before), form.data(target, before)
    if fix:
        old = _without_ids(old, before.provisional)

    def of_node(key: str, node: Mapping) -> Any:
        found = owners.get(node.at)
        return found if found is not None and found[0] == _LISTED.get(key) else None

    try:
        return revise(parsed.marks, document, old, new, Identities(of_node, _identity))
    except Unrevisable:
        return None


def _identity(key: str, data: dict[str, Any]) -> Any:
    """Who an item of a list is: its type of entity and its id."""
    entity = _LISTED.get(key)
    if entity is None:
        return None
    if entity == "line":
        return entity, f"{data['from']}>{data['to']}:{data['kind']}"
    return entity, data.get("id", data.get(_HIDDEN))


_HIDDEN: Final = "\0id"
"""Where data keeps an id that its file does not give yet."""


def _without_ids(data: Any, provisional: frozenset[tuple[Any, str]], key: str = "") -> Any:
    """Data as the file gives it: provisional ids hidden, so that they count as new keys."""
    if isinstance(data, list):
        return [_without_ids(item, provisional, key) for item in data]
    if not isinstance(data, dict):
        return data
    made = {name: _without_ids(value, provisional, name) for name, value in data.items()}
    entity = "position" if key == "head" else _LISTED.get(key, "unit" if key == "root" else "")
    if (entity, made.get("id")) in provisional:
        made[_HIDDEN] = made.pop("id")
    return made


def _left(loaded: Loaded) -> list[tuple[str, str]]:
    return [(entry.unit.name, entry.reason) for entry in loaded.unplaced]


def not_saveable() -> Finding:
    """The finding of a file whose way of writing cannot be edited."""
    return _finding(
        "SAV004",
        msg("The file is written in a way that sotk cannot edit without losing something; it is untouched."),
        msg("Run sotk fmt on it first, or make this edit by hand."),
    )


def _finding(code: str, message: Message, remedy: Message) -> Finding:
    return Finding(code, SAVE_CODES[code], "error", message, remedy=remedy)
