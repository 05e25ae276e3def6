"""`sotk import` and `sotk export` as a planner runs them."""

import json
from pathlib import Path

import pytest

from sotk.files import load
from tests.command import run
from tests.exchange.tables import workbook
from tests.exchange.test_messy import MERGED, SHEETS

STRUCTURE = Path(__file__).parent.parent.parent / "structures" / "dinsos-gorontalo" / "dinsos.yaml"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    workbook(tmp_path / "sdm.xlsx", SHEETS, MERGED)
    (tmp_path / "rapi.csv").write_text("Unit,Induk\nDinas Sosial,\nBidang Anak,Dinas Sosial\n", "utf-8")
    return tmp_path


def test_the_exit_code_says_whether_all_rows_have_a_place(folder):
    assert run("import", "rapi.csv", "-o", "a.yaml").exit_code == 0
    assert run("import", "sdm.xlsx", "-o", "b.yaml").exit_code == 1
    assert run("import", "tidak-ada.csv", "-o", "c.yaml").exit_code == 2
    assert run("check", "a.yaml", "--fail-on", "error").exit_code in (0, 1)
    assert not (folder / "c.yaml").exists()


def test_a_file_that_is_there_is_written_over_only_with_force(folder):
    (folder / "a.yaml").write_text("milik saya\n", "utf-8")
    refused = run("import", "rapi.csv", "-o", "a.yaml")
    assert (refused.exit_code, (folder / "a.yaml").read_text("utf-8")) == (2, "milik saya\n")
    assert run("import", "rapi.csv", "-o", "a.yaml", "--force").exit_code == 0
    assert load(folder / "a.yaml").structure.name == "Dinas Sosial"
    refused = run("export", str(STRUCTURE), "-o", "a.yaml")
    assert refused.exit_code == 2


def test_the_json_counts_every_row(folder):
    data = json.loads(run("import", "sdm.xlsx", "-o", "a.yaml", "--format", "json").stdout)
    assert data["version"] == 1
    assert data["rows_in"] == data["placed"] + data["held"] == 19
    assert len(data["held_rows"]) == data["held"]
    assert {"questions", "repairs"} <= data.keys()


def test_questions_are_answered_in_a_file_and_the_answers_stay(folder):
    command = ("import", "sdm.xlsx", "-o", "a.yaml", "--force", "--repair", "--answers", "jawaban.yaml")
    assert run(*command).exit_code == 1
    text = (folder / "jawaban.yaml").read_text("utf-8")
    assert text.count('answer: ""') == 3
    before, after = text.split("- id: parent-seksi-data")
    answered = after.replace('answer: ""', "answer: sekretariat", 1)
    text = f"{before}- id: parent-seksi-data{answered}"
    (folder / "jawaban.yaml").write_text(text, "utf-8")
    run(*command)
    assert load(folder / "a.yaml").structure.units["seksi-data"].parent == "sekretariat"
    assert (folder / "jawaban.yaml").read_text("utf-8").count("answer: sekretariat") == 1


def test_the_map_is_written_once_and_then_obeyed(folder):
    run("import", "sdm.xlsx", "-o", "a.yaml", "--map", "peta.yaml")
    text = (folder / "peta.yaml").read_text("utf-8")
    assert "F: notes" in text
    (folder / "peta.yaml").write_text(text.replace("F: notes", "F: site"), "utf-8")
    run("import", "sdm.xlsx", "-o", "a.yaml", "--map", "peta.yaml", "--force")
    assert load(folder / "a.yaml").structure.units["bidang-rehabilitasi-sosial"].site == "pindah gedung"
    (folder / "peta.yaml").write_text(text.replace("F: notes", "F: entah"), "utf-8")
    assert run("import", "sdm.xlsx", "-o", "a.yaml", "--map", "peta.yaml", "--force").exit_code == 2


def test_held_rows_go_to_a_table_of_their_own(folder):
    run("--lang", "id", "import", "sdm.xlsx", "-o", "a.yaml", "--held", "ditahan.csv")
    lines = (folder / "ditahan.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Sel,Alasan"
    assert len(lines) == 7
    assert "Nama Contoh" not in "".join(lines)


def test_a_table_over_a_base_shows_only_what_it_changes(folder):
    run("export", str(STRUCTURE), "-o", "unit.csv", "--sheet", "units")
    text = (
        (folder / "unit.csv")
        .read_text("utf-8-sig")
        .replace("Bidang Rehabilitasi Sosial", "Bidang Rehabilitasi")
    )
    (folder / "unit.csv").write_text(text, "utf-8")
    assert run("import", "unit.csv", "-o", "baru.yaml", "--base", str(STRUCTURE)).exit_code == 0
    data = json.loads(run("diff", str(STRUCTURE), "baru.yaml", "--format", "json").stdout)
    assert data["summary"] == {"unit_renamed": 1}


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv", "a.json", "a.popolo.json"])
def test_every_format_of_export_is_read_back(folder, name):
    assert run("export", str(STRUCTURE), "-o", name).exit_code == 0
    assert run("import", name, "-o", "kembali.yaml", "--pack", "pemda").exit_code == 0
    assert len(load(folder / "kembali.yaml").structure.units) == len(load(STRUCTURE).structure.units)


def test_what_cannot_be_exported_is_refused_with_words(folder):
    for arguments in (["-o", "a.pdf"], ["-o", "a.csv", "--blank"], ["-o", "a.csv", "--holders"]):
        done = run("export", str(STRUCTURE), *arguments)
        assert (done.exit_code, done.stdout) == (2, "")


def test_an_unknown_pack_is_refused_before_anything_is_read(folder):
    assert run("import", "rapi.csv", "-o", "a.yaml", "--pack", "pemdaa").exit_code == 2
    assert not (folder / "a.yaml").exists()
