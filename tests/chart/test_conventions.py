"""What a pack says of charts, and nothing but the pack, decides how they are drawn."""

from sotk.chart.conventions import conventions_of
from sotk.model import Government
from sotk.packs import load_pack


def found(make, pack="pemda", language="id", **header):
    return conventions_of(load_pack(pack).pack, make(**header), language)


def test_places_follow_the_roles_of_kinds(make):
    conventions = found(make)
    places = {
        kind: conventions.place("dinas", kind)
        for kind in ("sekretariat", "kjf", "uptd", "bidang", "staf-ahli")
    }
    assert places == {
        "sekretariat": "secretariat",
        "kjf": "functional",
        "uptd": "support",
        "bidang": "line",
        "staf-ahli": "adviser",
    }
    assert conventions.place("uptd", "subbagian") == "secretariat"
    assert conventions.place("sekretariat", "subbagian") == "line"


def test_the_office_of_the_annex_follows_the_level_of_government(make):
    province = found(make)
    city = found(make, government=Government(level="kota", name="Bandung"))
    assert (province.instrument, province.signatory) == (
        "Peraturan Gubernur Jawa Barat",
        "Gubernur Jawa Barat",
    )
    assert city.signatory == "Wali Kota Bandung"


def test_supporting_units_are_one_box_on_a_regional_annex_and_teams_are_not_on_it(make):
    conventions = found(make)
    assert conventions.generic["uptd"] == "UPTD"
    assert "tim-kerja" in conventions.internal


def test_a_company_draws_a_tree_in_its_own_language(make):
    assert found(make, "generic", "en").title[0] == "ORGANIZATION CHART"
    assert found(make, "generic", "id").layout == "tree"
