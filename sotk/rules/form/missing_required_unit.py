"""FRM003: an agency without a unit that its kind must have, such as the sekretariat of a dinas."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class MissingRequiredUnit(UnitRule[Options]):
    """Units a kind may not lack; an agency of which nothing below the head is written is not judged."""

    code = "FRM003"
    name = "missing-required-unit"
    about = "subordinates"
    reads = frozenset({"children", "unit.kind", "unit.exempt"})
    reach = frozenset({"unit", "children"})
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016: dinas terdiri atas sekretariat dan bidang"
    documentation = Documentation(
        what=msg(
            "A unit lacks a subordinate that its kind must have: a dinas, badan or inspektorat without a sekretariat."
        ),
        why=msg(
            "Who serves the agency then stands nowhere, and the annex names a secretary without an office."
        ),
        fix=msg("Add the unit, or write in `exempt` why it is not needed."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - {id: bid-1, name: Bidang Satu, kind: bidang}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        kind, below = context.kind(unit), context.below(unit)
        if kind is None or not kind.must_have or not below or unit.exempt:
            return ()
        there = {child.kind for child in below}
        return [
            Broken(
                Subject("unit", unit.id),
                msg("{unit} has no {kind}", unit=unit.name, kind=context.kind_name(wanted)),
                remedy=msg("add it below {unit}", unit=unit.name),
            )
            for wanted in kind.must_have
            if wanted not in there
        ]
