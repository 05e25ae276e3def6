"""REG002: a unit without what the regime expects below it, such as a bidang without a functional group."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import AddUnit, Unit
from sotk.packs import Limit
from sotk.rules.context import RuleContext
from sotk.rules.counting import alternatives
from sotk.rules.documentation import AFTER, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class MissingFunctionalGroup(UnitRule[Options]):
    """The least number of subordinates that the pack asks for; posts of the unit itself count as a group."""

    code = "REG002"
    name = "missing-functional-group"
    reads = LAW | {"children", "unit.positions"}
    reach = frozenset({"unit", "children", "parent"})
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 25/2021; pola Perwali Kendari 13/2022"
    documentation = Documentation(
        what=msg(
            "Under the regime after the simplification a bidang has neither a functional group nor functional posts of its own nor a retained seksi."
        ),
        why=msg(
            "The work of the former seksi is then assigned to nobody, and the chart of the annex lacks the box it prints."
        ),
        fix=msg("Add the functional group; the fix does."),
        bad=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
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
      positions: [{id: analis, title: Analis Kebijakan, category: fungsional, grade: Ahli Muda, need: 2}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("children")

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        limits = [limit for limit in context.limits("children", unit) if limit.min is not None]
        if not limits or any(position.category == "fungsional" for position in unit.positions):
            return ()
        below = context.below(unit)
        if any(child.retained for child in below):
            return ()
        return [
            _broken(unit, limit, context)
            for limit in limits
            if limit.min is not None and sum(child.kind in limit.counts for child in below) < limit.min
        ]


def _broken(unit: Unit, limit: Limit, context: RuleContext) -> Broken:
    kind = limit.counts[0]
    known = context.pack.kinds.get(kind)
    name = known.words[0] if known is not None and known.words else kind
    ident = f"{kind}-{unit.id}"[:64].rstrip("-")
    fits = known is not None and ident not in context.structure.units
    return Broken(
        Subject("unit", unit.id),
        msg("{unit} has no {kinds}", unit=unit.name, kinds=alternatives(limit.counts, context)),
        basis=limit.basis,
        severity=limit.severity,
        remedy=msg("add it below {unit}", unit=unit.name),
        fix=(AddUnit(under=unit.id, unit={"id": ident, "name": name, "kind": kind}),) if fits else (),
    )
