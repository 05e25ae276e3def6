"""`sotk report`: the ending of the file decides the format; what cannot be made is said, and no file is left."""

from pathlib import Path

import pytest

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
