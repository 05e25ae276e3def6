"""`sotk overlap`: text, JSON, scores of a CSV, exit codes."""

import json

from tests.cli.conftest import STRUCTURES

JABAR = STRUCTURES / "dinsos-jabar" / "eksisting.yaml"


def test_text_names_both_units_and_says_why(sotk):
    done = sotk("overlap", JABAR)
    assert done.exit_code == 0
    assert "↔" in done.stdout
    assert "→" in done.stdout


def test_json_keeps_its_schema(sotk):
    found = json.loads(sotk("overlap", JABAR, "--format", "json").stdout)
    assert found["version"] == 1
    for pair in found["pairs"]:
        assert {"unit_a", "duty_a", "unit_b", "duty_b", "score", "why"} <= pair.keys()
        assert 0 <= pair["score"] <= 1


def test_each_row_of_a_csv_gets_a_score_quotes_and_line_breaks_included(sotk, tmp_path):
    table = tmp_path / "pairs.csv"
    table.write_text(
        'unit_a,duty_a,unit_b,duty_b\nA,"rehabilitasi ""lansia""\ntelantar",B,merehabilitasi lansia telantar\n',
        encoding="utf-8",
    )
    found = json.loads(sotk("overlap", "--pairs", table, "--format", "json").stdout)
    assert len(found["pairs"]) == 1
    assert found["pairs"][0]["score"] > 0.5


def test_a_csv_without_a_column_and_no_input_cannot_be_run(sotk, tmp_path):
    table = tmp_path / "pairs.csv"
    table.write_text("unit_a,duty_a\nA,b\n", encoding="utf-8")
    assert sotk("overlap", "--pairs", table).exit_code == 2
    assert sotk("overlap").exit_code == 2
