"""How a table says who stands above whom, and what is done where it says it badly."""

import csv

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.exchange.headings import WORDS
from sotk.files import dump, load_text
from tests.exchange.tables import asked, codes, imported, of_rows, outline, reasons, workbook
from tests.valid import problems

TREE = ["Dinas", ".Sekretariat", "..Subbagian Umum", ".Bidang Anak", "..Seksi Satu", "..Seksi Dua"]


def test_superiors_are_found_by_id_or_by_name(tmp_path):
    by_id = [["ID", "Unit", "Induk"], ["U1", "Dinas", ""], ["U2", "Bidang", "U1"], ["U3", "Seksi", "u2"]]
    by_name = [
        ["Unit", "Bertanggung jawab kepada"],
        ["Dinas", "-"],
        ["Bidang", "DINAS"],
        ["Seksi", "bidang."],
    ]
    for rows in (by_id, by_name):
        assert outline(of_rows(tmp_path, rows)) == ["Dinas", ".Bidang", "..Seksi"]


def test_superiors_are_found_by_levels(tmp_path):
    for levels in (
        (1, 2, 3, 2, 3, 3),
        ("II", "III", "IV", "III", "IV", "IV"),
        ("II.b", "III.a", "IV.a", "III.b", "IV.a", "IV.b"),
    ):
        rows = [
            ["Unit", "Tingkat"],
            *([line.strip("."), level] for line, level in zip(TREE, levels, strict=True)),
        ]
        assert outline(of_rows(tmp_path, rows)) == TREE


def test_superiors_are_found_by_numbers_of_any_style(tmp_path):
    for numbers in (
        ("1", "1.1", "1.1.1", "1.2", "1.2.1", "1.2.2"),
        ("I", "A", "1", "B", "1", "2"),
        ("A.", "1.", "a.", "2.", "a.", "b."),
    ):
        rows = [
            ["No", "Unit"],
            *([number, line.strip(".")] for line, number in zip(TREE, numbers, strict=True)),
        ]
        assert outline(of_rows(tmp_path, rows)) == TREE
        marked = [
            ["Unit"],
            *(
                [f"{number.rstrip('.')}. {line.strip('.')}"]
                for line, number in zip(TREE, numbers, strict=True)
            ),
        ]
        assert outline(of_rows(tmp_path, [["Unit", "Ket"], *([row[0], ""] for row in marked[1:])])) == TREE


def test_superiors_are_found_by_indents(tmp_path):
    rows = [["Unit", "Lokasi"], *([" " * 3 * line.count(".") + line.strip("."), ""] for line in TREE)]
    assert outline(of_rows(tmp_path, rows)) == TREE


def test_superiors_are_found_by_columns_for_each_level(tmp_path):
    rows = [
        ["Eselon II", "Eselon III", "Eselon IV", "Jabatan"],
        ["Dinas", "", "", "Kepala Dinas"],
        ["", "Sekretariat", "", "Sekretaris"],
        ["", "", "Subbagian Umum", "Kepala Subbagian Umum"],
        ["Dinas", "Bidang Anak", "", "Kepala Bidang Anak"],
        ["Dinas", "Bidang Anak", "Seksi Satu", "Kepala Seksi Satu"],
        ["Dinas", "Bidang Anak", "Seksi Dua", "Pekerja Sosial"],
    ]
    found = of_rows(tmp_path, rows)
    assert [line.split(" (")[0] for line in outline(found)] == TREE
    assert found.structure.units["seksi-dua"].positions[0].title == "Pekerja Sosial"


def test_a_running_number_says_nothing_of_superiors(tmp_path):
    found = of_rows(tmp_path, [["No", "Unit", "Lokasi"], [1, "Alfa", ""], [2, "Beta", ""]])
    assert (found.placed, codes(found)["IMP010"]) == (1, 1)


