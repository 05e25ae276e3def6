"""NAM002: heads of two units carry the same title."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.names.duplicate_sibling_name import same_name
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import GroupRule, Options

_A_SLIP = 2
"""Heads that share a title by mistake; three and more do so because their units mirror each other."""


class DuplicateHeadTitle(GroupRule[Options]):
    """Titles of heads across a structure. Titles that name their place by the unit above are left out."""

    code = "NAM002"
    name = "duplicate-head-title"
    reads = frozenset({"unit.head", "superior"})
    reach = frozenset({"unit", "chain"})
    severity = "advice"
    ground = "consistency"
    basis = "nomenklatur jabatan"
    documentation = Documentation(
        what=msg(
            "Two heads of offices of the same kind below different heads carry the same title. The head of a subbagian tata usaha, a secretary, and other offices that every unit of a kind has, share their title by law and are not meant; nor are titles that three or more share, because their units mirror each other."
        ),
        why=msg("A letter of appointment that names the title names both posts."),
        fix=msg("Let each title name the work of its own unit."),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, units: [{id: s-1, name: Seksi Data, kind: seksi, head: {id: k-1, title: Kepala Seksi Data}}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, units: [{id: s-2, name: Seksi Data, kind: seksi, head: {id: k-2, title: Kepala Seksi Data}}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, units: [{id: s-1, name: Seksi Data Anak, kind: seksi, head: {id: k-1, title: Kepala Seksi Data Anak}}]}
    - {id: bid-2, name: Bidang Dua, kind: bidang, units: [{id: s-2, name: Seksi Data Lansia, kind: seksi, head: {id: k-2, title: Kepala Seksi Data Lansia}}]}
""",
    )

    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[Hashable, Any]]:
        if unit.head is None or unit.kind in context.law.groups:
            return ()
        kind, above = context.kind(unit), context.parent(unit)
        if kind is None or kind.role != "line" or above is None:
            return ()
        above_kind = context.kind(above)
        if above_kind is not None and (unit.kind in above_kind.single_child or above_kind.role == "support"):
            return ()
        agency = _agency(unit, context)
        return (((unit.kind, agency, same_name(unit.head.title)), unit.head.id),)

    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        if len(entries) != _A_SLIP:
            return ()
        units = context.structure.units
        head = units[entries[1][0]].head
        return (
            Broken(
                Subject("position", entries[1][1], "title"),
                msg(
                    "{n} heads carry the title {title}: of {units}",
                    n=len(entries),
                    title="" if head is None else head.title,
                    units=tuple(_place(unit, context) for unit, _ in entries),
                ),
                unit=entries[1][0],
                related=tuple(
                    Subject("position", position, "title")
                    for _, position in entries
                    if position != entries[1][1]
                ),
                remedy=msg("let each title name the work of its own unit"),
            ),
        )


def _agency(unit: Unit, context: RuleContext) -> str:
    """The agency a unit belongs to: the nearest unit above of a kind of agencies, else the root."""
    units, parents, agencies = context.structure.units, context.graph.parents, context.law.agencies
    above = unit.id
    while units[above].kind not in agencies and above in parents:
        above = parents[above]
    return above


def _place(unit: str, context: RuleContext) -> str:
    above = context.graph.parent(unit)
    units = context.structure.units
    return units[unit].name if above is None else f"{units[unit].name} ({units[above].name})"
