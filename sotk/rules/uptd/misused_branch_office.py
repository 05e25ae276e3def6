"""UPT005: a branch office of an agency whose affairs do not allow one."""

from collections.abc import Collection, Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class MisusedBranchOffice(UnitRule[Options]):
    """Cabang dinas are for few affairs; others have UPTD."""

    code = "UPT005"
    name = "misused-branch-office"
    reads = LAW
    reach = frozenset({"unit", "parent"})
    needs = ("agency.affairs",)
    severity = "error"
    ground = "law"
    basis = "Permendagri 12/2017 Pasal 2 dan 3"
    documentation = Documentation(
        what=msg(
            "An agency has a cabang dinas, but none of its affairs is among those that may: secondary and special education, forestry, energy and minerals, marine affairs."
        ),
        why=msg(
            "For all other affairs only a UPTD may be founded. Article 3(4), perhaps an exception for provinces of islands, was not read: such a unit says so in `exempt`."
        ),
        fix=msg("Make it a UPTD."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: cabang-1, name: Cabang Dinas Wilayah I, kind: cabang-dinas}]
""",
        good=BEFORE.replace('"1.06"', '"1.01"')
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units: [{id: cabang-1, name: Cabang Dinas Wilayah I, kind: cabang-dinas}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.law.has_limits("branch-affairs")

    def kinds(self, context: RuleContext) -> Collection[str]:
        return {
            kind for limit in context.pack.limits if limit.topic == "branch-affairs" for kind in limit.kinds
        }

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        limits = context.limits("branch-affairs", unit)
        affairs = context.law.affairs
        if not limits:
            return ()
        if not affairs:
            return (
                CannotTell(
                    Subject("unit", unit.id),
                    unit.kind,
                    msg("the affairs of the agency (`agency: {{affairs: [...]}}`) are not given"),
                ),
            )
        return [
            Broken(
                Subject("unit", unit.id, "kind"),
                msg(
                    "{unit} is a {kind}, which the affairs {affairs} do not allow",
                    unit=unit.name,
                    kind=context.kind_name(unit.kind),
                    affairs=affairs,
                ),
                basis=limit.basis,
                severity=limit.severity,
                remedy=msg("make it a UPTD, or write the basis in `exempt`"),
            )
            for limit in limits
            if not any(affair.startswith(limit.affairs) for affair in affairs)
        ]
