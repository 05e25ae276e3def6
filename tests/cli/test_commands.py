"""What the commands print and how they exit."""

import json
from pathlib import Path

import pytest

from sotk.cli.catalogue import COMMANDS
from sotk.files import load

BROKEN = "sotk: 1\nstructure: a\nname: A\nroot: {id: r, name: R, kind: dinas, naem: x}\n"


def test_check_exits_with_0_where_nothing_is_an_error(sotk, folder):
    result = sotk("check", "eksisting.yaml")
    assert result.exit_code == 0
    assert "SPN002" in result.stdout


def test_check_exits_with_1_from_the_severity_asked_for(sotk, folder):
    assert sotk("check", "eksisting.yaml", "--fail-on", "advice").exit_code == 1


def test_check_says_where_and_what_to_write(sotk, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(BROKEN)
    result = sotk("check", path)
    assert result.exit_code == 1
    assert f"{path}:4:" in result.stdout
    assert "Did you mean name?" in result.stdout


def test_check_speaks_indonesian_where_the_pack_does_and_english_where_it_is_asked_for(sotk, folder):
    assert "saran" in sotk("check", "eksisting.yaml").stdout
    assert "advice" in sotk("check", "eksisting.yaml", "--lang", "en").stdout


def test_check_of_a_folder_checks_all_in_it(sotk, folder):
    result = sotk("check", "--format", "json", ".")
    data = json.loads(result.stdout)
    assert data["summary"]["files"] == 4
    assert {Path(finding["file"]).name for finding in data["findings"]} == {
        path.name for path in folder.glob("*.yaml")
    }


def test_the_json_of_check_has_its_documented_keys(sotk, folder):
    data = json.loads(sotk("check", "--format", "json", "eksisting.yaml").stdout)
    assert data["version"] == 1
    assert set(data["summary"]) == {"error", "warning", "advice", "cannot_tell", "files"}
    assert set(data["findings"][0]) == {
        "code", "rule", "severity", "message", "remedy", "file", "line", "column", "end_line", "end_column",
        "structure", "entity", "id", "field", "basis", "verified", "related",
    }  # fmt: skip


def test_sarif_and_github_name_the_same_findings(sotk, folder):
    sarif = json.loads(sotk("check", "--format", "sarif", "eksisting.yaml").stdout)
    results = sarif["runs"][0]["results"]
    github = sotk("check", "--format", "github", "eksisting.yaml").stdout.splitlines()
    assert len(results) == len(github) > 0
    assert all(line.startswith("::") for line in github)


@pytest.mark.parametrize("arguments", [["check"], ["show"], ["diff", "no.yaml"], ["draw", "-o", "x.svg"]])
def test_a_missing_file_is_said_and_exits_with_1_or_2(sotk, tmp_path, arguments):
    result = sotk(*arguments, tmp_path / "no.yaml")
    assert result.exit_code in {1, 2}
    assert "no.yaml" in result.stdout + result.stderr


def test_show_prints_every_unit(sotk, folder):
    lines = sotk("show", "eksisting.yaml").stdout.splitlines()
    assert len(lines) == 1 + len(load(folder / "eksisting.yaml").structure.units)


def test_an_unknown_unit_is_refused_with_those_that_are_near(sotk, folder):
    result = sotk("show", "eksisting.yaml", "--unit", "bid-rehso", "--lang", "en")
    assert result.exit_code == 2
    assert "bid-rehsos" in result.stderr


def test_new_makes_a_structure_that_checks_without_errors(sotk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = [line.split()[0] for line in sotk("new").stdout.splitlines()]
    assert len(names) > 10
    for name in names:
        assert sotk("new", "Dinas: <Baru>", "--template", name, "--out", f"{name}.yaml").exit_code == 0
        assert load(tmp_path / f"{name}.yaml").structure.name == "Dinas: <Baru>"
        assert sotk("check", f"{name}.yaml").exit_code == 0


def test_new_never_overwrites(sotk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert sotk("new", "A", "--template", "company").exit_code == 0
    before = (tmp_path / "a.yaml").read_bytes()
    assert sotk("new", "A", "--template", "dinas-a-2017").exit_code == 2
    assert (tmp_path / "a.yaml").read_bytes() == before


def test_fmt_writes_missing_ids_and_then_leaves_the_file_alone(sotk, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("sotk: 1\nstructure: a\nname: A\nroot: {name: R, kind: company} # kept\n")
    assert sotk("fmt", "--check", path).exit_code == 1
    assert sotk("fmt", path).exit_code == 0
    assert (
        path.read_text() == "sotk: 1\nstructure: a\nname: A\nroot: {id: r, name: R, kind: company} # kept\n"
    )
    assert sotk("fmt", "--check", path).exit_code == 0


def test_fmt_leaves_a_file_with_findings_untouched(sotk, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(BROKEN)
    assert sotk("fmt", path).exit_code == 2
    assert path.read_text() == BROKEN


@pytest.mark.parametrize("kind", ["structure", "scenario"])
def test_a_schema_is_valid_json_that_knows_the_keys(sotk, kind):
    data = json.loads(sotk("schema", kind).stdout)
    assert {"sotk", kind} <= set(data["properties"])


def test_diff_exits_with_1_only_where_it_is_asked_to(sotk, folder):
    assert sotk("diff", "eksisting.yaml", "usulan-uks-uptd.yaml").exit_code == 0
    assert sotk("diff", "eksisting.yaml", "usulan-uks-uptd.yaml", "--exit-code").exit_code == 1
    assert sotk("diff", "eksisting.yaml", "eksisting.yaml", "--exit-code").exit_code == 0


def test_the_json_of_diff_counts_its_changes(sotk, folder):
    data = json.loads(sotk("diff", "eksisting.yaml", "usulan-uks-uptd.yaml", "--format", "json").stdout)
    assert data["version"] == 1
    assert sum(data["summary"].values()) == len(data["changes"])
    assert {"change", "entity", "id", "name", "from", "to"} <= set(data["changes"][0])


def test_the_scenario_of_a_diff_makes_the_second_of_the_first(sotk, folder):
    text = sotk("diff", "eksisting.yaml", "usulan-uks-uptd.yaml", "--format", "scenario").stdout
    (folder / "again.yaml").write_text(text)
    assert sotk("diff", "usulan-uks-uptd.yaml", "again.yaml", "--exit-code").exit_code == 0


def test_a_scenario_is_started_applied_and_listed(sotk, folder):
    assert sotk("scenario", "new", "Usulan Baru", "--base", "eksisting.yaml").exit_code == 0
    assert load(folder / "usulan-baru.yaml").scenario.base == "eksisting.yaml"
    assert sotk("scenario", "apply", "usulan-uks-uptd.yaml", "-o", "jadi.yaml").exit_code == 0
    assert sotk("diff", "usulan-uks-uptd.yaml", "jadi.yaml", "--exit-code").exit_code == 0
    listed = sotk("scenario", "log", "usulan-uks-uptd.yaml").stdout
    assert listed.count("\n") > 20
    assert "Ditunda" in listed


@pytest.mark.parametrize(
    ("base", "code"), [("no.yaml", "SCN001"), ("self.yaml", "SCN002"), ("../../../etc/passwd", "SCN003")]
)
def test_a_base_that_is_missing_itself_or_outside_is_a_finding(sotk, tmp_path, base, code):
    path = tmp_path / "self.yaml"
    path.write_text(f"sotk: 1\nscenario: s\nname: S\nbase: {base}\n")
    result = sotk("check", path)
    assert result.exit_code == 1
    assert code in result.stdout
    assert f"{path}:4:1" in result.stdout


def test_overlap_scores_the_pairs_of_a_csv_in_their_order(sotk, tmp_path):
    path = tmp_path / "pairs.csv"
    path.write_text(
        "unit_a,duty_a,unit_b,duty_b\n"
        'Seksi A,"melaksanakan rehabilitasi sosial anak, dan remaja",Seksi B,rehabilitasi sosial anak dan remaja\n'
        "Seksi A,pengelolaan taman makam pahlawan,Seksi B,penyuluhan pertanian\n"
    )
    pairs = json.loads(sotk("overlap", "--pairs", path, "--format", "json").stdout)["pairs"]
    assert [pair["unit_a"] for pair in pairs] == ["Seksi A", "Seksi A"]
    assert pairs[0]["score"] > 0.5 > pairs[1]["score"] >= 0
    assert set(pairs[0]) == {"unit_a", "duty_a", "unit_b", "duty_b", "score", "why"}


def test_every_command_explains_itself_in_both_languages(sotk):
    for entry in COMMANDS:
        texts = {sotk("--lang", language, entry.name, "--help").stdout for language in ("id", "en")}
        assert len(texts) == 2, entry.name


def test_names_of_users_cannot_write_to_the_terminal(sotk, tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        'sotk: 1\nstructure: a\nname: A\nroot: {id: r, name: "R\\e[31m\\u202Eevil", kind: company}\n'
    )
    for command in ("show", "check"):
        shown = sotk(command, path).stdout
        assert "\x1b" not in shown
        assert "\u202e" not in shown
