"""Rules of proposals, and rules of several agencies."""

from datetime import date
from pathlib import Path

import pytest

from sotk.files import load_text
from sotk.locale import say
from sotk.model import Remove, Structure
from sotk.packs import Pack, load_pack
from sotk.rules import RuleSettings, check, check_together
from sotk.scenario import replay

TODAY = date(2024, 1, 1)
JABAR = Path(__file__).parents[2] / "structures" / "dinsos-jabar"
BEFORE = """sotk: 1
structure: contoh
name: Contoh
pack: pemda
effective: 2017-01-01
root:
  id: dinas
  name: Dinas
  kind: dinas
  units:
    - id: b1
      name: Bidang 1
      kind: bidang
      head: {id: k1, title: Kepala Bidang 1, echelon: III.a, filled: 1}
      duties: [{id: d1, text: pelayanan lansia}]
      positions: [{id: p1, title: Analis, category: pelaksana, need: 3, filled: 2}]
    - {id: b2, name: Bidang 2, kind: bidang}
"""


@pytest.fixture
def pack() -> Pack:
    pack = load_pack("pemda").pack
    assert pack is not None
    return pack


def read(text: str) -> Structure:
    structure = load_text(text).structure
    assert structure is not None
    return structure


AFTER = BEFORE.split("    - id: b1", maxsplit=1)[0] + "    - {id: b2, name: Bidang 2, kind: bidang}\n"


def codes(before: str, after: str, pack: Pack, **given: object) -> list[str]:
    found = check(read(after), pack, select=["CHG"], base=read(before), today=TODAY, strict=True, **given)
    return [finding.code for finding in found]


def test_a_unit_that_vanishes_takes_duties_incumbents_and_echelons_with_it(pack: Pack) -> None:
    assert codes(BEFORE, AFTER, pack) == ["CHG001", "CHG002", "CHG003", "CHG003", "CHG005"]


def test_displaced_incumbents_are_told_how_many_posts_of_their_category_are_vacant(pack: Pack) -> None:
    vacant = AFTER.rstrip().removesuffix("}") + (
        ", positions: [{id: q1, title: A, category: pelaksana, need: 4, filled: 3},"
        " {id: q2, title: B, category: pelaksana, need: 2}, {id: q3, title: C, category: fungsional, need: 9},"
        " {id: q4, title: D, category: pelaksana}]}\n"
    )
    found = check(read(vacant), pack, select=["CHG003"], base=read(BEFORE), today=TODAY, strict=True)
    assert "2 incumbents of Analis (Bidang 1) have no target post; 3 posts" in say(found[1].message, "en")


def test_what_an_operation_takes_out_on_purpose_is_not_lost(pack: Pack) -> None:
    decided = [("duty", "d1"), ("position", "k1"), ("position", "p1")]
    assert codes(BEFORE, AFTER, pack, decided=decided) == ["CHG001", "CHG005"]


def test_without_a_base_no_rule_of_changes_runs(pack: Pack) -> None:
    assert not check(read(AFTER), pack, select=["CHG"], today=TODAY)


def test_nothing_is_said_of_a_proposal_that_changes_nothing(pack: Pack) -> None:
    assert codes(BEFORE, BEFORE, pack) == []


def objections(name: str, pack: Pack) -> dict[str, str]:
    base = load_text((JABAR / "eksisting.yaml").read_text(encoding="utf-8")).structure
    scenario = load_text((JABAR / f"usulan-uks-{name}.yaml").read_text(encoding="utf-8")).scenario
    assert base is not None
    assert scenario is not None
    decided = [(op.entity, op.id) for op in scenario.operations if isinstance(op, Remove)]
    known = {(f.code, f.subject) for f in check(base, pack, today=TODAY)}
    after = replay(base, scenario).structure
    found = check(after, pack, base=base, decided=decided, today=TODAY, strict=True)
    return {f.code: say(f.message, "en") for f in found if (f.code, f.subject) not in known}


def test_a_new_uptd_meets_the_objections_a_reviewer_raises_first(pack: Pack) -> None:
    found = objections("uptd", pack)
    assert "another level of government" in found["FUN011"]
    assert "hours" in found["CHG006"]
    assert "already the work of" in found["CHG008"]
    assert "13 offices" in found["SPN001"]
    assert "IV.a +1" in found["CHG005"]


def test_a_service_site_needs_no_hours_and_no_new_echelon(pack: Pack) -> None:
    found = objections("satpel", pack)
    assert not found.keys() & {"CHG005", "CHG006", "SPN001"}


def test_a_work_team_adds_no_office(pack: Pack) -> None:
    assert not objections("timkerja", pack).keys() & {"CHG005", "CHG006", "CHG008", "SPN001", "REG004"}


def agency(ident: str, kind: str = "dinas", day: str = "2010-01-01") -> Structure:
    return read(
        f"sotk: 1\nstructure: {ident}\nname: {ident}\npack: pemda\neffective: {day}\n"
        "government: {level: provinsi, name: Contoh}\n"
        f"root: {{id: r, name: {ident}, kind: {kind}}}\n"
    )


def test_more_agencies_than_the_law_of_their_day_allows(pack: Pack) -> None:
    many = {f"d{n:02}": (agency(f"d{n:02}"), pack) for n in range(19)}
    found = check_together(many, RuleSettings(select=("AGC002",)), TODAY)
    assert [key for key, findings in found.items() if findings] == ["d18"]
    fewer = {key: value for key, value in many.items() if key != "d00"}
    assert not any(check_together(fewer, RuleSettings(select=("AGC002",)), TODAY).values())
