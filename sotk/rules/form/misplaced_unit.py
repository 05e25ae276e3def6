"""FRM002: a unit stands under a kind of unit where its kind does not belong."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.counting import alternatives
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class MisplacedUnit(UnitRule[Options]):
    """The parent is none of those the pack lists for the kind."""

    code = "FRM002"
    name = "misplaced-unit"
    reads = frozenset({"unit.kind", "superior", "unit.exempt"})
    reach = frozenset({"unit", "parent"})
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016: susunan perangkat daerah"
    documentation = Documentation(
        what=msg(
            "A unit stands directly below a unit of a kind under which the pack has no place for it, such as a seksi under a sekretariat."
        ),
        why=msg(
            "Kinds are ranks: a unit in the wrong place has an echelon that does not fit, and the annex cannot list it."
        ),
        fix=msg("Move the unit, correct its kind, or write the basis in `exempt`."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: seksi-1, name: Seksi Satu, kind: seksi}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, units: [{id: seksi-1, name: Seksi Satu, kind: seksi}]}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        above, kind = context.parent(unit), context.kind(unit)
        if above is None or kind is None or not kind.parents or unit.exempt:
            return ()
        if above.kind in kind.parents or above.kind not in context.pack.kinds:
            return ()
        return (
            Broken(
                Subject("unit", unit.id, "kind"),
                msg(
                    "{unit} ({kind}) stands under {above}, a unit of the kind {above_kind}; its place is under: {places}",
                    unit=unit.name,
                    kind=context.kind_name(unit.kind),
                    above=above.name,
                    above_kind=context.kind_name(above.kind),
                    places=alternatives(kind.parents, context),
                ),
                related=(Subject("unit", above.id),),
                remedy=msg("move it, correct its kind, or write the basis in `exempt`"),
            ),
        )
