"""What the rules of caps share: counting the units a limit of the pack speaks of.

Which of them a limit belongs to follows from where its unit stands on the chart, so that a new
regulation is a new file of the pack and no new rule.
"""

from abc import abstractmethod
from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import Message, msg
from sotk.model import Unit
from sotk.packs import Kind, Limit
from sotk.rules.context import RuleContext
from sotk.rules.counting import alternatives
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule

_MISSING = {
    "agency_type": msg("the type of the agency (`agency: {{type: A}}`) is not given"),
    "level": msg("the level of government (`government: {{level: provinsi}}`) is not given"),
    "unit_class": msg("the class of the unit (`class: A`) is not given"),
    "regime": msg("the day the structure takes effect (`effective`) is not given"),
}


class ChildLimitRule(UnitRule[Options]):
    """A cap on units directly below a unit."""

    about = "subordinates"
    reads = LAW | {"children"}
    reach = frozenset({"unit", "children", "parent"})
    needs = ("agency.type", "government.level", "effective")
    severity = "error"
    ground = "law"

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("children")

    def kinds(self, context: RuleContext) -> frozenset[str]:
        return frozenset(kind.id for kind in context.pack.kinds.values() if self.caps(kind))

    @abstractmethod
    def caps(self, kind: Kind) -> bool:
        """Whether the rule is about what stands below a unit of a kind."""

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        below = context.below(unit)
        if not below:
            return ()
        broken = [
            _broken(unit, counted, limit, context)
            for limit in context.limits("children", unit)
            if limit.max is not None
            and len(counted := [child for child in below if child.kind in limit.counts]) > limit.max
        ]
        if broken:
            return broken
        return missing_input(unit, context)


def missing_input(unit: Unit, context: RuleContext) -> Iterable[CannotTell]:
    """What is not given but decides whether a cap holds for a unit; nothing where none is exceeded anyway."""
    undecided = context.undecided("children", unit)
    return [CannotTell(Subject("unit", unit.id), unit.kind, _MISSING[name]) for name in undecided[:1]]


def _broken(unit: Unit, counted: list[Unit], limit: Limit, context: RuleContext) -> Broken:
    kinds = alternatives(limit.counts, context)
    return Broken(
        Subject("unit", unit.id),
        msg(
            "{unit} has {n} {kinds}; {most} at most {condition}",
            unit=unit.name,
            n=len(counted),
            kinds=kinds,
            most=limit.max,
            condition=_condition(limit, context),
        ),
        basis=limit.basis,
        severity=limit.severity,
        related=tuple(Subject("unit", child.id) for child in counted),
        remedy=msg(
            "join some of them, or give the written basis for more with `exempt` on {unit}", unit=unit.name
        ),
    )


def _condition(limit: Limit, context: RuleContext) -> Message:
    if limit.agency_types:
        return msg("for an agency of type {type}", type=context.law.agency_type)
    if limit.classes:
        return msg("for class {type}", type=limit.classes)
    return msg("are allowed")
