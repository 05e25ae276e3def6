"""`sotk report`: the ending of the file decides the format; what cannot be made is said, and no file is left."""

from pathlib import Path

import pytest

from sotk.report.kinds.catalogue import NAMES
from sotk.report.render.catalogue import FORMATS
from tests.command import run

JABAR = Path(__file__).parent.parent.parent / "structures" / "dinsos-jabar"


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS])
def test_the_ending_decides_the_format(tmp_path, ending):
    out = tmp_path / f"sandingan.{ending}"
    done = run("report", "sandingan", JABAR / "usulan-uks-uptd.yaml", "-o", out)
    assert (done.exit_code, out.stat().st_size > 500) == (0, True), done.stderr


def test_an_unknown_ending_is_refused_with_the_list(tmp_path):
    done = run(
        "report", "sandingan", JABAR / "usulan-uks-uptd.yaml", "-o", tmp_path / "a.odt", "--lang", "en"
    )
    assert done.exit_code == 2
    assert "Known: .docx, .xlsx, .html, .md." in done.stderr


def test_a_structure_is_compared_with_another(tmp_path):
    out = tmp_path / "a.md"
    run(
        "report",
        "sandingan",
        JABAR / "usulan-uks-uptd.yaml",
        "--against",
        JABAR / "eksisting.yaml",
        "-o",
        out,
    )
    one = out.read_bytes()
    run("report", "sandingan", JABAR / "usulan-uks-uptd.yaml", "-o", out)
    assert one == out.read_bytes()


def test_a_comparison_without_a_base_is_refused(tmp_path):
    out = tmp_path / "a.docx"
    done = run("report", "sandingan", JABAR / "eksisting.yaml", "-o", out)
    assert (done.exit_code, out.exists()) == (2, False)
    assert "--against" in done.stderr


BASE = """
sotk: 1
structure: dinas
name: Dinas Kecil
pack: pemda
government: {level: kota, name: Contoh}
root:
  {id: dinas, name: Dinas, kind: dinas, head: {id: kadis, title: Kepala Dinas}, units: [{id: bid, name: Bidang, kind: bidang}]}
"""
PROPOSAL = """
sotk: 1
scenario: usulan
name: Usulan
base: dinas.yaml
operations: [{op: add_unit, under: dinas, unit: {id: b2, name: Bidang Dua, kind: bidang}}]
"""


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_writes_a_word_file_of_a_proposal(tmp_path, kind):
    (tmp_path / "dinas.yaml").write_text(BASE, encoding="utf-8")
    proposal, out = tmp_path / "usulan.yaml", tmp_path / f"{kind}.docx"
    proposal.write_text(PROPOSAL, encoding="utf-8")
    done = run("report", kind, proposal, "-o", out, "--page", "A3")
    assert (done.exit_code, out.read_bytes()[:2]) == (0, b"PK"), done.stderr


def test_a_slip_in_the_kind_is_refused_with_those_there_are(tmp_path):
    done = run("report", "sandinga", JABAR / "eksisting.yaml", "-o", tmp_path / "a.docx")
    assert done.exit_code == 2
    assert "sandingan" in done.stderr
