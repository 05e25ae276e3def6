"""UPT003: founding criteria of a UPTD that are not shown to be met."""

from collections.abc import Collection, Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.packs import Checklist
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, UnitRule


class UnmetCriteriaOptions(Options):
    checklists: tuple[str, ...] = Field(
        default=("uptd-criteria",), description=msg("checklists of the pack to go by").text
    )


class UnmetCriteria(UnitRule[UnmetCriteriaOptions]):
    """The checklist of the pack against `criteria` of the unit."""

    code = "UPT003"
    name = "unmet-criteria"
    reads = frozenset({"unit.criteria", "unit.kind", "unit.exempt"})
    needs = ("criteria",)
    severity = "warning"
    ground = "law"
    basis = "Permendagri 12/2017"
    options_type = UnmetCriteriaOptions
    documentation = Documentation(
        what=msg(
            "A UPTD lists some of its founding criteria as met, but not all of them. Without any it cannot be told."
        ),
        why=msg(
            "All criteria must be shown in the study that goes with the proposal; one that is left out is asked for first."
        ),
        fix=msg("Show the criterion in the study, and list its id in `criteria`."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, criteria: [teknis-operasional, barang-jasa]}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      criteria: [teknis-operasional, barang-jasa, manfaat, sumber-daya, jabatan-fungsional, sop, keserasian]
""",
    )

    def kinds(self, context: RuleContext) -> Collection[str]:
        return {kind for checklist in self._checklists(context) for kind in checklist.kinds}

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.exempt:
            return ()
        subject = Subject("unit", unit.id, "criteria")
        if not unit.criteria:
            return (
                CannotTell(
                    subject,
                    unit.kind,
                    msg("which founding criteria they meet (`criteria`) is not given"),
                    unit=unit.id,
                ),
            )
        met = set(unit.criteria)
        found: list[Outcome] = []
        for checklist in self._checklists(context):
            missing = [item for item in checklist.items if item.id not in met]
            if unit.kind in checklist.kinds and missing:
                found.append(
                    Broken(
                        subject,
                        msg(
                            "{unit} does not show these criteria to be met: {missing}",
                            unit=unit.name,
                            missing=tuple(msg("“{text}”", text=item.text) for item in missing),
                        ),
                        unit=unit.id,
                        basis=checklist.basis,
                        remedy=msg(
                            "show them in the study, and add to `criteria`: {ids}",
                            ids=tuple(item.id for item in missing),
                        ),
                    )
                )
        return found

    def _checklists(self, context: RuleContext) -> list[Checklist]:
        known = context.pack.checklists
        return [known[name] for name in self.options.checklists if name in known]
