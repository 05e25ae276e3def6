"""From a path or a text to `Loaded`. Never raises for content, nor for a file that cannot be read."""

import stat
from pathlib import Path
from typing import Final

from sotk.files.codes import CODES
from sotk.files.header import FORMAT
from sotk.files.loaded import Loaded
from sotk.files.signature import is_utf16, known_as
from sotk.files.structure import read_structure
from sotk.findings import Finding, Span
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.text import MAX_CHARACTERS, Mapping, not_utf8, parse, too_large

_START: Final = Span(1, 1, 1, 1)
_OURS: Final = ("sotk", "structure", "scenario", "name", "root", "units")
"""Keys of which a document of ours has at least one, however unfinished it is."""
_NAMED: Final = 5
"""Files of a folder that are named."""


def load(path: Path) -> Loaded:
    """Read a structure or a scenario from a file."""
    text = read_text(path)
    if isinstance(text, Finding):
        return Loaded(path, "", findings=(text,))
    return load_text(text, path)


def load_text(text: str, path: Path | None = None) -> Loaded:
    """Read a structure or a scenario from a text; `path` is where it came from."""
    parsed = parse(text)
    document = parsed.data
    if document is None:
        return Loaded(path, text, findings=parsed.findings)
    if not isinstance(document, Mapping):
        why = msg("The file is no structure and no scenario: its top is not a mapping.")
        return Loaded(path, text, findings=(*parsed.findings, _not_a_document(why)))
    if not any(key in document for key in _OURS):
        why = msg("The file is no structure and no scenario: none of their keys is in it.")
        return Loaded(path, text, findings=(*parsed.findings, _not_a_document(why)))
    if "scenario" in document and "structure" not in document:
        from sotk.files.scenario import read_scenario

        scenario, findings, places = read_scenario(document, parsed.marks)
        return Loaded(path, text, scenario=scenario, findings=(*parsed.findings, *findings), places=places)
    structure, unplaced, findings, places = read_structure(document, parsed.marks)
    return Loaded(
        path,
        text,
        structure=structure,
        unplaced=unplaced,
        findings=(*parsed.findings, *findings),
        places=places,
    )


def read_text(path: Path) -> str | Finding:
    """The text of a file, line ends as they are; a finding where it cannot be read."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return _folder(path)
        if not stat.S_ISREG(status.st_mode):
            return _unreadable(msg("It is not a file."))
        if status.st_size > 4 * MAX_CHARACTERS or status.st_size > MAX_CHARACTERS + 1_000_000:
            return too_large(status.st_size, MAX_CHARACTERS)
        data = path.read_bytes()
    except FileNotFoundError:
        return _finding(
            "FIL001",
            msg("There is no such file."),
            msg("Check the path; sotk new NAME makes a new structure."),
        )
    except (OSError, RuntimeError, ValueError) as error:
        return _unreadable(msg("{reason}.", reason=getattr(error, "strerror", None) or str(error)))
    return _decoded(data)


def _decoded(data: bytes) -> str | Finding:
    kind = known_as(data)
    if kind is not None:
        return not_utf8(
            _START,
            msg("The file is not text but {kind}.", kind=kind),
            msg("Name the .yaml file of the structure; sotk new NAME makes a new one."),
        )
    if is_utf16(data):
        return not_utf8(_START, msg("The file is saved as UTF-16 (“Unicode”)."))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return not_utf8(Span(line, column, line, column + 1))


def _not_a_document(why: Message) -> Finding:
    return _finding(
        "INT009", why, msg("Begin with sotk: {format} and structure: ID, or scenario: ID.", format=FORMAT)
    )


def _folder(path: Path) -> Finding:
    """A folder was named where one file is read."""
    try:
        names = sorted(entry.name for entry in path.iterdir() if entry.suffix in (".yaml", ".yml"))
    except OSError:
        names = []
    return _finding(
        "FIL002",
        msg("This is a folder."),
        msg("Name a file in it: {names}.", names=tuple(map(clean, names[:_NAMED])))
        if names
        else msg("Name a file of a structure or a proposal."),
    )


def _unreadable(reason: Message) -> Finding:
    return _finding(
        "FIL002",
        msg("The file cannot be read. {reason}", reason=reason),
        msg("Check the path and your rights on it."),
    )


def _finding(code: str, message: Message, remedy: Message) -> Finding:
    return Finding(code, CODES[code], "error", message, remedy=remedy, at=_START)