def test_a_list_in_the_order_of_the_chart_is_nested_by_kinds_only_when_asked_for(tmp_path):
    rows = [["Unit", "Lokasi"], *([line.strip(".").replace("Dinas", "Dinas Sosial"), ""] for line in TREE)]
    left, done = of_rows(tmp_path, rows), of_rows(tmp_path, rows, repair=True)
    assert left.placed == 1
    assert outline(done) == [line.replace("Dinas", "Dinas Sosial") for line in TREE]


def test_a_workbook_with_a_sheet_for_each_bidang_is_one_structure(tmp_path):
    heads = ["No", "Nama Jabatan", "Unit Kerja", "Kelas", "B", "K", "+/-"]
    sheets = {
        "Dinas": [
            heads,
            [1, "Kepala Dinas Sosial", "Dinas Sosial", 14, 1, 1, 0],
            [2, "Arsiparis", "Sekretariat", 8, 1, 2, -1],
        ],
        "Bidang": [
            heads,
            [1, "Kepala Bidang Anak", "Bidang Anak", 11, 1, 1, 0],
            [2, "Perawat", "Seksi A", 9, 1, 1, 0],
        ],
    }
    path = workbook(tmp_path / "peta.xlsx", sheets)
    found = imported(path, repair=True)
    assert outline(found) == [
        "Dinas Sosial (Kepala Dinas Sosial)",
        ".Sekretariat",
        ".Bidang Anak (Kepala Bidang Anak)",
        "..Seksi A",
    ]
    assert (found.placed, imported(path).placed) == (4, 1)


def test_managers_by_name_make_units_and_a_name_misspelled_is_not_told(tmp_path):
    rows = [
        ["No", "Nama Pegawai", "NIP", "Jabatan", "Atasan Langsung", "Unit Kerja"],
        [1, "Ani Contoh", "1", "Kepala Dinas", "", "Dinas Sosial"],
        [2, "Budi Contoh", "2", "Kepala Bidang Anak", "Ani Contoh", "Bidang Anak"],
        [3, "Citra Contoh", "3", "Pekerja Sosial", "budi contoh", "Bidang Anak"],
        [4, "Dedi Contoh", "4", "Pekerja Sosial", "Bud Cntoh", "Bidang Anak"],
    ]
    found = of_rows(tmp_path, rows, "duk")
    assert outline(found) == ["Dinas Sosial (Kepala Dinas)", ".Bidang Anak (Kepala Bidang Anak)"]
    assert reasons(found) == {"duk!B5": "no unit is called what duk!E5 says"}
    assert "ntoh" not in repr(
        (found.structure, found.held, found.questions.asked, found.repairs, found.findings)
    ).replace("id='contoh'", "")


def test_a_circle_is_held_and_what_hangs_on_it(tmp_path):
    found = of_rows(tmp_path, [["Unit", "Induk"], ["D", ""], ["A", "B"], ["B", "A"], ["C", "A"], ["E", "D"]])
    assert reasons(found) == {
        "unit!A3": "it reports in a circle: A, B",
        "unit!A4": "it reports in a circle: A, B",
        "unit!A5": "its superior A is held",
    }
    assert codes(found)["IMP011"] == 1
    freed = of_rows(
        tmp_path,
        [["Unit", "Induk"], ["D", ""], ["A", "B"], ["B", "A"], ["C", "A"]],
        answers={"parent-a": "d"},
    )
    assert outline(freed) == ["D", ".A", "..B", "..C"]


def test_a_unit_that_names_itself_is_said(tmp_path):
    found = of_rows(tmp_path, [["Unit", "Induk"], ["Dinas", "Dinas"], ["Bidang", "Dinas"]])
    assert outline(found) == ["Dinas", ".Bidang"]
    assert codes(found)["IMP012"] == 1


def test_an_id_that_is_used_twice_holds_the_second_row(tmp_path):
    found = of_rows(tmp_path, [["ID", "Unit", "Induk"], ["1", "Dinas", ""], ["2", "A", "1"], ["2", "B", "1"]])
    assert reasons(found) == {"unit!A4": "the id 2 stands in unit!A3 already"}
    assert codes(found)["IMP013"] == 1


