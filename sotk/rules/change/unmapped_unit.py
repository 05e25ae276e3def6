"""CHG001: a unit that is no more, and of which nothing says where it went."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.change.mapping import duty_ids, successors
from sotk.rules.coding import duties_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options


class UnmappedUnit(ChangeRule[Options]):
    """Kept, named as an origin (`from`), or its duties found elsewhere: else it is unmapped."""

    code = "CHG001"
    name = "unmapped-unit"
    reads = frozenset({"children", "unit.lineage", "unit.duties", "unit.head", "unit.positions"})
    severity = "error"
    ground = "consistency"
    basis = "matriks sandingan"
    documentation = Documentation(
        what=msg(
            "A unit of the existing structure is missing in the proposal: no unit keeps its id, none names it as its origin (`from`), and none took over a duty of it."
        ),
        why=msg(
            "The comparison matrix must show for each existing unit whether it is kept, changed, joined, split or abolished."
        ),
        fix=msg("Name the unit in `from` of its successor, or hand its duties over before it is removed."),
        base=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang, duties: [{id: d-2, text: pelayanan}]}
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-12, name: Bidang Satu dan Dua, kind: bidang, from: [bid-1, bid-2], duties: [{id: d-2, text: pelayanan}]}]
""",
    )

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        kept = duty_ids(context.structure)
        return [
            Broken(
                Subject("unit", unit),
                msg("nothing says where {unit} went", unit=base.units[unit].name),
                remedy=msg(
                    "name it in `from` of its successor, or hand its duties over before it is removed"
                ),
            )
            for unit, heirs in successors(base, context.structure).items()
            if not heirs and not any(duty.id in kept for duty in duties_of(base.units[unit]))
        ]
