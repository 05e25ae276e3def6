"""SPN003: one head leads more supporting units (UPTD, branch offices) than it can."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class ManySupportingUnitsOptions(Options):
    most: int | None = Field(
        default=None, ge=1, description=msg("units at most, in place of the pack's limits").text
    )


class ManySupportingUnits(UnitRule[ManySupportingUnitsOptions]):
    """The supporting span: UPTD and branch offices that answer to one head."""

    code = "SPN003"
    name = "many-supporting-units"
    about = "subordinates"
    reads = LAW | {"children"}
    reach = frozenset({"unit", "children", "parent"})
    severity = "advice"
    ground = "benchmark"
    basis = "PP 18/2016 Pasal 2 (rentang kendali)"
    options_type = ManySupportingUnitsOptions
    documentation = Documentation(
        what=msg(
            "More supporting units (UPTD, branch offices) answer to one head than the pack's benchmark allows."
        ),
        why=msg(
            "UPTD stand outside the row of bidang, so that a chart looks narrow while its head leads many offices far away."
        ),
        fix=msg(
            "Make small UPTD service sites (satuan pelayanan) of one larger UPTD of the same work, or let bidang guide them technically and say so."
        ),
        bad="""
sotk: 1
structure: banyak-uptd
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: uptd-1, name: UPTD Satu, kind: uptd}
    - {id: uptd-2, name: UPTD Dua, kind: uptd}
    - {id: uptd-3, name: UPTD Tiga, kind: uptd}
    - {id: uptd-4, name: UPTD Empat, kind: uptd}
    - {id: uptd-5, name: UPTD Lima, kind: uptd}
    - {id: uptd-6, name: UPTD Enam, kind: uptd}
    - {id: uptd-7, name: UPTD Tujuh, kind: uptd}
    - {id: uptd-8, name: UPTD Delapan, kind: uptd}
    - {id: uptd-9, name: UPTD Sembilan, kind: uptd}
    - {id: uptd-10, name: UPTD Sepuluh, kind: uptd}
    - {id: uptd-11, name: UPTD Sebelas, kind: uptd}
    - {id: uptd-12, name: UPTD Dua Belas, kind: uptd}
    - {id: uptd-13, name: UPTD Tiga Belas, kind: uptd}
    - {id: uptd-14, name: UPTD Empat Belas, kind: uptd}
    - {id: uptd-15, name: UPTD Lima Belas, kind: uptd}
    - {id: uptd-16, name: UPTD Enam Belas, kind: uptd}
""",
        good="""
sotk: 1
structure: sedikit-uptd
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      units:
        - {id: satpel-1, name: Satuan Pelayanan Satu, kind: satpel}
        - {id: satpel-2, name: Satuan Pelayanan Dua, kind: satpel}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        supporting = context.law.supporting
        below = tuple(child for child in context.below(unit) if child.kind in supporting)
        if len(below) < 2:
            return ()
        return [
            Broken(
                Subject("unit", unit.id),
                msg(
                    "{n} supporting units answer to the head of {unit}, more than {most}",
                    n=len(below),
                    unit=unit.name,
                    most=bound.value,
                ),
                basis=bound.basis,
                severity=bound.severity,
                related=tuple(Subject("unit", child.id) for child in below),
                remedy=msg("join small ones of the same work as service sites of a larger one"),
            )
            for bound in most("span-supporting", unit, context, self.options.most)
            if len(below) > bound.value
        ]
