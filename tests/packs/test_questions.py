"""What a pack answers."""

from datetime import date

import pytest

from sotk.packs import load_pack


@pytest.fixture(scope="module")
def pemda():
    return load_pack("pemda").pack


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        (date(2007, 7, 22), None),
        (date(2007, 7, 23), "pp41-2007"),
        (date(2016, 6, 18), "pp41-2007"),
        (date(2016, 6, 19), "pp18-2016"),
        (date(2021, 12, 31), "pp18-2016"),
        (date(2022, 1, 1), "penyederhanaan"),
        (None, None),
    ],
)
def test_the_day_chooses_the_regime(pemda, day, regime):
    found = pemda.regime_at(day)
    assert (found.id if found else None) == regime


def test_a_regime_that_is_named_wins_over_the_day(pemda):
    assert pemda.regime_at(date(2030, 1, 1), "pp18-2016").id == "pp18-2016"
    assert pemda.regime_at(date(2030, 1, 1), "unknown") is None


@pytest.mark.parametrize(("agency_type", "most"), [("A", 4), ("B", 3), ("C", 2)])
@pytest.mark.parametrize("regime", ["pp18-2016", "penyederhanaan"])
def test_the_cap_on_bidang_follows_the_type_in_both_regimes(pemda, agency_type, most, regime):
    limits = pemda.limits_for("children", kind="dinas", agency_type=agency_type, regime=regime)
    assert [limit.max for limit in limits if "bidang" in limit.counts] == [most]


def test_a_cap_that_needs_the_type_does_not_hold_without_it_and_says_what_is_missing(pemda):
    assert pemda.limits_for("children", kind="dinas", regime="pp18-2016") == ()
    assert pemda.undecided("children", kind="dinas", regime="pp18-2016") == ("agency_type",)
    assert pemda.undecided("children", kind="dinas", regime="pp18-2016", agency_type="A") == ()


def test_without_a_regime_a_cap_of_a_regime_is_undecided(pemda):
    assert "regime" in pemda.undecided("children", kind="dinas", agency_type="A")


def test_seksi_give_way_only_after_the_simplification(pemda):
    assert pemda.limits_for("simplification", kind="bidang", regime="pp18-2016") == ()
    (limit,) = pemda.limits_for("simplification", kind="bidang", regime="penyederhanaan")
    assert (limit.max, limit.counts) == (0, ("seksi", "subbidang"))


def test_a_number_whose_article_was_not_read_warns_and_a_benchmark_advises(pemda):
    (cap,) = pemda.limits_for("children", kind="dinas", agency_type="A", regime="pp18-2016")
    (span,) = pemda.limits_for("span-total", kind="dinas")
    (branch,) = pemda.limits_for("branch-affairs", kind="cabang-dinas", regime="pp18-2016")
    assert (cap.severity, span.severity, branch.severity) == ("warning", "advice", "error")


@pytest.mark.parametrize(
    ("unit_class", "hours", "allowed"),
    [("A", 9_999, False), ("A", 10_000, True), ("B", 4_999, False), ("B", 5_000, True), ("B", 10_000, False)],
)
def test_the_class_of_a_uptd_follows_its_hours(pemda, unit_class, hours, allowed):
    (limit,) = pemda.limits_for("hours", kind="uptd", unit_class=unit_class, regime="penyederhanaan")
    assert limit.allows(hours) is allowed


@pytest.mark.parametrize(
    ("kind", "level", "under", "echelons"),
    [
        ("dinas", "provinsi", None, ("II.a",)),
        ("dinas", "kota", None, ("II.b",)),
        ("bidang", "provinsi", "dinas", ("III.a",)),
        ("bidang", "kabupaten", "dinas", ("III.b",)),
        ("sekretariat", "kota", "kecamatan", ("III.b",)),
        ("subbagian", "kota", "sekretariat", ("IV.a",)),
        ("subbagian", "kota", "uptd", ("IV.b",)),
    ],
)
def test_the_echelon_follows_kind_level_and_parent(pemda, kind, level, under, echelons):
    assert pemda.echelon(kind, level, under=under).echelons == echelons


