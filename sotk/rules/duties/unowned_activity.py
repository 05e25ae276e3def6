"""FUN001: a mandated activity that no unit owns."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.packs import Code, CodePattern
from sotk.rules.coding import activity_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import Options, StructureRule

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class UnownedActivity(StructureRule[Options]):
    """The activities of the agency's affairs in the nomenclature, against the codes of duties."""

    code = "FUN001"
    name = "unowned-activity"
    reads = frozenset(
        {"unit.duties", "unit.head", "unit.positions", "children", "header.agency", "header.government"}
    )
    needs = ("agency.affairs", "government.level", "duty.code")
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas); Permendagri 90/2019"
    documentation = Documentation(
        what=msg(
            "An activity (kegiatan) that the nomenclature gives to the affairs and level of the agency has no unit: no duty carries its code, or that of one of its sub-activities; or units only carry it out (`role: executor`) and none owns it. The supporting program is everyone's and not meant."
        ),
        why=msg(
            "Pembagian habis tugas: every function is assigned, exactly once. An activity without a unit is a budget line without a responsible officer."
        ),
        fix=msg("Give the code to the duty that covers the activity, or add the duty to a unit."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: rehabilitasi disabilitas, code: 1.06.04.1.01}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      duties:
        - {id: d-1, text: izin sumbangan, code: 1.06.02.1.01}
        - {id: d-2, text: pemberdayaan, code: 1.06.02.1.02}
        - {id: d-3, text: migran, code: 1.06.03.1.01}
        - {id: d-4, text: disabilitas, code: 1.06.04.1.01}
        - {id: d-5, text: anak, code: 1.06.04.1.02}
        - {id: d-6, text: lanjut usia, code: 1.06.04.1.03}
        - {id: d-7, text: gelandangan, code: 1.06.04.1.04}
        - {id: d-8, text: pmks lain, code: 1.06.04.1.05}
        - {id: d-9, text: adopsi, code: 1.06.05.1.01}
        - {id: d-10, text: fakir miskin, code: 1.06.05.1.02}
        - {id: d-11, text: bencana, code: 1.06.06.1.01}
        - {id: d-12, text: makam pahlawan, code: 1.06.07.1.01}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return (
            bool(context.law.affairs)
            and context.law.level is not None
            and context.pack.code_pattern is not None
        )

    def check(self, context: RuleContext) -> Iterable[Outcome]:
        level, pattern = context.law.level, context.pack.code_pattern
        if level is None or pattern is None:
            return ()
        carried, owned = _carried(context, pattern)
        mandated = context.law.activities
        if mandated and not carried:
            return (
                CannotTell(context.whole, context.root.kind, msg("no duty carries the code of an activity")),
            )
        return [
            _broken(entry, context, carried=entry.code in carried)
            for entry in mandated
            if entry.code not in owned
        ]


def _carried(context: RuleContext, pattern: CodePattern) -> tuple[set[str], set[str]]:
    """The activities any duty carries, and those that some unit owns."""
    carried: set[str] = set()
    owned: set[str] = set()
    for unit in context.structure.units.values():
        for duty, code in context.coded(unit):
            activity = activity_of(code, pattern)
            if activity is not None:
                carried.add(activity)
                if duty.role == "owner":
                    owned.add(activity)
    return carried, owned


def _broken(entry: Code, context: RuleContext, *, carried: bool) -> Broken:
    if carried:
        message = msg(
            "the activity {code} {name} is carried out, but no unit owns it", code=entry.code, name=entry.name
        )
        remedy = msg("give its policy to one unit (`role: owner`)")
    else:
        message = msg("no unit carries the activity {code} {name}", code=entry.code, name=entry.name)
        remedy = msg("write the code on the duty that covers it, or add the duty to a unit")
    return Broken(Subject("unit", context.root.id), message, basis=BASIS, remedy=remedy)
