"""Which overlaps an agency has accepted: by a waiver of a rule of overlap, or by the option `agreed` of one.

What `sotk check` is silent about because of a waiver, `sotk overlap` and its pictures leave out too: both
ask here with the same outcome.
"""

from datetime import date
from typing import TYPE_CHECKING, Final

from sotk.locale import Message
from sotk.model import Structure
from sotk.rules.duties.duty_overlap import DutyOverlap as DutyOverlapRule
from sotk.rules.duties.execution_said_twice import ExecutionSaidTwice
from sotk.rules.duties.saying_the_same import subjects
from sotk.rules.outcome import Broken
from sotk.rules.preparing import prepared
from sotk.rules.settings import RuleSettings
from sotk.rules.waivers import Waivers

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap

OF_OVERLAP: Final = (DutyOverlapRule, ExecutionSaidTwice)


class Accepted:
    """The accepted overlaps within one structure."""

    def __init__(
        self, structure: Structure, settings: RuleSettings | None = None, today: date | None = None
    ) -> None:
        day = date.today() if today is None else today  # noqa: DTZ011 - the day of the person at the desk
        self._waivers = Waivers(structure, day)
        self._reasons = {waiver.id: waiver.reason for waiver in structure.waivers}
        self._rules, _ = prepared(OF_OVERLAP, settings or RuleSettings())
        self._agreed = {
            frozenset(pair) for rule in self._rules for pair in getattr(rule.options, "agreed", ())
        }

    def reason(self, overlap: "DutyOverlap") -> str | None:
        """Why an overlap is accepted, empty where the settings only say that it is; None where it is not."""
        if frozenset((overlap.a.unit.id, overlap.b.unit.id)) in self._agreed:
            return ""
        if not self._reasons:
            return None
        side = max(overlap.a, overlap.b, key=lambda each: each.duty.id)  # the side the rules speak of
        subject = next(each for each in subjects(overlap) if each.id == side.duty.id)
        outcome = Broken(subject, Message(""), unit=side.unit.id)
        for rule in self._rules:
            self._waivers.used.clear()
            if self._waivers.take_out(rule, outcome):
                return self._reasons[next(iter(self._waivers.used))]
        return None
