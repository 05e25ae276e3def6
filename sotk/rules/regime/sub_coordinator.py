"""REG003: a sub-koordinator, where work teams took their place."""

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import AFTER, Documentation
from sotk.rules.names.duplicate_sibling_name import same_name
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class SubCoordinatorOptions(Options):
    since: date = Field(
        default=date(2022, 5, 1),
        description=msg("structures from this day on are looked at (PermenPANRB 7/2022)").text,
    )
    words: tuple[str, ...] = Field(
        default=("sub koordinator", "subkoordinator"),
        description=msg("beginnings of titles that are meant").text,
    )


class SubCoordinator(UnitRule[SubCoordinatorOptions]):
    """Titles of posts and names of units that begin with the word, after the rule of working systems."""

    code = "REG003"
    name = "sub-coordinator"
    reads = frozenset({"unit.name", "unit.head", "unit.positions", "header.effective"})
    severity = "advice"
    ground = "law"
    basis = "PermenPANRB 7/2022"
    options_type = SubCoordinatorOptions
    documentation = Documentation(
        what=msg(
            "A post or a unit is a sub-koordinator in a structure that takes effect after the system of work was ruled anew."
        ),
        why=msg(
            "PermenPANRB 7/2022 gives the work to teams (tim kerja) with a leader (ketua tim); functional posts answer to the head of the unit, and a layer of sub-koordinator keeps the old seksi alive."
        ),
        fix=msg("Name the functional post by its own title, and write the team under `teams:`."),
        bad=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      positions: [{id: sk, title: Sub Koordinator Data, category: fungsional, grade: Ahli Muda}]
""",
        good=AFTER
        + """
root:
  id: dinas
  name: Dinas Contoh
  kind: dinas
  units:
    - id: bid-1
      name: Bidang Satu
      kind: bidang
      positions: [{id: ak, title: Analis Kebijakan, category: fungsional, grade: Ahli Muda}]
teams: [{id: tim-data, name: Tim Kerja Data, unit: bid-1, leader: ak}]
""",
    )

    def applies(self, context: RuleContext) -> bool:
        day = context.structure.header.effective
        return context.law.level is not None and day is not None and day >= self.options.since

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        named = [
            (Subject("position", position.id, "title"), position.title)
            for position in (unit.head, *unit.positions)
            if position is not None
        ]
        if unit.kind not in context.law.groups:
            named.append((Subject("unit", unit.id, "name"), unit.name))
        return [
            Broken(
                subject,
                msg(
                    "{name} in {unit}: work teams took the place of sub-koordinator",
                    name=name,
                    unit=unit.name,
                ),
                unit=unit.id,
                remedy=msg("name the functional post by its own title; write the team under `teams:`"),
            )
            for subject, name in named
            if same_name(name).startswith(self.options.words)
        ]
