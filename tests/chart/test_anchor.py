"""Pictures in the same places: what stays does not move, and what is new has room of its own."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.chart.anchor import Side, anchored, flipped
from sotk.chart.layout.chart import Chart, Frame, Node, Phrase
from sotk.chart.layout.pages import paged
from sotk.chart.layout.together import together
from sotk.chart.render.svg import svg
from sotk.chart.view import ViewOptions
from sotk.model import AddUnit, MoveUnit, RemoveUnit, Set
from sotk.packs import load_pack
from sotk.scenario import apply

PLACES = ("line", "line", "line", "secretariat", "functional", "adviser", "support")
NAMES = ("Bidang", "Seksi Perlindungan Sosial Korban Bencana Alam dan Sosial", "UPTD", "X" * 60)
INTERNAL = ViewOptions(annex=False, each_support=True)


@st.composite
def pairs(draw):
    """Two charts of units that both may have, in their own order, under their own parents."""
    pool = [f"n{n}" for n in range(draw(st.integers(1, 14)))]
    places = {key: draw(st.sampled_from(PLACES)) for key in pool}
    return [draw(charts(pool, places)) for _ in range(2)]


@st.composite
def charts(draw, pool, places):
    chosen = draw(st.permutations(draw(st.lists(st.sampled_from(pool), unique=True))))
    parents = {"k": None}
    for key in chosen:
        parents[key] = draw(st.sampled_from(list(parents)))
    nodes, waiting = [], ["k"]
    while waiting:
        key = waiting.pop()
        phrases = (Phrase(draw(st.sampled_from(NAMES))),)
        nodes.append(Node(key, key, phrases, parents[key], places.get(key, "line")))
        waiting.extend(reversed([each for each in chosen if parents[each] == key]))
    title = ("Bagan",) * draw(st.integers(1, 3))
    return Chart(tuple(nodes), Frame(title=title, line_words=(("komando", "Garis komando"),)))


def places_of(scene):
    return {
        (box.id, box.parent and box.parent.partition("@")[0], page.number): (
            box.x,
            box.y,
            box.width,
            box.height,
        )
        for page in scene.pages
        for box in page.boxes
    }


def agree(sequences):
    """Whether siblings that both charts have stand in one order in both."""
    a, b = ([key for key in each if key in set(sequences[1 - n])] for n, each in enumerate(sequences))
    return a == b


@pytest.mark.parametrize("layout", ["bagan", "tree", "tree-right"])
@settings(deadline=None, max_examples=60)
@given(pairs())
def test_a_unit_that_stays_under_its_parent_stays_in_its_place(layout, pair):
    a, b = together(pair)
    first, second = (places_of(paged(chart, layout=layout)) for chart in (a, b))
    moved = _moved(pair)
    for key in set(first) & set(second):
        if key[0] not in moved:
            assert first[key] == second[key], key


def _moved(pair):
    """Units that stand elsewhere, or below one that does."""
    parents = [{node.id: node.parent for node in chart.nodes} for chart in pair]
    families = [
        {key: [c.id for c in chart.children.get(key, [])] for key in parents[n]}
        for n, chart in enumerate(pair)
    ]
    moved = set()
    for node in pair[0].nodes:
        key = node.id
        if key not in parents[1]:
            continue
        above = node.parent
        reordered = above is not None and not agree([families[0].get(above, []), families[1].get(above, [])])
        if above != parents[1][key] or reordered or above in moved:
            moved.add(key)
    return moved


@settings(deadline=None, max_examples=60)
@given(pairs())
def test_each_picture_shows_its_own_units_once_in_its_order_and_none_overlaps(pair):
    for own, shared in zip(pair, together(pair), strict=True):
        scene = paged(shared)
        primary = [box for page in scene.pages for box in page.boxes if box.role == "primary"]
        assert sorted(box.id for box in primary) == sorted(node.id for node in own.nodes)
        if len(scene.pages) == 1:
            assert [box.id for box in primary] == [node.id for node in own.nodes]
        for page in scene.pages:
            for a, b in combinations(page.boxes, 2):
                across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
                assert across < 0.1 or min(a.y + a.height, b.y + b.height) - max(a.y, b.y) < 0.1
            keys = {box.key for box in page.boxes}
            assert all({link.source.box, link.target.box} <= keys for link in page.links)


@settings(deadline=None, max_examples=30)
@given(pairs())
def test_siblings_keep_the_order_that_their_own_chart_gives_them(pair):
    for own, shared in zip(pair, together(pair), strict=True):
        assert [node.id for node in shared.nodes if not node.reserved] == [node.id for node in own.nodes]


@pytest.fixture
def sides(make):
    pack = load_pack("pemda").pack
    before = after = make()
    for operation in (
        AddUnit(under="dinsos", unit={"id": "uks", "name": "UPTD Kegawatdaruratan Sosial", "kind": "uptd"}),
        AddUnit(under="rehsos", unit={"id": "tuna", "name": "Seksi Tuna Sosial", "kind": "seksi"}),
        MoveUnit(unit="satpel", under="uks"),
        Set(entity="unit", id="linjamsos", field="name", value="Bidang Jaminan Sosial"),
        RemoveUnit(unit="ppks"),
    ):
        after = apply(after, operation).structure
    return Side(before, pack), Side(after, pack)


def test_a_proposal_and_what_exists_can_be_laid_on_each_other(sides):
    before, after = sides
    old, new = anchored(before, [after], INTERNAL), anchored(after, [before], INTERNAL)
    first, second = places_of(old), places_of(new)
    stayed = set(first) & set(second)
    assert {key[0] for key in stayed} == set(before.structure.units) - {"satpel", "ppks"}
    assert all(first[key] == second[key] for key in stayed)


def test_the_same_sides_give_the_same_bytes_in_any_order(sides):
    before, after = sides
    third = Side(apply(before.structure, RemoveUnit(unit="anak")).structure, before.pack)
    drawn = {svg(anchored(after, others, INTERNAL)) for others in ([before, third], [third, before])}
    assert len(drawn) == 1


def test_slides_of_a_comparison_are_before_after_and_what_changed_in_the_same_places(sides):
    scene = flipped(*sides, ViewOptions(annex=False), ("Eksisting", "Usulan"))
    before, after, changes = scene.pages[:3]
    assert [page.number for page in scene.pages] == list(range(1, len(scene.pages) + 1))
    assert (len(scene.pages) % 3, before.title, after.title) == (0, "Eksisting", "Usulan")
    at = [{(box.id, box.parent): (box.x, box.y) for box in page.boxes} for page in (before, after, changes)]
    assert all(at[0][key] == at[1][key] for key in set(at[0]) & set(at[1]))
    assert all(at[1][key] == at[2][key] for key in set(at[1]) & set(at[2]))
    assert set(at[1]) <= set(at[2])
    ghosts = {box.id: (box.x, box.y) for box in changes.boxes if box.role == "ghost"}
    stood = {box.id: (box.x, box.y) for box in before.boxes}
    assert ghosts
    assert all(ghosts[unit] == stood[unit] for unit in ghosts if unit in stood)


def test_a_unit_under_another_id_keeps_its_place(sides):
    before, _ = sides
    structure = before.structure
    renamed = apply(structure, RemoveUnit(unit="anak")).structure
    unit = {"id": "anak-baru", "name": "Seksi Anak", "kind": "seksi", "from": ["anak"]}
    after = Side(apply(renamed, AddUnit(under="rehsos", unit=unit)).structure, before.pack)
    old, new = anchored(before, [after], INTERNAL), anchored(after, [before], INTERNAL)
    where = [
        {box.id: (box.x, box.y) for page in scene.pages for box in page.boxes}[key]
        for scene, key in ((old, "anak"), (new, "anak-baru"))
    ]
    assert where[0] == where[1]
