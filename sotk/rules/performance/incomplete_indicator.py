"""IKU004: an indicator without formula, measure, source or target."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Indicator
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.performance.footing import footing
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PermenPANRB 53/2014; PER/20/M.PAN/11/2008", "", verified=False)


class IncompleteIndicatorOptions(Options):
    fields: tuple[str, ...] = Field(
        default=("measure", "formula", "source", "targets"),
        description=msg("fields an indicator must have").text,
    )


class IncompleteIndicator(StructureRule[IncompleteIndicatorOptions]):
    """What the table of IKU asks for, indicator by indicator."""

    code = "IKU004"
    name = "incomplete-indicator"
    reads = frozenset({"header.government", "indicators"})
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 53/2014; PER/20/M.PAN/11/2008"
    options_type = IncompleteIndicatorOptions
    documentation = Documentation(
        what=msg("An indicator lacks its unit of measure, its formula, its source of data or its targets."),
        why=msg("Without them two officers compute two results."),
        fix=msg("Fill in the fields named."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators:
  - id: i-1
    objective: o-1
    text: Persentase PPKS mandiri
    lead: dinas
    measure: persen
    formula: PPKS mandiri / PPKS dilayani x 100
    source: Laporan UPTD
    targets: {2022: 14.4}
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        return [
            Broken(
                Subject("indicator", indicator.id),
                msg("the indicator “{text}” lacks: {fields}", text=indicator.text, fields=missing),
                unit=indicator.lead,
                **footing(context, BASIS),
                remedy=msg("fill them in"),
            )
            for indicator in context.structure.indicators
            if (missing := self._missing(indicator))
        ]

    def _missing(self, indicator: Indicator) -> tuple[str, ...]:
        return tuple(name for name in self.options.fields if getattr(indicator, name, None) in (None, ()))
