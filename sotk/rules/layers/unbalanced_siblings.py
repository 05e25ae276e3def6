"""LAY004: siblings of one kind of which one is several times as large as another."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import Bound, most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW, POSITIONS
from sotk.rules.rule import Options, UnitRule


class UnbalancedSiblingsOptions(Options):
    most: float | None = Field(
        default=None, gt=1, description=msg("largest over smallest, in place of the pack's limits").text
    )


class UnbalancedSiblings(UnitRule[UnbalancedSiblingsOptions]):
    """Posts needed in whole branches of siblings of the same kind in the line; UPTD differ by nature."""

    code = "LAY004"
    name = "unbalanced-siblings"
    scope = "subtree"
    about = "subordinates"
    reads = LAW | POSITIONS | {"children"}
    reach = frozenset({"unit", "branch", "parent"})
    needs = ("positions.need",)
    severity = "advice"
    ground = "benchmark"
    basis = "keseimbangan antarunit"
    options_type = UnbalancedSiblingsOptions
    documentation = Documentation(
        what=msg(
            "Of units of the same kind below one head, the largest branch needs more than three times the posts of the smallest. UPTD and agencies are not compared. Judged only where all positions give their need."
        ),
        why=msg(
            "Heads of one rank and pay then lead very different loads; the small unit is the first to be questioned."
        ),
        fix=msg("Move duties with their posts from the large unit to the small one, or join small ones."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, positions: [{id: p-1, title: Analis, need: 30}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, positions: [{id: p-2, title: Analis, need: 5}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, positions: [{id: p-1, title: Analis, need: 14}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, positions: [{id: p-2, title: Analis, need: 7}]}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        offices = [
            office
            for office in context.offices_below(unit)
            if office.kind not in context.law.supporting and office.kind not in context.law.agencies
        ]
        if len(offices) < 2:
            return ()
        bounds = most("balance", unit, context, self.options.most)
        found: list[Outcome] = []
        for kind in dict.fromkeys(office.kind for office in offices) if bounds else ():
            found.extend(_compared([office for office in offices if office.kind == kind], bounds, context))
        return found


def _compared(same: list[Unit], bounds: Iterable[Bound], context: RuleContext) -> Iterable[Outcome]:
    sizes = [(size, office.id) for office in same if (size := _posts(office, context)) is not None]
    if len(sizes) < 2 or len(sizes) < len(same):
        return
    (low, small), (high, large) = min(sizes), max(sizes)
    units = context.structure.units
    for bound in bounds:
        if low and high > bound.value * low:
            yield Broken(
                Subject("unit", large),
                msg(
                    "{large} needs {high} posts, {small} beside it {low}: more than {most} times as many",
                    large=units[large].name,
                    high=high,
                    small=units[small].name,
                    low=low,
                    most=bound.value,
                ),
                basis=bound.basis,
                severity=bound.severity,
                related=(Subject("unit", small),),
                remedy=msg("move duties with their posts, or join small units"),
            )


def _posts(office: Unit, context: RuleContext) -> int | None:
    """The posts a branch needs, heads counted; None where some position does not say."""
    total, seen = 0, False
    for unit in context.structure.walk(office.id):
        total += unit.head is not None
        for position in unit.positions:
            if position.need is None:
                return None
            total, seen = total + position.need, True
    return total if seen else None
