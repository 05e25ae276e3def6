"""The tidy tree as a picture: nothing overlaps, nothing leaves the page, no line runs through a box."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.chart.layout.bagan import bagan
from sotk.chart.layout.chart import Chart, Node, Phrase, Tie
from sotk.chart.layout.levels import WIDTH
from sotk.chart.layout.tree import tree

PLACES = ("line", "line", "line", "adviser", "secretariat", "functional", "support")


@st.composite
def charts(draw):
    count = draw(st.integers(1, 40))
    nodes = [Node("n0", "n0", (Phrase("Kepala"),))]
    for n in range(1, count):
        parent = draw(st.integers(0, n - 1))
        words = draw(st.integers(1, 9))
        text = " ".join(["Perencanaan"] * words)
        place = draw(st.sampled_from(PLACES)) if parent == 0 else "line"
        nodes.append(Node(f"n{n}", f"n{n}", (Phrase(text),), f"n{parent}", place))
    ids = st.sampled_from([each.id for each in nodes])
    ties = tuple(Tie(draw(ids), draw(ids)) for _ in range(draw(st.integers(0, 3))))
    return Chart(tuple(_ordered(nodes)), ties=ties)


def _ordered(nodes):
    below = {}
    for each in nodes:
        below.setdefault(each.parent, []).append(each)
    waiting = list(reversed(below[None]))
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(below.get(each.id, [])))


def crosses(box, a, b):
    left, right, top, bottom = box.x + 0.3, box.x + box.width - 0.3, box.y + 0.3, box.y + box.height - 0.3
    across = max(a[0], b[0]) > left and min(a[0], b[0]) < right
    return across and max(a[1], b[1]) > top and min(a[1], b[1]) < bottom


@pytest.mark.parametrize("direction", ["down", "right"])
@settings(deadline=None, max_examples=40)
@given(chart=charts())
def test_no_overlap_no_line_through_a_box_and_nothing_off_the_page(direction, chart):
    (page,) = tree(chart, None, direction).pages
    assert {box.key for box in page.boxes} == {node.id for node in chart.nodes}
    for a, b in itertools.combinations(page.boxes, 2):
        across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        assert across < 0.1 or min(a.y + a.height, b.y + b.height) - max(a.y, b.y) < 0.1
    for box in page.boxes:
        assert box.x >= 0
        assert box.y >= 0
        assert box.x + box.width <= page.width
        assert box.y + box.height <= page.height
    for link, box in itertools.product(page.links, page.boxes):
        assert not any(crosses(box, *pair) for pair in itertools.pairwise(link.points)), (link.key, box.key)


@pytest.mark.parametrize("direction", ["down", "right"])
@settings(deadline=None, max_examples=40)
@given(chart=charts())
def test_every_tie_is_drawn_right_angled_from_box_to_box(direction, chart):
    (page,) = tree(chart, None, direction).pages
    wanted = {(tie.source, tie.target) for tie in chart.ties if tie.source != tie.target}
    ties = [link for link in page.links if "~" in link.key]
    assert {(link.source.box, link.target.box) for link in ties} == wanted
    boxes = {box.key: box for box in page.boxes}
    for link in ties:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in itertools.pairwise(link.points))
        for end, (x, y) in ((link.source, link.points[0]), (link.target, link.points[-1])):
            box = boxes[end.box]
            assert min(abs(x - box.x), abs(x - box.x - box.width)) < 0.03
            assert abs(y - box.y - box.height * end.port.at) < 0.05


def test_branches_are_stacked_where_the_paper_is_too_narrow():
    nodes = [Node("k", "k", (Phrase("Kepala"),))]
    for b in range(6):
        nodes.append(Node(f"b{b}", "b", (Phrase("Bidang"),), "k"))
        nodes += [Node(f"b{b}s{s}", "s", (Phrase("Seksi"),), f"b{b}") for s in range(6)]
    (page,) = tree(Chart(tuple(nodes))).pages
    stacked = [link for link in page.links if link.target.port.side == "left"]
    assert len(stacked) == 36


def test_to_the_right_boxes_are_as_wide_as_makes_the_text_largest():
    name = "Seksi Perencanaan Rehabilitasi Sosial Penyandang Disabilitas dan Lanjut Usia Terlantar"
    nodes = [
        Node("k", "k", (Phrase("Kepala"),)),
        *(Node(f"s{n}", "", (Phrase(name),), "k") for n in range(12)),
    ]
    (page,) = tree(Chart(tuple(nodes)), None, "right").pages
    leaf = page.boxes[1]
    assert len(leaf.rows) <= 3
    assert leaf.width > WIDTH * page.scale


@pytest.mark.parametrize("layout", [tree, bagan])
def test_lines_that_meet_in_a_box_are_one_line_that_forks(layout):
    """Their last stretches lie on each other, not beside each other."""
    nodes = [Node("k", "k", (Phrase("Kepala"),))]
    nodes += [Node(f"b{n}", "", (Phrase(f"Bidang {n}"),), "k") for n in range(6)]
    ties = (Tie("b0", "b5"), Tie("b2", "b5"))
    (page,) = layout(Chart(tuple(nodes), ties=ties)).pages
    first, second = (link.points for link in page.links if "~" in link.key)
    assert first[-3:] == second[-3:]


def test_lines_between_other_boxes_keep_apart():
    nodes = [Node("k", "k", (Phrase("Kepala"),))]
    nodes += [Node(f"b{n}", "", (Phrase(f"Bidang {n}"),), "k") for n in range(6)]
    (page,) = tree(Chart(tuple(nodes), ties=(Tie("b0", "b4"), Tie("b1", "b5")))).pages
    runs = [
        {round(a[1], 1) for a, b in itertools.pairwise(link.points) if abs(a[0] - b[0]) > 100}
        for link in page.links
        if "~" in link.key
    ]
    assert runs[0].isdisjoint(runs[1])
