"""Files as programs write them: separators, encodings, titles, merged cells, and what is no table at all."""

import json
import zipfile

import pytest
import xlsxwriter

from sotk.exchange.reading import extent, read_tables
from sotk.locale import say
from tests.exchange.tables import DATA, codes, imported, of_rows, outline, workbook

MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/"'
    ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
)
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


def test_a_workbook_of_excel_97_is_read():
    assert outline(imported(DATA / "tables" / "unit.xls")) == ["Dinas", ".Bidang Réhab", "..Seksi 15"]


def test_a_workbook_of_libreoffice_is_read(tmp_path):
    rows = (("Unit", "Induk"), ("Dinas", ""), ("Bidang Réhab", "Dinas"))
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    body = "".join(f"<table:table-row>{''.join(map(cell.format, row))}</table:table-row>" for row in rows)
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.3"><office:body>'
        f'<office:spreadsheet><table:table table:name="Unit">{body}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    with zipfile.ZipFile(tmp_path / "x.ods", "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
    assert outline(imported(tmp_path / "x.ods")) == ["Dinas", ".Bidang Réhab"]


def test_a_workbook_with_a_hidden_sheet_says_that_it_was_not_read(tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "x.xlsx"))
    for name in ("Unit", "Lama"):
        sheet = book.add_worksheet(name)
        for number, row in enumerate((("Unit", "Induk"), ("Dinas", ""))):
            sheet.write_row(number, 0, row)
    book.get_worksheet_by_name("Lama").hide()
    book.close()
    found = imported(tmp_path / "x.xlsx")
    assert (found.rows_in, codes(found)["IMP003"]) == (1, 1)


@pytest.mark.parametrize(("row", "column"), [(1_048_575, 16_383), (1_048_575, 40), (1_400, 16_383)])
def test_a_stray_cell_far_away_asks_for_no_room_between(tmp_path, row, column):
    path = tmp_path / "jauh.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Unit")
    sheet.write_row(0, 0, ["Nama Unit", "Unit Atasan"])
    sheet.write_row(1, 0, ["Dinas", ""])
    sheet.write(row, column, "x")
    book.close()
    source = read_tables(path)
    assert source.tables == ()
    assert [each.code for each in source.findings] == ["IMP001"]
    assert f"row {row + 1} and column " in say(source.findings[0].message, "en")


def test_a_workbook_that_unpacks_to_more_than_it_may_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "padat.xlsx"
    workbook(path, {"Unit": [["Nama Unit"], ["Dinas"]]})
    monkeypatch.setattr(extent, "MOST_UNPACKED", 1_000)
    source = read_tables(path)
    assert source.tables == ()
    assert "unpacks" in say(source.findings[0].message, "en")


def test_a_sheet_of_many_rows_is_read_to_its_last_cell(tmp_path):
    path = tmp_path / "panjang.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("Unit")
    for at in range(5_000):
        sheet.write_row(
            at, 0, ["Nama Unit" if not at else f"Bidang {at}", "Unit Atasan" if not at else "Dinas"]
        )
    book.close()
    (table,) = read_tables(path).tables
    assert len(table.rows) == 5_000


@pytest.mark.parametrize(("at", "byte"), [(1635, 54), (1636, 2), (2040, 134)])
def test_damage_that_ends_the_reader_of_workbooks_ends_nothing_else(tmp_path, at, byte):
    data = bytearray((DATA / "tables" / "unit.xls").read_bytes())
    data[at] = byte
    path = tmp_path / "rusak.xls"
    path.write_bytes(data)
    source = read_tables(path)
    assert source.tables == ()
    assert [each.code for each in source.findings] == ["IMP001"]


def test_a_part_that_cannot_be_unpacked_is_a_finding(tmp_path):
    path = workbook(tmp_path / "rusak.xlsx", {"Unit": [["Nama Unit"], ["Dinas"]] * 200})
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        part = archive.getinfo("xl/worksheets/sheet1.xml")
    start = part.header_offset + 30 + len(part.filename)
    data[start + 10 : start + 40] = bytes(30)
    path.write_bytes(data)
    source = read_tables(path)
    assert source.tables == ()
    assert [each.code for each in source.findings] == ["IMP001"]
