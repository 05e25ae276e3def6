"""FUN010: an office without any duty."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.coding import duties_of
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, UnitRule


class UnitWithoutDuty(UnitRule[Options]):
    """Neither the office nor its officers have a duty, in a structure that gives duties."""

    code = "FUN010"
    name = "unit-without-duty"
    reads = frozenset({"header.government", "unit.duties", "unit.head", "unit.positions", "unit.kind"})
    reach = frozenset({"unit", "chain"})
    needs = ("duties",)
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg(
            "An office has no duty, nor have its officers, while the root of the structure has some. Functional groups, service sites and teams are not meant. Where not even the root has duties it cannot be told."
        ),
        why=msg("An office without a tugas has no reason to be; the regulation needs an article for each."),
        fix=msg("Write its tugas and fungsi, or join it with another office."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, level: tugas, text: membantu Gubernur}]
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, level: tugas, text: membantu Gubernur}]
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-2, level: tugas, text: membantu Kepala Dinas}]}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.duties or unit.kind in context.law.groups or any(True for _ in duties_of(unit)):
            return ()
        subject = Subject("unit", unit.id)
        if not any(True for _ in duties_of(context.root)):
            return (CannotTell(subject, unit.kind, msg("the structure gives no duties")),)
        return (
            Broken(
                subject,
                msg("{unit} has no duty", unit=unit.name),
                severity=None if context.structure.header.government else "advice",
                remedy=msg("write its tugas and fungsi, or join it with another office"),
            ),
        )
