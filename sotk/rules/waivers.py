"""Findings accepted with a reason: which waiver takes out what, and which took out nothing.

A waiver holds up to and including its last day. One that is over, or that finds nothing to take out,
is itself a finding: a list of exceptions that nobody needs hides those that matter.
"""

from collections.abc import Iterable
from datetime import date

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Structure, Waiver
from sotk.rules.outcome import Outcome, unit_of
from sotk.rules.rule import Options, Rule


class Waivers:
    """The waivers of a structure on a day; remembers which were used."""

    def __init__(self, structure: Structure, today: date) -> None:
        self.structure = structure
        self.today = today
        self.used: set[str] = set()
        self._by_rule: dict[str, list[Waiver]] = {}
        for waiver in structure.waivers:
            if not self._over(waiver):
                self._by_rule.setdefault(waiver.rule, []).append(waiver)

    def take_out(self, rule: Rule[Options], outcome: Outcome) -> bool:
        """Whether a waiver covers an outcome of a rule."""
        for waiver in self._by_rule.get(rule.code, ()):
            if _covers(waiver, outcome):
                self.used.add(waiver.id)
                return True
        return False

    def findings(self, ran: Iterable[Rule[Options]]) -> Iterable[Finding]:
        """Waivers that are over, and waivers that took out nothing, of rules that ran."""
        codes = {rule.code for rule in ran}
        for waiver in self.structure.waivers:
            if waiver.rule in codes and self._over(waiver):
                yield _expired(waiver)
            elif waiver.rule in codes and waiver.id not in self.used:
                yield _unused(waiver)

    def _over(self, waiver: Waiver) -> bool:
        return waiver.until is not None and waiver.until < self.today


def _covers(waiver: Waiver, outcome: Outcome) -> bool:
    subject = outcome.subject
    return (
        (waiver.unit is None or waiver.unit == unit_of(outcome))
        and (waiver.entity is None or waiver.entity == subject.entity)
        and (waiver.subject is None or waiver.subject == subject.id)
    )


def _expired(waiver: Waiver) -> Finding:
    return Finding(
        "WVR002",
        "expired-waiver",
        "warning",
        msg("the waiver of {rule} ended on {day}", rule=waiver.rule, day=str(waiver.until)),
        Subject("waiver", waiver.id, "until"),
        remedy=msg("mend what it waived, or agree on a new day and a reason that still holds"),
    )


def _unused(waiver: Waiver) -> Finding:
    return Finding(
        "WVR001",
        "unused-waiver",
        "warning",
        msg(
            "the waiver of {rule} waives nothing: no finding of that rule is about its subject",
            rule=waiver.rule,
        ),
        Subject("waiver", waiver.id),
        remedy=msg("remove the waiver, or correct the subject it names"),
    )
