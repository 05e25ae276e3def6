"""`sotk draw`: one command for every format; it says what it cannot do and leaves old files whole."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from pptx import Presentation

from sotk.chart.render.catalogue import FORMATS
from sotk.cli.draw import command
from sotk.cli.language import language_of

JABAR = Path(__file__).parent.parent.parent / "structures" / "dinsos-jabar"


def draw(*arguments):
    return CliRunner().invoke(command(), language_of([str(argument) for argument in arguments]))


@pytest.mark.parametrize("ending", [each.ending for each in FORMATS])
def test_the_ending_decides_the_format(tmp_path, ending):
    out = tmp_path / f"bagan.{ending}"
    result = draw(JABAR / "eksisting.yaml", "-o", out)
    assert (result.exit_code, out.stat().st_size > 500) == (0, True), result.output


def test_an_unknown_ending_is_refused_with_the_list(tmp_path):
    result = draw(JABAR / "eksisting.yaml", "-o", tmp_path / "bagan.bmp")
    assert result.exit_code == 2
    assert ".svg" in result.output
    assert ".pptx" in result.output


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert draw(JABAR / "eksisting.yaml", "-o", tmp_path / "tidak/ada.svg").exit_code == 2


def test_a_unit_that_is_not_there_is_refused_with_what_is_near(tmp_path):
    result = draw(JABAR / "eksisting.yaml", "-o", tmp_path / "a.svg", "--unit", "bid-rehso")
    assert result.exit_code == 2
    assert "bid-rehsos" in result.output


@pytest.mark.parametrize("name", ["uptd", "satpel", "timkerja"])
def test_a_scenario_is_drawn_against_its_base(tmp_path, name):
    out = tmp_path / "beda.svg"
    assert draw(JABAR / f"usulan-uks-{name}.yaml", "--against", "base", "-o", out).exit_code == 0
    text = out.read_text("utf-8")
    assert "~ Satuan Pelayanan" in text or "⊕ Satuan" in text or "→~ Satuan" in text
    assert "USULAN" in text


def test_illustrative_data_is_said_to_be_such_on_every_picture(tmp_path):
    out = tmp_path / "a.svg"
    draw(JABAR / "eksisting.yaml", "-o", out)
    assert "DATA ILUSTRASI" in out.read_text("utf-8")


def test_overlays_can_be_joined(tmp_path):
    out = tmp_path / "a.svg"
    result = draw(
        JABAR / "eksisting.yaml", "-o", out, "--overlay", "echelon", "--overlay", "vacancy", "--page", "A3"
    )
    assert result.exit_code == 0, result.output
    text = out.read_text("utf-8")
    assert "III.a" in text
    assert " · K " in text


def test_findings_stand_on_the_chart(tmp_path):
    out = tmp_path / "a.svg"
    assert draw(JABAR / "eksisting.yaml", "-o", out, "--overlay", "findings").exit_code == 0
    assert "SPN0" in out.read_text("utf-8")


def test_a_presentation_is_counted_in_slides_with_its_title_and_its_legend(tmp_path):
    out = tmp_path / "usulan.pptx"
    result = draw(JABAR / "usulan-uks-uptd.yaml", "--against", "base", "-o", out)
    slides = len(Presentation(str(out)).slides)
    assert slides == 7  # title, before, after, difference, two of words, legend
    assert f"{slides} slide" in result.output


@pytest.mark.parametrize(("orientation", "upright"), [("portrait", True), ("landscape", False)])
@pytest.mark.parametrize("paper", [(), ("--page", "A4"), ("--page", "A3")])
def test_the_paper_lies_as_it_is_asked_for(tmp_path, orientation, upright, paper):
    out = tmp_path / "bagan.svg"
    result = draw(JABAR / "eksisting.yaml", "-o", out, "--orientation", orientation, *paper)
    assert result.exit_code == 0, result.output
    width, height = map(float, re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', out.read_text()).groups())
    assert (height > width) is upright
