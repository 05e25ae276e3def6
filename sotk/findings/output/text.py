"""A report for people: grouped by file, a place that terminals make clickable, what to do below it."""

from collections.abc import Callable
from itertools import groupby
from typing import Final

from sotk.findings.finding import Severity
from sotk.findings.names import clean
from sotk.findings.report import Located, Report
from sotk.locale import Language, Message, msg, say

SIGNS: Final[dict[Severity, str]] = {"error": "✗", "warning": "!", "advice": "·", "cannot_tell": "?"}
ONE: Final[dict[Severity, Message]] = {
    "error": msg("1 error"),
    "warning": msg("1 warning"),
    "advice": msg("1 piece of advice"),
    "cannot_tell": msg("1 cannot tell"),
}
MANY: Final[dict[Severity, str]] = {
    "error": msg("{count} errors").text,
    "warning": msg("{count} warnings").text,
    "advice": msg("{count} pieces of advice").text,
    "cannot_tell": msg("{count} cannot tell").text,
}
_COLOURS: Final[dict[Severity, str]] = {
    "error": "31",
    "warning": "33",
    "advice": "36",
    "cannot_tell": "35",
}


def to_text(report: Report, language: Language, *, colour: bool = False) -> str:
    """The findings and, last, how many there are of each severity."""
    paint = _paint if colour else _plain
    lines: list[str] = []
    for _file, entries in groupby(report.entries, key=lambda entry: entry.file):
        for entry in entries:
            lines += _entry(entry, language, paint)
        lines.append("")
    lines.append(summary(report, language))
    return "\n".join(lines) + "\n"


def summary(report: Report, language: Language) -> str:
    """One line: how many findings of each severity in how many files."""
    files = len(report.files)
    where = msg("in 1 file") if files == 1 else msg("in {files} files", files=files)
    if not report.entries:
        return say(msg("No findings {where}.", where=where), language)
    counts = tuple(
        ONE[severity] if count == 1 else Message(MANY[severity], {"count": count})
        for severity, count in report.counts().items()
        if count
    )
    return say(msg("{counts} {where}.", counts=counts, where=where), language)


def _entry(entry: Located, language: Language, paint: "Callable[[str, str], str]") -> list[str]:
    finding = entry.finding
    place = f"{entry.file}:{entry.span.line}:{entry.span.column}" if entry.span else entry.file
    code = _COLOURS[finding.severity]
    head = (
        f"{clean(place)}: {paint(code, SIGNS[finding.severity] + ' ' + finding.code)} "
        f"{clean(say(finding.message, language))}"
    )
    lines = [head]
    if finding.basis is not None:
        lines.append(
            paint("2", f"    {say(msg('Basis: {basis}', basis=clean(str(finding.basis))), language)}")
        )
    if finding.remedy is not None:
        lines.append(paint("2", f"    → {clean(say(finding.remedy, language))}"))
    return lines


def _paint(code: str, text: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m"


def _plain(_code: str, text: str) -> str:
    return text
