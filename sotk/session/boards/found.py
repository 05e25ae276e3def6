"""The findings of a board by the lines they are about."""

from collections.abc import Container, Iterable, Mapping

from sotk.findings import Finding, Severity
from sotk.findings.finding import SEVERITIES
from sotk.session.boards import Key


def by_line(findings: Iterable[Finding], entities: Container[str]) -> Mapping[Key, tuple[Finding, ...]]:
    """The findings of each line whose type is among `entities`: those on it, and those it is related to."""
    found: dict[Key, list[Finding]] = {}
    for finding in findings:
        about = (finding.subject, *finding.related)
        for key in dict.fromkeys((each.entity, each.id) for each in about if each is not None):
            if key[0] in entities:
                found.setdefault(key, []).append(finding)
    return {key: tuple(values) for key, values in found.items()}


def gravest(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity of some findings; None where there are none."""
    return min((each.severity for each in findings), key=SEVERITIES.index, default=None)
