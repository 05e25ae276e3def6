"""A report as SARIF 2.1.0, for code hosts and editors."""

import json
from pathlib import PurePath
from typing import Any, Final
from urllib.parse import quote

from sotk.findings.finding import Severity
from sotk.findings.report import Located, Report
from sotk.locale import Language, say

_LEVELS: Final[dict[Severity, str]] = {
    "error": "error",
    "warning": "warning",
    "advice": "note",
    "cannot_tell": "note",
}


def to_sarif(report: Report, language: Language, version: str) -> str:
    """The findings as one run of the tool `sotk` of the given version."""
    rules = sorted({(entry.finding.code, entry.finding.rule) for entry in report.entries})
    run = {
        "tool": {
            "driver": {
                "name": "sotk",
                "version": version,
                "rules": [{"id": code, "name": rule} for code, rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(entry, language) for entry in report.entries],
    }
    data = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _result(entry: Located, language: Language) -> dict[str, Any]:
    finding = entry.finding
    text = say(finding.message, language)
    if finding.remedy:
        text = f"{text} {say(finding.remedy, language)}"
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(PurePath(entry.file).as_posix())}}
    if entry.span:
        location["region"] = {
            "startLine": entry.span.line,
            "startColumn": entry.span.column,
            "endLine": entry.span.end_line,
            "endColumn": entry.span.end_column,
        }
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }
    if finding.basis:
        result["properties"] = {"basis": str(finding.basis), "verified": finding.basis.verified}
    return result
