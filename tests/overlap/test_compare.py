"""What counts as the same work, told in sentences. The examples are of other affairs than the labelled pairs."""

import pytest

from sotk.locale import say
from sotk.overlap import Judgement, Statement, compare, read, sentence


def judged(a: str, b: str, unit_a: str = "Seksi A", unit_b: str = "Seksi B") -> Judgement:
    return compare(Statement(a, unit_a), Statement(b, unit_b))


def codes(judgement: Judgement) -> set[str]:
    return {reason.code for reason in judgement.reasons}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "pelaksanaan rehabilitasi hutan mangrove", "merehabilitasi hutan mangrove", id="verb and noun"
        ),
        pytest.param("penyuluhan gizi ibu hamil", "melakukan penyuluhan gizi bagi bumil", id="another word"),
        pytest.param("pembinaan UMKM", "pembinaan usaha mikro, kecil, dan menengah", id="abbreviation"),
        pytest.param("pengawasan peredaran pupuk", "pengawasan peredarran pupuk", id="slip of spelling"),
        pytest.param(
            "pengelolaan arsip statis dan museum", "pengelolaan museum serta arsip statis", id="order"
        ),
        pytest.param(
            "imunisasi balita", "pelayanan kesehatan meliputi imunisasi balita, gizi, dan obat", id="contains"
        ),
    ],
)
def test_one_work_in_two_wordings_scores_above_half(a: str, b: str) -> None:
    assert judged(a, b).score > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "penyusunan kebijakan teknis di bidang irigasi",
            "penyusunan kebijakan teknis di bidang museum",
            id="frame",
        ),
        pytest.param("pembinaan guru SMA", "pembinaan guru SMK", id="level of school"),
        pytest.param("pelayanan kesehatan bayi", "pelayanan kesehatan lansia", id="client"),
        pytest.param("pemeliharaan jalan wilayah utara", "pemeliharaan jalan wilayah selatan", id="area"),
        pytest.param("pengelolaan terminal tipe A", "pengelolaan terminal tipe C", id="grade"),
        pytest.param("angkutan niaga berjadwal", "angkutan niaga tidak berjadwal", id="denial"),
        pytest.param("mengusulkan pengadaan traktor", "merawat traktor setelah diserahkan", id="step"),
        pytest.param("pembibitan ternak sapi", "pembibitan kopi", id="subsector"),
    ],
)
def test_other_work_in_like_words_scores_below_half(a: str, b: str) -> None:
    assert judged(a, b).score < 0.5


def test_housekeeping_of_two_bodies_is_no_overlap_and_says_so() -> None:
    found = judged(
        "penyusunan rencana kerja dan anggaran Dinas Perikanan",
        "penyusunan rencana kerja dan anggaran Dinas Kebudayaan",
        "Sekretariat Dinas Perikanan",
        "Sekretariat Dinas Kebudayaan",
    )
    assert found.score < 0.3
    assert "own_housekeeping" in codes(found)


def test_a_duty_repeated_by_a_child_unit_is_delegation() -> None:
    parent = Statement("pembinaan koperasi", "Bidang Koperasi", path=("dinas", "bidang"))
    child = Statement("pembinaan koperasi", "Seksi Koperasi", path=("dinas", "bidang", "seksi"))
    found = compare(parent, child)
    assert found.delegation
    assert found.reasons[0].code == "delegation"
    assert not compare(child, Statement("pembinaan koperasi", "Seksi X", path=("dinas", "lain"))).delegation


def test_bidang_and_uptd_overlap_less_at_different_steps() -> None:
    policy = Statement("perumusan kebijakan pengujian mutu benih", "Bidang Perbenihan")
    running = Statement("pengoperasian laboratorium mutu benih", "UPTD Mutu Benih")
    running_too = Statement("pengoperasian laboratorium mutu benih", "Bidang Perbenihan")
    assert compare(policy, running).score < compare(running_too, running).score


def test_equal_codes_raise_and_codes_of_other_programs_lower_the_score() -> None:
    def with_codes(a: str | None, b: str | None) -> float:
        return compare(
            Statement("pembinaan perajin tenun", "Seksi A", code=a),
            Statement("pelatihan perajin", "Seksi B", code=b),
        ).score

    assert (
        with_codes("3.31.02.1.01", "3.31.02.1.01") > with_codes(None, None) > with_codes("3.31.02", "1.02.03")
    )


def test_declared_clients_tell_duties_apart() -> None:
    def for_clients(a: str, b: str) -> float:
        return compare(
            Statement("pelatihan keterampilan", "Seksi A", clients=(a,)),
            Statement("pelatihan keterampilan", "Seksi B", clients=(b,)),
        ).score

    assert for_clients("lansia", "anak") < for_clients("lansia", "lanjut usia")


