"""What every official chart keeps, whatever the structure."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sotk.chart.layout.bagan import LARGEST, bagan
from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Tie
from sotk.chart.measure import FontMeasure
from sotk.chart.scene import Page, Scene
from tests.chart.geometry import outside, overlaps, pierced, struck

PLACES = st.sampled_from(["line", "line", "line", "secretariat", "functional", "adviser", "support"])
NAMES = st.one_of(
    st.sampled_from(
        ["Bidang Rehabilitasi Sosial", "Seksi Perkotaan", "UPTD", "Subbagian Umum dan Kepegawaian"]
    ),
    st.text(min_size=1, max_size=60).map(lambda text: " ".join(text.split()) or "x"),
    st.just("X" * 300),
)
FRAME = Frame(
    title=("BAGAN STRUKTUR ORGANISASI", "DINAS SOSIAL"),
    heading=(("", "LAMPIRAN PERATURAN GUBERNUR"), ("NOMOR", "..."), ("TENTANG", "SUSUNAN ORGANISASI")),
    signature=("GUBERNUR,", "", "( nama )"),
    line_words=(("komando", "Garis komando"), ("koordinasi", "Garis koordinasi")),
    unplaced_words="BELUM DITEMPATKAN",
)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    nodes = [node("n0", "Kepala Dinas")]
    for n in range(1, draw(st.integers(1, 26))):
        parent = draw(st.integers(0, n - 1))
        grid = draw(st.sampled_from([None, None, (5, 3)]))
        nodes.append(node(f"n{n}", draw(NAMES), f"n{parent}", draw(PLACES), grid))
    nodes += [node(f"u{n}", draw(NAMES), None, "unplaced") for n in range(draw(st.integers(0, 3)))]
    ids = st.sampled_from([each.id for each in nodes])
    ties = tuple(Tie(draw(ids), draw(ids)) for _ in range(draw(st.integers(0, 4))))
    return Chart(tuple(nodes), FRAME, ties)


def node(key, name, parent=None, place="line", grid=None):
    return Node(key, name, (Phrase(name),), parent, place, grid=grid)


def page(scene: Scene) -> Page:
    (only,) = scene.pages
    return only


careful = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@careful
@given(charts())
def test_every_unit_is_visible_exactly_once_and_in_order(chart):
    assert [box.id for box in page(bagan(chart)).boxes] == [each.id for each in chart.nodes]


@careful
@given(charts())
def test_no_two_boxes_overlap(chart):
    assert not overlaps(page(bagan(chart)))


@careful
@given(charts())
def test_no_line_runs_through_a_box(chart):
    assert not pierced(page(bagan(chart)))


@careful
@given(charts())
def test_lines_are_right_angled_and_glued_to_both_boxes(chart):
    drawn = page(bagan(chart))
    boxes = {box.key: box for box in drawn.boxes}
    for link in drawn.links:
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(link.points))
        for end, (x, y) in ((link.source, link.points[0]), (link.target, link.points[-1])):
            box = boxes[end.box]
            on_side = abs(x - box.x) < 0.03 or abs(x - box.x - box.width) < 0.03
            on_level = abs(y - box.y) < 0.03 or abs(y - box.y - box.height) < 0.03
            assert on_side or on_level


@careful
@given(charts())
def test_text_stays_inside_its_box(chart):
    measure = FontMeasure()
    for box in page(bagan(chart)).boxes:
        room = box.y + box.height - (box.table.height if box.table else 0)
        for row in box.rows:
            width = sum(measure.width(run.text, run.size, bold=run.bold) for run in row.runs)
            assert box.x <= row.x - width / 2
            assert row.x + width / 2 <= box.x + box.width
            assert box.y <= row.y - row.runs[0].size
            assert row.y + 0.25 * row.runs[0].size <= room


@careful
@given(charts())
def test_nothing_lies_outside_the_margins_of_the_page(chart):
    assert not outside(page(bagan(chart)), chart.paper.points[2])


@careful
@given(charts())
def test_boxes_and_lines_keep_clear_of_the_words_around_them(chart):
    assert not [each for each in struck(page(bagan(chart))) if each[0] != "label"]


@careful
@given(charts())
def test_siblings_in_a_row_keep_their_order(chart):
    drawn = {box.id: box for box in page(bagan(chart)).boxes}
    for place in ("line", "support"):
        row = [drawn[each.id] for each in chart.children.get("n0", []) if each.place == place]
        assert [(box.y, box.x) for box in row] == sorted((box.y, box.x) for box in row)


@careful
@given(charts())
def test_a_scene_survives_its_json(chart):
    scene = bagan(chart)
    assert Scene.from_json(scene.to_json()) == scene


def test_the_head_stands_in_the_middle_and_a_row_is_centred_under_it():
    nodes = [node("k", "Kepala Dinas"), *(node(f"b{n}", f"Bidang {n}", "k") for n in range(4))]
    drawn = page(bagan(Chart(tuple(nodes), FRAME)))
    middle = [box.x + box.width / 2 for box in drawn.boxes]
    assert middle[0] == pytest.approx(drawn.width / 2, abs=0.1)
    assert sum(middle[1:]) / 4 == pytest.approx(middle[0], abs=0.1)


def test_the_secretariat_is_right_and_the_functional_group_left_of_the_trunk():
    nodes = [
        node("k", "Kepala"),
        node("s", "Sekretariat", "k", "secretariat"),
        node("f", "KJF", "k", "functional"),
    ]
    head, secretariat, functional = page(bagan(Chart(tuple(nodes), FRAME))).boxes
    trunk = head.x + head.width / 2
    assert secretariat.x > trunk > functional.x + functional.width


def test_sections_hang_in_a_column_under_a_spine():
    nodes = [node("k", "Kepala"), node("b", "Bidang", "k"), *(node(f"s{n}", "Seksi", "b") for n in range(3))]
    _, field, *sections = page(bagan(Chart(tuple(nodes), FRAME))).boxes
    assert len({box.x for box in sections}) == 1
    assert sections[0].x > field.x
    assert [box.y for box in sections] == sorted(box.y for box in sections)


def test_the_functional_group_of_a_field_stands_centred_under_it():
    nodes = [node("k", "Kepala"), node("b", "Bidang", "k"), node("f", "KJF", "b", "functional")]
    _, field, group = page(bagan(Chart(tuple(nodes), FRAME))).boxes
    assert field.x + field.width / 2 == pytest.approx(group.x + group.width / 2, abs=0.05)


def test_the_legend_names_only_lines_that_occur():
    nodes = [node("k", "Kepala"), node("b", "Bidang", "k"), node("c", "Bidang", "k")]
    plain = page(bagan(Chart(tuple(nodes), FRAME)))
    tied = page(bagan(Chart(tuple(nodes), FRAME, (Tie("b", "c"),))))
    assert [entry.words.text for entry in plain.legend] == ["Garis komando"]
    assert [entry.words.text for entry in tied.legend] == ["Garis komando", "Garis koordinasi"]


@pytest.mark.parametrize("fields", range(2, 13))
def test_two_to_twelve_fields_stay_legible_on_f4(fields):
    nodes = [
        node("k", "Kepala Dinas"),
        node("s", "Sekretariat", "k", "secretariat"),
        node("u", "UPTD", "k", "support"),
    ]
    for n in range(fields):
        nodes.append(node(f"b{n}", "Bidang Perlindungan dan Jaminan Sosial", "k"))
        nodes += [node(f"b{n}s{m}", "Seksi Jaminan Sosial Keluarga", f"b{n}") for m in range(3)]
    assert bagan(Chart(tuple(nodes), FRAME)).smallest_text() >= 5.5


def test_ten_thousand_levels_are_no_danger():
    nodes = [node("n0", "x"), *(node(f"n{n}", "x", f"n{n - 1}") for n in range(1, 10_000))]
    assert len(page(bagan(Chart(tuple(nodes), FRAME))).boxes) == 10_000


def test_a_page_that_would_be_half_empty_is_filled_with_larger_text_within_limits():
    nodes = [Node("k", "k", (Phrase("Kepala"),)), *(Node(n, n, (Phrase(n),), "k") for n in "abc")]
    full = [*nodes, *(Node(f"{p}{n}", "s", (Phrase("Seksi"),), p) for p in "abc" for n in range(14))]
    sparse, filled = (bagan(Chart(tuple(each))).pages[0] for each in (nodes, full))
    assert sparse.scale == LARGEST
    assert filled.scale <= 1.0
    for box in sparse.boxes:
        assert 0 <= box.x <= box.x + box.width <= sparse.width
