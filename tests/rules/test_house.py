"""Rules a house writes in its settings, one case a check."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sotk.files import load_text
from sotk.findings import Finding
from sotk.locale import say
from sotk.packs import load_pack
from sotk.rules import RuleSettings, check
from sotk.rules.house import house_rules
from sotk.rules.page import page as page_of

TEXT = """sotk: 1
structure: contoh
name: Contoh
pack: pemda
root:
  id: dinas
  name: Dinas
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, echelon: II.a}
  units:
    - id: b1
      name: Bidang Satu
      kind: bidang
      head: {id: k1, title: Kepala Bidang Satu}
      positions:
        - {id: p1, title: Analis, category: pelaksana, need: 6}
        - {id: p2, title: Pekerja Sosial, category: fungsional, need: 2}
      units:
        - {id: s1, name: Seksi Satu, kind: seksi}
        - {id: s2, name: Seksi Dua, kind: seksi}
    - {id: b2, name: Bidang Dua, kind: bidang, site: Cimahi}
"""
WORDS = {"id": "aturan rumah", "en": "a rule of the house"}


def found(**text: Any) -> list[Finding]:
    structure, pack = load_text(TEXT).structure, load_pack("pemda").pack
    assert structure is not None
    assert pack is not None
    house = {"id": "HSE001", "name": "aturan", "message": WORDS, **text}
    settings = RuleSettings(select=("HSE",), house=(house,))
    return list(check(structure, pack, settings, today=date(2024, 1, 1), strict=True))


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ({"check": "count", "kinds": ["bidang"], "of": ["seksi"], "least": 1}, ["b2"]),
        ({"check": "count", "kinds": ["dinas"], "of": ["seksi"], "within": "subtree", "most": 1}, ["dinas"]),
        ({"check": "span", "most": 1}, ["b1", "dinas"]),
        ({"check": "span", "of": "persons", "kinds": ["bidang"], "most": 9}, ["b1", "b2"]),
        ({"check": "depth", "most": 2}, ["s1", "s2"]),
        ({"check": "required_field", "kinds": ["bidang"], "field": "site"}, ["b1"]),
        ({"check": "required_field", "kinds": ["bidang"], "field": "head.echelon"}, ["b2", "k1"]),
        ({"check": "required_field", "kinds": ["bidang"], "field": "positions.job_class"}, ["p1", "p2"]),
        ({"check": "forbidden_kind", "kinds": ["seksi"]}, ["s1", "s2"]),
        ({"check": "ratio", "kinds": ["bidang"], "of": "fungsional", "least": 0.5}, ["b1"]),
        ({"check": "ratio", "kinds": ["bidang"], "of": "fungsional", "to": "pelaksana", "least": 0.33}, []),
        (
            {"check": "ratio", "kinds": ["bidang"], "of": "fungsional", "to": "pelaksana", "least": 0.34},
            ["b1"],
        ),
    ],
    ids=str,
)
def test_a_check_finds_what_it_says(text: dict[str, Any], subjects: list[str]) -> None:
    assert sorted(finding.subject.id for finding in found(**text) if finding.subject) == subjects


def test_the_words_severity_and_basis_are_those_of_the_house() -> None:
    (finding,) = found(
        check="depth", most=1, kinds=["uptd", "seksi", "bidang"], severity="error", basis="SE 1/2024", least=3
    )[:1]
    assert finding.severity == "error"
    assert str(finding.basis) == "SE 1/2024"
    assert say(finding.message, "en") == "a rule of the house (Bidang Satu: 2)"
    assert say(finding.message, "id") == "aturan rumah (Bidang Satu: 2)"


def test_a_ratio_of_incumbents_needs_incumbents() -> None:
    (finding,) = found(check="ratio", kinds=["bidang"], of="fungsional", measure="filled", least=0.5)
    assert finding.severity == "cannot_tell"
    assert "`filled`" in say(finding.message, "en")


def test_words_of_a_house_are_never_a_template() -> None:
    (finding, *_) = found(check="depth", most=1, message="{0.__class__} {unit}")
    assert say(finding.message, "en").startswith("{0.__class__} {unit} (")


@pytest.mark.parametrize(
    "text",
    [
        {"check": "count", "of": ["seksi"]},
        {"check": "weigh", "most": 1},
        {"check": "depth", "most": 1, "id": "house-1"},
        {"check": "depth", "most": 1, "id": "SPN001"},
        {"check": "depth", "most": 1, "mots": 2},
        {"check": "required_field", "field": "colour"},
        {"check": "forbidden_kind"},
    ],
    ids=str,
)
def test_a_text_that_cannot_be_used_is_said(text: dict[str, Any]) -> None:
    assert "SET003" in {finding.code for finding in found(**text)}


def test_the_house_rules_of_the_page_can_be_used() -> None:
    page = (Path(__file__).parents[2] / "docs" / "explanation" / "rules.md").read_text(encoding="utf-8")
    block = next(text for text in page.split("```") if "house:" in text)
    written = yaml.safe_load(block.removeprefix("yaml\n"))["rules"]["house"]
    rules, faults = house_rules(written)
    assert faults == ()
    assert {type(rule).__name__ for rule in rules} == {
        "HouseCount",
        "HouseSpan",
        "HouseDepth",
        "HouseRequiredField",
        "HouseForbiddenKind",
        "HouseRatio",
    }
    assert page_of(rules[0], "en").startswith("# BIR001 bidang-tanpa-seksi")
