"""UPT001: the yearly workload of a UPTD does not give the class it claims."""

from collections.abc import Collection, Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.packs import Limit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class ClassAgainstHours(UnitRule[Options]):
    """Effective working hours a year against the bounds of the class."""

    code = "UPT001"
    name = "class-against-hours"
    reads = LAW | {"unit.hours"}
    reach = frozenset({"unit", "parent"})
    needs = ("class", "hours")
    severity = "error"
    ground = "law"
    basis = "Permendagri 12/2017; Perwali Kendari 13/2022 Pasal 26"
    documentation = Documentation(
        what=msg(
            "The yearly workload of a UPTD in effective working hours lies outside the bounds of its class: class A from 10,000, class B from 5,000 to below 10,000; with less it is no UPTD."
        ),
        why=msg(
            "The class decides the echelon of its head and its sections; hours that are not proven are the most frequent ground of refusal."
        ),
        fix=msg("Correct the class, or prove the hours by a workload analysis and write them in `hours`."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, class: A, hours: 7200}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, class: B, hours: 7200}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("hours")

    def kinds(self, context: RuleContext) -> Collection[str]:
        return {kind for limit in context.pack.limits if limit.topic == "hours" for kind in limit.kinds}

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        subject = Subject("unit", unit.id)
        if unit.unit_class is None:
            asked = "unit_class" in context.undecided("hours", unit)
            return (
                (CannotTell(subject, unit.kind, msg("their class (`class`) is not given")),) if asked else ()
            )
        limits = context.limits("hours", unit)
        if not limits:
            return ()
        if unit.hours is None:
            return (
                CannotTell(
                    subject, unit.kind, msg("the hours a year (`hours`) that prove their class are not given")
                ),
            )
        return [_broken(unit, unit.hours, limit) for limit in limits if not limit.allows(unit.hours)]


def _broken(unit: Unit, hours: int, limit: Limit) -> Broken:
    if limit.min is not None and hours < limit.min:
        message = msg(
            "{unit} has {hours} effective working hours a year; class {unit_class} asks for {bound} at least",
            unit=unit.name,
            hours=hours,
            unit_class=unit.unit_class,
            bound=limit.min,
        )
    else:
        message = msg(
            "{unit} has {hours} effective working hours a year; class {unit_class} ends at {bound}",
            unit=unit.name,
            hours=hours,
            unit_class=unit.unit_class,
            bound=limit.max,
        )
    return Broken(
        Subject("unit", unit.id, "hours"),
        message,
        basis=limit.basis,
        severity=limit.severity,
        remedy=msg("correct the class, or prove the hours by a workload analysis"),
    )
