"""FRM007: units that guide each other in a circle, by functional lines."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.graph import functional_cycles
from sotk.locale import msg
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, StructureRule


class CircularGuidance(StructureRule[Options]):
    """The tree of command has no circle; functional lines can make one."""

    code = "FRM007"
    name = "circular-guidance"
    reads = frozenset({"lines", "unit.name"})
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016 Pasal 2 (tata kerja yang jelas)"
    documentation = Documentation(
        what=msg(
            "Functional lines make a circle: each of the units guides the next, and the last guides the first."
        ),
        why=msg("Who guides whom is then not settled by the structure, and a chain of approval never ends."),
        fix=msg("Turn the line around, or make it a line of coordination."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}, {id: bid-2, name: Bidang Dua, kind: bidang}]
lines: [{from: bid-1, to: bid-2, kind: fungsional}, {from: bid-2, to: bid-1, kind: fungsional}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}, {id: bid-2, name: Bidang Dua, kind: bidang}]
lines: [{from: bid-1, to: bid-2, kind: fungsional}, {from: bid-2, to: bid-1, kind: koordinasi}]
""",
    )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        if not any(line.kind == "fungsional" for line in context.structure.lines):
            return ()
        units = context.structure.units
        return [
            Broken(
                Subject("unit", circle[0]),
                msg(
                    "these units guide each other in a circle: {units}",
                    units=tuple(units[unit].name for unit in circle),
                ),
                related=tuple(Subject("unit", unit) for unit in circle[1:]),
                remedy=msg("turn the functional line around, or make it a line of coordination"),
            )
            for circle in functional_cycles(context.structure)
        ]
