"""LAY001: an office whose head leads one other head and nobody else."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class OneToOneLayer(UnitRule[Options]):
    """One office below, no group, no posts of its own, and no law that wants it so."""

    code = "LAY001"
    name = "one-to-one-layer"
    about = "subordinates"
    reads = frozenset({"children", "unit.kind", "unit.positions", "unit.exempt", "unit.retained"})
    reach = frozenset({"unit", "children"})
    severity = "warning"
    ground = "benchmark"
    basis = "penyederhanaan birokrasi; delayering practice"
    documentation = Documentation(
        what=msg(
            "A head leads exactly one other head: there is one office below, no functional group, and no posts of the office itself."
        ),
        why=msg(
            "A layer that leads one layer adds a signature and no leadership. A UPTD with one subbagian tata usaha, and a bidang with its functional group, are lawful and not meant."
        ),
        fix=msg("Join the two offices, or give the upper one a second office or a functional group."),
        bad="""
sotk: 1
structure: satu-lapis
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - {id: seksi-1, name: Seksi Satu, kind: seksi}
""",
        good="""
sotk: 1
structure: dua-di-bawah
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - {id: seksi-1, name: Seksi Satu, kind: seksi}
        - {id: seksi-2, name: Seksi Dua, kind: seksi}
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      units:
        - {id: uptd-1-tu, name: Subbagian Tata Usaha, kind: subbagian}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        below = context.structure.children.get(unit.id, ())
        if len(below) != 1 or unit.positions or unit.exempt or unit.retained:
            return ()
        only, kind = context.structure.units[below[0]], context.kind(unit)
        if only.kind in context.law.groups or unit.kind in context.law.groups:
            return ()
        if kind is not None and only.kind in kind.single_child:
            return ()
        return (
            Broken(
                Subject("unit", unit.id),
                msg(
                    "{only} is all that {unit} leads: one head leads one head", unit=unit.name, only=only.name
                ),
                related=(Subject("unit", only.id),),
                remedy=msg(
                    "join the two, or give {unit} a second office or a functional group", unit=unit.name
                ),
            ),
        )
