"""Pictures written from the editor: what the command line draws of the same, drawn the same."""

import io

import pytest

from sotk.chart import OVERLAYS
from sotk.session.exporting import Material, Order, export
from sotk.session.opening import open_desk
from tests.command import run


@pytest.fixture
def made(workspace):
    desk = open_desk(workspace / "usulan-uks-uptd.yaml")
    return Material(desk.document, desk.pack, "id")


def test_a_deck_of_changes_is_the_one_of_the_command_line_slide_by_slide(made, workspace):
    pptx = pytest.importorskip("pptx")
    told = []
    order = Order(workspace / "dek.pptx", "changes", "pptx")
    done = export(order, made, told.append)
    assert done.trouble is None
    other = workspace / "lain.pptx"
    assert run("draw", workspace / "usulan-uks-uptd.yaml", "--against", "base", "-o", other).exit_code == 0
    ours, theirs = (
        words_of(pptx.Presentation(io.BytesIO(path.read_bytes()))) for path in (order.path, other)
    )
    assert ours == theirs
    assert done.slides == len(ours) > 3
    assert done.pages == 0


def words_of(deck):
    return [
        [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in deck.slides
    ]


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_every_fact_can_be_written_on_the_boxes(made, workspace, ending):
    order = Order(workspace / f"bagan.{ending}", "bagan", ending, overlays=OVERLAYS)
    done = export(order, made, lambda _message: None)
    assert done.trouble is None
    assert done.pages >= 1
    assert order.path.stat().st_size > 1000
