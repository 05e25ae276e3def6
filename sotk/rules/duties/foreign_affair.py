"""FUN008: a duty whose code belongs to an affair of another agency."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.coding import AFFAIR_SEGMENTS, affair_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class ForeignAffair(UnitRule[Options]):
    """The affair of a code against the affairs of the agency."""

    code = "FUN008"
    name = "foreign-affair"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "header.agency"})
    needs = ("agency.affairs", "duty.code")
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg("The code of a duty begins with an affair (urusan) that the agency does not have."),
        why=msg("Another agency carries that affair; its head will say so in the first discussion."),
        fix=msg("Correct the code, add the affair to the agency, or make the duty `role: support`."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: pelayanan kesehatan jiwa, code: 1.02.02.1.01}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties:
    - {id: d-1, text: rehabilitasi sosial, code: 1.06.04.1.01}
    - {id: d-2, text: dukungan kesehatan jiwa, code: 1.02.02.1.01, role: support}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(context.law.affairs) and context.pack.code_pattern is not None

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        own = {affair_of(affair) for affair in context.law.affairs}
        return [
            Broken(
                Subject("duty", duty.id, "code"),
                msg(
                    "{unit}: the code {code} belongs to the affair {affair}; the agency has {own}",
                    unit=unit.name,
                    code=code,
                    affair=affair_of(code),
                    own=tuple(sorted(own)),
                ),
                unit=unit.id,
                basis=BASIS,
                remedy=msg("correct the code, or make the duty `role: support`"),
            )
            for duty, code in context.coded(unit)
            if duty.role != "support"
            and code[:1].isdigit()
            and code.count(".") >= AFFAIR_SEGMENTS - 1
            and affair_of(code) not in own
        ]
