"""IKU002: an indicator that no unit leads."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.performance.footing import footing
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PER/20/M.PAN/11/2008", "tabel IKU (penanggung jawab)", verified=False)


class LeaderlessIndicator(StructureRule[Options]):
    """Exactly one unit leads; a lead that is no unit of the structure leads nothing."""

    code = "IKU002"
    name = "leaderless-indicator"
    reads = frozenset({"header.government", "indicators", "children", "superior"})
    severity = "error"
    ground = "law"
    basis = "PER/20/M.PAN/11/2008; PermenPANRB 89/2021"
    documentation = Documentation(
        what=msg(
            "An indicator has no lead unit, or one that is not in the structure, or its lead is listed among its supporters as well."
        ),
        why=msg("The table of IKU has one responsible unit a line; without it nobody signs for the result."),
        fix=msg("Name the unit in `lead`, others in `supporters`."),
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
objectives: [{id: o-1, text: Meningkatnya kesejahteraan PPKS}]
indicators: [{id: i-1, objective: o-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        units = context.structure.units
        found: list[Outcome] = []
        for indicator in context.structure.indicators:
            subject = Subject("indicator", indicator.id, "lead")
            if indicator.lead is None or indicator.lead not in units:
                message = msg("no unit leads the indicator “{text}”", text=indicator.text)
                found.append(
                    Broken(subject, message, **footing(context, BASIS), remedy=msg("name one unit in `lead`"))
                )
            elif indicator.lead in indicator.supporters:
                message = msg(
                    "{unit} both leads and supports the indicator “{text}”",
                    unit=units[indicator.lead].name,
                    text=indicator.text,
                )
                found.append(
                    Broken(
                        subject,
                        message,
                        unit=indicator.lead,
                        severity="warning",
                        remedy=msg("take it out of `supporters`"),
                    )
                )
        return found
