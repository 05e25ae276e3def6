"""What cannot be read on one page is split: overview, a page a branch, references both ways."""

from dataclasses import replace
from functools import cache

import pytest

from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Tie
from sotk.chart.layout.pages import paged, whole
from sotk.chart.layout.sheets import Forest, Planning


def node(key, parent=None, place="line"):
    return Node(key, key, (Phrase(f"Bagian Perencanaan dan Pelaporan {key}"),), parent, place)


def wide(branches, leaves, subleaves=0):
    nodes = [node("k")]
    for b in range(branches):
        nodes.append(node(f"b{b}", "k"))
        for s in range(leaves):
            nodes.append(node(f"b{b}s{s}", f"b{b}"))
            nodes += [node(f"b{b}s{s}u{u}", f"b{b}s{s}") for u in range(subleaves)]
    return Chart(tuple(nodes), Frame(title=("Bagan",)))


@cache
def split(branches, leaves, subleaves, layout):
    """The pages of such a chart."""
    return paged(wide(branches, leaves, subleaves), layout=layout)


SHAPES = [(12, 12, 0), (40, 3, 0), (6, 8, 5), (120, 0, 0), (1, 90, 0)]


@pytest.mark.parametrize(("branches", "leaves", "subleaves"), SHAPES)
@pytest.mark.parametrize("layout", ["bagan", "tree"])
def test_every_unit_has_one_primary_box_across_the_pages(branches, leaves, subleaves, layout):
    chart = wide(branches, leaves, subleaves)
    scene = split(branches, leaves, subleaves, layout)
    primary = [box.id for page in scene.pages for box in page.boxes if box.role == "primary"]
    assert sorted(primary) == sorted(each.id for each in chart.nodes)
    keys = [box.key for page in scene.pages for box in page.boxes]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("branches", "leaves", "subleaves"), SHAPES)
@pytest.mark.parametrize("layout", ["bagan", "tree", "tree-right"])
def test_no_page_has_text_smaller_than_the_setting(branches, leaves, subleaves, layout):
    assert split(branches, leaves, subleaves, layout).smallest_text() >= 6.0 - 0.01


@pytest.mark.parametrize(("branches", "leaves", "subleaves"), SHAPES)
def test_references_lead_to_the_page_of_the_primary_box_and_back(branches, leaves, subleaves):
    scene = split(branches, leaves, subleaves, "bagan")
    home = {box.id: page.number for page in scene.pages for box in page.boxes if box.role == "primary"}
    references = [box for page in scene.pages for box in page.boxes if box.role == "reference"]
    assert len(scene.pages) == 1 or references
    for box in references:
        assert box.page == home[box.id]
        assert str(box.page) in " ".join(row.text for row in box.rows)


def test_a_chart_that_can_be_read_stays_on_one_page():
    scene = split(4, 3, 0, "bagan")
    assert len(scene.pages) == 1
    assert not any(block.kind == "number" for block in scene.pages[0].blocks)


def test_hidden_units_are_counted_on_the_reference():
    scene = split(12, 12, 0, "bagan")
    reference = next(box for box in scene.pages[0].boxes if box.role == "reference")
    assert reference.hidden == 12
    assert "+12" in " ".join(row.text for row in reference.rows)


def test_the_annex_heading_stands_on_the_first_page_and_the_signature_on_the_last():
    chart = wide(12, 12)
    frame = Frame(title=("Bagan",), heading=(("", "LAMPIRAN"),), signature=("GUBERNUR,", "", "NAMA"))
    kinds = [{block.kind for block in page.blocks} for page in paged(Chart(chart.nodes, frame)).pages]
    assert ["heading" in each for each in kinds] == [True, *[False] * (len(kinds) - 1)]
    assert ["signature" in each for each in kinds] == [*[False] * (len(kinds) - 1), True]


def test_a_picture_that_can_be_moved_grows_instead():
    scene = whole(wide(12, 12, 2))
    assert len(scene.pages) == 1
    assert scene.smallest_text() >= 8.0


def spread_over_pages(ties):
    """A chart that is split, with ties between units deep in its branches."""
    nodes = [Node("k", "Kepala", (Phrase("Kepala"),))]
    for b in range(40):
        nodes.append(Node(f"b{b}", f"Bidang {b}", (Phrase(f"Bidang {b}"),), "k"))
        nodes += [
            Node(f"b{b}s{s}", "Seksi", (Phrase("Seksi Perencanaan dan Evaluasi"),), f"b{b}")
            for s in range(12)
        ]
    frame = Frame(title=("Bagan",), line_words=(("koordinasi", "Garis koordinasi"),))
    return Chart(tuple(nodes), frame, ties)


