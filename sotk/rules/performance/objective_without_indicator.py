"""IKU001: a sasaran that nothing measures."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.performance.footing import footing
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PER/20/M.PAN/11/2008", "", verified=False)


class ObjectiveWithoutIndicatorOptions(Options):
    levels: tuple[str, ...] = Field(
        default=("tujuan", "sasaran", "program", "kegiatan"),
        description=msg("levels of objectives that are meant").text,
    )


class ObjectiveWithoutIndicator(StructureRule[ObjectiveWithoutIndicatorOptions]):
    """Objectives against the indicators that hang on them."""

    code = "IKU001"
    name = "objective-without-indicator"
    reads = frozenset({"header.government", "objectives", "indicators"})
    severity = "error"
    ground = "law"
    basis = "PER/20/M.PAN/11/2008"
    options_type = ObjectiveWithoutIndicatorOptions
    documentation = Documentation(
        what=msg("An objective (tujuan, sasaran, program, kegiatan) has no indicator."),
        why=msg("What is not measured cannot be reported; the evaluation of AKIP counts each such sasaran."),
        fix=msg("Add an indicator with a formula and a target, or take the objective out."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, level: sasaran, text: Meningkatnya kesejahteraan PPKS}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, level: sasaran, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        measured = {indicator.objective for indicator in context.structure.indicators}
        return [
            Broken(
                Subject("objective", objective.id),
                msg("no indicator measures the {level} “{text}”", level=objective.level, text=objective.text),
                **footing(context, BASIS),
                remedy=msg("add an indicator with formula and target"),
            )
            for objective in context.structure.objectives
            if objective.level in self.options.levels and objective.id not in measured
        ]
