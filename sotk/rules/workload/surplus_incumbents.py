"""WRK001: a position with more incumbents than posts needed."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule


class SurplusIncumbents(UnitRule[Options]):
    """Filled against need, position by position: a surplus here never cancels a shortage there."""

    code = "WRK001"
    name = "surplus-incumbents"
    about = "positions"
    reads = POSITIONS
    needs = ("position.need", "position.filled")
    severity = "advice"
    ground = "benchmark"
    basis = "PermenPANRB 1/2020"
    documentation = Documentation(
        what=msg(
            "A position has more incumbents (bezetting) than posts needed (kebutuhan). Where need or incumbents are not given it cannot be told. Shortages are shown by the metrics, not here."
        ),
        why=msg("Sums over a unit hide it: three too many there do not fill three too few here."),
        fix=msg("Place the incumbents where the same title is short, or correct the need."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions: [{id: p-1, title: Pengadministrasi Umum, category: pelaksana, need: 2, filled: 5}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions: [{id: p-1, title: Pengadministrasi Umum, category: pelaksana, need: 5, filled: 3}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        found: list[Outcome] = []
        for position in unit.positions:
            filled, need = position.filled_count, position.need
            if need is None or filled is None:
                if need is None and position.workload:
                    continue
                missing = (
                    msg("the need of a position (`need`) is not given")
                    if need is None
                    else msg("the incumbents of a position (`filled`) are not given")
                )
                found.append(CannotTell(Subject("position", position.id), unit.kind, missing, unit=unit.id))
            elif filled > need:
                found.append(
                    Broken(
                        Subject("position", position.id, "filled"),
                        msg(
                            "{title} in {unit}: {filled} incumbents for {need} posts",
                            title=position.title,
                            unit=unit.name,
                            filled=filled,
                            need=need,
                        ),
                        unit=unit.id,
                        remedy=msg("place them where the same title is short, or correct the need"),
                    )
                )
        return found
