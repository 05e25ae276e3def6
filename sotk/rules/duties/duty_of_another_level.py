"""FUN011: a duty whose words name a service of another level of government."""

from collections.abc import Iterable

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Duty, Unit
from sotk.packs import Authority
from sotk.rules.coding import duties_of
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule


class DutyOfAnotherLevel(UnitRule[Options]):
    """What the pack's authorities say: care outside panti, for one, belongs to kabupaten and kota."""

    code = "FUN011"
    name = "duty-of-another-level"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "header.government", "header.agency"})
    needs = ("government.level", "agency.affairs")
    severity = "error"
    ground = "law"
    basis = "UU 23/2014 Lampiran"
    documentation = Documentation(
        what=msg(
            "A duty names work that the law gives to another level of government: in social affairs outreach and care outside panti in a province, care inside panti in a kabupaten or kota, rehabilitation of former drug users in either. Which words tell it, and beside which they do not (coordination, guidance, disasters), is data of the pack."
        ),
        why=msg(
            "Authority is the first question to a provincial emergency unit with shelters: outside panti the kabupaten and kota serve, inside the province."
        ),
        fix=msg(
            "Word the duty as coordination or referral, or state the written basis that gives the service to this level."
        ),
        bad=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: d-1, text: pelaksanaan rehabilitasi sosial di luar panti}]
""",
        good=BEFORE
        + """
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties:
    - {id: d-1, text: pelaksanaan rehabilitasi sosial di dalam panti}
    - {id: d-2, text: koordinasi rujukan pelayanan di luar panti bersama kabupaten/kota}
""",
    )

    def applies(self, context: RuleContext) -> bool:
        return bool(self._of_others(context))

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        if unit.exempt:
            return ()
        found: dict[str, list[tuple[Duty, str]]] = {}
        others = {authority.id: authority for authority in self._of_others(context)}
        for duty in duties_of(unit):
            for authority in others.values() if duty.role != "support" else ():
                phrase = authority.named_in(duty.text)
                if phrase is not None:
                    found.setdefault(authority.id, []).append((duty, phrase))
        return [_broken(unit, others[name], duties, context) for name, duties in found.items()]

    def _of_others(self, context: RuleContext) -> tuple[Authority, ...]:
        """The work of the agency's affairs that belongs to other levels than its own."""
        law = context.law
        if law.level is None:
            return ()
        return tuple(
            authority
            for authority in context.pack.authorities
            if authority.affair in law.affairs and law.level not in authority.levels
        )


def _broken(unit: Unit, authority: Authority, duties: list[tuple[Duty, str]], context: RuleContext) -> Broken:
    """One finding for all duties of a unit that name the same work, at the first of them."""
    (first, phrase), *more = duties
    return Broken(
        Subject("duty", first.id, "text"),
        msg(
            "{unit}: “{phrase}” names a service of another level of government than {level} (duties that name it: {n})",
            unit=unit.name,
            phrase=phrase,
            level=context.law.level,
            n=len(duties),
        ),
        unit=unit.id,
        basis=authority.basis,
        related=tuple(Subject("duty", duty.id, "text") for duty, _phrase in more),
        remedy=msg("word it as coordination or referral, or state the basis that gives it to this level"),
    )
