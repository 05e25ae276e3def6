"""WRK005: a position whose tasks do not fill the hours of one post."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import least
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW, POSITIONS
from sotk.rules.rule import Options, UnitRule
from sotk.rules.workload.load import MINUTES_OF_AN_HOUR, minutes


class ThinPosition(UnitRule[Options]):
    """The hours a year that justify a position at all."""

    code = "WRK005"
    name = "thin-position"
    about = "workload"
    reads = LAW | POSITIONS
    reach = frozenset({"unit", "parent"})
    needs = ("position.workload",)
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 1/2020 (1.250 jam)"
    documentation = Documentation(
        what=msg(
            "The workload of a position is below the hours a year that justify a post (1,250). Positions without workload lines are not judged."
        ),
        why=msg("A post is founded on a full load; a thinner one should be a task of another position."),
        fix=msg("Give the tasks to another position, or complete the workload lines."),
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
      workload: [{task: mengolah data, volume: 2, period: hari, minutes: 30}]
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
      workload: [{task: mengolah data, volume: 12, period: hari, minutes: 30}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.measures.working_time is not None and context.law.has_limits("position-hours")

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        time = context.pack.measures.working_time
        loaded = [position for position in unit.positions if position.workload]
        if time is None or not loaded:
            return ()
        return [
            Broken(
                Subject("position", position.id, "workload"),
                msg(
                    "{title} in {unit}: a load of {hours} hours a year, below {least}",
                    title=position.title,
                    unit=unit.name,
                    hours=round(hours),
                    least=bound.value,
                ),
                unit=unit.id,
                basis=bound.basis,
                severity=bound.severity,
                remedy=msg("give the tasks to another position, or complete the workload lines"),
            )
            for bound in least("position-hours", unit, context)
            for position in loaded
            if (hours := float(minutes(position, time)) / MINUTES_OF_AN_HOUR) < bound.value
        ]