def test_the_echelon_of_a_provincial_uptd_is_unsettled(pemda):
    rule = pemda.echelon("uptd", "provinsi", "A")
    assert len(rule.echelons) > 1
    assert not rule.verified
    assert pemda.echelon("uptd", "provinsi") is None


def test_technical_units_and_territorial_ones_are_exempt_from_the_simplification(pemda):
    for kind in ("uptd", "kecamatan", "rsud", "satpol-pp", "bpbd"):
        reasons = pemda.exemptions_for("simplification", kind=kind, regime="penyederhanaan")
        assert any(exemption.when == "always" for exemption in reasons)


def test_a_bidang_is_exempt_only_where_it_says_why(pemda):
    reasons = pemda.exemptions_for("simplification", kind="bidang", regime="penyederhanaan")
    assert {exemption.when for exemption in reasons} == {"retained"}


def test_functional_groups_sites_and_teams_are_not_structural(pemda):
    assert not any(pemda.kind(kind).structural for kind in ("kjf", "satuan-pelayanan", "tim-kerja"))


def test_a_head_takes_the_name_of_its_unit_and_braces_in_a_name_do_no_harm(pemda):
    assert pemda.kind("bidang").head_title("Bidang {x} %s") == "Kepala Bidang {x} %s"
    assert pemda.kind("kecamatan").head_title("Kecamatan Lembang") == "Camat Lembang"
    assert pemda.kind("kjf").head_title("Kelompok") is None


def test_a_code_tells_its_level_of_government(pemda):
    pattern = pemda.code_pattern
    assert pattern.levels_of("1.06.04.1.01") == ("provinsi",)
    assert pattern.levels_of("1.06.04.2.01.0003") == ("kabupaten", "kota")
    assert pattern.levels_of("1.06.04") == ()
    assert pattern.is_supporting("1.06.01.1.02")
    assert not pattern.is_supporting("1.06.02.1.02")


def test_the_activities_of_an_affair_are_those_of_its_level(pemda):
    names = {code.code for code in pemda.codes().activities("provinsi", ["1.06"])}
    assert "1.06.04.1.01" in names
    assert not any(code.startswith("1.06.04.2.") for code in names)
    assert pemda.codes().at("kota")["1.06.05.2.02"].name.startswith("Pengelolaan Data Fakir Miskin")


@pytest.mark.parametrize(
    ("value", "band"), [(1.01, "A"), (1.0, "B"), (0.9, "B"), (0.89, "C"), (0.5, "D"), (0.49, "E"), (0, "E")]
)
def test_a_load_falls_into_its_band(pemda, value, band):
    assert pemda.scale("eu").band(value).id == band


def test_a_year_of_work_is_1250_hours(pemda):
    assert pemda.measures.working_time.hours_per_year == 1250
    assert pemda.measures.working_time.per_year("hari") == 250


def test_echelons_have_an_order_and_a_category(pemda):
    assert pemda.echelon_rank("II.a") < pemda.echelon_rank("IV.b")
    assert pemda.category_of("III.b") == "administrator"
    assert pemda.echelon_rank("X") is None


def test_position_titles_are_known(pemda):
    assert any(title.title == "Pekerja Sosial" and "Ahli Muda" in title.grades for title in pemda.titles())


def test_a_code_tells_its_affair(pemda):
    assert pemda.code_pattern.affair_of("1.06.04.1.01") == "1.06"
    assert pemda.code_pattern.affair_of("1") is None


def test_work_outside_institutions_belongs_to_kabupaten_and_kota(pemda):
    (found,) = [
        entry
        for entry in pemda.authorities
        if entry.named_in("Rehabilitasi sosial  di Luar Panti bagi lansia")
    ]
    assert found.levels == ("kabupaten", "kota")
    assert not found.verified


def test_a_checklist_says_what_is_required(pemda):
    items = {item.id: item.required for item in pemda.checklist("uptd-founding").items}
    assert items["kajian-kelayakan"]
    assert not items["abk"]
    assert len(pemda.checklist("uptd-criteria").items) == 7


def test_the_title_of_a_head_is_said_in_both_languages():
    division = load_pack("generic").pack.kind("division")
    assert division.head_title("Keuangan", "id") == "Kepala Keuangan"
    assert division.head_title("Finance", "en") == "Head of Finance"
