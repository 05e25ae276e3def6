"""A report for programs: the schema of version 1."""

import json
from typing import Any, Final

from sotk.findings.finding import Subject
from sotk.findings.places import Span
from sotk.findings.report import Located, Report
from sotk.locale import Language, say

VERSION: Final = 1


def to_json(report: Report, language: Language) -> str:
    """All findings with their places (1-based code points) and the counts."""
    counts: dict[str, int] = {str(severity): count for severity, count in report.counts().items()}
    counts["files"] = len(report.files)
    data = {
        "version": VERSION,
        "findings": [finding_data(entry, language) for entry in report.entries],
        "summary": counts,
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def finding_data(entry: Located, language: Language) -> dict[str, Any]:
    """One finding as plain data."""
    finding, subject = entry.finding, entry.finding.subject
    return {
        "code": finding.code,
        "rule": finding.rule,
        "severity": finding.severity,
        "message": say(finding.message, language),
        "remedy": say(finding.remedy, language) if finding.remedy else None,
        "file": entry.file,
        **_span(entry.span),
        "structure": entry.structure,
        **_subject(subject),
        "basis": str(finding.basis) if finding.basis else None,
        "verified": finding.basis.verified if finding.basis else None,
        "related": [
            {**_subject(related), **_span(span)}
            for related, span in zip(finding.related, entry.related, strict=True)
        ],
    }


def _span(span: Span | None) -> dict[str, int | None]:
    keys = ("line", "column", "end_line", "end_column")
    return dict(zip(keys, span or (None, None, None, None), strict=True))


def _subject(subject: Subject | None) -> dict[str, str | None]:
    return dict(zip(("entity", "id", "field"), subject or (None, None, None), strict=True))
