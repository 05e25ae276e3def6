"""Minutes, indicators and summary: what was decided, who leads what, and what a page of it all says."""

from dataclasses import replace

import pytest
from hypothesis import given

from sotk.findings.names import clean
from sotk.model import Point
from sotk.packs import load_pack
from sotk.report.kinds import ringkasan
from sotk.report.kinds.catalogue import KINDS
from sotk.report.material import Lacking, Material
from sotk.rules import check
from tests.report.conftest import made, markdown_of, material
from tests.strategies import histories, structures

PEMDA = load_pack("pemda", ()).pack
UKS = "dinsos-jabar/usulan-uks-uptd.yaml"


@pytest.fixture
def no_pictures(monkeypatch):
    from sotk.report.document import Paragraph

    monkeypatch.setattr(ringkasan, "overview", lambda _material, _structure, caption: Paragraph(caption))


def test_the_minutes_are_as_reviewed(golden):
    given_ = material(UKS)
    point = Point(
        id="p",
        text="Shelter | Cimahi",
        unit="uptd-ppks",
        status="ditunda",
        decision="Tunggu ABK",
        why="beban",
    )
    scenario = replace(given_.scenario, points=(point,))
    golden("berita-acara-uks-uptd.md", markdown_of(made("berita-acara", replace(given_, scenario=scenario))))


def test_a_structure_has_no_minutes():
    with pytest.raises(Lacking):
        made("berita-acara", material("dinsos-jabar/eksisting.yaml"))


def test_every_change_of_a_proposal_stands_in_its_minutes_once():
    given_ = material(UKS)
    rows = [row for table in made("berita-acara", given_).tables() for row in table.rows]
    numbers = [int(row.cells[0].text) for row in rows if len(row.cells) == 6]
    assert sorted(numbers) == list(range(1, len(given_.scenario.operations) + 1))


def test_the_indicators_are_as_reviewed(golden):
    golden("iku-jabar.md", markdown_of(made("iku", material("dinsos-jabar/eksisting.yaml"))))


@given(structures())
def test_every_objective_and_indicator_is_shown(structure):
    document = made("iku", Material(structure=structure, pack=PEMDA, language="en"))
    tables = list(document.tables())
    plain = [[row for row in table.rows if row.kind == "plain"] for table in tables]
    shown = [row.cells[1].text.removesuffix("*") for rows in plain for row in rows if len(row.cells) > 5]
    assert sorted(shown) == sorted(clean(each.text) for each in structure.indicators)
    tree = [row.cells[2].text.removesuffix("*") for rows in plain for row in rows if len(row.cells) == 5]
    assert sorted(tree) == sorted(clean(each.text) for each in structure.objectives)


def judged(given_):
    findings, before = (
        check(structure, given_.pack, base=base) if structure else ()
        for structure, base in ((given_.structure, given_.base), (given_.base, None))
    )
    return replace(given_, findings=findings, findings_before=before)


def test_the_summary_is_as_reviewed(golden, no_pictures):
    golden("ringkasan-uks-uptd.md", markdown_of(made("ringkasan", judged(material(UKS)))))


def test_the_summary_of_a_structure_says_what_there_is(golden, no_pictures):
    golden(
        "ringkasan-gorontalo-en.md",
        markdown_of(made("ringkasan", judged(material("dinsos-gorontalo/dinsos.yaml", "en")))),
    )


def test_a_summary_without_a_check_does_not_say_that_all_is_well(no_pictures):
    told = markdown_of(made("ringkasan", material(UKS, "en")))
    assert "The rules were not asked." in told
    assert "No error" not in told


def test_the_summary_shows_both_charts():
    document = made("ringkasan", material(UKS))
    assert [block.caption for block in document.sections[1].blocks[1:]] == [
        "Organisasi eksisting",
        "Organisasi usulan",
    ]


@given(histories())
def test_no_structure_is_too_odd_for_any_kind(history):
    before, _operations, after = history
    for kind in KINDS:
        if kind.name not in (
            "berita-acara",
            "peta-jabatan",
            "ringkasan",
            "rancangan",
        ):  # charts: examples of their own
            assert made(kind.name, Material(structure=after, pack=PEMDA, language="id", base=before)).sections