def test_the_reasons_name_action_and_object_in_both_languages() -> None:
    found = judged("penertiban pedagang kaki lima", "menertibkan PKL")
    assert "same_work" in codes(found)
    assert "pedagang kaki lima" in say(sentence(found.reasons), "en")
    assert "sama-sama" in say(sentence(found.reasons), "id")


def test_a_form_that_is_a_concept_of_its_own_is_narrower_than_the_row_that_lists_it() -> None:
    assert judged("pelatihan dokter", "pelatihan bidan").score < 0.5
    assert "other_scope" in codes(judged("pelatihan dokter", "pelatihan bidan"))
    assert judged("pelatihan dokter", "pelatihan tenaga kesehatan").score > 0.5


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            "penyusunan petunjuk teknis peminjaman buku langka",
            "peminjaman buku langka menurut petunjuk teknis",
            id="the rule and the work by it",
        ),
        pytest.param(
            "menyusun standar mutu garam rakyat",
            "memeriksa garam rakyat menggunakan standar mutu",
            id="the standard and the check by it",
        ),
        pytest.param(
            "menerbitkan izin apotek", "mengawasi kegiatan apotek pemegang izin", id="permit and its holder"
        ),
        pytest.param(
            "membuat gambar rencana tanggul rawa",
            "membangun tanggul rawa berdasarkan gambar rencana yang telah disahkan",
            id="design and construction",
        ),
        pytest.param(
            "menetapkan target panen rumput laut",
            "mengevaluasi target dan rencana panen rumput laut",
            id="a target set and a target evaluated",
        ),
    ],
)
def test_what_governs_decides_the_step_and_what_is_given_comes_before(a: str, b: str) -> None:
    assert judged(a, b).score < 0.5


def test_verb_and_noun_of_everyday_words_are_one_action() -> None:
    for verb, noun in (
        ("menjaga mercusuar", "penjagaan mercusuar"),
        ("mengajak pemilik perahu memakai pelampung", "ajakan memakai pelampung kepada pemilik perahu"),
        ("menengahi perselisihan nelayan", "penyelesaian perselisihan nelayan"),
    ):
        assert judged(verb, noun).score > 0.5


def test_units_whose_names_differ_in_one_word_divide_one_work_by_it() -> None:
    a, b = "pencatatan silsilah koloni lebah", "mencatat silsilah lebah ternakan"
    twins = judged(a, b, "Seksi Lebah Madu", "Seksi Lebah Hias")
    assert twins.score < judged(a, b, "Seksi Lebah Madu", "Bidang Perlebahan").score


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("pembinaan petambak di Brebes", "membina petambak di Gresik", id="regencies"),
        pytest.param(
            "pembinaan petambak di Sulawesi Barat", "pembinaan petambak di Jawa Barat", id="provinces"
        ),
        pytest.param("penjagaan pintu air hulu", "menjaga pintu air hilir", id="up and down stream"),
        pytest.param("pelayanan dokumen ekspor kopi", "pelayanan dokumen impor kopi", id="out and in"),
        pytest.param("sewa barang bergerak", "sewa barang tidak bergerak", id="movable and not"),
    ],
)
def test_other_places_and_opposites_are_other_work(a: str, b: str) -> None:
    assert judged(a, b).score < 0.5
    assert "other_scope" in codes(judged(a, b))


def test_a_regency_lies_in_its_province_and_a_word_like_a_place_is_no_place() -> None:
    assert judged("pembinaan petambak di Brebes", "pembinaan petambak di Jawa Tengah").score > 0.5
    assert {term.concept for term in read(Statement("pembinaan tegalan")).objects}.isdisjoint({"=tegal"})


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("hibah perahu di bawah 5 GT", "hibah perahu di atas 10 GT"),
        ("lomba dayung usia 10-18 tahun", "lomba dayung usia 60 tahun ke atas"),
        ("penjualan aset sampai dua miliar rupiah", "penjualan aset lebih dari Rp 15.000.000.000,00"),
    ],
)
def test_amounts_that_share_nothing_are_other_work(a: str, b: str) -> None:
    found = judged(a, b)
    assert found.score < 0.5
    assert "other_scope" in codes(found)


def test_amounts_that_overlap_or_touch_no_unit_say_nothing() -> None:
    assert "other_scope" not in codes(judged("lomba usia 7-12 tahun", "lomba usia 10 sampai 18 tahun"))
    assert "other_scope" not in codes(judged("denda di bawah 5 ton", "denda di atas 10 hari"))
    assert "other_scope" not in codes(judged("kapal tidak lebih dari 5 GT", "kapal di bawah 5 GT"))