@pytest.mark.parametrize("layout", ["bagan", "tree", "tree-right"])
def test_a_tie_between_pages_is_a_reference_both_ways(layout):
    ties = (
        Tie("b1s1", "b13s2"),
        Tie("b1s1", "b25s3"),
        Tie("b2s0", "b2s3"),
        Tie("b1s1", "b37s0", "fungsional"),
    )
    pages = paged(spread_over_pages(ties), None, layout).pages
    home = {box.id: page.number for page in pages for box in page.boxes if box.role == "primary"}
    assert len({home["b1s1"], home["b13s2"], home["b25s3"], home["b37s0"]}) == 4
    said = {
        box.id: [row.text for row in box.rows if ": " in row.text] for page in pages for box in page.boxes
    }
    assert said["b1s1"] == [
        f"Garis koordinasi: {home['b13s2']}, {home['b25s3']}",
        f"fungsional: {home['b37s0']}",
    ]
    assert said["b13s2"] == said["b25s3"] == [f"Garis koordinasi: {home['b1s1']}"]
    assert said["b37s0"] == [f"fungsional: {home['b1s1']}"]
    assert said["b2s0"] == said["b2s3"] == []
    drawn = [link for page in pages for link in page.links if "~" in link.key]
    assert [(link.source.box, link.target.box) for link in drawn] == [("b2s0", "b2s3")]


def test_a_chart_on_one_page_refers_to_no_page_for_its_ties():
    nodes = tuple(Node(key, key, (Phrase(key),), None if key == "k" else "k") for key in "kab")
    (page,) = paged(Chart(nodes, ties=(Tie("a", "b"),)), None, "tree").pages
    assert [row.text for box in page.boxes for row in box.rows] == ["k", "a", "b"]


def test_small_branches_that_are_cut_off_share_pages():
    scene = split(14, 6, 0, "bagan")
    assert len(scene.pages) < 1 + 14 / 2
    shared = [page for page in scene.pages if page.number > 1]
    assert all(sum(box.id.count("s") == 0 for box in page.boxes) > 2 for page in shared)


def test_a_branch_with_a_secretariat_of_its_own_has_a_page_of_its_own():
    nodes = list(wide(14, 6).nodes)
    for b in range(14):
        nodes.append(replace(node(f"b{b}t", f"b{b}"), under="secretariat"))
        nodes.append(node(f"b{b}tu", f"b{b}t"))
    scene = paged(Chart(tuple(nodes), Frame(title=("Bagan",))))
    heads = [box.id for page in scene.pages[1:] for box in page.boxes if box.parent is None]
    assert heads
    assert "k" not in heads


def test_what_changed_is_on_the_first_page_of_a_comparison():
    chart = wide(12, 7)
    nodes = tuple(replace(each, changed=each.id == "b10s3") for each in chart.nodes)
    overview = paged(replace(chart, nodes=nodes)).pages[0]
    assert "b10s3" in {box.id for box in overview.boxes if box.role == "primary"}


def test_what_stands_beside_the_trunk_stays_on_the_first_of_several_pages():
    advisers = [node(f"a{n}", "k", "adviser") for n in range(4)]
    chart = wide(120, 0)
    scene = paged(replace(chart, nodes=(*chart.nodes[:60], *advisers, *chart.nodes[60:])))
    first = {box.id for box in scene.pages[0].boxes}
    assert len(scene.pages) > 1
    assert {each.id for each in advisers} <= first


@pytest.mark.parametrize(("room", "pages"), [(7, [6, 6]), (8, [8, 2, 2]), (9, [9, 3])])
def test_children_too_many_for_a_page_go_on_evenly_and_assistants_stay_together_unless_that_costs_twice(
    room, pages
):
    side = [Node(f"a{n}", "", (Phrase("a"),), "k", "adviser") for n in range(6)]
    rest = [Node(f"b{n}", "", (Phrase("b"),), "k") for n in range(6)]
    forest = Forest(Chart((Node("k", "k", (Phrase("k"),)), *side, *rest)))
    sheets = Planning(forest, lambda sheet, _: len(sheet.children) <= room).sheets("k")
    assert [len(sheet.children) for sheet in sheets] == pages
    assert [key for sheet in sheets for key in sheet.children] == [node.id for node in (*side, *rest)]
