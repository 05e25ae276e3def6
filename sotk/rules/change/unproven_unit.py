"""CHG006: a new UPTD whose hours nobody has proven."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.change.mapping import new_units
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options

HOURS = msg("the hours of work a year (`hours`)")
CRITERIA = msg("the criteria (`criteria`)")


class UnprovenUnit(ChangeRule[Options]):
    """New units of kinds for which the pack bounds hours, without hours or criteria."""

    code = "CHG006"
    name = "unproven-unit"
    reads = frozenset({"children", "unit.hours", "unit.criteria", "unit.unit_class", "unit.exempt"})
    needs = ("hours", "criteria")
    severity = "error"
    ground = "law"
    basis = "Permendagri 12/2017"
    documentation = Documentation(
        what=msg("The proposal founds a UPTD, but gives no yearly hours, or none of its founding criteria."),
        why=msg("A proposal without a workload analysis and a study of feasibility is not examined at all."),
        fix=msg(
            "Write `hours` from the workload analysis and `criteria` from the study, or propose a service site of an existing UPTD."
        ),
        base=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, class: B, criteria: [teknis-operasional]}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, class: B, hours: 6200, criteria: [teknis-operasional]}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("hours")

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        limits = [limit for limit in context.pack.limits if limit.topic == "hours"]
        bounded = {kind for limit in limits for kind in limit.kinds}
        found: list[Outcome] = []
        for unit in new_units(base, context.structure):
            if unit.kind not in bounded or unit.exempt:
                continue
            missing = [
                words for words, given in ((HOURS, unit.hours), (CRITERIA, unit.criteria)) if not given
            ]
            if missing:
                found.append(
                    Broken(
                        Subject("unit", unit.id),
                        msg(
                            "{unit} is new, and nothing proves it: {missing} not given",
                            unit=unit.name,
                            missing=tuple(missing),
                        ),
                        basis=limits[0].basis,
                        remedy=msg(
                            "write the hours from the workload analysis and the criteria from the study"
                        ),
                    )
                )
        return found
