"""What is said of a command line that cannot be taken, in both languages."""

import subprocess
import sys
from pathlib import Path

import pytest

ENGLISH = (
    "default",
    "Usage",
    "Options",
    "Error",
    "Try ",
    "Show this",
    "No such",
    "Missing",
    "Invalid",
    "[OPTIONS]",
    "TEXT",
)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["chek"], "Perintah chek tidak ada. Maksud Anda check?"),
        (["scenario", "aply"], "Maksud Anda apply?"),
        (["check", "--selct", "X"], "Opsi --selct tidak ada. Maksud Anda --select?"),
        (["check", "--fail-on", "eror"], "Nilai --fail-on salah satu dari: error, warning, advice."),
        (["draw", "a.yaml"], "--out belum disebutkan."),
        (["merge", "a.yaml"], "OURS belum disebutkan."),
        (["show", "a", "b"], "b tidak diperlukan di sini."),
        (["draw", "a", "-o"], "-o memerlukan nilai."),
        (["check", "--fix=1"], "--fix tidak memerlukan nilai."),
        (["show", "a", "--depth", "x"], "Nilai --depth berupa angka"),
        (["overlap", "a", "--threshold", "3"], "angka 0 sampai 1"),
        (["rule", "SPN01"], "Maksud Anda SPN001?"),
        (["new", "A", "--template", "dinas-a"], "Maksud Anda dinas-a-20"),
    ],
)
def test_a_slip_is_told_in_indonesian_with_what_may_be_meant(sotk, arguments, said):
    result = sotk("--lang", "id", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not result.stdout
    assert not any(word in result.stderr for word in ENGLISH)


@pytest.mark.parametrize(
    "arguments", [[], ["scenario"], ["check"], ["draw"], ["log"], ["overlap"], ["serve"]]
)
def test_help_has_no_word_of_the_other_language(sotk, arguments):
    shown = sotk("--lang", "id", *arguments, "--help").stdout
    assert not [word for word in ENGLISH if word in shown]
    assert "Usage: sotk" in sotk("--lang", "en", *arguments, "--help").stdout


def test_a_file_whose_name_begins_with_a_hyphen_is_told_how_to_be_written(sotk, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("-a.yaml").touch()
    assert "./-a.yaml" in sotk("check", "-a.yaml").stderr


def test_a_unit_may_be_named_by_its_name(sotk, folder):
    by_name = sotk("show", "eksisting.yaml", "--unit", "bidang  Rehabilitasi sosial")
    assert by_name.stdout == sotk("show", "eksisting.yaml", "--unit", "bid-rehsos").stdout
    assert by_name.exit_code == 0


def test_of_units_with_one_name_the_ids_are_told(sotk, folder):
    result = sotk("show", "eksisting.yaml", "--unit", "Subbagian Tata Usaha", "--lang", "id")
    assert result.exit_code == 2
    assert "id" in result.stderr
    assert result.stderr.count("(Subbagian Tata Usaha)") > 1


def test_a_unit_that_is_misspelt_is_told_with_its_name(sotk, folder):
    result = sotk("show", "eksisting.yaml", "--unit", "Bidang Rehabilitas Sosial")
    assert "bid-rehsos (Bidang Rehabilitasi Sosial)" in result.stderr


def test_a_reader_that_stops_early_is_no_failure():
    made = subprocess.run(
        f'"{sys.executable}" -m sotk.cli rule | head -1; exit "${{PIPESTATUS[0]}}"',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        text=True,
        check=False,
    )
    assert (made.returncode, made.stderr) == (0, "")
    assert len(made.stdout.splitlines()) == 1
