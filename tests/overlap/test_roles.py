"""Policy owner and executors, clients, sites, codes, own bodies: what a structure knows beside the words."""

import pytest

from sotk.overlap import Statement, compare, read

KINDS = {"seksi": ("seksi", ("dinas", "bidang")), "uptd": ("uptd", ("dinas",))}
BELOW = ("seksi", ("dinas", "uptd"))


def duty(text: str, holder: tuple[str, tuple[str, ...]], **known: object) -> Statement:
    return Statement(text=text, kind=holder[0], within=holder[1], path=(text, *holder[1]), **known)  # type: ignore[arg-type]


POLICY = "Penyiapan bahan kebijakan rehabilitasi sosial lanjut usia di dalam panti"
WORK = "Pelaksanaan rehabilitasi sosial lanjut usia di dalam panti"


@pytest.mark.parametrize("executor", [KINDS["uptd"], BELOW], ids=["uptd", "a seksi of a uptd"])
def test_policy_owner_and_executor_do_not_overlap_even_with_one_activity_code(
    executor: tuple[str, tuple[str, ...]],
) -> None:
    code = "1.06.04.1.03"
    found = compare(duty(POLICY, KINDS["seksi"], code=code), duty(WORK, executor, code=code))
    assert found.score < 0.3
    assert "other_phase" in [reason.code for reason in found.reasons]


def test_a_bidang_that_carries_out_what_a_uptd_carries_out_overlaps() -> None:
    assert compare(duty(WORK, KINDS["seksi"]), duty(WORK, KINDS["uptd"])).score > 0.9


def test_the_declared_stage_wins_over_the_words() -> None:
    text = "rehabilitasi sosial lanjut usia di dalam panti"
    mine = duty(text, KINDS["seksi"], stage="kebijakan")
    assert compare(mine, duty(text, KINDS["uptd"], stage="pelaksanaan")).score < 0.3


def test_one_sub_activity_says_more_than_one_activity() -> None:
    def score(code: str) -> float:
        a = duty("pendampingan lanjut usia", KINDS["uptd"], code=code)
        return compare(a, duty("perawatan lanjut usia", BELOW, code=code)).score

    assert score("1.06.04.1.03.0002") > score("1.06.04.1.03")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("anak yang berhadapan dengan hukum", "anak terlantar"),
        ("penyandang disabilitas terlantar", "anak terlantar"),
        ("gelandangan dan pengemis", "penyandang disabilitas"),
        ("lanjut usia terlantar", "korban perdagangan orang"),
    ],
)
def test_kinds_of_clients_exclude_each_other(a: str, b: str) -> None:
    frame = "Pelaksanaan rehabilitasi sosial {} di dalam panti"
    assert compare(Statement(frame.format(a)), Statement(frame.format(b))).score < 0.5


def test_declared_clients_win_over_a_common_wider_word() -> None:
    text = "Pelaksanaan rehabilitasi sosial anak di dalam panti"
    mine = duty(text, KINDS["uptd"], clients=("anak-terlantar",))
    other = duty(text + " sosial", BELOW, clients=("anak-berhadapan-hukum",))
    assert compare(mine, other).score < 0.5
    assert "other_clients" in [reason.code for reason in compare(mine, other).reasons]


def test_executors_of_two_sites_do_not_overlap() -> None:
    mine, other = (duty(WORK, BELOW, site=site) for site in ("Garut", "Karawang"))
    assert compare(mine, other).score < 0.5


@pytest.mark.parametrize(
    ("text", "phases"),
    [
        ("Evaluasi pelayanan panti", {"evaluation"}),
        ("melaksanakan penyiapan kebijakan teknis, pembinaan, dan evaluasi rehabilitasi", {"policy", "guidance", "evaluation"}),
        ("Fasilitasi penyediaan alat bantu", {"guidance"}),
        ("Penyiapan bahan kebijakan dan penanganan kasus", {"policy", "carrying"}),
        ("Pelaksanaan rehabilitasi sosial gelandangan", {"carrying"}),
    ],
)  # fmt: skip
def test_the_governing_words_tell_the_phase(text: str, phases: set[str]) -> None:
    assert read(Statement(text)).phases == phases


def test_the_own_uptd_is_no_object_even_by_an_unknown_abbreviation() -> None:
    bodies = ("Dinas Sosial", "UPTD Panti Sosial Xyzzy")
    found = read(
        Statement("melaksanakan ketatausahaan UPTD PSXY dan QRS", "Subbagian Tata Usaha", bodies=bodies)
    )
    assert {term.words for term in found.objects} == {"ketatausahaan"}


def test_units_below_offices_of_other_modes_have_other_work() -> None:
    text = "pemantauan penjaminan mutu pendidikan dan akreditasi"
    a = Statement(
        text,
        "Bidang Pendidikan",
        bodies=("Pusat Pengembangan Perhubungan Laut", "Bidang Pendidikan"),
        path=("a",),
    )
    b = Statement(
        text,
        "Bidang Pendidikan",
        bodies=("Pusat Pengembangan Perhubungan Udara", "Bidang Pendidikan"),
        path=("b",),
    )
    assert compare(a, b).score < 0.5


def test_one_work_of_agencies_of_two_governments_is_said_to_be_each_ones_own() -> None:
    mine, other = (duty(WORK, KINDS["seksi"], area=area) for area in ("provinsi Bali", "provinsi Banten"))
    assert compare(mine, other).reasons[0].code == "other_government"
    assert "other_government" not in [reason.code for reason in compare(mine, mine).reasons]


def test_what_the_whole_agency_is_named_after_says_less_of_a_duty() -> None:
    def score(bodies: tuple[str, ...]) -> float:
        a = duty("pencatatan perikanan desa pesisir", KINDS["seksi"], bodies=bodies)
        return compare(a, duty("pengolahan data perikanan hulu sungai", BELOW, bodies=bodies)).score

    assert score(("Dinas Perikanan",)) < score(("Dinas Lain",))
