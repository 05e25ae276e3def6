"""FUN006: a supporting unit that serves two unrelated programs."""

from collections.abc import Collection, Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.coding import program_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class UnrelatedDuties(UnitRule[Options]):
    """Programs of the coded duties of a UPTD; a bidang may lawfully hold several."""

    code = "FUN006"
    name = "unrelated-duties"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "unit.kind"})
    needs = ("duty.code",)
    severity = "advice"
    ground = "benchmark"
    basis = "kohesi: satu unit pelaksana, satu pelayanan"
    documentation = Documentation(
        what=msg(
            "The duties of a UPTD belong to more than one program, such as care of the elderly and cemeteries of heroes. The supporting program does not count."
        ),
        why=msg(
            "A technical unit lives by one trade; two trades share neither staff, nor procedures, nor clients."
        ),
        fix=msg("Give one of the duties to a unit of its own trade, or make it a service site of its own."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Lansia dan Makam Pahlawan
      kind: uptd
      duties:
        - {id: d-1, text: pelayanan lansia, code: 1.06.04.1.03}
        - {id: d-2, text: pemeliharaan makam pahlawan, code: 1.06.07.1.01}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Lansia
      kind: uptd
      duties:
        - {id: d-1, text: pelayanan lansia, code: 1.06.04.1.03}
        - {id: d-2, text: administrasi UPTD, code: 1.06.01.1.06}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.code_pattern is not None

    def kinds(self, context: RuleContext) -> Collection[str]:
        return context.law.supporting

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        pattern = context.pack.code_pattern
        if pattern is None:
            return ()
        programs: dict[str, str] = {}
        for duty, code in context.coded(unit):
            program = program_of(code, pattern)
            if program is not None and not pattern.is_supporting(code) and duty.role != "support":
                programs.setdefault(program, duty.id)
        if len(programs) < 2:
            return ()
        return (
            Broken(
                Subject("unit", unit.id),
                msg(
                    "{unit} serves {n} programs: {programs}",
                    unit=unit.name,
                    n=len(programs),
                    programs=tuple(map(context.law.code_name, programs)),
                ),
                related=tuple(Subject("duty", duty) for duty in programs.values()),
                remedy=msg(
                    "give one of them to a unit of its own trade, or lay out why they belong together"
                ),
            ),
        )
