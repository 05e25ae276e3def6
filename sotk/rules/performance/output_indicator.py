"""IKU007: the head of the agency is measured by what was done, not by what came of it."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, StructureRule


class OutputIndicatorOptions(Options):
    words: tuple[str, ...] = Field(
        default=(
            "jumlah dokumen",
            "jumlah laporan",
            "jumlah kegiatan",
            "jumlah rapat",
            "terlaksananya",
            "tersusunnya",
            "number of documents",
            "number of reports",
            "number of meetings",
        ),
        description=msg("beginnings of indicators that count outputs").text,
    )


class OutputIndicator(StructureRule[OutputIndicatorOptions]):
    """Indicators led by the agency itself that count documents, reports, meetings."""

    code = "IKU007"
    name = "output-indicator"
    reads = frozenset({"indicators", "root"})
    severity = "advice"
    ground = "benchmark"
    basis = "PermenPANRB 53/2014 (orientasi hasil)"
    options_type = OutputIndicatorOptions
    documentation = Documentation(
        what=msg("An indicator led by the head of the agency counts documents, reports or meetings."),
        why=msg("At the top an outcome is asked for; outputs belong to the units below."),
        fix=msg("Measure what changes for the clients, and give the output to the unit that makes it."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Jumlah dokumen perencanaan, lead: dinas}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        return [
            Broken(
                Subject("indicator", indicator.id, "text"),
                msg(
                    "“{text}” counts an output; {unit} is measured by outcomes",
                    text=indicator.text,
                    unit=context.root.name,
                ),
                unit=context.root.id,
                remedy=msg("measure what changes for the clients"),
            )
            for indicator in context.structure.indicators
            if indicator.lead == context.root.id and indicator.text.casefold().startswith(self.options.words)
        ]
