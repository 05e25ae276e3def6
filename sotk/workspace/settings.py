"""Settings of a workspace: `sotk.yaml` at its root. Cannot enable plugins: a workspace is untrusted."""

from dataclasses import field
from pathlib import Path
from typing import Any, Final, Literal

from sotk.files import read_text
from sotk.files.checking import Checker
from sotk.findings import NOWHERE, Finding, Report, Subject
from sotk.model.fields import Name
from sotk.model.value import record
from sotk.text import Mapping, parse

SETTINGS_FILE: Final = "sotk.yaml"


@record(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a workspace decides for all commands; a flag of a command wins.

    `rules` is what the room of the rules reads: select, ignore, severity, options, subtrees, house.
    """

    pack: Name | None = None
    language: Literal["id", "en"] | None = None
    rules: dict[str, Any] = field(default_factory=dict)
    baseline: Name | None = None
    fail_on: Literal["error", "warning", "advice"] = "error"
    page: Name | None = None
    template: Name | None = None
    theme: Name | None = None
    keys: dict[str, str] = field(default_factory=dict)


def read_settings(root: Path) -> tuple[Settings, Report]:
    """The settings of a workspace; the defaults, and findings, where the file cannot be used."""
    path = root / SETTINGS_FILE
    default = Settings()
    if not path.is_file():
        return default, Report((), ())
    text = read_text(path)
    if isinstance(text, Finding):
        return default, Report.of(str(path), None, (text,), NOWHERE)
    parsed = parse(text)
    checker = Checker(parsed.marks)
    value = None
    if isinstance(parsed.data, Mapping):
        value = checker.value(Settings, parsed.data, parsed.data.at, Subject("settings", "sotk"))
    findings = (*parsed.findings, *checker.findings)
    return value or default, Report.of(str(path), None, findings, NOWHERE)
