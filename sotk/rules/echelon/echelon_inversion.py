"""ECH002: a head whose echelon is not below that of the head it answers to."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class EchelonInversion(UnitRule[Options]):
    """Equal or higher echelon below; not where the table itself leaves the echelon open."""

    code = "ECH002"
    name = "echelon-inversion"
    about = "head"
    reads = LAW | {"unit.head"}
    reach = frozenset({"unit", "parent", "chain"})
    severity = "warning"
    ground = "consistency"
    basis = "hierarki jabatan"
    documentation = Documentation(
        what=msg(
            "The head of an office has the same or a higher echelon than the head it answers to. Offices whose echelon sources leave open (UPTD of a province) are not judged."
        ),
        why=msg(
            "An officer is not led by one of equal rank; the grading of posts breaks down along that line."
        ),
        fix=msg("Correct one of the two echelons, or the place of the unit."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      head: {id: kabid, title: Kepala Bidang Satu, echelon: III.a}
      units: [{id: seksi-1, name: Seksi Satu, kind: seksi, head: {id: kasi, title: Kepala Seksi Satu, echelon: III.a}}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      head: {id: kabid, title: Kepala Bidang Satu, echelon: III.a}
      units: [{id: seksi-1, name: Seksi Satu, kind: seksi, head: {id: kasi, title: Kepala Seksi Satu, echelon: IV.a}}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(context.pack.measures.echelons)

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        above = context.parent(unit)
        if above is None or unit.head is None or above.head is None:
            return ()
        own, upper = unit.head.echelon, above.head.echelon
        if own is None or upper is None:
            return ()
        rank, upper_rank = context.law.echelon_rank(own), context.law.echelon_rank(upper)
        if rank is None or upper_rank is None or rank > upper_rank:
            return ()
        if _open(unit, context) or _open(above, context):
            return ()
        return (
            Broken(
                Subject("position", unit.head.id, "echelon"),
                msg(
                    "the head of {unit} (echelon {own}) answers to the head of {above} (echelon {upper}), who is not above",
                    unit=unit.name,
                    own=own,
                    above=above.name,
                    upper=upper,
                ),
                unit=unit.id,
                related=(Subject("position", above.head.id, "echelon"),),
                remedy=msg("correct one of the two echelons, or the place of the unit"),
            ),
        )


def _open(unit: Unit, context: RuleContext) -> bool:
    """Whether the table gives several echelons, or its sources do not settle a supporting unit's."""
    rule = context.law.echelon(unit, context.parent(unit))
    if rule is None:
        return False
    return not rule.basis.verified and (len(rule.echelons) > 1 or unit.kind in context.law.supporting)
