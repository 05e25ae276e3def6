"""UPT002: the posts a UPTD needs cannot fill the hours its class asks for."""

from collections.abc import Collection, Iterable
from math import ceil

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import Bound, least
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW, POSITIONS
from sotk.rules.rule import Options, UnitRule


class ClassAgainstPosts(UnitRule[Options]):
    """The posts of the whole branch times the hours of one person, against the least hours of the class."""

    code = "UPT002"
    name = "class-against-posts"
    scope = "subtree"
    reads = LAW | POSITIONS | {"children"}
    reach = frozenset({"unit", "branch", "parent"})
    needs = ("class", "positions.need")
    severity = "warning"
    ground = "law"
    basis = "Permendagri 12/2017; PermenPANRB 1/2020 (1.250 jam)"
    documentation = Documentation(
        what=msg(
            "The posts that a UPTD and all below it need could not work the hours its class asks for: 10,000 hours are the work of 8 persons, 5,000 that of 4."
        ),
        why=msg("It is the quickest test of a claimed class, and the one a reviewer makes in the head."),
        fix=msg("Correct the class, or the needs, so that both follow from one workload analysis."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      class: A
      positions: [{id: pengelola, title: Pengelola, category: pelaksana, need: 3}]
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
      class: A
      positions: [{id: pengelola, title: Pengelola, category: pelaksana, need: 9}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("hours") and context.pack.measures.working_time is not None

    def kinds(self, context: RuleContext) -> Collection[str]:
        return {kind for limit in context.pack.limits if limit.topic == "hours" for kind in limit.kinds}

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        bounds = least("hours", unit, context) if unit.unit_class is not None else ()
        if not bounds or unit.hours is not None:
            return ()
        needs = [position.need for below in context.structure.walk(unit.id) for position in below.positions]
        known = [need for need in needs if need is not None]
        if not needs or len(known) < len(needs):
            return ()
        posts = sum(known) + 1
        return [
            _broken(unit, posts, bound, hours)
            for bound in bounds
            if posts * (hours := _hours(context)) < bound.value
        ]


def _hours(context: RuleContext) -> float:
    time = context.pack.measures.working_time
    return 0.0 if time is None else time.hours_per_year


def _broken(unit: Unit, posts: int, bound: Bound, hours: float) -> Broken:
    return Broken(
        Subject("unit", unit.id, "class"),
        msg(
            "{unit} needs {posts} posts, its head among them; the {bound} hours of class {unit_class} are the work of {persons}",
            unit=unit.name,
            posts=posts,
            bound=bound.value,
            unit_class=unit.unit_class,
            persons=ceil(bound.value / hours),
        ),
        basis=bound.basis,
        severity=bound.severity,
        remedy=msg("correct the class, or the needs, so that both follow from one workload analysis"),
    )
