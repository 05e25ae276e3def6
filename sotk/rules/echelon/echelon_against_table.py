"""ECH001: the echelon of a head is none of those for its office and level of government."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.packs import EchelonRule
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class EchelonAgainstTable(UnitRule[Options]):
    """The table of echelons of the pack, by kind, level, class and place."""

    code = "ECH001"
    name = "echelon-against-table"
    about = "head"
    reads = LAW | {"unit.head"}
    reach = frozenset({"unit", "parent"})
    needs = ("head.echelon", "government.level")
    severity = "error"
    ground = "law"
    basis = "PP 18/2016; Perwali Kendari 13/2022 Pasal 34"
    documentation = Documentation(
        what=msg(
            "The head of an office has an echelon that the pack's table does not give to such an office of such a government: a kepala bidang of a province is III.a, of a kabupaten or kota III.b."
        ),
        why=msg(
            "The echelon decides rank, allowance and who may be appointed; a wrong one is the first thing the ministry strikes out."
        ),
        fix=msg("Write the echelon of the table; the fix does where the table gives one only."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.b}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(context.pack.echelon_rules)

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        head = unit.head
        if head is None or unit.kind in context.law.groups or unit.exempt:
            return ()
        subject = Subject("position", head.id, "echelon")
        rule = context.law.echelon(unit, context.parent(unit))
        if rule is None:
            if head.echelon is not None and context.law.level is None and unit.kind in _ruled(context):
                return (
                    CannotTell(subject, unit.kind, msg("the level of government is not given"), unit=unit.id),
                )
            return ()
        if head.echelon is None:
            return (
                CannotTell(subject, unit.kind, msg("the echelon of the head is not given"), unit=unit.id),
            )
        return () if head.echelon in rule.echelons else (_broken(unit, rule, subject),)


def _ruled(context: RuleContext) -> set[str]:
    return {kind for rule in context.pack.echelon_rules for kind in rule.kinds}


def _broken(unit: Unit, rule: EchelonRule, subject: Subject) -> Broken:
    echelon = None if unit.head is None else unit.head.echelon
    fix = Set(entity="position", id=subject.id, field="echelon", value=rule.echelons[0])
    return Broken(
        subject,
        msg(
            "the head of {unit} has echelon {echelon}; such an office has {given}",
            unit=unit.name,
            echelon=echelon,
            given=rule.echelons,
        ),
        unit=unit.id,
        basis=rule.basis,
        remedy=msg(
            "write echelon {given}, or check the level of government and the class", given=rule.echelons
        ),
        fix=(fix,) if len(rule.echelons) == 1 else (),
    )
