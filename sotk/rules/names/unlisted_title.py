"""NAM004: a title of a functional or pelaksana post that the nomenclature does not have."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Position, Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.law import Law
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import POSITIONS
from sotk.rules.rule import Options, UnitRule


class UnlistedTitle(UnitRule[Options]):
    """Titles and jenjang against the list of the pack; only a near miss is said, as the list is not complete."""

    code = "NAM004"
    name = "unlisted-title"
    about = "positions"
    reads = POSITIONS
    needs = ("position.category",)
    severity = "advice"
    ground = "law"
    basis = "nomenklatur jabatan (KepmenPANRB 11/2024)"
    documentation = Documentation(
        what=msg(
            "The title of a functional or pelaksana post is close to one of the nomenclature but not the same, or its jenjang is none of the title's. Titles that are nowhere near are not judged, because the pack's list is not complete."
        ),
        why=msg("A post is recorded in SIASN under the exact title; a near one is refused there."),
        fix=msg("Write the title, and the jenjang, of the list."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions: [{id: p-1, title: Pekerja Sosail, category: fungsional, grade: Ahli Muda}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  positions: [{id: p-1, title: Pekerja Sosial, category: fungsional, grade: Ahli Muda}]
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        return [
            outcome
            for position in unit.positions
            if position.category in ("fungsional", "pelaksana")
            for outcome in _judged(position, unit, context.law)
        ]


def _judged(position: Position, unit: Unit, law: Law) -> Iterable[Outcome]:
    name = position.title.casefold()
    known = law.titles.get(name)
    if known is None:
        near = law.near_title(name)
        if near is not None:
            message = msg(
                "{unit}: the title {title} is not in the nomenclature; it has {known}",
                unit=unit.name,
                title=position.title,
                known=near.title,
            )
            yield Broken(
                Subject("position", position.id, "title"),
                message,
                unit=unit.id,
                remedy=msg("write the title of the list, if it is meant"),
            )
    elif known.grades and position.grade is not None and position.grade not in known.grades:
        message = msg(
            "{unit}: {title} has no jenjang {grade}; it has {grades}",
            unit=unit.name,
            title=position.title,
            grade=position.grade,
            grades=known.grades,
        )
        yield Broken(
            Subject("position", position.id, "grade"),
            message,
            unit=unit.id,
            remedy=msg("write a jenjang of the title"),
        )
