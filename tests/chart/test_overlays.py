"""Overlays: what changed is drawn with nothing missing; every mark has a sign and a legend."""

from dataclasses import replace

import pytest

from sotk.chart.layout.pages import paged
from sotk.chart.overlays.absent import ABSENT
from sotk.chart.overlays.diff import CHANGES, GHOST_KEY
from sotk.chart.overlays.facts import MAKERS
from sotk.chart.overlays.findings import findings
from sotk.chart.picture import compared, overlaid
from sotk.chart.view import ViewOptions, view
from sotk.findings import Finding, Subject
from sotk.locale import msg, say
from sotk.model import AddUnit, MergeUnits, MoveUnit, RemoveUnit, Set, SplitUnit, Unit
from sotk.packs import load_pack
from sotk.scenario import apply

INTERNAL = ViewOptions(annex=False)
PROPOSAL = (
    AddUnit(under="dinsos", unit={"id": "uks", "name": "UPTD Kegawatdaruratan Sosial", "kind": "uptd"}),
    MoveUnit(unit="satpel", under="uks"),
    Set(entity="unit", id="linjamsos", field="name", value="Bidang Jaminan Sosial"),
    MergeUnits(
        units=("keuangan", "umum"), into={"id": "tata", "name": "Subbagian Tata Kelola", "kind": "subbagian"}
    ),
    RemoveUnit(unit="ppks"),
    SplitUnit(
        unit="anak",
        into=[
            {"unit": {"id": "anak-a", "name": "Seksi Anak", "kind": "seksi"}},
            {"unit": {"id": "lansia", "name": "Seksi Lanjut Usia", "kind": "seksi"}},
        ],
    ),
)


def changed(structure, *operations):
    for operation in operations:
        applied = apply(structure, operation)
        assert not applied.refused, applied.refused
        structure = applied.structure
    return structure


@pytest.fixture
def drawn(make, pemda):
    before = make()
    after = changed(before, *PROPOSAL)
    chart = view(after, pemda, INTERNAL, (), compared(before, after, "id", ("Eksisting", "Usulan")))
    return before, after, chart


def words(chart, key):
    return " / ".join(p.text for node in chart.nodes if node.id == key for p in node.text)


def test_nothing_of_the_structure_before_is_missing(drawn):
    before, after, chart = drawn
    shown = {node.unit or node.id for node in chart.nodes}
    assert set(before.units) | set(after.units) <= shown


def test_a_moved_unit_has_a_mark_at_its_place_and_a_ghost_at_the_old_one(drawn):
    _, _, chart = drawn
    assert words(chart, "satpel").startswith("→ ")
    assert "(dari UPTD PSRLU dan PMP)" in words(chart, "satpel")
    ghost = next(node for node in chart.nodes if node.id == f"{GHOST_KEY}satpel")
    assert (ghost.role, ghost.parent) == ("ghost", "psrlu")
    assert words(chart, ghost.id).startswith("↗ ")


def test_the_old_name_stands_beside_the_new_one(drawn):
    assert "dahulu: Bidang Perlindungan dan Jaminan Sosial" in words(drawn[2], "linjamsos")


def test_merged_split_new_and_removed_units_are_named_as_such(drawn):
    _, _, chart = drawn
    assert "digabung dari" in words(chart, "tata")
    assert "digabung ke Subbagian Tata Kelola" in words(chart, f"{GHOST_KEY}umum")
    assert "pecahan dari" in words(chart, "lansia")
    assert words(chart, "uks").startswith("+ ")
    assert words(chart, f"{GHOST_KEY}ppks").startswith("− ")


def test_counts_and_legend_say_what_occurs_and_only_that(drawn):
    _, _, chart = drawn
    assert "1 pindah" in chart.frame.subtitle
    assert "1 gabung" in chart.frame.subtitle
    assert "1 hapus" in chart.frame.subtitle
    signs = {swatch.sign for swatch in chart.frame.swatches}
    assert {"+", "−", "→", "↗", "⊕", "÷", "~"} <= signs


def test_every_change_differs_without_colour():
    looks = {(change.sign, change.dash) for change in CHANGES.values()}
    assert len(looks) == len(CHANGES)


def test_equal_structures_have_no_marks(make, pemda):
    chart = view(make(), pemda, INTERNAL, (), compared(make(), make(), "id"))
    assert not any(node.marks for node in chart.nodes)
    assert [swatch.words for swatch in chart.frame.swatches] == ["tetap"]


def test_the_picture_of_a_comparison_draws_ghosts_and_keeps_ids_unique(drawn):
    scene = paged(drawn[2])
    boxes = [box for page in scene.pages for box in page.boxes]
    assert len({box.key for box in boxes}) == len(boxes)
    assert {box.id for box in boxes if box.role == "ghost"} == {"satpel", "umum", "keuangan", "ppks", "anak"}


@pytest.mark.parametrize("name", list(MAKERS))
def test_an_overlay_of_facts_says_them_in_words_on_units_that_exist(make, pemda, name):
    pack = load_pack("pemda").pack
    structure = make()
    overlay = MAKERS[name](structure, pack, "id")
    assert set(overlay.looks) <= set(structure.units)
    assert all(look.notes for look in overlay.looks.values())
    view(structure, pemda, INTERNAL, (), overlay)


def test_the_legend_of_spans_has_the_bands_that_occur(make):
    structure = make()
    overlay = MAKERS["span"](structure, load_pack("pemda").pack, "id")
    counted = {int(look.mark.sign) for look in overlay.looks.values() if look.mark}
    bands = {(1, 3): "rentang 1 s.d. 3", (4, 6): "rentang 4 s.d. 6", (7, 9): "rentang 7 s.d. 9"}
    bands[10, 10**6] = "rentang 10 atau lebih"
    occurring = [words for (low, high), words in bands.items() if any(low <= n <= high for n in counted)]
    assert [swatch.words for swatch in overlay.legend] == occurring
    assert len(occurring) < len(bands)


def test_the_span_overlay_counts_offices(make):
    overlay = MAKERS["span"](make(), load_pack("pemda").pack, "id")
    assert overlay.looks["dinsos"].notes[0].text == "rentang 5"


def test_findings_stand_on_the_box_they_are_about(make):
    about = Finding("SPN001", "wide-span", "warning", msg("too many"), subject=Subject("unit", "rehsos"))
    overlay = findings(make(), [about], "id")
    assert set(overlay.looks) == {"rehsos"}
    assert overlay.looks["rehsos"].mark.sign == "▲"
    assert "SPN001" in overlay.looks["rehsos"].notes[0].text


@pytest.mark.parametrize("name", [*MAKERS, "findings"])
def test_an_overlay_that_says_nothing_of_any_unit_says_so(name, make):
    """A picture without a mark would read as "nothing is vacant" where nothing is known."""
    bare = Unit(id="dinsos", name="Dinas Sosial", kind="dinas")
    alone = replace(make({"dinsos": ("Dinas Sosial", "dinas", [])}), units={"dinsos": bare})
    pack = load_pack("pemda").pack
    made = overlaid(alone, pack, [name], "id")
    assert made.subtitle == say(ABSENT[name], "id")
    assert overlaid(alone, pack, [name, "team"], "id").subtitle.startswith(made.subtitle)
