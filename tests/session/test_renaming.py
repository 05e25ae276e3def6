"""A renaming takes the title of the head along, as one step."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.files import load
from sotk.packs import load_pack
from sotk.rules import check
from sotk.scenario import apply_all
from sotk.session.renaming import rename, retitled

STRUCTURES = Path(__file__).parents[2] / "structures"
PEMDA, KEMENTERIAN = load_pack("pemda").pack, load_pack("kementerian").pack


@pytest.mark.parametrize(
    ("kind", "title", "before", "after", "expected"),
    [
        (
            "bidang",
            "Kepala Bidang Data",
            "Bidang Data",
            "Bidang Data dan Riset",
            "Kepala Bidang Data dan Riset",
        ),
        ("bidang", "Kepala Bidang Data Dinas", "Bidang Data", "Bidang Riset", "Kepala Bidang Riset Dinas"),
        ("bidang", "KEPALA BIDANG DATA", "Bidang Data", "Bidang Riset", "KEPALA Bidang Riset"),
        ("bidang", "Kepala Bidang Database", "Bidang Data", "Bidang Riset", "Kepala Bidang Database"),
        ("dinas", "Kepala Dinas", "Dinas Sosial", "Dinas Sosial dan PPA", "Kepala Dinas"),
        ("sekretariat", "Sekretaris", "Sekretariat", "Sekretariat Dinas", "Sekretaris"),
        ("kecamatan", "Camat Coblong", "Kecamatan Coblong", "Kecamatan Cibiru", "Camat Cibiru"),
    ],
)
def test_the_title_follows_where_it_holds_the_name(kind, title, before, after, expected):
    assert retitled(title, before, after, PEMDA.kind(kind)) == expected


def test_a_direktur_follows_a_direktorat():
    kind = KEMENTERIAN.kind("direktorat")
    before, after = "Direktorat Angkutan Jalan", "Direktorat Multimoda"
    assert retitled("Direktur Angkutan Jalan", before, after, kind) == "Direktur Multimoda"


@given(st.from_regex(r"[A-Z][a-z]{2,8}( [A-Z][a-z]{2,8}){0,3}", fullmatch=True), st.data())
def test_after_a_renaming_no_head_of_a_shipped_structure_has_an_old_title(words, data):
    structure = load(STRUCTURES / "dinsos-jabar" / "eksisting.yaml").structure
    lines = sorted(
        unit.id for unit in structure.units.values() if unit.kind in ("bidang", "seksi") and unit.head
    )
    unit = data.draw(st.sampled_from(lines))
    kind = "Bidang" if structure.units[unit].kind == "bidang" else "Seksi"
    operations = rename(structure, PEMDA, unit, f"{kind} {words}")
    after = apply_all(structure, operations).structure
    assert after.units[unit].name == f"{kind} {words}"
    assert after.units[unit].head.title == f"Kepala {kind} {words}"
    assert not check(after, PEMDA, select=["NAM005"])


def test_the_same_name_is_no_step():
    structure = load(STRUCTURES / "dinsos-jabar" / "eksisting.yaml").structure
    assert rename(structure, PEMDA, "bid-pfm", structure.units["bid-pfm"].name) == ()
