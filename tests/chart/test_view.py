"""What is shown of a structure, and in which words."""

import random
from dataclasses import replace

import pytest

from sotk.chart.layout.bagan import bagan
from sotk.chart.view import ViewOptions, view
from sotk.model import Line, Unit


def texts(chart):
    return {node.id: [phrase.text for phrase in node.text] for node in chart.nodes}


def test_the_annex_is_in_capitals_and_its_top_box_is_the_office_of_the_head(make, pemda):
    chart = view(make(), pemda)
    assert texts(chart)["dinsos"] == ["KEPALA DINAS"]
    assert texts(chart)["rehsos"] == ["BIDANG REHABILITASI SOSIAL"]
    assert chart.frame.title == ("BAGAN STRUKTUR ORGANISASI", "DINAS SOSIAL PROVINSI JAWA BARAT")


def test_the_annex_carries_its_heading_and_who_signs(make, pemda):
    frame = view(make(), pemda).frame
    assert frame.heading == (
        ("", "LAMPIRAN PERATURAN GUBERNUR JAWA BARAT"),
        ("NOMOR", "..."),
        ("TANGGAL", "..."),
        ("TENTANG", "KEDUDUKAN, SUSUNAN ORGANISASI, TUGAS DAN FUNGSI"),
    )
    assert frame.signature[0] == "GUBERNUR JAWA BARAT,"


def test_echelons_are_printed_on_internal_charts_only(make, pemda):
    assert "II.a" not in texts(view(make(), pemda))["dinsos"]
    assert "II.a" in texts(view(make(), pemda, ViewOptions(annex=False, echelons=True)))["dinsos"]


def test_the_annex_draws_supporting_units_as_one_box_that_counts_them(make, pemda):
    chart = view(make(), pemda)
    generic = next(node for node in chart.nodes if node.id == "kind:uptd")
    assert (generic.text[0].text, generic.hidden, generic.place) == ("UPTD", 4, "support")
    assert "psrlu" not in texts(chart)


def test_each_supporting_unit_is_drawn_where_asked_for(make, pemda):
    shown = texts(view(make(), pemda, ViewOptions(each_support=True)))
    assert {"psrlu", "ppks", "tu", "satpel"} <= set(shown)


def test_every_unit_has_exactly_one_box(make, pemda):
    structure = make()
    chart = view(structure, pemda, ViewOptions(each_support=True))
    assert sorted(node.id for node in chart.nodes) == sorted(structure.units)


def test_units_below_the_wanted_depth_are_counted_on_the_box_above(make, pemda):
    chart = view(make(), pemda, ViewOptions(depth=1, each_support=True))
    assert texts(chart)["psrlu"][-1] == "+2"
    assert "tu" not in texts(chart)


def test_a_chart_of_one_unit_puts_it_on_top_and_its_office_right_of_the_trunk(make, pemda):
    chart = view(make(), pemda, ViewOptions(unit="psrlu"))
    assert [(node.id, node.place) for node in chart.nodes] == [
        ("psrlu", "line"),
        ("tu", "secretariat"),
        ("satpel", "line"),
    ]
    assert chart.frame.title[1] == "UPTD PSRLU DAN PMP"


def test_an_unknown_unit_is_refused(make, pemda):
    with pytest.raises(KeyError):
        view(make(), pemda, ViewOptions(unit="tidak-ada"))


def test_the_functional_group_of_the_agency_has_its_grid_and_line(make, pemda):
    kjf = next(node for node in view(make(), pemda).nodes if node.id == "kjf")
    assert (kjf.place, kjf.grid, kjf.line) == ("functional", (5, 3), "koordinasi")
    right = view(make(), replace(pemda, functional_side="right", functional_line="komando"))
    assert next(node.place for node in right.nodes if node.id == "kjf") == "secretariat"


def test_illustrative_structures_and_boxes_say_so(make, pemda):
    assert view(make(illustrative=True), pemda).frame.notices == ("DATA ILUSTRASI",)
    some = view(make(illustrative=("anak",)), pemda)
    assert some.frame.notices == ("DATA ILUSTRASI: kotak bertanda *",)
    assert texts(some)["anak"][0].endswith("*")
    assert view(make(illustrative=("satpel",)), pemda).frame.notices == ()


def test_proposals_and_partial_replays_are_stamped(make, pemda):
    frame = view(make(status="usulan"), pemda, ViewOptions(partial=True, language="en")).frame
    assert frame.notices == ("PROPOSAL", "INCOMPLETE: changes are open or could not be carried out")


def test_unplaced_units_stand_apart(make, pemda):
    chart = view(make(), pemda, unplaced=(Unit(id="lepas", name="Unit Lepas", kind="seksi"),))
    assert chart.nodes[-1].place == "unplaced"
    assert bagan(chart).pages[0].boxes[-1].title == "Unit Lepas"


def test_lines_are_drawn_where_both_ends_are_shown(make, pemda):
    lines = (Line(source="sekretariat", target="rehsos"), Line(source="rehsos", target="satpel"))
    assert [(tie.source, tie.target) for tie in view(make(lines=lines), pemda).ties] == [
        ("sekretariat", "rehsos")
    ]


def test_the_order_of_keys_changes_nothing(make, pemda):
    structure = make()
    keys = list(structure.units)
    random.Random(1).shuffle(keys)
    assert bagan(view(make(order=keys), pemda)) == bagan(view(structure, pemda))


def test_drafts_carry_the_table_of_initials(make, pemda):
    frame = view(make(), pemda, ViewOptions(draft=True)).frame
    assert frame.paraf[0] == ("NO", "INSTANSI", "PARAF")
    assert frame.paraf[1][1] == "Biro Organisasi"
