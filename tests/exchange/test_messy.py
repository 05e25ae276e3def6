"""A workbook as planners keep it. Synthetic, and it says so; what is wrong in it was met in real ones."""

import pytest

from tests.exchange.tables import asked, codes, imported, outline, reasons, workbook

SHEETS = {
    "Susunan": [
        ["CONTOH SINTETIS: susunan organisasi Dinas Sosial Kabupaten Contoh"],
        ["Tahun 2024"],
        [],
        ["No", "Nama Unit Kerja ", "Unit Atasan", "Jenis Unit", "Eselon", "Ket."],
        [1, 2, 3, 4, 5, 6],
        [1, "Dinas  Sosial", "-", "Dinas", "II.b", ""],
        [2, "Sekretariat", "Dinas Sosial", "Sekertariat", "IIIa", ""],
        [3, "Subbagian Umum", "Sekretariat", "", "IV.a", ""],
        [],
        [4, "Bidang Rehabilitasi Sosial", "dinas sosial", "Bidang", "III.b", "pindah gedung"],
        [5, "Seksi “Anak”", "Bidang Rehabilitasi Sosial", "Seksi", "IV.a", ""],
        [6, "Seksi Lanjut Usia", "Bidang Rehabilitasi Sosail", "Seksi", "IV.a", ""],
        [7, "Seksi Data", "Bidang Rehabilitasi Sosial; Sekretariat", "Seksi", "IV.a", ""],
        [8, "UPTD Panti", "Bidang Entah", "UPTD", "IV.a", ""],
        ["", "JUMLAH", "", "", "", ""],
    ],
    "Peta Jabatan": [
        ["CONTOH SINTETIS: peta jabatan", *[""] * 9],
        [""] * 10,
        [
            "Unit Kerja",
            "Nama Jabatan",
            "Nama Pejabat",
            "NIP",
            "Eselon",
            "Kelas",
            "Bezetting",
            "",
            "Kebutuhan",
            "Selisih",
        ],
        [*[""] * 6, "PNS", "PPPK", "", ""],
        [
            "Dinas Sosial",
            "Kepala Dinas Sosial",
            "Nama Contoh",
            "197001011990011001",
            "II.b",
            "14",
            1,
            0,
            1,
            0,
        ],
        ["Sekretariat", "Sekretaris", "", "", "IIIa", "Kelas 12", 1, "", "1", 0],
        ["", "Pengelola Keuangan", "", "", "", 7, "2", "1 orang", 4, -1],
        ["", "Arsiparis", "", "", "-", 8, 0, 1, "2,5", -1.5],
        ["Seksi Anak ", "Pekerja Sosial", "", "", "", "duapuluh", 3, 2, 6, -1],
        ["Seksi Lansia", "Penyuluh Sosial", "", "", "", 9, 1, 0, 2, -1],
        ["TOTAL", "", "", "", "", "", 8, 4, 16, -4],
    ],
    "Tugas": [
        ["Unit", "Tugas", "Fungsi"],
        [
            "Dinas Sosial",
            "membantu Bupati",
            "a. perumusan kebijakan;\nb. pelaksanaan kebijakan; dan\nc. evaluasi",
        ],
    ],
    "IKU": [
        ["Sasaran", "Indikator Kinerja", "Satuan", "Penanggung Jawab", "Target 2024", "Target 2025"],
        ["Meningkatnya kesejahteraan", "PPKS tertangani", "persen", "Bidang Rehabilitasi Sosial", "75,5", 80],
        ["", "Jumlah PSKS aktif", "orang", "Dinas Sosial", 120, ""],
    ],
    "Catatan": [["di sini tidak ada tabel"]],
}
MERGED = {
    "Peta Jabatan": [
        (0, 0, 0, 9),
        (2, 6, 2, 7),
        (5, 0, 7, 0),
        *((2, n, 3, n) for n in (0, 1, 2, 3, 4, 5, 8, 9)),
    ]
}


@pytest.fixture
def path(tmp_path):
    return workbook(tmp_path / "sdm.xlsx", SHEETS, MERGED)


def test_every_row_is_placed_or_held_with_its_cell(path):
    found = imported(path)
    assert (found.rows_in, found.placed) == (19, 13)
    assert reasons(found) == {
        "Susunan!A12": "no unit is called Bidang Rehabilitasi Sosail",
        "Susunan!A13": "it names 2 superiors (Bidang Rehabilitasi Sosial; Sekretariat)",
        "Susunan!A14": "no unit is called Bidang Entah",
        "Susunan!A15": "it is a row of totals",
        "Peta Jabatan!A10": "no unit is called Seksi Lansia",
        "Peta Jabatan!A11": "it is a row of totals",
    }
    assert codes(found) == {"IMP002": 1, "IMP004": 1, "IMP005": 1, "IMP018": 1}


