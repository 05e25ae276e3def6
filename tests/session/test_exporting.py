"""Pictures written from the editor: what the command line draws of the same, drawn the same."""

import io
from dataclasses import replace

import pytest

from sotk.chart import OVERLAYS
from sotk.report.kinds.catalogue import KINDS
from sotk.report.render.catalogue import FORMATS
from sotk.session.exporting import export
from sotk.session.opening import open_desk
from sotk.session.orders import REPORT_ENDINGS, REPORTS, Material, Order
from sotk.session.reporting import OF_CHANGES, reports_of
from sotk.session.session import Session
from tests.command import run


@pytest.fixture
def made(workspace):
    desk = open_desk(workspace / "usulan-uks-uptd.yaml")
    session = Session(desk)
    yield Material.of(session, desk.pack, "id")
    session.close()


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


def test_the_editor_offers_every_kind_and_format_of_the_command_line():
    assert set(REPORTS) == {kind.name for kind in KINDS}
    assert set(OF_CHANGES) == {kind.name for kind in KINDS if kind.compares}
    assert tuple(form.ending for form in FORMATS) == REPORT_ENDINGS


@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_is_the_one_of_the_command_line_byte_by_byte(kind, made, workspace):
    assert same_as_the_command_line(Order(workspace / "ini.md", kind, "md"), made, workspace)


@pytest.mark.parametrize("ending", REPORT_ENDINGS)
def test_a_report_is_the_same_in_every_format(ending, made, workspace):
    assert same_as_the_command_line(Order(workspace / f"ini.{ending}", "ringkasan", ending), made, workspace)


def test_only_what_changed_is_the_choice_of_the_command_line(made, workspace):
    whole, changed = (
        same_as_the_command_line(order, made, workspace, *options)
        for order, options in (
            (Order(workspace / "semua.md", "sandingan", "md"), ()),
            (Order(workspace / "ubah.md", "sandingan", "md", only_changed=True), ("--changed",)),
        )
    )
    assert len(changed) < len(whole)


def test_names_of_incumbents_are_the_choice_of_the_command_line(made, workspace):
    order = Order(workspace / "peta.md", "peta-jabatan", "md", persons=True)
    named = same_as_the_command_line(order, made, workspace, "--persons")
    assert named != same_as_the_command_line(
        replace(order, path=workspace / "tanpa.md", persons=False), made, workspace
    )


def same_as_the_command_line(order, material, workspace, *options):
    done = export(order, material, lambda _message: None)
    assert done.trouble is None
    other = workspace / f"lain.{order.ending}"
    path = workspace / "usulan-uks-uptd.yaml"
    assert run("report", order.picture, path, "-o", other, *options).exit_code == 0
    ours = order.path.read_bytes()
    assert ours == other.read_bytes()
    return ours


def test_a_structure_offers_no_report_that_needs_a_base_or_a_proposal(workspace):
    offered = reports_of(open_desk(workspace / "eksisting.yaml").document)
    assert set(REPORTS) - set(offered) == {"sandingan", "pemetaan-jabatan", "berita-acara"}


def test_what_a_report_lacks_is_said_and_nothing_written(workspace):
    desk = open_desk(workspace / "eksisting.yaml")
    order = Order(workspace / "ini.docx", "sandingan", "docx")
    done = export(order, Material(desk.document, desk.pack, "id"), lambda _message: None)
    assert "needs a base" in done.trouble.message.text
    assert not order.path.exists()


def test_a_report_that_is_there_is_replaced_only_if_agreed(made, workspace):
    order = Order(workspace / "ini.md", "ringkasan", "md")
    order.path.write_bytes(b"old")
    assert export(order, made, lambda _message: None).trouble is not None
    assert order.path.read_bytes() == b"old"
    assert export(order, made, lambda _message: None, over=True).trouble is None
    assert order.path.read_bytes() != b"old"
