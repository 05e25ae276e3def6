"""WRK002: a declared need that is not the one the workload gives."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule
from sotk.rules.workload.load import computed_need, exact_need


class NeedAgainstWorkload(UnitRule[Options]):
    """The declared need wins everywhere; a difference is said."""

    code = "WRK002"
    name = "need-against-workload"
    about = "workload"
    reads = POSITIONS
    needs = ("position.need", "position.workload")
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 1/2020"
    documentation = Documentation(
        what=msg(
            "The declared need of a position is not the one its workload lines give: volume a year times minutes, over 75,000 minutes, rounded half up. Positions without workload lines are not judged."
        ),
        why=msg(
            "The need is claimed from the ministry by the workload analysis; a number that does not follow from it is cut."
        ),
        fix=msg("Correct the workload lines, or the need; the fix writes the computed one."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions:
    - id: p-1
      title: Pengelola Data
      category: pelaksana
      need: 4
      workload: [{task: mengolah data, volume: 10, period: hari, minutes: 30}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions:
    - id: p-1
      title: Pengelola Data
      category: pelaksana
      need: 1
      workload: [{task: mengolah data, volume: 10, period: hari, minutes: 30}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.measures.working_time is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        time = context.pack.measures.working_time
        found: list[Outcome] = []
        if time is None:
            return found
        for position in unit.positions:
            computed = computed_need(position, time) if position.workload else None
            if computed is None or position.need is None or position.need == computed:
                continue
            found.append(
                Broken(
                    Subject("position", position.id, "need"),
                    msg(
                        "{title} in {unit}: {need} posts are declared, the workload gives {computed} ({exact})",
                        title=position.title,
                        unit=unit.name,
                        need=position.need,
                        computed=computed,
                        exact=round(float(exact_need(position, time) or 0), 2),
                    ),
                    unit=unit.id,
                    basis=time.basis,
                    remedy=msg("correct the workload lines, or the need"),
                    fix=(Set(entity="position", id=position.id, field="need", value=computed),),
                )
            )
        return found
