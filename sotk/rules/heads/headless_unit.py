"""HED001: an office without a head."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Set, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, UnitRule


class HeadlessUnit(UnitRule[Options]):
    """A unit of a structural kind for which no head is given, in a structure that gives heads."""

    code = "HED001"
    name = "headless-unit"
    reads = frozenset({"unit.kind", "unit.head", "unit.name"})
    reach = frozenset({"unit", "chain"})
    needs = ("head",)
    severity = "warning"
    ground = "consistency"
    basis = "PP 18/2016: every office has a head"
    documentation = Documentation(
        what=msg(
            "An office has no head, while the root of the structure has one. Kinds without a head of their own (functional groups, service sites, teams) are not meant. Where not even the root has a head, the structure does not say heads, and the rule cannot tell."
        ),
        why=msg(
            "Echelon, class and person span of an office live on its head; without it the office drops out of the position map and of every count of posts."
        ),
        fix=msg("Give the office a head with its title; the fix takes the usual title of its kind."),
        bad="""
sotk: 1
structure: tanpa-kepala
name: Dinas Contoh
pack: pemda
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas}
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang}
""",
        good="""
sotk: 1
structure: berkepala
name: Dinas Contoh
pack: pemda
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas}
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, head: {id: kabid-1, title: Kepala Bidang Satu}}
    - {id: kjf, name: Kelompok Jabatan Fungsional, kind: kjf}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.head is not None or unit.kind in context.law.groups:
            return ()
        subject = Subject("unit", unit.id)
        if context.root.head is None:
            return (CannotTell(subject, unit.kind, msg("the structure gives no heads")),)
        kind = context.kind(unit)
        title = None if kind is None else kind.head_title(unit.name)
        return (
            Broken(
                subject,
                msg("{unit} has no head", unit=unit.name),
                remedy=msg("add `head:` with its title: {title}", title=title or "?"),
                fix=() if title is None else (_head(unit, title),),
            ),
        )


def _head(unit: Unit, title: str) -> Set:
    name = f"kepala-{unit.id}"[:64].rstrip("-")
    return Set(entity="unit", id=unit.id, field="head", value={"id": name, "title": title})
