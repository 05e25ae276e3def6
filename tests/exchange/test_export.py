"""What an export writes, an import reads back: cell for cell in a workbook, as a tree in CSV and Popolo."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from sotk.compare import diff
from sotk.exchange import import_files
from sotk.exchange.contents import without_holders
from sotk.exchange.importing import Wanted
from sotk.exchange.reading import LISTS_SHEET
from sotk.exchange.workbooks import to_form, to_xlsx
from sotk.exchange.writing import to_csv, to_json, to_popolo
from sotk.files import load
from sotk.model import Header, Structure, Unit
from sotk.packs import load_pack
from tests.exchange.tables import codes, imported, outline, workbook
from tests.strategies import structures
from tests.valid import problems

ROOT = Path(__file__).parent.parent.parent / "structures"
SHIPPED = sorted(path for path in ROOT.rglob("*.yaml") if not path.name.startswith("usulan"))
PEMDA = load_pack("pemda").pack


def back(folder: Path, name: str, data: bytes, **wanted) -> Structure:
    path = folder / name
    path.write_bytes(data)
    found = imported(path, **wanted)
    assert found.held == ()
    return found.structure


def fixed(structure: Structure) -> Structure:
    """A structure as it leaves: every id chosen, no names of persons."""
    return replace(without_holders(structure), provisional=frozenset())


def tree(structure: Structure) -> list[tuple]:
    return [(unit.id, unit.name, unit.kind, unit.parent) for unit in structure.walk()]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["id", "en"])
def test_a_workbook_gives_back_the_structure_it_was_made_of(path, language, tmp_path):
    structure = load(path).structure
    assert back(tmp_path, "x.xlsx", to_xlsx(structure, language)) == fixed(structure)


@settings(max_examples=40, deadline=None)
@given(structures(), st.sampled_from(["id", "en"]))
def test_any_structure_comes_back_from_its_workbook_and_its_json(tmp_path_factory, structure, language):
    folder = tmp_path_factory.mktemp("x")
    assert back(folder, "x.xlsx", to_xlsx(structure, language, holders=True), holders=True) == structure
    assert back(folder, "x.json", to_json(structure, holders=True).encode(), holders=True) == structure


@settings(max_examples=40, deadline=None)
@given(structures(), st.sampled_from(["id", "en"]))
def test_the_tree_of_any_structure_comes_back_from_csv_and_popolo(tmp_path_factory, structure, language):
    folder = tmp_path_factory.mktemp("x")
    assert tree(back(folder, "x.csv", to_csv(structure, "units", language).encode(), pack=PEMDA)) == tree(
        structure
    )
    popolo = back(folder, "x.popolo.json", to_popolo(structure).encode(), pack=PEMDA)
    assert tree(popolo) == tree(structure)
    assert {each.id for _unit, each in popolo.positions()} == {
        each.id for _unit, each in structure.positions()
    }


@pytest.mark.parametrize("name", ["=1+1", "+62", "-5 orang", "@risiko", "'=1", "'kutip"])
def test_a_name_that_looks_like_a_formula_stays_a_text(name, tmp_path):
    unit = Unit(id="a", name=name, kind="unit")
    structure = Structure(header=Header(id="x", name=name), root="a", units={"a": unit}, children={})
    assert back(tmp_path, "x.xlsx", to_xlsx(structure, "id")).units["a"].name == name
    text = to_csv(structure, "units", "id")
    assert all(cell[:1] not in ("=", "+", "-", "@") for cell in text.splitlines()[1].split(","))
    assert back(tmp_path, "x.csv", text.encode(), pack=PEMDA).units["a"].name == name


def test_names_of_persons_leave_only_where_they_are_asked_for():
    structure = load(ROOT / "dinsos-gorontalo" / "dinsos.yaml").structure
    unit = structure.units[structure.root]
    from sotk.model import Holder

    named = replace(unit, head=replace(unit.head, holders=(Holder(name="Nama Contoh"),)))
    structure = replace(structure, units={**structure.units, unit.id: named})
    assert "Nama Contoh" not in to_json(structure) + to_csv(structure, "positions", "id") + to_popolo(
        structure
    )
    assert "Nama Contoh" in to_json(structure, holders=True)


def test_a_row_added_by_hand_is_understood_by_name_and_a_stray_one_is_held(tmp_path):
    path = tmp_path / "x.xlsx"
    structure = load(ROOT / "dinsos-gorontalo" / "dinsos.yaml").structure
    path.write_bytes(to_xlsx(structure, "id"))
    book = CalamineWorkbook.from_path(str(path))
    sheets = {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
    places = {name: rows[0].index for name, rows in sheets.items()}
    row = [""] * len(sheets["Unit"][0])
    for head, value in (
        ("Nama Unit", "Bidang Baru"),
        ("Berada di Bawah", structure.name),
        ("Jenis Unit", "bidang"),
    ):
        row[places["Unit"](head)] = value
    sheets["Unit"].append(row)
    for unit in ("Bidang Baru", "Bidang Entah"):
        row = [""] * len(sheets["Jabatan"][0])
        row[places["Jabatan"]("Unit")], row[places["Jabatan"]("Nama Jabatan")] = unit, "Analis"
        sheets["Jabatan"].append(row)
    found = imported(workbook(path, sheets))
    assert found.structure.units["bidang-baru"].parent == structure.root
    assert found.structure.units["bidang-baru"].positions[0].title == "Analis"
    assert [held.cell for held in found.held] == [f"Jabatan!A{len(sheets['Jabatan'])}"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_empty_form_offers_the_words_of_the_pack_and_comes_back_filled(language, tmp_path):
    base = load(ROOT / "dinsos-gorontalo" / "dinsos.yaml").structure
    path = tmp_path / "form.xlsx"
    path.write_bytes(to_form(base, load_pack("pemda").pack, language))
    book = CalamineWorkbook.from_path(str(path))
    sheets = {
        name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names if name != LISTS_SHEET
    }
    lists = {column for row in book.get_sheet_by_name(LISTS_SHEET).to_python() for column in row}
    assert {"fungsional", "III.b", "tugas", base.name} <= lists
    names = list(sheets)
    below = next(unit for unit in base.walk() if unit.kind == "bidang")
    sheets[names[1]].append(["Bidang Baru", base.name, "Bidang", "BB", "", "usul bidang"])
    sheets[names[2]].append([below.name, "Analis Data", "", "fungsional", "Ahli Muda", "", 9, 2, 1, 0, ""])
    sheets[names[3]].append(["Bidang Baru", "fungsi", "penyusunan data", ""])
    found = imported(workbook(path, sheets), base=base)
    assert found.held == ()
    assert set(found.structure.units) - set(base.units) == {"bidang-baru"}
    assert found.structure.units["bidang-baru"].duties[0].text == "penyusunan data"
    assert "Analis Data" in [each.title for each in found.structure.units[below.id].positions]
    assert found.structure.units[below.id].duties == base.units[below.id].duties


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
@pytest.mark.parametrize("sheet", ["units", "positions", "duties", "indicators"])
def test_one_table_of_a_structure_over_it_changes_nothing(path, sheet, tmp_path):
    base = load(path).structure
    table = tmp_path / "x.csv"
    table.write_bytes(to_csv(base, sheet, "id").encode())
    found = imported(table, base=base)
    assert found.held == ()
    assert diff(fixed(base), fixed(found.structure) if found.structure else fixed(base)).facts == ()


def test_what_a_table_over_a_base_leaves_out_is_said(tmp_path):
    base = load(ROOT / "dinsos-jabar" / "eksisting.yaml").structure
    path = tmp_path / "x.csv"
    unit = next(each for each in base.walk() if each.name.startswith("Subbagian Keuangan"))
    path.write_text(f"Unit,Nama Jabatan,Kebutuhan\n{unit.name},Bendahara Baru Sekali,2\n", "utf-8")
    found = imported(path, base=base)
    assert [each.title for each in found.structure.units[unit.id].positions] == ["Bendahara Baru Sekali"]
    assert codes(found)["IMP021"] == 1
    assert found.structure.units[unit.id].duties == unit.duties
    assert problems(found.structure) == []


def test_a_list_of_units_over_a_base_keeps_what_it_does_not_speak_of(tmp_path):
    base = load(ROOT / "dinsos-gorontalo" / "dinsos.yaml").structure
    path = tmp_path / "x.csv"
    path.write_bytes(to_csv(base, "units", "id").encode())
    assert import_files([path], Wanted(name="x", base=base)).structure == replace(
        base, provisional=frozenset()
    )
    assert outline(imported(path, base=base))[0].startswith(base.units[base.root].name)
