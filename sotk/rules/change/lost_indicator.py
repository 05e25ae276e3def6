"""CHG004: an indicator that lost its leader, or that the proposal no longer has."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options


class LostIndicator(ChangeRule[Options]):
    """Indicators of the base against those of the proposal."""

    code = "CHG004"
    name = "lost-indicator"
    reads = frozenset({"children", "indicators"})
    severity = "error"
    ground = "consistency"
    basis = "perjanjian kinerja"
    documentation = Documentation(
        what=msg(
            "An indicator of the existing structure is missing in the proposal, or its lead unit is gone and no other leads it."
        ),
        why=msg("The performance agreement of the year names the unit; without a successor nobody reports."),
        fix=msg("Give the indicator to the unit that takes over."),
        base=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
indicators: [{id: i-1, text: Persentase PPKS mandiri, lead: bid-1}]
""",
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
indicators: [{id: i-1, text: Persentase PPKS mandiri}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
indicators: [{id: i-1, text: Persentase PPKS mandiri, lead: dinas}]
""",
    )

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        after = {indicator.id: indicator for indicator in context.structure.indicators}
        found: list[Outcome] = []
        for indicator in base.indicators:
            now = after.get(indicator.id)
            if ("indicator", indicator.id) in context.decided:
                continue
            if now is None:
                message = msg("the proposal drops the indicator “{text}”", text=indicator.text)
            elif indicator.lead is not None and (now.lead is None or now.lead not in context.structure.units):
                message = msg(
                    "the unit that led the indicator “{text}” is gone, and no other leads it",
                    text=indicator.text,
                )
            else:
                continue
            found.append(
                Broken(
                    Subject("indicator", indicator.id),
                    message,
                    unit=indicator.lead,
                    remedy=msg("give it to the unit that takes over"),
                )
            )
        return found
