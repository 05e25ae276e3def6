"""LAY002: more layers of offices between the top and the bottom than the pack allows."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import most
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class DeepChainOptions(Options):
    most: int | None = Field(
        default=None, ge=1, description=msg("layers at most, in place of the pack's limits").text
    )


class DeepChain(UnitRule[DeepChainOptions]):
    """The first office of a branch that stands below the last layer allowed."""

    code = "LAY002"
    name = "deep-chain"
    reads = LAW
    reach = frozenset({"unit", "chain"})
    severity = "advice"
    ground = "benchmark"
    basis = "penyederhanaan birokrasi (two levels); RSM 2018"
    options_type = DeepChainOptions
    documentation = Documentation(
        what=msg(
            "A branch has more layers of offices than the pack allows for the kind of its root. Functional groups, service sites and teams are no layer."
        ),
        why=msg(
            "Each layer delays a decision and costs a head; the simplification of the bureaucracy aims at two levels below the top."
        ),
        fix=msg("Take out a layer: join an office with the one above it, or make it a functional group."),
        bad="""
sotk: 1
structure: terlalu-dalam
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - id: seksi-1
          name: Seksi Satu
          kind: seksi
          units:
            - {id: sub-1, name: Subbagian Satu, kind: subbagian}
""",
        good="""
sotk: 1
structure: cukup-dangkal
name: Dinas Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      units:
        - {id: seksi-1, name: Seksi Satu, kind: seksi}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.kind in context.law.groups:
            return ()
        depth = context.graph.depth(unit.id)
        if depth < 3:
            return ()
        return [
            Broken(
                Subject("unit", unit.id),
                msg(
                    "{unit} stands in layer {depth} of offices; below {root} there should be {most} at most",
                    unit=unit.name,
                    depth=depth,
                    root=context.root.name,
                    most=bound.value,
                ),
                basis=bound.basis,
                severity=bound.severity,
                related=tuple(Subject("unit", above) for above in context.graph.chain(unit.id)[1:]),
                remedy=msg("take out a layer of this branch"),
            )
            for bound in most("depth", context.root, context, self.options.most)
            if depth == int(bound.value) + 1
        ]
