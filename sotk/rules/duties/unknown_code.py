"""FUN009: a code that the nomenclature does not have."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.coding import activity_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule

OLD_SUB_ACTIVITY = 2
"""Digits of a sub-activity in the older nomenclature, which the lists of the pack no longer hold."""


class UnknownCode(UnitRule[Options]):
    """Codes of affairs whose list the pack has; others are not judged."""

    code = "FUN009"
    name = "unknown-code"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "header.government"})
    needs = ("government.level", "duty.code")
    severity = "warning"
    ground = "law"
    basis = "Permendagri 90/2019 dan pemutakhirannya"
    documentation = Documentation(
        what=msg(
            "The code of a duty is not in the nomenclature of the agency's level of government, though the pack has the list of that affair. Codes of another level are found by FUN003."
        ),
        why=msg("A mistyped code ties the duty to no budget line, and hides the activity it was meant for."),
        fix=msg("Look the code up in the nomenclature and correct it."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: rehabilitasi sosial, code: 1.06.04.1.71}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: rehabilitasi sosial, code: 1.06.04.1.01}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.level is not None and context.pack.code_pattern is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        pattern, level = context.pack.code_pattern, context.law.level
        if pattern is None:
            return ()
        found: list[Outcome] = []
        for duty, code in context.coded(unit):
            levels = context.law.levels_of(code)
            if levels and level not in levels:
                continue
            if not context.law.known_code(code) and _listed(code, context):
                found.append(
                    Broken(
                        Subject("duty", duty.id, "code"),
                        msg("{unit}: the nomenclature has no code {code}", unit=unit.name, code=code),
                        unit=unit.id,
                        remedy=msg("look the code up and correct it"),
                    )
                )
        return found


def _listed(code: str, context: RuleContext) -> bool:
    """Whether the pack has the list that would hold the code; the older sub-activities are in none."""
    pattern = context.pack.code_pattern
    if pattern is None or not context.law.lists_detail(code):
        return False
    return activity_of(code, pattern) == code or len(code.rsplit(".", maxsplit=1)[-1]) != OLD_SUB_ACTIVITY
