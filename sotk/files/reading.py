"""From a path or a text to `Loaded`. Never raises for content, nor for a file that cannot be read."""

import stat
from pathlib import Path
from typing import Final

from sotk.files.codes import CODES
from sotk.files.header import FORMAT
from sotk.files.loaded import Loaded
from sotk.files.structure import read_structure
from sotk.findings import Finding, Span
from sotk.locale import Message, msg
from sotk.text import MAX_CHARACTERS, Mapping, not_utf8, parse, too_large

_START: Final = Span(1, 1, 1, 1)


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
        return Loaded(path, text, findings=(*parsed.findings, _not_a_document()))
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
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        return not_utf8(Span(line, column, line, column + 1))


def _not_a_document() -> Finding:
    return Finding(
        "INT009",
        CODES["INT009"],
        "error",
        msg("The file is no structure and no scenario: its top is not a mapping."),
        remedy=msg("Begin with sotk: {format} and structure: ID, or scenario: ID.", format=FORMAT),
        at=_START,
    )


def _unreadable(reason: Message) -> Finding:
    return _finding(
        "FIL002",
        msg("The file cannot be read. {reason}", reason=reason),
        msg("Check the path and your rights on it."),
    )


def _finding(code: str, message: Message, remedy: Message) -> Finding:
    return Finding(code, CODES[code], "error", message, remedy=remedy, at=_START)
