"""CHG008: a new unit carries out what existing units carry out."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Duty, Structure, Unit
from sotk.packs import CodePattern
from sotk.rules.change.mapping import new_units
from sotk.rules.coding import activity_of, coded
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.same_stage_twice import kept_apart
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class ServiceAlreadyGiven(ChangeRule[Options]):
    """The same stage of the same activity, not kept apart by sub-activity, site or clients."""

    code = "CHG008"
    name = "service-already-given"
    reads = frozenset({"children", "unit.duties", "unit.head", "unit.positions"})
    needs = ("duty.code", "duty.stage")
    severity = "warning"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg(
            "A new unit carries out an activity that units of the existing structure go on carrying out, and neither sub-activity nor site nor client groups keep them apart."
        ),
        why=msg(
            "Why a new unit, if an existing one does the work? It is asked right after the authority and the hours."
        ),
        fix=msg("Transfer the duty from the existing unit, or tell the two apart."),
        base=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: uptd-1, name: UPTD Satu, kind: uptd, duties: [{id: d-1, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}]
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: uptd-1, name: UPTD Satu, kind: uptd, duties: [{id: d-1, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
    - {id: uptd-2, name: UPTD Dua, kind: uptd, duties: [{id: d-2, text: perawatan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: uptd-1, name: UPTD Satu, kind: uptd}
    - {id: uptd-2, name: UPTD Dua, kind: uptd, duties: [{id: d-1, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.code_pattern is not None

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        pattern = context.pack.code_pattern
        fresh = {unit.id for unit in new_units(base, context.structure)}
        if pattern is None or not fresh:
            return ()
        existing: dict[str, list[tuple[Unit, Duty]]] = {}
        for unit in context.structure.walk():
            if unit.id not in fresh:
                for activity, duty in _carried_out(unit, pattern):
                    existing.setdefault(activity, []).append((unit, duty))
        return [
            _broken(unit, duty, same)
            for unit in context.structure.walk()
            if unit.id in fresh
            for activity, duty in _carried_out(unit, pattern)
            if (same := [entry for entry in existing.get(activity, ()) if not kept_apart(duty, entry[1])])
        ]


def _carried_out(unit: Unit, pattern: CodePattern) -> Iterable[tuple[str, Duty]]:
    for duty, code in coded(unit):
        activity = activity_of(code, pattern)
        if (
            activity is not None
            and duty.stage == "pelaksanaan"
            and duty.role != "support"
            and not pattern.is_supporting(code)
        ):
            yield activity, duty


def _broken(unit: Unit, duty: Duty, same: list[tuple[Unit, Duty]]) -> Broken:
    return Broken(
        Subject("duty", duty.id),
        msg(
            "{unit} would carry out {code} (“{text}”), already the work of {others}",
            unit=unit.name,
            code=duty.code,
            text=duty.text,
            others=tuple(dict.fromkeys(other.name for other, _ in same)),
        ),
        unit=unit.id,
        basis=BASIS,
        related=tuple(Subject("duty", theirs.id) for _, theirs in same),
        remedy=msg("transfer the duty, or tell the two apart by sub-activity, site or client group"),
    )
