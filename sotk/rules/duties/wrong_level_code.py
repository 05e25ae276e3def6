"""FUN003: a duty whose code belongs to another level of government."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, UnitRule

BASIS = Basis("Permendagri 90/2019; UU 23/2014 Lampiran", "", verified=True)


class WrongLevelCode(UnitRule[Options]):
    """The level segment of the code against the level of the agency's government."""

    code = "FUN003"
    name = "wrong-level-code"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "header.government"})
    needs = ("government.level", "duty.code")
    severity = "error"
    ground = "law"
    basis = "UU 23/2014 Lampiran; Permendagri 90/2019"
    documentation = Documentation(
        what=msg(
            "The level segment of a code (1 provinsi, 2 kabupaten and kota) is not that of the agency's government."
        ),
        why=msg(
            "The duty is then within the authority of another government; the draft is returned for wrong authority."
        ),
        fix=msg("Write the code of the agency's own level, or drop the duty."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: rehabilitasi sosial di luar panti, code: 1.06.04.2.01}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: rehabilitasi sosial di dalam panti, code: 1.06.04.1.01}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.code_pattern is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        pattern, level = context.pack.code_pattern, context.law.level
        if pattern is None:
            return ()
        found: list[Outcome] = []
        for duty, code in context.coded(unit):
            levels = context.law.levels_of(code)
            subject = Subject("duty", duty.id, "code")
            if levels and level is None:
                return (
                    CannotTell(subject, unit.kind, msg("the level of government is not given"), unit=unit.id),
                )
            if levels and level not in levels:
                found.append(
                    Broken(
                        subject,
                        msg(
                            "{unit}: the code {code} belongs to {levels}, not to {level}",
                            unit=unit.name,
                            code=code,
                            levels=levels,
                            level=level,
                        ),
                        unit=unit.id,
                        basis=BASIS,
                        remedy=msg("write the code of the agency's own level, or drop the duty"),
                    )
                )
        return found
