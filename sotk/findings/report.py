"""Findings of one run, each with the place where it stands."""

from collections.abc import Iterable
from dataclasses import dataclass

from sotk.findings.finding import SEVERITIES, Finding, Severity
from sotk.findings.places import Places, Span


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with the file, the structure and the place it is about."""

    finding: Finding
    file: str
    structure: str | None
    span: Span | None
    related: tuple[Span | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of a run over some files, in order of file and place."""

    entries: tuple[Located, ...]
    files: tuple[str, ...]

    @classmethod
    def of(cls, file: str, structure: str | None, findings: Iterable[Finding], places: Places) -> "Report":
        """Locate the findings of one file."""
        entries = [_locate(finding, file, structure, places) for finding in findings]
        entries.sort(key=lambda entry: (entry.span or (0, 0), entry.finding.code))
        return cls(tuple(entries), (file,))

    def joined(self, other: "Report") -> "Report":
        """Both reports; what both found in a file (the base of two scenarios) stands once."""
        known = {_place(entry) for entry in self.entries if entry.file in other.files}
        fresh = tuple(entry for entry in other.entries if _place(entry) not in known)
        return Report(self.entries + fresh, tuple(dict.fromkeys(self.files + other.files)))

    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        found: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        for entry in self.entries:
            found[entry.finding.severity] += 1
        return found

    def reaches(self, severity: Severity) -> bool:
        """Whether any finding is at or above a severity."""
        bound = SEVERITIES.index(severity)
        return any(SEVERITIES.index(entry.finding.severity) <= bound for entry in self.entries)


def _place(entry: Located) -> tuple[object, ...]:
    return entry.file, entry.span, entry.finding.code, entry.finding.subject


def _locate(finding: Finding, file: str, structure: str | None, places: Places) -> Located:
    subject = finding.subject
    span = finding.at or (places.span(*subject) if subject else None)
    return Located(
        finding, file, structure, span, tuple(places.span(*related) for related in finding.related)
    )
