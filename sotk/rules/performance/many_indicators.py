"""IKU003: more indicators on one objective than can be steered by."""

from collections import Counter
from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.rules.bounds import most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, StructureRule


class ManyIndicatorsOptions(Options):
    most: int | None = Field(
        default=None, ge=1, description=msg("indicators at most, in place of the pack's limits").text
    )


class ManyIndicators(StructureRule[ManyIndicatorsOptions]):
    """Indicators of one objective."""

    code = "IKU003"
    name = "many-indicators"
    reads = frozenset({"objectives", "indicators"})
    severity = "advice"
    ground = "benchmark"
    basis = "praktik Kementerian Keuangan"
    options_type = ManyIndicatorsOptions
    documentation = Documentation(
        what=msg("An objective has more indicators than the benchmark (three)."),
        why=msg("With many indicators none of them decides."),
        fix=msg("Keep the indicators of the outcome, and give the others to objectives below."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators:
  - {id: i-1, objective: o-1, text: Satu, lead: dinas}
  - {id: i-2, objective: o-1, text: Dua, lead: dinas}
  - {id: i-3, objective: o-1, text: Tiga, lead: dinas}
  - {id: i-4, objective: o-1, text: Empat, lead: dinas}
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Satu, lead: dinas}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        counts = Counter(indicator.objective for indicator in context.structure.indicators)
        bounds = most("indicators", context.root, context, self.options.most)
        return [
            Broken(
                Subject("objective", objective.id),
                msg(
                    "{n} indicators measure “{text}”, more than {most}",
                    n=counts[objective.id],
                    text=objective.text,
                    most=bound.value,
                ),
                basis=bound.basis,
                severity=bound.severity,
                related=tuple(
                    Subject("indicator", indicator.id)
                    for indicator in context.structure.indicators
                    if indicator.objective == objective.id
                ),
                remedy=msg("keep those of the outcome, and give the others to objectives below"),
            )
            for objective in context.structure.objectives
            for bound in bounds
            if counts[objective.id] > bound.value
        ]
