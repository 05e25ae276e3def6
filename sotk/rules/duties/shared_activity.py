"""FUN002: one activity with several policy owners."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.coding import activity_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import GroupRule, Options

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class SharedActivity(GroupRule[Options]):
    """Owners of the policy stage; a bidang and its own seksi count as one."""

    code = "FUN002"
    name = "shared-activity"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "superior", "lines"})
    reach = frozenset({"unit", "chain"})
    needs = ("duty.code", "duty.role", "duty.stage")
    severity = "warning"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg(
            "Two units that do not stand in one line of command both own the policy (stage kebijakan, or no stage) of one activity, and no line of coordination joins them. Executors may be several, and the supporting program is everyone's."
        ),
        why=msg("With two owners neither answers for the result, and both ask for the budget."),
        fix=msg(
            "Leave the policy to one unit; make the other an executor or supporter (`role`), or give it a sub-activity of its own."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: kebijakan lansia, code: 1.06.04.1.03, stage: kebijakan}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, duties: [{id: d-2, text: kebijakan lansia, code: 1.06.04.1.03, stage: kebijakan}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: kebijakan lansia, code: 1.06.04.1.03, stage: kebijakan}]}
    - {id: uptd-1, name: UPTD Lansia, kind: uptd, duties: [{id: d-2, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.code_pattern is not None

    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[Hashable, Any]]:
        pattern = context.pack.code_pattern
        if pattern is None:
            return ()
        found: list[tuple[Hashable, Any]] = []
        for duty, code in context.coded(unit):
            activity = activity_of(code, pattern)
            if activity is None or duty.role != "owner" or duty.stage not in (None, "kebijakan"):
                continue
            if not pattern.is_supporting(code):
                found.append((code, duty.id))
        return found

    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        if len(entries) < 2:
            return ()
        chains = {unit: frozenset(context.graph.chain(unit)) for unit, _ in entries}
        tops = [unit for unit in chains if not any(above in chains for above in chains[unit] - {unit})]
        if len(tops) < 2 or _joined(tops, context):
            return ()
        duties = dict(reversed(entries))
        units = context.structure.units
        return (
            Broken(
                Subject("duty", duties[tops[1]], "code"),
                msg(
                    "{n} units own the policy of {code}: {units}",
                    n=len(tops),
                    code=key,
                    units=tuple(units[unit].name for unit in tops),
                ),
                unit=tops[1],
                basis=BASIS,
                related=tuple(Subject("duty", duties[unit], "code") for unit in tops if unit != tops[1]),
                remedy=msg(
                    "leave the policy to one; make the others executors, or join them by a line of coordination"
                ),
            ),
        )


def _joined(tops: list[str], context: RuleContext) -> bool:
    """Whether lines of coordination join the first owner with every other."""
    ends = {
        frozenset((line.source, line.target)) for line in context.structure.lines if line.kind == "koordinasi"
    }
    return all(frozenset((tops[0], other)) in ends for other in tops[1:])
