"""Every kind of agency on its official chart, before and after the simplification.

The structures of `kinds/` are illustrative; what is compared with a reviewed file are the places of boxes and
the lines of their texts, in points: left, top, width and height.
"""

from pathlib import Path

import pytest

from sotk.chart.conventions import conventions_of
from sotk.chart.layout.chart import PAPERS
from sotk.chart.layout.pages import paged
from sotk.chart.measure import FontMeasure
from sotk.chart.view import ViewOptions, view
from sotk.workspace import open_path
from tests.chart.geometry import outside, overlaps, pierced, struck

FOLDER = Path(__file__).parent / "kinds"
KINDS = sorted(path.stem for path in FOLDER.glob("*.yaml"))
SIGNS = {"primary": "", "reference": "→ ", "ghost": "◌ "}


def chart(kind, paper="F4", **options):
    found = open_path(FOLDER / f"{kind}.yaml")
    assert found.structure is not None
    assert not [entry for entry in found.report.entries if entry.finding.severity == "error"]
    return view(
        found.structure,
        conventions_of(found.pack, found.structure, "id"),
        ViewOptions(paper=PAPERS[paper], **options),
    )


@pytest.fixture(scope="module", params=[(kind, paper) for kind in KINDS for paper in ("F4", "16:9")], ids=str)
def drawn(request):
    made = chart(*request.param)
    return made, paged(made)


def test_nothing_overlaps_or_runs_through_anything(drawn):
    asked, scene = drawn
    for page in scene.pages:
        assert not overlaps(page)
        assert not pierced(page)
        assert not struck(page)
        assert not outside(page, asked.paper.points[2])


def test_each_unit_has_one_primary_box_and_references_lead_there(drawn):
    asked, scene = drawn
    home = {box.id: page.number for page in scene.pages for box in page.boxes if box.role == "primary"}
    primary = [box.key for page in scene.pages for box in page.boxes if box.role == "primary"]
    assert sorted(primary) == sorted(node.id for node in asked.nodes)
    for page in scene.pages:
        for box in page.boxes:
            assert box.role == "primary" or (box.page, page.number != box.page) == (home[box.id], True)


def test_text_is_legible_whole_and_inside_its_box(drawn):
    asked, scene = drawn
    measure = FontMeasure()
    assert scene.smallest_text() >= asked.smallest_text - 0.01
    for box in (box for page in scene.pages for box in page.boxes):
        said = " ".join(row.text for row in box.rows)
        assert said.startswith(next(n for n in asked.nodes if n.id in (box.key, box.id)).text[0].text)
        for row in box.rows:
            wide = sum(measure.width(run.text, run.size, bold=run.bold) for run in row.runs)
            assert box.x <= row.x - wide / 2
            assert row.x + wide / 2 <= box.x + box.width


@pytest.mark.parametrize("paper", ["F4", "A3", "16:9"])
def test_the_pages_of_a_whole_ministry_are_legible_and_nothing_overlaps(paper):
    found = open_path(FOLDER.parents[2] / "structures" / "kemenhub-2025" / "kemenhub.yaml")
    options = ViewOptions(paper=PAPERS[paper])
    asked = view(found.structure, conventions_of(found.pack, found.structure, "id"), options)
    scene = paged(asked)
    assert scene.smallest_text() >= asked.smallest_text - 0.01
    assert sum(box.role == "primary" for page in scene.pages for box in page.boxes) == len(asked.nodes)
    for page in scene.pages:
        assert not overlaps(page)
        assert not pierced(page)
        assert not struck(page)
        assert not outside(page, asked.paper.points[2])


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_drawn_as_it_was_reviewed(kind, golden):
    golden(f"kinds/{kind}.txt", described(paged(chart(kind))))


def described(scene):
    return "\n".join(line for page in scene.pages for line in _page(page, len(scene.pages)))


def _page(page, count):
    yield f"page {page.number} of {count}: {page.title}"
    yield f"scale {page.scale:.2f}; " + ", ".join(block.kind for block in page.blocks)
    depths = {}
    for box in page.boxes:
        depths[box.key] = depths.get(box.parent, -1) + 1
        text = " / ".join(row.text for row in box.rows)
        place = f"{box.x:4.0f} {box.y:4.0f} {box.width:4.0f} {box.height:4.0f}"
        yield f"{place}  {'  ' * depths[box.key]}{SIGNS[box.role]}{text}"
    for link in page.links:
        if "~" in link.key:
            yield f"{link.stroke.dash} " + " ".join(f"{x:.0f},{y:.0f}" for x, y in link.points)
    yield ""


def test_all_supporting_units_are_one_box_on_the_annex_and_each_its_own_if_asked():
    one = [node.text[0].text for node in chart("dinas-9-bidang-2017").nodes if node.place == "support"]
    each = [
        node.text[0].text
        for node in chart("dinas-9-bidang-2017", each_support=True).nodes
        if node.place == "support"
    ]
    assert one == ["UPTD"]
    assert len(each) == 4


def test_villages_of_a_subdistrict_are_one_box_at_the_bottom():
    (page,) = paged(chart("kecamatan-2017")).pages
    lowest = max(page.boxes, key=lambda box: box.y)
    assert lowest.rows[0].text == "KELURAHAN"


def test_assistants_stand_side_by_side_over_their_bureaus():
    scene = paged(chart("setda-provinsi-2022", "A3"))
    boxes = {box.id: box for page in scene.pages for box in page.boxes if box.role == "primary"}
    bureaus = ["biro-perekonomian", "biro-administrasi-pembangunan", "biro-pengadaan-barang-dan-jasa"]
    assert len({boxes[each].y for each in bureaus}) == 1
