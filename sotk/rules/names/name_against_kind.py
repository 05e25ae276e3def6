"""NAM003: the name of a unit begins like one of another kind."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class NameAgainstKind(UnitRule[Options]):
    """The first words of the name against the words of the kinds of the pack."""

    code = "NAM003"
    name = "name-against-kind"
    reads = frozenset({"unit.name", "unit.kind"})
    severity = "warning"
    ground = "consistency"
    basis = "nomenklatur perangkat daerah"
    documentation = Documentation(
        what=msg(
            "The name of a unit begins with the word of another kind (Seksi, Bidang, Subbagian) than the one it has."
        ),
        why=msg("One of both is wrong; limits and echelons go by the kind, readers by the name."),
        fix=msg("Correct the kind (the fix does) or the name."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Seksi Data, kind: bidang}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Data, kind: bidang}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        meant = context.law.kind_named(unit.name)
        kind = context.kind(unit)
        if meant is None or kind is None or unit.kind in meant or not kind.words:
            return ()
        if any(unit.name.casefold().startswith(word.casefold()) for word in kind.words):
            return ()
        fix = Set(entity="unit", id=unit.id, field="kind", value=meant[0])
        return (
            Broken(
                Subject("unit", unit.id, "kind"),
                msg(
                    "{unit} is of the kind {kind}, its name says {meant}",
                    unit=unit.name,
                    kind=context.kind_name(unit.kind),
                    meant=context.kind_name(meant[0]),
                ),
                remedy=msg("correct the kind, or the name"),
                fix=(fix,) if len(meant) == 1 else (),
            ),
        )
