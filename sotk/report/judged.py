"""Findings in a document: how many of each severity, and those that are new or weigh most.

A finding that rests on an article nobody read says so in its own words; what cannot be told is no pass.
"""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from sotk.findings import Finding
from sotk.findings.finding import SEVERITIES, Severity
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.report.document import Cell, Column, Row, Table
from sotk.report.material import Material
from sotk.report.words import counted, difference

WORDS: Final[dict[Severity, Message]] = {
    "error": msg("Error"),
    "warning": msg("Warning"),
    "advice": msg("Advice"),
    "cannot_tell": msg("Cannot be told, input missing"),
}


def severities(material: Material, share: float = 1.0) -> Table:
    """How many findings there are of each severity, on both sides where there is a base."""
    language = material.language
    after = Counter(finding.severity for finding in material.findings or ())
    before = Counter(finding.severity for finding in material.findings_before)
    both = material.base is not None
    heads = (
        (msg("Findings"), msg("Existing"), msg("Proposal"), msg("Difference"))
        if both
        else (msg("Findings"), msg("Number"))
    )
    columns = tuple(
        Column(say(head, language), 25 if at else 90, "right" if at else "left")
        for at, head in enumerate(heads)
    )
    rows = []
    for severity in SEVERITIES:
        n, was = after[severity], before[severity]
        cells = [Cell(say(WORDS[severity], language))]
        cells += [counted(was, language)] if both else []
        cells += [counted(n, language)]
        cells += [difference(n - was, language)] if both else []
        rows.append(Row(tuple(cells)))
    return Table(columns, tuple(rows), say(msg("Findings by severity"), language), share=share)


def fresh(material: Material) -> tuple[Finding, ...]:
    """The findings that the base has not, the gravest first; all where there is no base."""
    known = {_key(finding) for finding in material.findings_before} if material.base is not None else set()
    found = [finding for finding in material.findings or () if _key(finding) not in known]
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def listed(findings: Iterable[Finding], language: Language) -> Table:
    """Each finding with its basis and what to do."""
    heads = ((msg("Rule"), 16), (msg("Severity"), 24), (msg("Finding"), 84), (msg("Basis and remedy"), 60))
    columns = tuple(Column(say(head, language), width) for head, width in heads)
    return Table(columns, tuple(_row(finding, language) for finding in findings))


def _row(finding: Finding, language: Language) -> Row:
    told = [clean(str(finding.basis))] if finding.basis else []
    told += [clean(say(finding.remedy, language))] if finding.remedy else []
    return Row(
        (
            Cell(finding.code),
            Cell(say(WORDS[finding.severity], language)),
            Cell(clean(say(finding.message, language))),
            Cell(told[0], lines=tuple(told[1:])) if told else Cell(),
        )
    )


def _key(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.subject
