"""A report as GitHub workflow commands, so that findings stand at their lines in a pull request."""

from typing import Final

from sotk.findings.finding import Severity
from sotk.findings.report import Report
from sotk.locale import Language, say

_LEVELS: Final[dict[Severity, str]] = {
    "error": "error",
    "warning": "warning",
    "advice": "notice",
    "cannot_tell": "notice",
}


def to_github(report: Report, language: Language) -> str:
    lines = []
    for entry in report.entries:
        finding = entry.finding
        text = say(finding.message, language)
        if finding.remedy:
            text = f"{text} {say(finding.remedy, language)}"
        where = f"file={_property(entry.file)}"
        if entry.span:
            where += f",line={entry.span.line},col={entry.span.column},endLine={entry.span.end_line}"
        title = _property(f"{finding.code} {finding.rule}")
        lines.append(f"::{_LEVELS[finding.severity]} {where},title={title}::{_data(text)}")
    return "".join(line + "\n" for line in lines)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
