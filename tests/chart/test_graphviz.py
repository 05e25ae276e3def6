"""The layout `dot`: Graphviz says where, this program draws; and it says so where there is no Graphviz."""

import itertools
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.chart.layout import graphviz
from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Tie
from sotk.chart.layout.graphviz import LARGEST, GraphvizProblem, layered
from sotk.chart.layout.levels import depths_of
from sotk.chart.layout.pages import paged
from sotk.chart.layout.routing import lanes
from sotk.cli.draw import command

COMPANY = Path(__file__).parent.parent.parent / "structures" / "perusahaan-kecil" / "perusahaan.yaml"
DOT = shutil.which("dot")
with_dot = pytest.mark.skipif(DOT is None, reason="Graphviz is not on this machine")


@pytest.fixture(autouse=True)
def fresh():
    graphviz._places.cache_clear()


@st.composite
def charts(draw):
    nodes = [Node("n0", "n0", (Phrase("Kepala"),))]
    for n in range(1, draw(st.integers(1, 25))):
        text = " ".join(["Perencanaan"] * draw(st.integers(1, 9)))
        nodes.append(Node(f"n{n}", f"n{n}", (Phrase(text),), f"n{draw(st.integers(0, n - 1))}"))
    nodes += [Node("u", "u", (Phrase("Belum"),), None, "unplaced")] * draw(st.integers(0, 1))
    ids = st.sampled_from([each.id for each in nodes])
    ties = tuple(Tie(draw(ids), draw(ids)) for _ in range(draw(st.integers(0, 3))))
    return Chart(tuple(nodes), ties=ties)


def crosses(box, a, b):
    left, right, top, bottom = box.x + 0.3, box.x + box.width - 0.3, box.y + 0.3, box.y + box.height - 0.3
    across = max(a[0], b[0]) > left and min(a[0], b[0]) < right
    return across and max(a[1], b[1]) > top and min(a[1], b[1]) < bottom


@with_dot
@settings(deadline=None, max_examples=25)
@given(charts())
def test_no_overlap_no_line_through_a_box_every_tie_drawn_and_nothing_off_the_page(chart):
    (page,) = layered(chart).pages
    assert [box.key for box in page.boxes] == [node.id for node in chart.nodes]
    for a, b in itertools.combinations(page.boxes, 2):
        across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        assert across < 0.1 or min(a.y + a.height, b.y + b.height) - max(a.y, b.y) < 0.1
    for box in page.boxes:
        assert min(box.x, box.y) >= 0
        assert box.x + box.width <= page.width
        assert box.y + box.height <= page.height
    for link in page.links:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(link.points))
        for box in page.boxes:
            assert not any(crosses(box, *pair) for pair in itertools.pairwise(link.points)), link.key
    drawn = {(link.source.box, link.target.box) for link in page.links if "~" in link.key}
    assert drawn == {(tie.source, tie.target) for tie in chart.ties if tie.source != tie.target}


@with_dot
@settings(deadline=None, max_examples=15)
@given(charts())
def test_siblings_stand_in_their_order(chart):
    (page,) = layered(chart).pages
    xs = {box.key: box.x for box in page.boxes}
    for parent, children in chart.children.items():
        if parent is not None:
            assert [xs[child.id] for child in children] == sorted(xs[child.id] for child in children)


@with_dot
@settings(deadline=None, max_examples=15)
@given(charts())
def test_boxes_of_a_layer_stand_on_one_line_and_are_of_one_height(chart):
    (page,) = layered(chart).pages
    depths = depths_of(chart)
    for depth in set(depths.values()):
        layer = [box for box in page.boxes if depths[box.key] == depth]
        assert max(box.y for box in layer) - min(box.y for box in layer) < 0.02
        assert max(box.height for box in layer) - min(box.height for box in layer) < 0.03


@with_dot
def test_a_small_chart_is_larger_and_taller_within_limits():
    nodes = [Node("k", "k", (Phrase("Kepala"),)), *(Node(n, n, (Phrase(n),), "k") for n in "abc")]
    (page,) = layered(Chart(tuple(nodes))).pages
    head, child = page.boxes[0], page.boxes[1]
    assert page.scale == LARGEST
    assert child.y - (head.y + head.height) == pytest.approx(graphviz.FARTHEST * LARGEST, abs=0.6)


@with_dot
def test_graphviz_hears_no_name(monkeypatch):
    heard = []
    plain = graphviz._plain
    monkeypatch.setattr(graphviz, "_plain", lambda source: heard.append(source) or plain(source))
    name = '"]; rahasia [label="'
    layered(Chart((Node(name, name, (Phrase(name),)), Node("b", "b", (Phrase("b"),), name))))
    assert heard
    assert not any("rahasia" in source for source in heard)


@with_dot
def test_pages_split_as_with_the_other_layouts():
    nodes = [Node("k", "Kepala", (Phrase("Kepala"),))]
    for b in range(8):
        nodes.append(Node(f"b{b}", "b", (Phrase(f"Bidang {b}"),), "k"))
        nodes += [Node(f"b{b}s{s}", "s", (Phrase("Seksi"),), f"b{b}") for s in range(4)]
    scene = paged(Chart(tuple(nodes), Frame(title=("Bagan",))), None, "dot")
    assert scene.layout == "dot"
    assert len(scene.pages) > 1
    primary = [box.id for page in scene.pages for box in page.boxes if box.role == "primary"]
    assert sorted(primary) == sorted(node.id for node in nodes)


def draw(out):
    return CliRunner().invoke(command(), [str(COMPANY), "-o", str(out), "--layout", "dot"])


def test_without_any_graphviz_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(graphviz, "_pure", lambda: None)
    result = draw(tmp_path / "a.svg")
    assert result.exit_code == 2
    assert "sotk[dot]" in result.output
    assert "apt install graphviz" in result.output
    assert not (tmp_path / "a.svg").exists()


@with_dot
def test_the_program_of_the_python_environment_is_taken_where_there_is_no_other(tmp_path, monkeypatch):
    with_machine = draw(tmp_path / "a.svg")
    assert with_machine.exit_code == 0, with_machine.output
    graphviz._places.cache_clear()
    scripts = tmp_path / "scripts"
    scripts.mkdir()
    (scripts / "graphviz-pure").symlink_to(DOT)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(graphviz.sysconfig, "get_path", lambda _: str(scripts))
    result = draw(tmp_path / "b.svg")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_a_program_that_fails_is_told_and_leaves_no_picture(tmp_path, monkeypatch):
    broken = tmp_path / "graphviz-pure"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(graphviz, "_pure", lambda: str(broken))
    with pytest.raises(GraphvizProblem, match="3"):
        layered(Chart((Node("k", "k", (Phrase("k"),)),)))


@given(st.lists(st.tuples(st.floats(0, 100), st.floats(0, 30)).map(lambda each: (each[0], sum(each)))))
def test_no_two_stretches_of_a_lane_meet(spans):
    found = lanes(spans)
    for (a, lane_a), (b, lane_b) in itertools.combinations(zip(spans, found, strict=True), 2):
        assert lane_a != lane_b or a[1] < b[0] or b[1] < a[0]
