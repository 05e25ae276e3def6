"""Turns what rules said into findings: how grave each is, which are waived, what could not be told.

Law whose article was read keeps the severity of its rule; law that was not read warns at most, and the
message says so; a benchmark advises.
"""

from collections import Counter
from collections.abc import Iterable
from heapq import nsmallest
from typing import Final

from sotk.findings import Finding, Severity
from sotk.locale import Message, msg
from sotk.rules.context import RuleContext
from sotk.rules.outcome import Broken, CannotTell, Outcome, unit_of
from sotk.rules.rule import Options, Rule
from sotk.rules.settings import Level, RuleSettings, best
from sotk.rules.waivers import Waivers

_ORDER: Final[tuple[Severity, ...]] = ("error", "warning", "advice")
_NAMED: Final = 20
"""How many further subjects a finding of what could not be told points to."""


class Verdict:
    """Judges the outcomes of one structure under settings and waivers."""

    def __init__(self, context: RuleContext, settings: RuleSettings, waivers: Waivers) -> None:
        self.context = context
        self.settings = settings
        self.waivers = waivers

    def findings(self, rule: Rule[Options], outcomes: Iterable[Outcome]) -> list[Finding]:
        """The findings of one rule."""
        stated = best(self.settings.severity, rule)
        found: list[Finding] = []
        unknown: dict[str, list[CannotTell]] = {}
        for outcome in outcomes:
            level = self._level(rule, outcome, stated)
            if level == "off" or (not _failed(outcome) and self.waivers.take_out(rule, outcome)):
                continue
            if isinstance(outcome, Broken):
                found.append(_finding(rule, outcome, level))
            else:
                unknown.setdefault(outcome.missing.text, []).append(outcome)
        found.extend(self._unknown(rule, same) for same in unknown.values())
        return found

    def _level(self, rule: Rule[Options], outcome: Outcome, stated: Level | None) -> Level | None:
        """The level the settings give: that of the nearest unit above, else that of the workspace."""
        unit = unit_of(outcome)
        if self.settings.subtrees and unit is not None and not _failed(outcome):
            for above in self.context.graph.chain(unit):
                levels = self.settings.subtrees.get(above)
                nearest = None if levels is None else best(levels, rule)
                if nearest is not None:
                    return nearest
        return stated

    def _unknown(self, rule: Rule[Options], same: list[CannotTell]) -> Finding:
        """One finding for all that lack the same: how many of each kind, and the first of them."""
        first = min(same, key=lambda outcome: outcome.subject[:2])
        if len(same) == 1 and first.subject.entity == "structure":
            message = msg("cannot tell: {missing}", missing=first.missing)
        else:
            counts = Counter(outcome.kind for outcome in same)
            parts = [
                msg("{n} {kind}", n=n, kind=self.context.kind_name(kind))
                for kind, n in sorted(counts.items())
            ]
            message = msg("cannot tell for {kinds}: {missing}", kinds=tuple(parts), missing=first.missing)
        subjects = nsmallest(
            _NAMED + 1, {outcome.subject for outcome in same}, key=lambda subject: subject[:2]
        )
        related = tuple(subject for subject in subjects if subject != first.subject)
        return Finding(rule.code, rule.name, "cannot_tell", message, first.subject, related)


def severity_of(rule: Rule[Options], outcome: Broken, level: Level | None) -> Severity:
    """What the settings say, else the rule's severity, milder where the case or its basis asks for it."""
    if level is not None and level != "off":
        return level
    if outcome.failure:
        return "error"
    severities = [rule.severity, outcome.severity or rule.severity]
    if to_be_checked(rule, outcome):
        severities.append("warning")
    return max(severities, key=_ORDER.index)


def to_be_checked(rule: Rule[Options], outcome: Broken) -> bool:
    """Whether a finding rests on law whose article was not read."""
    return rule.ground == "law" and outcome.basis is not None and not outcome.basis.verified


def _finding(rule: Rule[Options], outcome: Broken, level: Level | None) -> Finding:
    message: Message = outcome.message
    severity = severity_of(rule, outcome, level)
    if to_be_checked(rule, outcome) and severity != "advice":
        message = msg("{finding} (to be checked: the article was not read)", finding=message)
    return Finding(
        rule.code,
        rule.name,
        severity,
        message,
        outcome.subject,
        outcome.related,
        outcome.basis,
        outcome.remedy,
        outcome.fix,
    )


def _failed(outcome: Outcome) -> bool:
    return isinstance(outcome, Broken) and outcome.failure