def test_the_tree_the_heads_and_their_counts_are_read(path):
    found = imported(path)
    assert outline(found) == [
        "Dinas  Sosial (Kepala Dinas Sosial)",
        ".Sekretariat (Sekretaris)",
        "..Subbagian Umum (Kepala Subbagian Umum)",
        ".Bidang Rehabilitasi Sosial (Kepala Bidang Rehabilitasi Sosial)",
        "..Seksi “Anak” (Kepala Seksi “Anak”)",
    ]
    secretary, archivist = (
        found.structure.units["sekretariat"].head,
        found.structure.units["sekretariat"].positions[1],
    )
    assert (secretary.job_class, secretary.need, secretary.filled_count) == (12, 1, 1)
    assert (archivist.need, archivist.notes) == (None, "Kebutuhan: 2,5")
    assert found.structure.header.pack == "pemda"


def test_lists_in_a_cell_become_duties_and_years_become_targets(path):
    structure = imported(path).structure
    assert [(duty.level, duty.text) for duty in structure.units["dinas-sosial"].duties] == [
        ("tugas", "membantu Bupati"),
        ("fungsi", "perumusan kebijakan"),
        ("fungsi", "pelaksanaan kebijakan"),
        ("fungsi", "evaluasi"),
    ]
    first, second = structure.indicators
    assert [(year, str(value)) for year, value in first.targets] == [(2024, "75.5"), (2025, "80")]
    assert (first.lead, second.lead) == ("bidang-rehabilitasi-sosial", "dinas-sosial")
    assert first.objective == second.objective == structure.objectives[0].id


def test_what_would_change_a_text_is_listed_and_done_only_when_asked_for(path):
    def listed(found):
        return {
            (each.kind, each.cell) for each in found.repairs if each.kind not in ("id-made", "title-made")
        }

    left, done = imported(path), imported(path, repair=True)
    assert (
        listed(left)
        == listed(done)
        == {
            ("spaces", "Susunan!B6"),
            ("kind-spelling", "Susunan!D7"),
            ("echelon-spelling", "Susunan!E7"),
            ("quotes", "Susunan!B11"),
            ("near-name", "Susunan!C12"),
            ("echelon-spelling", "Peta Jabatan!E6"),
            ("rounding", "Peta Jabatan!I8"),
        }
    )
    units = done.structure.units
    assert (units["dinas-sosial"].name, units["sekretariat"].kind) == ("Dinas Sosial", "sekretariat")
    assert units["sekretariat"].head.echelon == "III.a"
    assert units["seksi-lanjut-usia"].parent == "bidang-rehabilitasi-sosial"
    assert units["sekretariat"].positions[1].need == 3
    assert left.structure.units["sekretariat"].kind == "sekertariat"


def test_answers_place_what_was_asked(path):
    answers = {
        "parent-seksi-data": "bidang-rehabilitasi-sosial (Bidang Rehabilitasi Sosial)",
        "missing-bidang-rehabilitasi-sosail": "bidang-rehabilitasi-sosial",
        "missing-bidang-entah": "new dinas-sosial",
        "unit-seksi-lansia": "seksi-lanjut-usia",
    }
    assert asked(imported(path)) == list(answers)
    found = imported(path, answers=answers)
    assert asked(found) == []
    assert list(reasons(found).values()) == ["it is a row of totals"] * 2
    assert found.structure.units["uptd-panti"].parent == "bidang-entah"
    assert found.structure.units["bidang-entah"].parent == "dinas-sosial"
    assert found.structure.units["seksi-lanjut-usia"].positions[0].title == "Penyuluh Sosial"


def test_two_imports_of_one_file_say_the_same(path):
    first, second = imported(path), imported(path)
    assert first.structure == second.structure
    assert first.questions.asked == second.questions.asked
    assert (first.repairs, reasons(first)) == (second.repairs, reasons(second))


def test_no_name_of_a_person_is_anywhere_in_what_comes_of_it(path):
    found = imported(path)
    everything = repr((found.structure, found.held, found.questions.asked, found.repairs, found.findings))
    assert "Nama Contoh" not in everything
    assert "1970" not in everything
    assert (
        imported(path, holders=True).structure.units["dinas-sosial"].head.holders[0].nip
        == "197001011990011001"
    )


def test_one_sheet_can_be_chosen(path):
    found = imported(path, sheet="Susunan")
    assert found.rows_in == 9
    assert codes(imported(path, sheet="Tidak Ada"))["IMP002"] == 1
