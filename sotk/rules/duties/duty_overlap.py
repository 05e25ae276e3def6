"""FUN004: duties of two units that say the same work, whatever the words."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field

from sotk.findings import Basis
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.saying_the_same import others, subjects, told
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)
Score = Annotated[float, Field(ge=0.5, le=1)]


class DutyOverlapOptions(Options):
    """From which score on duties are told, from which they are a warning; pairs of units that agreed."""

    advise_from: Score = 0.9
    warn_from: Score = 0.97
    agreed: tuple[tuple[str, str], ...] = ()


class DutyOverlap(StructureRule[DutyOverlapOptions]):
    """One finding a pair of units, on the surest pair of duties; FUN012 has those of bidang and UPTD."""

    code = "FUN004"
    name = "duty-overlap"
    reads = frozenset(
        {"unit.duties", "unit.head", "unit.positions", "unit.name", "unit.short", "unit.kind", "unit.site", "superior"}
    )  # fmt: skip
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
        from sotk.overlap.carried import by_units, executes
        from sotk.overlap.standing import standing

        options = self.options
        agreed = {frozenset(pair) for pair in options.agreed}
        found = [
            overlap
            for overlap in standing(context.structure)
            if overlap.score >= options.advise_from
            and not overlap.delegation
            and frozenset((overlap.a.unit.id, overlap.b.unit.id)) not in agreed
            and executes(overlap.a) == executes(overlap.b)
        ]
        for pair in by_units(found):
            first = pair.overlaps[0]
            yield Broken(
                subjects(first)[1],
                told(first),
                unit=first.b.unit.id,
                basis=BASIS,
                related=others(pair.overlaps),
                remedy=msg("give the work to one of them, or write what sets the two apart"),
                severity="advice" if pair.score < options.warn_from else None,
            )
