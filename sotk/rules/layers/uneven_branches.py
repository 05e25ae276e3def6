"""LAY003: branches of siblings of one kind that differ in depth."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class UnevenBranchesOptions(Options):
    most: int = Field(
        default=1, ge=0, description=msg("layers by which siblings of one kind may differ").text
    )


class UnevenBranches(UnitRule[UnevenBranchesOptions]):
    """Layers of offices below siblings of the same kind."""

    code = "LAY003"
    name = "uneven-branches"
    scope = "subtree"
    about = "subordinates"
    reads = frozenset({"children", "unit.kind"})
    reach = frozenset({"unit", "children", "branch"})
    severity = "advice"
    ground = "benchmark"
    basis = "lapis menurut cabang"
    options_type = UnevenBranchesOptions
    documentation = Documentation(
        what=msg(
            "Of two units of the same kind below one head, one has offices two or more layers deeper than the other. Agencies are not compared."
        ),
        why=msg(
            "Where work of one rank is led through different numbers of layers, one of them has a layer too many, or the other lacks one."
        ),
        fix=msg("Take a layer out of the deeper branch, or lay out why its work needs it."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - id: bid-2
      name: Bidang Dua
      kind: bidang
      units:
        - {id: s-1, name: Seksi Satu, kind: seksi, units: [{id: sub-1, name: Subbagian Satu, kind: subbagian}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang, units: [{id: s-1, name: Seksi Satu, kind: seksi}]}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        agencies = context.law.agencies
        offices = [office for office in context.offices_below(unit) if office.kind not in agencies]
        if len(offices) < 2:
            return ()
        found: list[Outcome] = []
        for kind in dict.fromkeys(office.kind for office in offices):
            same = sorted(
                (context.graph.height(office.id), office.id) for office in offices if office.kind == kind
            )
            (low, shallow), (high, deep) = same[0], same[-1]
            if high - low > self.options.most:
                found.append(_broken(deep, high, shallow, low, context))
        return found


def _broken(deep: str, high: int, shallow: str, low: int, context: RuleContext) -> Broken:
    units = context.structure.units
    return Broken(
        Subject("unit", deep),
        msg(
            "{deep} has {high} layers of offices, {shallow} beside it {low}",
            deep=units[deep].name,
            high=high,
            shallow=units[shallow].name,
            low=low,
        ),
        related=(Subject("unit", shallow),),
        remedy=msg("take a layer out of the deeper branch"),
    )
