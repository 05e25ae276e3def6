"""Text of a presentation stays within its shape, whichever of the usual fonts it is opened with."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Pt

from sotk.chart.faces import FACES, FaceMeasure
from sotk.chart.layout.chart import PAPERS
from sotk.chart.picture import scene_of
from sotk.chart.render.fit import lines_within, wrapped_within
from sotk.chart.render.pptx import pptx
from sotk.chart.scene import Row, Run
from sotk.chart.view import ViewOptions
from sotk.workspace import open_path

ROOT = Path(__file__).parents[2]
DECKS = [
    "structures/dinsos-jabar/eksisting.yaml",
    "structures/kemenhub-2025/kemenhub.yaml",
    "tests/chart/kinds/dinas-nama-panjang-2017.yaml",
    "tests/chart/kinds/setda-provinsi-2017.yaml",
    "tests/chart/kinds/inspektorat-2022.yaml",
]
ROUNDING = 0.1  # points


@pytest.fixture(scope="module", params=DECKS)
def deck(request):
    found = open_path(ROOT / request.param)
    options = ViewOptions(paper=PAPERS["16:9"], draft=True)
    return Presentation(BytesIO(pptx(scene_of(found.structure, found.pack, options))))


def shapes(deck):
    for slide in deck.slides:
        waiting = list(slide.shapes)
        while waiting:
            shape = waiting.pop()
            if shape.shape_type == 6:
                waiting.extend(shape.shapes)
            elif shape.has_text_frame and shape.text_frame.text.strip() and not shape.is_placeholder:
                yield shape


def height_and_widest(frame, room, measure):
    """As an editor sets a text: words go on the line while there is room, or all where it does not wrap."""
    tall = widest = 0.0
    for paragraph in frame.paragraphs:
        size = max(run.font.size for run in paragraph.runs) / Pt(1)
        space = measure.width(" ", size, bold=True)
        line, lines = 0.0, 1
        for run in paragraph.runs:
            for word in run.text.split():
                wide = measure.width(word, run.font.size / Pt(1), bold=bool(run.font.bold))
                if frame.word_wrap and line and line + space + wide > room + ROUNDING:
                    line, lines = wide, lines + 1
                else:
                    line += wide + (space if line else 0.0)
                widest = max(widest, line)
        tall += lines * measure.line(size)
    return tall, widest


@pytest.mark.parametrize("face", FACES)
def test_every_line_of_a_deck_stays_within_its_shape(deck, face):
    measure = FaceMeasure(face)
    seen = 0
    for shape in shapes(deck):
        frame = shape.text_frame
        room = (shape.width - frame.margin_left - frame.margin_right) / Pt(1)
        tall, widest = height_and_widest(frame, room, measure)
        assert widest <= room + ROUNDING, shape.text_frame.text
        assert tall <= shape.height / Pt(1) + ROUNDING, shape.text_frame.text
        seen += 1
    assert seen > 10


def row(text, size=8.0, *, bold=False, opens=True):
    return Row((Run(text, size, bold),), 0.0, 0.0, 0.0, opens=opens)


@given(st.lists(st.text("ABCDEWMijl .ąŻ", min_size=1, max_size=20), min_size=1, max_size=6))
def test_rows_made_smaller_fit_in_each_font(texts):
    rows = tuple(row(text, bold=n % 2 == 0) for n, text in enumerate(texts))
    for made in lines_within(rows, 60.0):
        for face in FACES:
            assert FaceMeasure(face).width(made.text, made.runs[0].size, bold=made.runs[0].bold) <= 60.06


def test_what_fits_is_left_as_it_is():
    rows = (row("BIDANG REHABILITASI"), row("SOSIAL", opens=False))
    assert wrapped_within(rows, 100.0, 24.0) is rows
    assert lines_within(rows, 100.0) is rows


def test_a_text_that_is_wider_in_one_of_the_fonts_gets_smaller():
    wide = max(FACES, key=lambda face: FaceMeasure(face).width("llllllllll", 8.0))
    room = FaceMeasure("inter").width("llllllllll", 8.0)
    (made,) = wrapped_within((row("llllllllll"),), room * 0.9, 12.0)
    assert made.runs[0].size < 8.0
    assert FaceMeasure(wide).width(made.text, made.runs[0].size) <= room * 0.9


def test_an_unknown_character_is_taken_for_a_wide_one():
    for face in FACES:
        assert FaceMeasure(face).width("漢", 10.0) >= 10.0
