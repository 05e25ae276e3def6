"""SPN002: more persons answer to one head than a head can lead."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.graph import PersonSpan, persons_reporting
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import Bound, most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class WidePersonSpanOptions(Options):
    most: int | None = Field(
        default=None, ge=1, description=msg("persons at most, in place of the pack's limits").text
    )


class WidePersonSpan(UnitRule[WidePersonSpanOptions]):
    """The person span: heads of offices below, and the posts of the unit and of its functional groups."""

    code = "SPN002"
    name = "wide-person-span"
    reads = LAW | {"children", "unit.positions"}
    reach = frozenset({"unit", "children", "parent"})
    needs = ("positions",)
    severity = "advice"
    ground = "benchmark"
    basis = "Acharya et al., McKinsey 2017; RSM 2018"
    options_type = WidePersonSpanOptions
    documentation = Documentation(
        what=msg(
            "More persons answer to one head directly than the benchmark allows: the heads of offices below, and the posts of the unit itself and of its functional groups, filled or else needed. Heads alone are the matter of SPN001."
        ),
        why=msg(
            "Beyond some number a head no longer knows what each person does; work is then led by those nobody appointed to lead it."
        ),
        fix=msg(
            "Form work teams (tim kerja) with leaders, share the posts among units, or waive with the reason why the work needs little direction."
        ),
        bad="""
sotk: 1
structure: bidang-ramai
name: Dinas Contoh
pack: pemda
effective: 2022-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      positions:
        - {id: analis, title: Penelaah Teknis Kebijakan, category: pelaksana, need: 40, filled: 40}
""",
        good="""
sotk: 1
structure: bidang-cukup
name: Dinas Contoh
pack: pemda
effective: 2022-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      positions:
        - {id: analis, title: Penelaah Teknis Kebijakan, category: pelaksana, need: 8, filled: 7}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.kind in context.law.groups:
            return ()
        bounds = most("span-persons", unit, context, self.options.most)
        if not bounds:
            return ()
        span = persons_reporting(context.graph, unit.id)
        broken = [_broken(unit, span, bound) for bound in bounds if span.at_least > bound.value]
        if span.posts and broken:
            return broken
        if span.complete:
            return ()
        return (
            CannotTell(Subject("unit", unit.id), unit.kind, msg("how many posts they have is not given")),
        )


def _broken(unit: Unit, span: PersonSpan, bound: Bound) -> Broken:
    return Broken(
        Subject("unit", unit.id),
        msg(
            "{n} persons answer directly to the head of {unit} ({heads} heads, {posts} posts), more than {most}",
            n=span.at_least,
            unit=unit.name,
            heads=span.heads,
            posts=span.posts,
            most=bound.value,
        ),
        basis=bound.basis,
        severity=bound.severity,
        remedy=msg("form work teams with leaders, or share the posts among units"),
    )
