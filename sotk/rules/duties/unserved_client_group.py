"""FUN007: a group of clients that no unit serves."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.packs import ClientGroup
from sotk.rules.coding import duties_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, StructureRule


class UnservedClientGroup(StructureRule[Options]):
    """The client groups of the pack (PPKS) for the agency's affairs, against `clients` of duties."""

    code = "FUN007"
    name = "unserved-client-group"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "children", "header.agency"})
    needs = ("agency.affairs", "duty.clients")
    severity = "warning"
    ground = "law"
    basis = "daftar PPKS"
    documentation = Documentation(
        what=msg(
            "A group of clients that the affairs of the agency serve (one of the kinds of PPKS) stands in no duty. One finding names all of them."
        ),
        why=msg("A case of that group has no unit that must take it; it goes viral before it is solved."),
        fix=msg(
            "Name the group in `clients` of the duty that serves it; with `role: support` where another government does."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: pelayanan lansia, clients: [lanjut-usia-terlantar]}]
""",
        good=BEFORE.replace('"1.06"', '"1.02"')
        + """
root:
  id: dinas
  name: Dinas Kesehatan
  kind: dinas
  duties: [{id: d-1, text: pelayanan kesehatan}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(_wanted(context))

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        served = {
            client
            for unit in context.structure.units.values()
            for duty in duties_of(unit)
            for client in duty.clients
        }
        if not served:
            return (
                CannotTell(
                    context.whole, context.root.kind, msg("no duty names the clients it serves (`clients`)")
                ),
            )
        missing = [group for group in _wanted(context) if group.id not in served]
        return [_broken(missing, context)] if missing else []


def _wanted(context: RuleContext) -> list[ClientGroup]:
    return [group for group in context.pack.clients if group.affair in context.law.affairs]


def _broken(missing: list[ClientGroup], context: RuleContext) -> Broken:
    return Broken(
        Subject("unit", context.root.id),
        msg(
            "no unit serves {n} groups of clients: {groups}",
            n=len(missing),
            groups=tuple(group.id for group in missing),
        ),
        basis=Basis(missing[0].source, "", verified=True),
        remedy=msg("name each in `clients` of the duty that serves it"),
    )
