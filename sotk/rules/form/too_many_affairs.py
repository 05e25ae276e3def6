"""FRM006: more affairs joined in one agency than allowed."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.rules.bounds import most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, StructureRule


class TooManyAffairs(StructureRule[Options]):
    """Affairs (urusan) of one agency, counted by their first two segments."""

    code = "FRM006"
    name = "too-many-affairs"
    reads = frozenset({"header.agency", "header.regime", "header.effective", "root", "unit.exempt"})
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 (perumpunan, 3)"
    documentation = Documentation(
        what=msg("An agency joins more affairs (urusan) than allowed."),
        why=msg(
            "Affairs are joined only within a family (rumpun) and up to three, so that each keeps its weight."
        ),
        fix=msg(
            "Give an affair to another agency of its family, or write the basis in `exempt` of the root."
        ),
        bad=BEFORE.replace('["1.06"]', '["1.06", "2.08", "2.12", "2.13"]')
        + """
root: {id: dinas, name: Dinas Contoh, kind: dinas}
""",
        good=BEFORE.replace('["1.06"]', '["1.06", "2.08"]')
        + """
root: {id: dinas, name: Dinas Contoh, kind: dinas}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("affairs")

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        affairs = {".".join(affair.split(".")[:2]) for affair in context.law.affairs}
        return [
            Broken(
                Subject("structure", context.structure.id, "agency"),
                msg(
                    "{name} joins {n} affairs; {most} at most",
                    name=context.structure.name,
                    n=len(affairs),
                    most=bound.value,
                ),
                unit=context.structure.root,
                basis=bound.basis,
                severity=bound.severity,
                remedy=msg("give an affair to another agency of its family"),
            )
            for bound in most("affairs", context.root, context)
            if len(affairs) > bound.value
        ]
