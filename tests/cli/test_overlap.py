"""`sotk overlap`: text, JSON, scores of a CSV, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
JABAR = "structures/dinsos-jabar/eksisting.yaml"


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sotk", "overlap", *words]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_text_names_both_units_and_says_why() -> None:
    done = run(JABAR)
    assert done.returncode == 0
    assert "↔" in done.stdout
    assert "→" in done.stdout


def test_json_keeps_its_schema() -> None:
    found = json.loads(run(JABAR, "--format", "json").stdout)
    assert found["version"] == 1
    for pair in found["pairs"]:
        assert {"unit_a", "duty_a", "unit_b", "duty_b", "score", "why"} <= pair.keys()
        assert 0 <= pair["score"] <= 1


def test_each_row_of_a_csv_gets_a_score_quotes_and_line_breaks_included(tmp_path: Path) -> None:
    table = tmp_path / "pairs.csv"
    table.write_text(
        'unit_a,duty_a,unit_b,duty_b\nA,"rehabilitasi ""lansia""\ntelantar",B,merehabilitasi lansia telantar\n',
        encoding="utf-8",
    )
    found = json.loads(run("--pairs", str(table), "--format", "json").stdout)
    assert len(found["pairs"]) == 1
    assert found["pairs"][0]["score"] > 0.5


def test_a_csv_without_a_column_and_no_input_cannot_be_run(tmp_path: Path) -> None:
    table = tmp_path / "pairs.csv"
    table.write_text("unit_a,duty_a\nA,b\n", encoding="utf-8")
    assert run("--pairs", str(table)).returncode == 2
    assert run().returncode == 2
