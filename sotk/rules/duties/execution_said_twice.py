"""FUN012: a bidang and a UPTD say the same execution, with or without codes."""

from collections.abc import Iterable

from sotk.findings import Basis
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.saying_the_same import READS, Agreed, Score, broken, overlaps_of
from sotk.rules.outcome import Outcome
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("Permendagri 12/2017", "", verified=False)


class ExecutionSaidTwiceOptions(Options):
    """From which score on; pairs of units that agreed."""

    least: Score = 0.75
    agreed: Agreed = ()


class ExecutionSaidTwice(StructureRule[ExecutionSaidTwiceOptions]):
    """Read from the texts; FUN005 looks at declared codes and stages, and has the word where both have them."""

    code = "FUN012"
    name = "execution-said-twice"
    reads = READS
    severity = "warning"
    ground = "law"
    basis = "Permendagri 12/2017 (UPTD: teknis operasional)"
    options_type = ExecutionSaidTwiceOptions
    documentation = Documentation(
        what=msg(
            "A unit of the line (bidang, seksi) and one that carries out (UPTD, a service site, what stands below one) both say the same carrying out. Policy, guidance and evaluation of it by the line are no overlap."
        ),
        why=msg(
            "A UPTD is founded because the line does not carry out. Where both do, a client is sent from one to the other, and the founding study of the UPTD is doubted."
        ),
        fix=msg(
            "Leave the carrying out to the UPTD, and write the policy, guidance or evaluation as the duty of the line."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: Pelaksanaan rehabilitasi sosial lanjut usia di dalam panti}]}
    - {id: uptd-1, name: UPTD Griya Lansia, kind: uptd, duties: [{id: d-2, text: melaksanakan rehabilitasi sosial lansia di dalam panti}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: Perumusan kebijakan rehabilitasi sosial lanjut usia di dalam panti}]}
    - {id: uptd-1, name: UPTD Griya Lansia, kind: uptd, duties: [{id: d-2, text: melaksanakan rehabilitasi sosial lansia di dalam panti}]}
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        from sotk.overlap.carried import executes, phases_of
        from sotk.overlap.phases import CARRYING

        found = [
            overlap
            for overlap in overlaps_of(context.structure, self.options.least, self.options.agreed)
            if executes(overlap.a) != executes(overlap.b)
            and CARRYING in phases_of(overlap.a) & phases_of(overlap.b)
            and not all(each.duty.code and each.duty.stage for each in (overlap.a, overlap.b))
        ]
        remedy = msg("leave the carrying out to the unit that executes, and the policy to the line")
        return broken(found, BASIS, remedy)
