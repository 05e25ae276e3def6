"""WRK004: a unit whose whole load is too little for its incumbents."""

from collections.abc import Iterable
from decimal import Decimal

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import least
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW, POSITIONS
from sotk.rules.rule import Options, UnitRule
from sotk.rules.workload.load import exact_need


class ThinUnitOptions(Options):
    least: float | None = Field(
        default=None, gt=0, description=msg("EU at least, in place of the pack's limits").text
    )


class ThinUnit(UnitRule[ThinUnitOptions]):
    """EU: the load of a unit over the hours of its incumbents; only where every position gives both."""

    code = "WRK004"
    name = "thin-unit"
    about = "workload"
    reads = LAW | POSITIONS
    reach = frozenset({"unit", "parent"})
    needs = ("position.workload", "position.filled")
    severity = "advice"
    ground = "benchmark"
    basis = "PermenPANRB 1/2020 (EU)"
    options_type = ThinUnitOptions
    documentation = Documentation(
        what=msg(
            "The load of a unit (EU: the load of its positions over the hours of their incumbents) is below 0.50. Judged only where every position of the unit gives workload and incumbents."
        ),
        why=msg("A unit with half a load is the first to be joined with another in a review."),
        fix=msg("Join the unit with one of related work, or move incumbents."),
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
      filled: 4
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
      filled: 1
      workload: [{task: mengolah data, volume: 10, period: hari, minutes: 30}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.measures.working_time is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        time = context.pack.measures.working_time
        if time is None or not unit.positions or not all(position.workload for position in unit.positions):
            return ()
        filled = [position.filled_count for position in unit.positions]
        known = sum(count for count in filled if count is not None)
        if None in filled or not known:
            return ()
        load = sum((exact_need(position, time) or Decimal(0) for position in unit.positions), Decimal(0))
        value = round(float(load) / known, 2)
        return [
            Broken(
                Subject("unit", unit.id),
                msg("{unit}: EU {value}, below {least}", unit=unit.name, value=value, least=bound.value),
                basis=bound.basis,
                severity=bound.severity,
                remedy=msg("join it with a unit of related work, or move incumbents"),
            )
            for bound in least("unit-load", unit, context, self.options.least)
            if value < bound.value
        ]
