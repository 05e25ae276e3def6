"""FUN005: a bidang carries out what a UPTD carries out."""

from collections.abc import Hashable, Iterable, Sequence
from typing import Any

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Duty, Unit
from sotk.rules.coding import activity_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import GroupRule, Options

BASIS = Basis("Permendagri 12/2017", "", verified=False)


class SameStageTwice(GroupRule[Options]):
    """One stage of one activity on both sides; other sub-activities, sites or clients keep them apart."""

    code = "FUN005"
    name = "same-stage-twice"
    about = "codes"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "superior"})
    reach = frozenset({"unit", "chain"})
    needs = ("duty.code", "duty.stage")
    severity = "warning"
    ground = "law"
    basis = "Permendagri 12/2017 (UPTD: teknis operasional)"
    documentation = Documentation(
        what=msg(
            "A bidang or seksi and a UPTD carry out the same stage (pelaksanaan) of the same activity, for the same sub-activity, clients and sites as far as they are given."
        ),
        why=msg(
            "A UPTD carries out, a bidang makes policy and guides. Where both carry out, a case is sent from one to the other."
        ),
        fix=msg(
            "Leave the carrying out to the UPTD and give the bidang the policy, or tell both apart by sub-activity, site or client group."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan}]}
    - {id: uptd-1, name: UPTD Lansia, kind: uptd, duties: [{id: d-2, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  units:
    - {id: bid-1, name: Bidang Satu, kind: bidang, duties: [{id: d-1, text: kebijakan lansia, code: 1.06.04.1.03, stage: kebijakan}]}
    - {id: uptd-1, name: UPTD Lansia, kind: uptd, duties: [{id: d-2, text: pelayanan lansia, code: 1.06.04.1.03, stage: pelaksanaan, role: executor}]}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return context.pack.code_pattern is not None

    def collect(self, unit: Unit, context: RuleContext) -> Iterable[tuple[Hashable, Any]]:
        pattern = context.pack.code_pattern
        if pattern is None:
            return ()
        side = None
        found: list[tuple[Hashable, Any]] = []
        for duty, code in context.coded(unit):
            activity = activity_of(code, pattern)
            if (
                activity is None
                or duty.stage != "pelaksanaan"
                or duty.role == "support"
                or pattern.is_supporting(code)
            ):
                continue
            if side is None:
                side = _supporting(unit, context)
            found.append((activity, (duty, side)))
        return found

    def judge(self, key: Any, entries: Sequence[tuple[str, Any]], context: RuleContext) -> Iterable[Outcome]:
        line = [(unit, duty) for unit, (duty, supporting) in entries if supporting is None]
        support = [(unit, duty) for unit, (duty, supporting) in entries if supporting is not None]
        found: list[Outcome] = []
        for unit, duty in line:
            same = [(other, theirs) for other, theirs in support if not kept_apart(duty, theirs)]
            if same:
                found.append(_broken(unit, duty, same, key, context))
        return found


def _supporting(unit: Unit, context: RuleContext) -> str | None:
    """The supporting unit a unit is or belongs to; None for the line and for groups of the agency."""
    units, supporting = context.structure.units, context.law.supporting
    return next((above for above in context.graph.chain(unit.id) if units[above].kind in supporting), None)


def kept_apart(one: Duty, other: Duty) -> bool:
    """Whether code, site or client groups tell two duties of one activity apart.

    A whole activity and one of its sub-activities may or may not meet: nothing is claimed of them.
    """
    if one.code != other.code:
        return True
    if one.site is not None and other.site is not None and one.site != other.site:
        return True
    return bool(one.clients and other.clients and not set(one.clients) & set(other.clients))


def _broken(
    unit: str, duty: Duty, same: list[tuple[str, Duty]], activity: str, context: RuleContext
) -> Broken:
    units = context.structure.units
    return Broken(
        Subject("duty", duty.id, "stage"),
        msg(
            "{unit} carries out {code}, and so does the side of the UPTD: {others}",
            unit=units[unit].name,
            code=activity,
            others=tuple(dict.fromkeys(units[other].name for other, _ in same)),
        ),
        unit=unit,
        basis=BASIS,
        related=tuple(Subject("duty", theirs.id, "stage") for _, theirs in same),
        remedy=msg(
            "leave the carrying out to the UPTD, or tell both apart by sub-activity, site or client group"
        ),
    )
