"""FUN011: a duty whose words name a service of another level of government."""

from collections.abc import Iterable, Mapping

from pydantic import Field

from sotk.findings import Basis, Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.context import RuleContext
from sotk.rules.documentation import BEFORE, Documentation
from sotk.rules.duties.coding import duties_of
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.rule import Options, UnitRule

BASIS = Basis("UU 23/2014 Lampiran (bidang sosial); Permensos 9/2018", "", verified=False)
_AFFAIR = "1.06"


class DutyOfAnotherLevelOptions(Options):
    phrases: Mapping[str, tuple[str, ...]] = Field(
        default={
            "provinsi": ("luar panti", "penjangkauan", "respons lapangan", "respons kasus", "di jalan"),
            "kabupaten": ("dalam panti",),
            "kota": ("dalam panti",),
        },
        description=msg(
            "words that, in a duty of a government of that level, name a service of another level"
        ).text,
    )
    allowing: tuple[str, ...] = Field(
        default=(
            "bencana",
            "koordinasi",
            "fasilitasi",
            "pembinaan",
            "kebijakan",
            "di luar hiv",
            "bersama kabupaten",
        ),
        description=msg("words beside them that make the duty the agency's own").text,
    )


class DutyOfAnotherLevel(UnitRule[DutyOfAnotherLevelOptions]):
    """Care outside panti belongs to kabupaten and kota, care inside panti to the province."""

    code = "FUN011"
    name = "duty-of-another-level"
    reads = frozenset({"unit.duties", "unit.head", "unit.positions", "header.government", "header.agency"})
    needs = ("government.level", "agency.affairs")
    severity = "error"
    ground = "law"
    basis = "UU 23/2014 Lampiran; Permensos 9/2018"
    options_type = DutyOfAnotherLevelOptions
    documentation = Documentation(
        what=msg(
            "A duty of a social agency speaks of services that another level of government gives: outreach and care outside panti in a province, care inside panti in a kabupaten or kota. Coordination, guidance and disasters are not meant."
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
        return _AFFAIR in context.law.affairs and context.law.level in self.options.phrases

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        phrases = self.options.phrases.get(context.law.level or "", ())
        if unit.exempt:
            return ()
        found: list[Outcome] = []
        for duty in duties_of(unit):
            words = duty.text.casefold()
            said = [phrase for phrase in phrases if phrase in words]
            if said and duty.role != "support" and not any(word in words for word in self.options.allowing):
                found.append(
                    Broken(
                        Subject("duty", duty.id, "text"),
                        msg(
                            "{unit}: “{phrase}” names a service of another level of government than {level}",
                            unit=unit.name,
                            phrase=said[0],
                            level=context.law.level,
                        ),
                        unit=unit.id,
                        basis=BASIS,
                        remedy=msg(
                            "word it as coordination or referral, or state the basis that gives it to this level"
                        ),
                    )
                )
        return found
