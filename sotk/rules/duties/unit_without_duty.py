"""FUN010: an office without any duty."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from sotk.findings import Severity, Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.coding import duties_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import GroupRule, Options


class UnitWithoutDuty(GroupRule[Options]):
    """Neither the office nor its officers have a duty, though others of its kind do."""

    code = "FUN010"
    name = "unit-without-duty"
    reads = frozenset({"header.government", "unit.duties", "unit.head", "unit.positions", "unit.kind"})
    needs = ("duties",)
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg(
            "An office has no duty, nor have its officers, while other offices of its kind have some. Functional groups, service sites and teams are not meant. Where no office of the kind has a duty, another text gives them, and it cannot be told."
        ),
        why=msg("An office without a tugas has no reason to be; the regulation needs an article for each."),
        fix=msg("Write its tugas and fungsi, or join it with another office."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, level: tugas, text: membantu Kepala Dinas}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, level: tugas, text: membantu Gubernur}]
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-2, level: tugas, text: membantu Kepala Dinas}]}
    - {id: kjf, name: Kelompok Jabatan Fungsional, kind: kjf}
""",
    )

    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[Hashable, Any]]:
        if unit.kind in context.law.groups:
            return ()
        return ((unit.kind, any(True for _ in duties_of(unit))),)

    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        without = [unit for unit, carries in entries if not carries]
        if len(without) == len(entries):
            missing = msg("no duty is given to any unit of the kind")
            return [CannotTell(Subject("unit", unit), key, missing) for unit in without]
        severity: Severity | None = None if context.structure.header.government else "advice"
        return [
            Broken(
                Subject("unit", unit),
                msg("{unit} has no duty", unit=context.structure.units[unit].name),
                severity=severity,
                remedy=msg("write its tugas and fungsi, or join it with another office"),
            )
            for unit in without
        ]
