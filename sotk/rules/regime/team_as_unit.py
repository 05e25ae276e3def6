"""REG004: a work team that stands in the tree as if it were an office."""

from collections.abc import Collection, Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import AFTER, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class TeamAsUnit(UnitRule[Options]):
    """A unit of a kind of teams, with a head or units of its own."""

    code = "REG004"
    name = "team-as-unit"
    reads = frozenset({"unit.kind", "unit.head", "children"})
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 7/2022"
    documentation = Documentation(
        what=msg("A work team (tim kerja) stands in the tree with a head or with units below it."),
        why=msg(
            "A ketua tim is appointed by letter and holds no structural post; drawn as a box with a head, the team becomes the seksi that was removed."
        ),
        fix=msg(
            "Write it under `teams:` with its leader and members; it then shows on internal charts and not on the annex."
        ),
        bad=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units: [{id: tim-1, name: Tim Kerja Data, kind: tim-kerja, head: {id: kt-1, title: Ketua Tim Data}}]
""",
        good=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
teams: [{id: tim-data, name: Tim Kerja Data, unit: bid-1, leader: Analis Kebijakan Ahli Muda}]
""",
    )

    def kinds(self, context: RuleContext) -> Collection[str]:
        return {
            kind.id for kind in context.pack.kinds.values() if kind.role == "team" and not kind.structural
        }

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.head is None and not context.structure.below(unit.id):
            return ()
        return (
            Broken(
                Subject("unit", unit.id),
                msg("{unit} is a work team, but stands in the tree like an office", unit=unit.name),
                remedy=msg("write it under `teams:` with its leader and members"),
            ),
        )
