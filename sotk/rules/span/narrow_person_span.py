"""SPN004: an office whose head leads hardly anyone."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import least
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class NarrowPersonSpanOptions(Options):
    least: int | None = Field(
        default=None, ge=1, description=msg("persons at least, in place of the pack's limits").text
    )


class NarrowPersonSpan(UnitRule[NarrowPersonSpanOptions]):
    """Persons below a head at the bottom of the tree, by need: a vacancy makes no head superfluous."""

    code = "SPN004"
    name = "narrow-person-span"
    reads = LAW | {"children", "unit.positions"}
    reach = frozenset({"unit", "children", "parent"})
    needs = ("positions.need",)
    severity = "advice"
    ground = "benchmark"
    basis = "McKinsey 2017; RSM 2018"
    options_type = NarrowPersonSpanOptions
    documentation = Documentation(
        what=msg(
            "An office with no office below needs fewer posts, its groups and service sites included, than the benchmark for one head. Offices with offices below are bound by caps and not meant."
        ),
        why=msg("A head over two persons is one post in three spent on leading."),
        fix=msg("Join the office with its neighbour, or make it a part of a functional group."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: seksi-1, name: Bidang Satu, kind: bidang, positions: [{id: p-1, title: Analis, need: 2, filled: 2}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: seksi-1, name: Bidang Satu, kind: bidang, positions: [{id: p-1, title: Analis, need: 6, filled: 1}]}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.kind in context.law.groups or context.graph.span(unit.id):
            return ()
        bounds = least("span-persons", unit, context, self.options.least)
        if not bounds:
            return ()
        needs = [position.need for member in (unit, *context.below(unit)) for position in member.positions]
        if not needs or None in needs:
            return ()
        posts = sum(need for need in needs if need is not None)
        return [
            Broken(
                Subject("unit", unit.id),
                msg(
                    "{unit} needs {n} posts below its head, fewer than {least}",
                    unit=unit.name,
                    n=posts,
                    least=bound.value,
                ),
                basis=bound.basis,
                severity=bound.severity,
                remedy=msg("join it with its neighbour, or make it part of a functional group"),
            )
            for bound in bounds
            if posts < bound.value
        ]
