"""FRM004: more than one sekretariat below one head."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class SecondSekretariat(UnitRule[Options]):
    """Units that stand in the place of the sekretariat, of which there is one."""

    code = "FRM004"
    name = "second-sekretariat"
    about = "subordinates"
    reads = frozenset({"children", "unit.kind"})
    reach = frozenset({"unit", "children"})
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016: satu sekretariat"
    documentation = Documentation(
        what=msg("Two or more units of the role of a sekretariat stand below one head."),
        why=msg("An agency has one secretary; with two nobody coordinates its administration."),
        fix=msg("Join them, or give one of them its right kind."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - {id: sekretariat-1, name: Sekretariat, kind: sekretariat}
    - {id: sekretariat-2, name: Sekretariat Program, kind: sekretariat}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: sekretariat, name: Sekretariat, kind: sekretariat}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if len(context.structure.children.get(unit.id, ())) < 2:
            return ()
        found = [
            child
            for child in context.below(unit)
            if (kind := context.kind(child)) is not None and kind.role == "secretariat"
        ]
        if len(found) < 2:
            return ()
        return (
            Broken(
                Subject("unit", found[1].id),
                msg("{unit} has {n} units in the place of a sekretariat", unit=unit.name, n=len(found)),
                related=tuple(Subject("unit", child.id) for child in found if child is not found[1]),
                remedy=msg("join them, or give one of them its right kind"),
            ),
        )