def test_answers_that_mean_nothing_are_said(tmp_path):
    rows = [["Unit", "Induk"], ["Dinas", ""], ["A", "Entah"]]
    found = of_rows(tmp_path, rows, answers={"missing-entah": "tidak-ada", "parent-x": "dinas"})
    assert codes(found)["IMP014"] == 2
    assert found.placed == 1


def test_hold_keeps_rows_out_without_asking_again(tmp_path):
    rows = [["Unit", "Induk"], ["Dinas", ""], ["A", "Entah"]]
    found = of_rows(tmp_path, rows, answers={"missing-entah": "hold"})
    assert (asked(found), reasons(found)) == ([], {"unit!A3": "your answer holds it"})


def test_units_of_one_name_are_told_apart_by_their_superiors_in_the_choices(tmp_path):
    rows = [
        ["Unit", "Induk"],
        ["D", ""],
        ["A", "D"],
        ["B", "D"],
        ["Tata Usaha", "A"],
        ["Tata Usaha", "B"],
        ["X", "Tata Usaha"],
    ]
    question = of_rows(tmp_path, rows).questions.open()[0]
    assert question.choices == (("tata-usaha", "Tata Usaha, A"), ("tata-usaha-2", "Tata Usaha, B"))


NAMES = st.sampled_from(
    ["Dinas", "Bidang A", "Bidang B", "Seksi", "=1", "", "-", "  ", "Jumlah", "A; B", "“x”", "1.1 X"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=12), st.booleans(), st.booleans())
def test_whatever_stands_in_a_table_every_row_is_placed_or_held_and_the_structure_is_valid(
    tmp_path_factory, rows, repair, as_book
):
    folder = tmp_path_factory.mktemp("x")
    table = [["Unit", "Induk", "Jabatan"][: 2 + as_book], *(list(row)[: 2 + as_book] for row in rows)]
    if as_book:
        found = imported(workbook(folder / "x.xlsx", {"Unit": table}), repair=repair)
    else:
        found = of_rows(folder, table, repair=repair)
    assert found.rows_in <= len(rows)
    if found.structure is not None:
        assert problems(found.structure) == []


def test_a_table_of_ten_thousand_rows_in_a_chain_has_no_limit_of_depth(tmp_path):
    rows = [
        ["ID", "Unit", "Induk"],
        *([f"u{n}", f"Unit {n}", f"u{n - 1}" if n else ""] for n in range(10_000)),
    ]
    found = of_rows(tmp_path, rows)
    assert found.placed == 10_000


HEADS = [words.split(" | ")[0] for words in WORDS.values()] + [
    "Target 2024",
    "Eselon II",
    "Eselon III",
    "Entah",
]
CELLS = st.sampled_from(
    [
        "",
        "-",
        "Dinas",
        "Bidang A",
        "Seksi",
        "1",
        "1.1",
        "a.",
        "99",
        "2,5",
        "IIIa",
        "Kepala Dinas",
        "=1",
        "“x”",
        "a;b",
        "a. x;\nb. y",
        "ya",
        "fungsional",
        "tugas",
        "\x00",
        "x" * 1200,
        "NaN",
        "-3",
        "10000001",
        "{}",
    ]
)


@st.composite
def tables(draw):
    heads = draw(st.lists(st.sampled_from(HEADS), min_size=2, max_size=8, unique=True))
    return [heads, *draw(st.lists(st.lists(CELLS, min_size=len(heads), max_size=len(heads)), max_size=6))]


@settings(max_examples=60, deadline=None)
@given(st.lists(tables(), min_size=1, max_size=3), st.booleans())
def test_tables_of_any_columns_and_cells_make_a_structure_that_its_file_reads_back(
    tmp_path_factory, made, asked_for
):
    folder = tmp_path_factory.mktemp("x")
    paths = []
    for number, rows in enumerate(made):
        paths.append(folder / f"{number}.csv")
        with paths[-1].open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows(rows)
    found = imported(*paths, repair=asked_for, holders=asked_for)
    if found.structure is not None:
        again = load_text(dump(found.structure))
        assert (again.structure, again.findings, problems(again.structure)) == (found.structure, (), [])
