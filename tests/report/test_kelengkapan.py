"""The checklist: what is there, what is not, and what cannot be told, which is no pass."""

from dataclasses import replace

import pytest
from hypothesis import given

from sotk.model import Position
from sotk.packs import load_pack
from sotk.report.complete import asked
from sotk.report.material import Material
from sotk.rules import check
from tests.report.conftest import made, markdown_of, material
from tests.strategies import structures

PEMDA = load_pack("pemda", ()).pack
UKS = "dinsos-jabar/usulan-uks-uptd.yaml"


def states(given_) -> dict[str, str]:
    return {str(each.what.text): each.state for each in asked(given_)}


def test_the_checklist_is_as_reviewed(golden):
    given_ = material(UKS)
    found = check(given_.structure, given_.pack, base=given_.base)
    before = check(given_.base, given_.pack)
    golden(
        "kelengkapan-uks-uptd.md",
        markdown_of(made("kelengkapan", replace(given_, findings=found, findings_before=before))),
    )


@given(structures())
def test_what_is_there_is_so_for_every_post(structure):
    found = states(Material(structure=structure, pack=PEMDA, language="id"))
    needs = [post.need is not None for _unit, post in structure.positions()]
    told = "unknown" if not needs else "there" if all(needs) else "partly" if any(needs) else "missing"
    assert found["Need of every post"] == told


@pytest.mark.parametrize(
    ("filled", "state"),
    [((1, 1), "there"), ((1, None), "partly"), ((None, None), "missing"), ((), "unknown")],
)
def test_some_all_none_and_nothing_to_look_at_are_told_apart(filled, state):
    given_ = material("dinsos-jabar/eksisting.yaml")
    posts = tuple(Position(id=f"p{at}", title="Pelaksana", filled=count) for at, count in enumerate(filled))
    root = replace(given_.structure.units["dinsos"], head=None, positions=posts)
    small = replace(given_.structure, units={"dinsos": root}, children={}, indicators=(), objectives=())
    assert states(replace(given_, structure=small))["Incumbents of every post"] == state


def test_a_paper_beside_the_structure_is_no_pass():
    rows = [row for table in made("kelengkapan", material(UKS, "en")).tables() for row in table.rows]
    letters = [row.cells[2].text for row in rows if row.cells[1].text == "Covering letter"]
    assert letters
    assert set(letters) == {"cannot be told"}


def test_of_a_proposal_only_the_new_unit_is_asked_for_its_criteria():
    told = markdown_of(made("kelengkapan", material(UKS, "en")))
    assert told.count("## Criteria for founding a UPTD") == 1
    assert "## Criteria for founding a UPTD: UPTD Kegawatdaruratan Sosial" in told
