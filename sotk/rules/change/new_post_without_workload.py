"""CHG007: new posts for which no workload is given."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.change.mapping import position_ids
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options

BASIS = Basis("PermenPANRB 1/2020", "", verified=False)


class NewPostWithoutWorkload(ChangeRule[Options]):
    """One finding for each unit; heads follow from the office and are not meant."""

    code = "CHG007"
    name = "new-post-without-workload"
    reads = frozenset({"children", "unit.positions"})
    needs = ("position.workload",)
    severity = "warning"
    ground = "law"
    basis = "PermenPANRB 1/2020"
    documentation = Documentation(
        what=msg(
            "A unit of the proposal has positions that the existing structure lacks, and gives no workload lines for them."
        ),
        why=msg("A need is claimed by the workload analysis; posts without one are struck out."),
        fix=msg("Write the workload lines of each position."),
        base=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas}
""",
        bad=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas, positions: [{id: p-1, title: Petugas Shelter, category: pelaksana, need: 4}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions:
    - {id: p-1, title: Petugas Shelter, category: pelaksana, need: 4, workload: [{task: jaga, volume: 3, period: hari, minutes: 400}]}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.measures.working_time is not None

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        known = position_ids(base)
        found: list[Outcome] = []
        for unit in context.structure.walk():
            new = [
                position for position in unit.positions if position.id not in known and not position.workload
            ]
            if new:
                found.append(
                    Broken(
                        Subject("unit", unit.id, "positions"),
                        msg(
                            "new positions in {unit} give no workload: {titles}",
                            unit=unit.name,
                            titles=tuple(position.title for position in new),
                        ),
                        basis=BASIS,
                        related=tuple(Subject("position", position.id) for position in new),
                        remedy=msg("write the workload lines of each"),
                    )
                )
        return found
