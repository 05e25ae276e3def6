"""CHG003: incumbents whose post is no more and who have no other."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.change.mapping import position_ids, posts
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options


class DisplacedIncumbents(ChangeRule[Options]):
    """Posts with incumbents that the proposal does not have; vacancies of the same category are counted."""

    code = "CHG003"
    name = "displaced-incumbents"
    reads = frozenset({"children", "unit.head", "unit.positions"})
    needs = ("position.filled",)
    severity = "error"
    ground = "consistency"
    basis = "penyetaraan dan penataan jabatan"
    documentation = Documentation(
        what=msg(
            "A position with incumbents is missing in the proposal. The finding says how many posts of the same category are vacant there."
        ),
        why=msg(
            "Each incumbent needs a target post before the regulation is signed, or is left without one on the day it takes effect."
        ),
        fix=msg("Move the position to the unit that takes over, or create the target post."),
        base=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, positions: [{id: p-1, title: Analis, category: pelaksana, need: 2, filled: 2}]}]
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang, positions: [{id: p-1, title: Analis, category: pelaksana, need: 2, filled: 2}]}
""",
    )

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        kept = position_ids(context.structure)
        found: list[Outcome] = []
        for unit in base.walk():
            for position in posts(unit):
                count = position.filled_count
                if count and position.id not in kept and ("position", position.id) not in context.decided:
                    vacant = _vacancies(context.structure, position.category)
                    found.append(
                        Broken(
                            Subject("position", position.id),
                            msg(
                                "{n} incumbents of {title} ({unit}) have no target post; {vacant} posts of that category are vacant",
                                n=count,
                                title=position.title,
                                unit=unit.name,
                                vacant=vacant,
                            ),
                            unit=unit.id,
                            remedy=msg(
                                "move the position to the unit that takes over, or create the target post"
                            ),
                        )
                    )
        return found


def _vacancies(structure: Structure, category: str | None) -> int:
    return sum(
        max(0, position.need - (position.filled_count or 0))
        for _, position in structure.positions()
        if position.category == category and position.need is not None
    )
