"""FUN004: duties of two units that say the same work, whatever the words."""

from collections.abc import Iterable

from sotk.findings import Basis
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.saying_the_same import READS, Agreed, Score, broken, overlaps_of
from sotk.rules.outcome import Outcome
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class DutyOverlapOptions(Options):
    """From which score on duties are told, from which they are a warning; pairs of units that agreed."""

    advise_from: Score = 0.9
    warn_from: Score = 0.97
    agreed: Agreed = ()


class DutyOverlap(StructureRule[DutyOverlapOptions]):
    """One finding a pair of units, on the surest pair of duties; FUN012 has those of bidang and UPTD."""

    code = "FUN004"
    name = "duty-overlap"
    reads = READS
    severity = "warning"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    options_type = DutyOverlapOptions
    documentation = Documentation(
        what=msg(
            "Two units that do not stand in one line of command carry duties that read as the same work: same action, object, clients, scope and stage, in the same or in other words. From `advise_from` on it is advice, from `warn_from` on a warning; pairs of units in `agreed` are left out."
        ),
        why=msg(
            "Every duty has one unit (pembagian habis tugas). Where two carry it, each waits for the other, or both budget it; it is what meetings on structure argue about longest."
        ),
        fix=msg(
            "Give the duty to one of them, or write what sets them apart: another stage, client group, area or sub-activity. Where both must have it, waive the finding with the reason."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: Penyaluran bantuan sosial bagi lanjut usia terlantar}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, duties: [{id: d-2, text: menyalurkan bansos untuk lansia telantar}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: Penyaluran bantuan sosial bagi lanjut usia terlantar}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, duties: [{id: d-2, text: menyalurkan bansos untuk penyandang disabilitas telantar}]}
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        from sotk.overlap.carried import executes

        options = self.options
        found = [
            overlap
            for overlap in overlaps_of(context.structure, options.advise_from, options.agreed)
            if executes(overlap.a) == executes(overlap.b)
        ]
        remedy = msg("give the work to one of them, or write what sets the two apart")
        return broken(found, BASIS, remedy, options.warn_from)
