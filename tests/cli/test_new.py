"""`sotk new`: a structure of the government that was named, lawful as it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.files import load, load_text
from sotk.packs.load import load_pack
from sotk.workspace.beginning import Beginning, begun, full_name, understood

PEMDA = load_pack("pemda").pack
DINAS = ("dinas-a-2017", "dinas-b-2022", "badan-c-2022")
"""Templates; a badan is named one, as NAM003 asks."""


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("level", "head", "echelons"),
    [
        ("provinsi", "Gubernur", {"II.a", "III.a"}),
        ("kabupaten", "Bupati", {"II.b", "III.b"}),
        ("kota", "Wali Kota", {"II.b", "III.b"}),
    ],
)
@pytest.mark.parametrize("template", DINAS)
def test_a_new_structure_speaks_of_the_head_and_has_the_echelons_of_its_government(
    sotk, here, template, level, head, echelons
):
    agency = f"{template.partition('-')[0].capitalize()} Sosial"
    made = sotk("new", agency, "--template", template, "--level", level, "--region", "Garut", "-o", "a.yaml")
    assert made.exit_code == 0
    text = (here / "a.yaml").read_text(encoding="utf-8")
    assert [each for each in ("Gubernur", "Bupati", "Wali Kota") if each in text] == [head]
    structure = load(here / "a.yaml").structure
    assert (structure.header.government.level, structure.header.government.name) == (level, "Garut")
    assert structure.name == f"{agency} {level.capitalize()} Garut"
    assert structure.units[structure.root].name == agency
    bidang = [unit for unit in structure.units.values() if unit.kind == "bidang"]
    assert {structure.units[structure.root].head.echelon} | {unit.head.echelon for unit in bidang} == echelons
    found = sotk("check", "a.yaml", "--fail-on", "advice")
    assert found.exit_code == 0, found.stdout


def test_the_name_alone_tells_the_government(sotk, here):
    assert sotk("new", "Dinas Sosial Kabupaten Garut", "--template", "dinas-a-2022").exit_code == 0
    structure = load(here / "dinas-sosial-kabupaten-garut.yaml").structure
    assert (structure.header.government.level, structure.header.government.name) == ("kabupaten", "Garut")
    assert structure.units[structure.root].name == "Dinas Sosial"


@pytest.mark.parametrize(
    ("beginning", "expected"),
    [
        (Beginning("Dinas Tata Kota"), Beginning("Dinas Tata Kota")),
        (Beginning("Dinas Tata Kota Kota Bandung"), Beginning("Dinas Tata Kota", "kota", "Bandung")),
        (Beginning("Dinas Sosial", region="Kota Bandung"), Beginning("Dinas Sosial", "kota", "Bandung")),
        (
            Beginning("Badan Kota Tua", "provinsi", "Banten"),
            Beginning("Badan Kota Tua", "provinsi", "Banten"),
        ),
        (
            Beginning("Dinas Sosial", "kabupaten", "Bandung"),
            Beginning("Dinas Sosial", "kabupaten", "Bandung"),
        ),
    ],
)
def test_the_words_of_a_name_are_told_from_its_government(beginning, expected):
    assert understood(PEMDA, beginning) == expected


@given(
    level=st.sampled_from(["provinsi", "kabupaten", "kota"]),
    region=st.text("abcdefghijkl :#{}'\"-", min_size=1, max_size=12).filter(str.strip),
)
def test_the_full_name_is_understood_as_what_it_was_made_of(level, region):
    known = Beginning("Dinas Sosial", level, region.strip())
    assert understood(PEMDA, Beginning(full_name(known))) == known
    structure = load_text(begun(PEMDA, "dinas-c-2022", known, "a")).structure
    assert structure.header.government.name == region.strip()


def test_affairs_stand_in_the_header_and_in_the_words_of_the_task(sotk, here):
    made = sotk(
        "new", "Dinas Sosial Kota Bogor", "--template", "dinas-b-2022", "--affair", "1.06", "--affair", "2.08"
    )
    assert made.exit_code == 0
    structure = load(here / "dinas-sosial-kota-bogor.yaml").structure
    assert structure.header.agency.affairs == ("1.06", "2.08")
    task = structure.units[structure.root].duties[0].text
    assert "urusan pemerintahan bidang sosial dan bidang pemberdayaan perempuan" in task


def test_an_unknown_affair_is_refused_with_what_was_perhaps_meant(sotk, here):
    made = sotk("new", "Dinas Sosial", "--template", "dinas-b-2022", "--affair", "1.6")
    assert made.exit_code == 2
    assert "1.06" in made.stderr
    assert not list(here.iterdir())


def test_a_template_of_no_government_refuses_one(sotk, here):
    made = sotk("new", "Toko", "--template", "company", "--level", "kota")
    assert made.exit_code == 2
    assert "generic" in made.stderr
    assert not list(here.iterdir())
