"""CHG002: duties of the existing structure that no unit of the proposal carries."""

from collections.abc import Iterable

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Structure
from sotk.rules.change.mapping import duty_ids
from sotk.rules.coding import duties_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import ChangeRule, Options

BASIS = Basis("PP 18/2016", "Pasal 2 (pembagian habis tugas)", verified=False)


class LostDuty(ChangeRule[Options]):
    """One finding for each unit whose duties have no home."""

    code = "CHG002"
    name = "lost-duty"
    reads = frozenset({"children", "unit.duties", "unit.head", "unit.positions"})
    severity = "error"
    ground = "law"
    basis = "PP 18/2016 Pasal 2 (pembagian habis tugas)"
    documentation = Documentation(
        what=msg("A duty of the existing structure is carried by no unit of the proposal."),
        why=msg("A function that drops out in a merger is noticed when somebody asks for the service."),
        fix=msg("Transfer the duty, or take it out by an operation of its own with the reason."),
        base=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: pelayanan lansia}, {id: d-2, text: pelayanan anak}]}]
""",
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: pelayanan lansia}]}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: pelayanan lansia}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, duties: [{id: d-2, text: pelayanan anak}]}
""",
    )

    def check(self, base: Structure, context: RuleContext) -> Iterable[Outcome]:
        kept = duty_ids(context.structure)
        found: list[Outcome] = []
        for unit in base.walk():
            lost = [
                duty
                for duty in duties_of(unit)
                if duty.id not in kept and ("duty", duty.id) not in context.decided
            ]
            if lost:
                found.append(
                    Broken(
                        Subject("unit", unit.id, "duties"),
                        msg(
                            "{n} duties of {unit} have no home: {duties}",
                            n=len(lost),
                            unit=unit.name,
                            duties=tuple(duty.text for duty in lost),
                        ),
                        basis=BASIS,
                        related=tuple(Subject("duty", duty.id) for duty in lost),
                        remedy=msg("transfer them, or take each out with the reason"),
                    )
                )
        return found
