"""ECH003: a head whose job class is not below that of the head it answers to."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule


class ClassInversion(UnitRule[Options]):
    """Job classes (kelas jabatan) against the hierarchy: heads below heads, posts of a unit below its head."""

    code = "ECH003"
    name = "class-inversion"
    about = "head"
    reads = POSITIONS | {"superior"}
    reach = frozenset({"unit", "parent"})
    severity = "warning"
    ground = "consistency"
    basis = "evaluasi jabatan (kelas 1 sampai 17)"
    documentation = Documentation(
        what=msg(
            "The head of an office has a job class equal to or above that of the head it answers to; or a pelaksana of a unit has a class above its head's. Functional posts of high jenjang may lawfully be above a head."
        ),
        why=msg(
            "Job classes follow from the evaluation of posts; an inversion shows a class that was copied or never evaluated."
        ),
        fix=msg("Check the evaluation of both posts and correct the class."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, class: 14}
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, head: {id: kabid, title: Kepala Bidang Satu, class: 15}}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, class: 15}
  units: [{id: bid-1, name: Bidang Satu, kind: bidang, head: {id: kabid, title: Kepala Bidang Satu, class: 11}}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        head = unit.head
        if head is None or head.job_class is None:
            return ()
        found: list[Outcome] = []
        above = context.parent(unit)
        upper = None if above is None else above.head
        if upper is not None and upper.job_class is not None and head.job_class >= upper.job_class:
            found.append(_broken(unit, head.id, head.title, head.job_class, upper.title, upper.job_class))
        found.extend(
            _broken(unit, position.id, position.title, position.job_class, head.title, head.job_class)
            for position in unit.positions
            if position.category == "pelaksana"
            and position.job_class is not None
            and position.job_class > head.job_class
        )
        return found


def _broken(unit: Unit, position: str, title: str, own: int, above: str, upper: int) -> Broken:
    return Broken(
        Subject("position", position, "job_class"),
        msg(
            "{title} (class {own}) answers to {above} (class {upper})",
            title=title,
            own=own,
            above=above,
            upper=upper,
        ),
        unit=unit.id,
        remedy=msg("check the evaluation of both posts"),
    )
