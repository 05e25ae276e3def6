"""Files as programs write them: separators, encodings, titles, merged cells, and what is no table at all."""

import json

import pytest

from sotk.exchange.reading import read_tables
from tests.exchange.tables import codes, imported, of_rows, outline, workbook

ROWS = "Unit;Induk\nDinas;\nBidang Réhab;Dinas\n"


def written(tmp_path, data: bytes, name: str = "unit.csv"):
    path = tmp_path / name
    path.write_bytes(data)
    return imported(path)


@pytest.mark.parametrize(
    "data",
    [
        ROWS.encode(),
        b"\xef\xbb\xbf" + ROWS.encode(),
        ROWS.encode("cp1252"),
        "\ufeff".encode("utf-16-le") + ROWS.encode("utf-16-le"),
        ROWS.replace(";", ",").encode(),
        ROWS.replace(";", "\t").encode(),
        ROWS.replace(";", "|").encode(),
        b"sep=;\n" + ROWS.encode(),
        b"# dari draw.io\n# label: %name%\n" + ROWS.encode(),
        ROWS.replace("\n", "\r\n").encode(),
        b"DAFTAR UNIT;\n;\n" + ROWS.encode(),
    ],
)
def test_a_csv_is_read_whatever_wrote_it(tmp_path, data):
    assert outline(written(tmp_path, data)) == ["Dinas", ".Bidang Réhab"]


def test_lines_of_two_encodings_in_one_file_are_read_each_for_itself(tmp_path):
    mixed = ROWS.encode() + "Seksi Añak;Dinas\n".encode("cp1252")
    found = written(tmp_path, mixed)
    assert outline(found) == ["Dinas", ".Bidang Réhab", ".Seksi Añak"]
    assert codes(found)["IMP017"] == 1


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.docx", b"PK"),
        ("x.xlsx", b"PK\x03\x04 but no workbook"),
        ("x.xls", b"\xd0\xcf\x11\xe0 nothing"),
        ("x.ods", b""),
        ("x.json", b"{"),
        ("x.json", b"[" * 100_000),
        ("x.json", b"[1, 2]"),
        ("x.json", b'"\xff"'),
    ],
)
def test_what_is_no_table_is_said_and_never_a_crash(tmp_path, name, data):
    found = written(tmp_path, data, name)
    assert (found.structure, found.rows_in) == (None, 0)
    assert [finding.code for finding in found.findings] == ["IMP001"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"a\n", b"Unit;Induk\n", b"\x00\x01;\x02\n", b'"' * 5])
def test_an_empty_or_senseless_csv_makes_no_structure(tmp_path, data):
    assert written(tmp_path, data).structure is None


def test_a_folder_and_a_file_that_is_not_there_are_said(tmp_path):
    (tmp_path / "x.csv").mkdir()
    assert [read_tables(tmp_path / name).findings[0].code for name in ("x.csv", "y.csv")] == ["IMP001"] * 2


def test_a_cell_is_named_as_the_program_of_the_table_names_it(tmp_path):
    path = tmp_path / "x.json"
    path.write_text(json.dumps([{"name": "A", "parent_id": "A"}]), "utf-8")
    (table,) = read_tables(path).tables
    assert table.cell(1, 1) == "x[0].parent_id"
    (table,) = read_tables(workbook(tmp_path / "x.xlsx", {"Lembar 1": [["a"] * 60]})).tables
    assert [table.cell(11, column) for column in (0, 25, 26, 59)] == [
        "Lembar 1!A12",
        "Lembar 1!Z12",
        "Lembar 1!AA12",
        "Lembar 1!BH12",
    ]


def test_numbers_of_a_workbook_are_texts_as_they_are_seen(tmp_path):
    (table,) = read_tables(workbook(tmp_path / "x.xlsx", {"A": [[15, 2.5, "007", True, ""]]})).tables
    assert table.rows == [["15", "2.5", "007", "ya"]]


def test_controls_and_marks_of_direction_do_not_enter_a_structure(tmp_path):
    found = of_rows(
        tmp_path, [["Unit", "Induk"], ["Di\u202enas\x07", ""], ["Bidang\x1b[31m", "Di\u202enas\x07"]]
    )
    assert outline(found) == ["Dinas", ".Bidang [31m"]


def test_a_text_too_long_for_a_structure_holds_its_row(tmp_path):
    found = of_rows(tmp_path, [["Unit", "Induk"], ["Dinas", ""], ["B" * 1001, "Dinas"]])
    assert (found.placed, len(found.held)) == (1, 1)
