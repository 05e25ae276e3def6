"""REG001: a seksi, subbidang or more subbagian than are kept, although the simplification is in force."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.packs import Limit
from sotk.rules.context import RuleContext
from sotk.rules.counting import alternatives
from sotk.rules.documentation import AFTER, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class SeksiAfterSimplification(UnitRule[Options]):
    """Posts the simplification removed, unless each says why it is retained."""

    code = "REG001"
    name = "seksi-after-simplification"
    about = "subordinates"
    reads = LAW | {"children"}
    reach = frozenset({"unit", "children", "parent"})
    severity = "error"
    ground = "law"
    basis = "PermenPANRB 25/2021, PermenPANRB 17/2021"
    documentation = Documentation(
        what=msg(
            "Under the regime after the simplification a bidang still has seksi or subbidang, or a sekretariat keeps more subbagian than others do, and the units do not say why they are retained."
        ),
        why=msg(
            "Posts of eselon IV gave way to functional posts; what stays needs a written reason, and a draft without one is returned."
        ),
        fix=msg("Replace the units by a functional group, or write the reason in `retained`."),
        bad=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, units: [{id: seksi-1, name: Seksi Satu, kind: seksi}]}
""",
        good=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, units: [{id: kjf-1, name: Kelompok Jabatan Fungsional, kind: kjf}]}
    - id: bid-2
      name: Bidang Dua
      kind: bidang
      units: [{id: seksi-2, name: Seksi Perizinan, kind: seksi, retained: kewenangan perizinan}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("simplification")

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        below = context.structure.children.get(unit.id)
        if below is None:
            return ()
        return [
            _broken(unit, left, limit, context)
            for limit in context.limits("simplification", unit)
            if limit.max is not None and len(left := _left(unit, limit, context)) > limit.max
        ]


def _left(unit: Unit, limit: Limit, context: RuleContext) -> list[Unit]:
    """The units the limit counts that do not say why they stay."""
    return [
        child
        for child in context.below(unit)
        if child.kind in limit.counts and child.retained is None and child.exempt is None
    ]


def _broken(unit: Unit, left: list[Unit], limit: Limit, context: RuleContext) -> Broken:
    if limit.max == 0:
        message = msg(
            "{unit} still has {n} {kinds}; after the simplification functional posts take their place",
            unit=unit.name,
            n=len(left),
            kinds=alternatives(limit.counts, context),
        )
    else:
        message = msg(
            "{unit} keeps {n} {kinds}; {most} at most are usually kept after the simplification",
            unit=unit.name,
            n=len(left),
            kinds=alternatives(limit.counts, context),
            most=limit.max,
        )
    return Broken(
        Subject("unit", unit.id),
        message,
        basis=limit.basis,
        severity=limit.severity,
        related=tuple(Subject("unit", child.id) for child in left),
        remedy=msg("make them a functional group, or write in `retained` of each why it stays"),
    )
