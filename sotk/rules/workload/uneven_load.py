"""WRK003: a position whose incumbents have far too much or too little to do."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.locale.message import Argument
from sotk.model import Position, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule
from sotk.rules.workload.load import exact_need


class UnevenLoadOptions(Options):
    bands: tuple[str, ...] = Field(default=("A", "D", "E"), description=msg("bands of EJ that are said").text)


class UnevenLoad(UnitRule[UnevenLoadOptions]):
    """EJ: the load of a position over the hours of its incumbents."""

    code = "WRK003"
    name = "uneven-load"
    about = "workload"
    reads = POSITIONS
    needs = ("position.workload", "position.filled")
    severity = "advice"
    ground = "benchmark"
    basis = "PermenPANRB 1/2020 (EJ)"
    options_type = UnevenLoadOptions
    documentation = Documentation(
        what=msg(
            "The effectiveness of a position (EJ: its load over the hours of its incumbents) is in band A, above 1.00, or in band D or E, below 0.70."
        ),
        why=msg(
            "Band A means that incumbents carry more than a full load, D and E that the tasks are too thin for them."
        ),
        fix=msg("Move tasks or incumbents between positions, or check the workload lines."),
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
      need: 1
      filled: 3
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
      filled: 1
      workload: [{task: mengolah data, volume: 10, period: hari, minutes: 29}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.measures.working_time is not None and context.pack.scale("ej") is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        return [
            outcome
            for position in unit.positions
            if position.workload and position.filled_count
            for outcome in self._judged(position, unit, context)
        ]

    def _judged(self, position: Position, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        time, scale = context.pack.measures.working_time, context.pack.scale("ej")
        exact = None if time is None else exact_need(position, time)
        filled = position.filled_count
        if exact is None or scale is None or not filled:
            return
        value = round(float(exact) / filled, 2)
        band = scale.band(value)
        if band.id in self.options.bands:
            args: dict[str, Argument] = {
                "title": position.title,
                "unit": unit.name,
                "value": value,
                "band": band.id,
            }
            yield Broken(
                Subject("position", position.id, "workload"),
                msg(
                    "{title} in {unit}: EJ {value} (band {band}), more work than incumbents have hours",
                    **args,
                )
                if value > 1
                else msg(
                    "{title} in {unit}: EJ {value} (band {band}), too little work for its incumbents", **args
                ),
                unit=unit.id,
                basis=scale.basis,
                remedy=msg("move tasks or incumbents between positions, or check the workload lines"),
            )
