"""The comparison matrix: nothing of either side is lost, and what became of each unit is said."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given, settings

from sotk.compare import diff
from sotk.findings.names import clean
from sotk.model import MergeUnits, RemoveUnit, SplitUnit, TransferDuty
from sotk.packs import load_pack
from sotk.report.material import Lacking, Material
from sotk.report.matrix import outcome
from sotk.report.pairing import paired
from sotk.report.render.docx import render
from sotk.scenario import apply
from tests.report.conftest import made, markdown_of, material
from tests.strategies import histories, structures

PEMDA = load_pack("pemda", ()).pack


def cells(data: bytes) -> list[list[str]]:
    """The texts of the rows of all tables in a Word file."""
    return [
        [
            "\n".join("".join(t.text or "" for t in p.iter("{*}t")) for p in cell.iter("{*}p"))
            for cell in row.iter("{*}tc")
        ]
        for table in docx.Document(BytesIO(data)).element.body.iter("{*}tbl")
        for row in table.iter("{*}tr")
    ]


def compared(before, after, **more) -> Material:
    return Material(structure=after, pack=PEMDA, language="id", base=before, **more)


def texts(structure) -> list[str]:
    """Names of units and texts of duties, as they are shown."""
    return [clean(unit.name) for unit in structure.walk()] + [
        clean(duty.text) for _unit, duty in structure.duties()
    ]


@settings(max_examples=40)
@given(histories())
def test_every_unit_and_duty_of_both_sides_stands_in_the_matrix_of_a_word_file(history):
    before, _operations, after = history
    rows = [row for row in cells(render(made("sandingan", compared(before, after)))) if len(row) == 5]
    for side, column in ((before, 2), (after, 3)):
        shown = "\n".join(row[column] for row in rows)
        for text in texts(side):
            assert text in shown


@given(histories())
def test_each_duty_has_one_line_on_each_side(history):
    before, _operations, after = history
    pairs = [pair for unit in paired(diff(before, after)) for pair in unit.duties]
    for side, structure in (("before", before), ("after", after)):
        shown = [each.id for pair in pairs if (each := getattr(pair, side)) is not None]
        assert sorted(shown) == sorted(duty.id for _unit, duty in structure.duties())


@given(structures())
def test_a_structure_beside_itself_is_unchanged_throughout(structure):
    assert {outcome(pair) for pair in paired(diff(structure, structure))} == {"same"}
    given_ = replace(compared(structure, structure, only_changed=True), language="en")
    assert "No differences." in markdown_of(made("sandingan", given_))


@pytest.fixture(scope="module")
def jabar():
    structure = material("dinsos-jabar/eksisting.yaml").structure
    return replace(structure, header=replace(structure.header, illustrative=False))  # no stars


def rows_of(before, operation) -> list[list[str]]:
    after = apply(before, operation).structure
    return [row for row in cells(render(made("sandingan", compared(before, after)))) if len(row) == 5]


def test_merged_units_are_named_beside_the_one_they_became(jabar):
    into = {"id": "seksi-pfm", "name": "Seksi PFM", "kind": "seksi"}
    rows = rows_of(jabar, MergeUnits(units=("seksi-pfm-desa", "seksi-pfm-kota"), into=into))
    (row,) = [row for row in rows if row[3] == "Seksi PFM"]
    assert row[2] == "Seksi Penanganan Fakir Miskin Perdesaan; Seksi Penanganan Fakir Miskin Perkotaan"
    assert row[4].startswith("Digabung\nHasil penggabungan Seksi Penanganan Fakir Miskin Perdesaan, ")


def test_the_parts_of_a_split_unit_each_name_the_whole(jabar):
    parts = (
        {"unit": {"id": "a", "name": "Seksi A", "kind": "seksi"}},
        {"unit": {"id": "b", "name": "Seksi B", "kind": "seksi"}, "duties": ["seksi-disabilitas-f1"]},
    )
    rows = rows_of(jabar, SplitUnit(unit="seksi-disabilitas", into=parts))
    for name in ("Seksi A", "Seksi B"):
        (row,) = [row for row in rows if row[3] == name and row[1] == "Unit"]
        assert row[2] == jabar.units["seksi-disabilitas"].name
        assert row[4].startswith("Dipecah\nPecahan dari ")


def test_a_transferred_duty_says_on_both_sides_where_it_went_and_came_from(jabar):
    rows = rows_of(jabar, TransferDuty(duty="seksi-tunasosial-f5", to="uptd-prsbk"))
    told = [row[4] for row in rows if row[4].startswith("Dialihkan")]
    assert told == [
        "Dialihkan ke UPTD Panti Rehabilitasi Sosial Bina Karya",
        "Dialihkan dari Seksi Rehabilitasi Sosial Tuna Sosial dan Korban Perdagangan Orang",
    ]


def test_an_abolished_unit_stands_behind_what_it_stood_behind(jabar):
    operation = RemoveUnit(unit="seksi-pfm-kota", duties_to="bid-pfm")
    names = [row[2] for row in rows_of(jabar, operation) if row[1] == "Unit"]
    at = names.index("Seksi Penanganan Fakir Miskin Perkotaan")
    assert names[at - 1] == "Seksi Penanganan Fakir Miskin Perdesaan"


def test_what_was_decided_stands_beside_the_change(golden):
    given_ = material("dinsos-jabar/usulan-uks-uptd.yaml", only_changed=True)
    golden("sandingan-uks-uptd.md", markdown_of(made("sandingan", given_)))


def test_the_matrix_reads_in_english_too(golden):
    given_ = material("dinsos-jabar/usulan-uks-satpel.yaml", "en", only_changed=True)
    golden("sandingan-uks-satpel-en.md", markdown_of(made("sandingan", given_)))


def test_without_a_base_it_says_what_is_missing():
    with pytest.raises(Lacking):
        made("sandingan", material("dinsos-jabar/eksisting.yaml"))
