"""IKU006: an indicator that measures no objective."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.performance.footing import footing
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PER/20/M.PAN/11/2008", "", verified=False)


class LooseIndicator(StructureRule[Options]):
    """Every indicator hangs on one objective."""

    code = "IKU006"
    name = "loose-indicator"
    reads = frozenset({"header.government", "indicators", "objectives"})
    severity = "warning"
    ground = "law"
    basis = "PER/20/M.PAN/11/2008"
    documentation = Documentation(
        what=msg("An indicator names no objective."),
        why=msg("A number that serves no sasaran is work for the report only."),
        fix=msg("Name the objective, or take the indicator out."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
indicators: [{id: i-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        known = {objective.id for objective in context.structure.objectives}
        return [
            Broken(
                Subject("indicator", indicator.id, "objective"),
                msg("the indicator “{text}” measures no objective", text=indicator.text),
                unit=indicator.lead,
                **footing(context, BASIS),
                remedy=msg("name the objective it measures"),
            )
            for indicator in context.structure.indicators
            if indicator.objective not in known
        ]
