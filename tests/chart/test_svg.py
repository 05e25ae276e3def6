"""SVG: real text, escaped, stable, the bundled font where asked for."""

import xml.etree.ElementTree as ET

import pytest

from sotk.chart.layout.bagan import bagan
from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Tie
from sotk.chart.render.catalogue import format_of
from sotk.chart.render.strokes import strokes
from sotk.chart.render.svg import svg
from sotk.chart.scene import End, Link, Page, Port, Scene, Stroke
from sotk.chart.view import view

SVG = "{http://www.w3.org/2000/svg}"
NASTY = [
    "<script>alert(1)</script>",
    "A & B \"C\" 'D' %s {x}",
    "]]> <!-- -->",
    "שלום مرحبا",
    "👩‍🚒 tanggap darurat",
    "x" * 300,
    "dua\nbaris\x00\x1b[31m",
]


def test_the_picture_is_as_reviewed(make, pemda, coordination, golden):
    golden("bagan.svg", svg(bagan(view(make(lines=(coordination,)), pemda))))


def test_the_same_structure_gives_the_same_bytes(make, pemda):
    assert svg(bagan(view(make(), pemda))) == svg(bagan(view(make(), pemda)))


@pytest.mark.parametrize("name", NASTY)
def test_names_do_no_harm(make, pemda, name):
    tree = {"dinsos": (name, "dinas", ["b"]), "b": (name, "bidang", [])}
    root = ET.fromstring(svg(bagan(view(make(tree, name=name), pemda))))  # noqa: S314
    allowed = {"svg", "title", "g", "rect", "path", "text", "tspan"}
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= allowed


def test_text_is_text_and_every_box_has_a_title(make, pemda):
    root = ET.fromstring(svg(bagan(view(make(), pemda))))  # noqa: S314
    words = {element.text for element in root.iter(f"{SVG}text")}
    assert {"KEPALA DINAS", "SEKRETARIAT"} <= words
    titles = [g.find(f"{SVG}title").text for g in root.iter(f"{SVG}g") if g.get("data-id")]
    assert "Bidang Rehabilitasi Sosial" in titles


def test_without_the_font_lines_are_held_to_their_measured_width(make, pemda):
    scene = bagan(view(make(), pemda))
    assert "textLength" in svg(scene)
    embedded = svg(scene, embed_font=True)
    assert "textLength" not in embedded
    assert "@font-face" in embedded


def test_titled_lines_keep_their_title():
    nodes = tuple(
        Node(key, key, (Phrase(key),), above) for key, above in (("a", None), ("b", "a"), ("c", "a"))
    )
    tied = svg(bagan(Chart(nodes, Frame(), (Tie("b", "c", title="rapat <bulanan>"),))))
    assert "<title>rapat &lt;bulanan&gt;</title>" in tied


def test_the_trunk_is_drawn_once_and_dashes_leave_it_to_the_solid_line(make, pemda):
    (page,) = bagan(view(make(), pemda)).pages
    (_, _, solid), (kind, _, dashed) = strokes(page.links)
    assert len(set(solid)) == len(solid)
    assert kind == "koordinasi"
    assert [segment for segment in dashed if segment[0] == segment[2]] == []


def test_the_ending_of_a_file_chooses_the_format(make, pemda):
    scene = bagan(view(make(), pemda))
    assert format_of("bagan.SVG").write(scene).startswith(b"<svg")
    assert "Sekretariat" in format_of("bagan.txt").write(scene).decode()
    assert format_of("bagan.bmp") is None


def test_dashed_lines_of_a_page_that_meet_in_a_box_begin_there():
    """So that their dashes lie on each other where they share a stretch."""
    dashed = Stroke(dash="dashed")
    links = [
        Link(name, "koordinasi", End(name, Port("right")), End("uks", Port("right")), points, dashed)
        for name, points in (("a", ((0.0, 0.0), (9.0, 0.0))), ("b", ((0.0, 5.0), (9.0, 0.0))))
    ]
    page = Page(1, "x", 20, 20, links=tuple(links))
    text = svg(Scene("x", "id", "bagan", (page,)), interactive=True)
    assert text.count('d="M9 0 L') == 2
