"""SPN001: more offices report to one head than a head can lead."""

from collections.abc import Iterable

from pydantic import Field

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Unit
from sotk.rules.bounds import Bound, most
from sotk.rules.context import RuleContext
from sotk.rules.counting import by_kind
from sotk.rules.documentation import Documentation
from sotk.rules.outcome import Broken, Outcome
from sotk.rules.reading import LAW
from sotk.rules.rule import Options, UnitRule


class WideSpanOptions(Options):
    most: int | None = Field(
        default=None,
        ge=1,
        description=msg("offices at most, UPTD counted, in place of the pack's limits").text,
    )


class WideSpan(UnitRule[WideSpanOptions]):
    """The structural span: all offices directly below a head, and those of them that are no UPTD."""

    code = "SPN001"
    name = "wide-span"
    about = "subordinates"
    reads = LAW | {"children"}
    reach = frozenset({"unit", "children", "parent"})
    severity = "advice"
    ground = "benchmark"
    basis = "PP 18/2016 Pasal 2 (rentang kendali); Acharya et al., McKinsey 2017"
    options_type = WideSpanOptions
    documentation = Documentation(
        what=msg(
            "More offices report to one head directly than the pack's limit for its rank allows. Sekretariat, bidang and UPTD all count; functional groups, service sites and expert staff do not."
        ),
        why=msg(
            "Every office below costs its head time for direction, reports and approval. PP 18/2016 names rentang kendali as a principle and gives no number, so the number is a benchmark."
        ),
        fix=msg(
            "Put offices with one kind of work under a common head, for example UPTD as service sites of a larger UPTD, or lay out why the head can lead so many and waive the finding."
        ),
        bad="""
sotk: 1
structure: dinas-lebar
name: Dinas Lebar
pack: pemda
government: {level: provinsi, name: Contoh}
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Lebar
  kind: dinas
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang}
    - {id: bid-3, name: Bidang Tiga, kind: bidang}
    - {id: bid-4, name: Bidang Empat, kind: bidang}
    - {id: uptd-1, name: UPTD Satu, kind: uptd}
    - {id: uptd-2, name: UPTD Dua, kind: uptd}
    - {id: uptd-3, name: UPTD Tiga, kind: uptd}
    - {id: uptd-4, name: UPTD Empat, kind: uptd}
    - {id: uptd-5, name: UPTD Lima, kind: uptd}
    - {id: uptd-6, name: UPTD Enam, kind: uptd}
    - {id: uptd-7, name: UPTD Tujuh, kind: uptd}
    - {id: uptd-8, name: UPTD Delapan, kind: uptd}
""",
        good="""
sotk: 1
structure: dinas-ringkas
name: Dinas Ringkas
pack: pemda
government: {level: provinsi, name: Contoh}
agency: {type: A}
effective: 2017-01-01
root:
  id: dinas
  name: Dinas Ringkas
  kind: dinas
  units:
    - {id: sekretariat, name: Sekretariat, kind: sekretariat}
    - {id: bid-1, name: Bidang Satu, kind: bidang}
    - {id: bid-2, name: Bidang Dua, kind: bidang}
    - id: uptd-1
      name: UPTD Satu
      kind: uptd
      units:
        - {id: satpel-1, name: Satuan Pelayanan Satu, kind: satpel}
        - {id: satpel-2, name: Satuan Pelayanan Dua, kind: satpel}
""",
    )

    def check(self, unit: Unit, context: RuleContext) -> Iterable[Outcome]:
        assistants = context.law.assistants
        offices = tuple(office for office in context.offices_below(unit) if office.kind not in assistants)
        if len(offices) < 2:
            return ()
        supporting = context.law.supporting
        line = tuple(office for office in offices if office.kind not in supporting)
        for counted, bounds in (
            (offices, most("span-total", unit, context, self.options.most)),
            (line, most("span-structural", unit, context) if self.options.most is None else ()),
        ):
            for bound in bounds:
                if len(counted) > bound.value:
                    return (_broken(unit, counted, bound, context),)
        return ()


def _broken(unit: Unit, offices: tuple[Unit, ...], bound: Bound, context: RuleContext) -> Broken:
    return Broken(
        Subject("unit", unit.id),
        msg(
            "{n} offices report directly to the head of {unit} ({parts}), more than {most}",
            n=len(offices),
            unit=unit.name,
            parts=by_kind(offices, context),
            most=bound.value,
        ),
        basis=bound.basis,
        severity=bound.severity,
        related=tuple(Subject("unit", office.id) for office in offices),
        remedy=msg("join offices with one kind of work under a common head, or waive with the reason"),
    )
