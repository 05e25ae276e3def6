"""CHG005: how many posts of each echelon a proposal adds or saves."""

from collections import Counter
from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import Message, msg
from sotk.model import Structure
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options


class EchelonBalance(ChangeRule[Options]):
    """The net change, and a warning where the sum grows."""

    code = "CHG005"
    name = "echelon-balance"
    reads = frozenset({"children", "unit.head", "unit.positions"})
    needs = ("echelon",)
    severity = "advice"
    ground = "benchmark"
    basis = "efisiensi; UU 1/2022 (belanja pegawai)"
    documentation = Documentation(
        what=msg(
            "The proposal changes the number of posts of some echelon. Nothing is said where all stay equal."
        ),
        why=msg("New echelon posts are the first thing counted against the share of personnel expenditure."),
        fix=msg("Nothing is to mend; lay out what the new posts are for, and which ones they replace."),
        base=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial, kind: dinas, head: {id: kadis, title: Kepala Dinas, echelon: II.a}}
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, head: {id: k-1, title: Kepala UPTD Satu, echelon: IV.a}}]
""",
        good=BEFORE
        + """
root: {id: dinas, name: Dinas Sosial dan Anak, kind: dinas, head: {id: kadis, title: Kepala Dinas, echelon: II.a}}
""",
    )

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        before, after = _echelons(base), _echelons(context.structure)
        changes = {echelon: after[echelon] - before[echelon] for echelon in sorted({*before, *after})}
        parts: list[Message] = [
            msg("{echelon} {change}", echelon=echelon, change=f"{change:+d}".replace("-", "−"))
            for echelon, change in changes.items()
            if change
        ]
        if not parts:
            return ()
        total = sum(changes.values())
        return (
            Broken(
                Subject("structure", context.structure.id),
                msg(
                    "posts by echelon change: {changes}; in all {total}",
                    changes=tuple(parts),
                    total=f"{total:+d}".replace("-", "−"),
                ),
                unit=context.root.id,
                remedy=msg("lay out what new posts are for, and which ones they replace"),
            ),
        )


def _echelons(structure: Structure) -> Counter[str]:
    return Counter(position.echelon for _, position in structure.positions() if position.echelon is not None)
