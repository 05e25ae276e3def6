"""Text is measured before it is drawn, and names are only ever data."""

import subprocess
import sys
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.chart.measure import CellMeasure, FontMeasure, advances, cells, clipped
from sotk.chart.wrap import wrap
from sotk.findings.names import clean

SIGNS = "+−→↗⊕~▲×·•…"


@given(st.text(), st.floats(20, 300), st.booleans())
def test_every_wrapped_line_fits_unless_it_is_one_character(text, width, bold):
    measure = FontMeasure()
    for line in wrap(text, width, measure, 8.5, bold=bold):
        assert measure.width(line, 8.5, bold=bold) <= width or len(line.rstrip()) <= 2


@given(st.text(), st.floats(8, 300))
def test_wrapping_loses_no_character(text, width):
    joined = "".join(wrap(text, width, FontMeasure(), 8.5))
    assert "".join(joined.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("BIDANG PEMBERDAYAAN SOSIAL", ("BIDANG", "PEMBERDAYAAN SOSIAL")),
        ("BIDANG PERLINDUNGAN DAN JAMINAN SOSIAL", ("BIDANG PERLINDUNGAN", "DAN JAMINAN SOSIAL")),
        ("BIDANG PENANGANAN FAKIR MISKIN", ("BIDANG PENANGANAN", "FAKIR MISKIN")),
        ("SUBBAGIAN UMUM DAN KEPEGAWAIAN", ("SUBBAGIAN UMUM", "DAN KEPEGAWAIAN")),
    ],
)
def test_titles_break_as_a_planner_would_break_them(name, lines):
    assert wrap(name, 140, FontMeasure(), 8.5, bold=True) == lines


def test_a_very_long_word_is_broken():
    assert len(wrap("X" * 300, 100, FontMeasure(), 8.5)) > 10


def test_signs_of_the_diff_are_in_the_font():
    for face in ("regular", "bold"):
        assert not [sign for sign in SIGNS if sign not in advances(face).of]


def test_unknown_glyphs_are_over_estimated():
    measure = FontMeasure()
    assert measure.width("漢", 10) > measure.width("W", 10)
    assert measure.width("😀", 10) > 10


def test_the_font_carries_its_licence():
    fonts = files("sotk.chart") / "fonts"
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text(encoding="utf-8").upper()
    for face in ("Regular", "Bold"):
        assert len((fonts / f"Inter-{face}.ttf").read_bytes()) < 100_000


def test_wide_and_combining_characters_take_their_cells():
    assert cells("漢字") == 4
    assert cells("e\u0301") == 1
    assert CellMeasure().width("Seksi") == 5
    assert cells(clipped("漢字漢字", 5)) <= 5


@given(st.text())
def test_a_visible_name_is_one_line_without_controls(text):
    name = clean(text)
    assert name == " ".join(name.split())
    assert not any(ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u200b" for c in name)
    name.encode("utf-8")


def test_bidi_marks_vanish_and_line_breaks_become_spaces():
    assert clean("Seksi\u202e A\n\tB\x1b[31m") == "Seksi A B [31m"


def test_importing_the_room_is_light():
    code = (
        "import sys, sotk.chart, sotk.chart.view, sotk.chart.layout.bagan, sotk.chart.render.svg;"
        "print(*{'PIL', 'reportlab', 'pptx', 'networkx', 'textual', 'fontTools', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
