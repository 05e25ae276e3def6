"""FRM001: a unit of a kind that the pack does not know."""

from collections.abc import Iterable
from difflib import get_close_matches

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class UnknownKind(UnitRule[Options]):
    """A kind no rule can say anything about."""

    code = "FRM001"
    name = "unknown-kind"
    reads = frozenset({"unit.kind"})
    severity = "warning"
    ground = "consistency"
    documentation = Documentation(
        what=msg("The kind of a unit is not among the kinds of the pack."),
        why=msg(
            "What the pack says of limits, echelons and the chart goes by kinds: nothing is checked for a unit of an unknown kind."
        ),
        fix=msg("Write a kind of the pack, or add the kind in a pack of your own that extends it."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidan}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        kinds = context.pack.kinds
        if unit.kind in kinds:
            return ()
        near = get_close_matches(unit.kind, kinds, n=1, cutoff=0.75)
        return (
            Broken(
                Subject("unit", unit.id, "kind"),
                msg(
                    "{unit} is of the kind {kind}, which the pack does not know",
                    unit=unit.name,
                    kind=unit.kind,
                ),
                remedy=msg("did you mean {kind}?", kind=near[0])
                if near
                else msg("write a kind of the pack, or extend the pack"),
                fix=tuple(Set(entity="unit", id=unit.id, field="kind", value=kind) for kind in near),
            ),
        )
