"""PowerPoint: native shapes, glued lines, unique ids, text that fits in the common fonts."""

import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Pt
from reportlab.pdfbase.pdfmetrics import stringWidth

from sotk.chart.layout.chart import PAPERS
from sotk.chart.layout.pages import paged
from sotk.chart.picture import scene_of
from sotk.chart.render.connectors import elbows, low_sites
from sotk.chart.render.drawingml import JOINT_NAME
from sotk.chart.render.fit import with_room
from sotk.chart.render.pptx import pptx, slide_count
from sotk.chart.render.pptx_told import LINES, SAID, slides_of
from sotk.chart.scene import NOTICE_INK, Told
from sotk.chart.view import ViewOptions, view
from sotk.workspace import open_path
from tests.chart.geometry import crosses


@pytest.fixture
def scene(make, pemda, coordination):
    return paged(view(make(lines=(coordination,)), pemda, ViewOptions(each_support=True)))


def shapes(slide):
    waiting = list(slide.shapes)
    while waiting:
        shape = waiting.pop()
        if shape.shape_type == 6:
            waiting.extend(shape.shapes)
        yield shape


def lines(slide):
    for element in slide.shapes._spTree.iter(qn("p:cxnSp")):
        ends = [element.find(f".//{qn(tag)}") for tag in ("a:stCxn", "a:endCxn")]
        if ends[0] is not None or ends[1] is not None:
            yield tuple(end.get("id") for end in ends)


def chart_slide(data):
    return Presentation(BytesIO(data)).slides[1]


def test_ids_are_unique_on_every_slide(scene):
    for slide in Presentation(BytesIO(pptx(scene))).slides:
        ids = [element.get("id") for element in slide.shapes._spTree.iter(qn("p:cNvPr"))]
        assert len(set(ids)) == len(ids)


def test_the_same_chart_gives_the_same_bytes_on_any_day(scene, monkeypatch):
    first = pptx(scene)
    monkeypatch.setattr(zipfile.time, "time", lambda: 2_000_000_000.0)
    assert pptx(scene) == first


def test_every_line_is_glued_to_shapes_at_both_ends(scene):
    slide = chart_slide(pptx(scene))
    known = {element.get("id") for element in slide.shapes._spTree.iter(qn("p:cNvPr"))}
    glued = list(lines(slide))
    assert len(glued) >= len(scene.pages[0].links)
    assert all(end in known for pair in glued for end in pair)


def test_the_tree_can_be_read_back_from_the_slide(scene):
    slide = chart_slide(pptx(scene))
    names = {str(shape.shape_id): shape.name for shape in shapes(slide)}
    joints = {key for key, name in names.items() if name == JOINT_NAME}
    above = {}
    for source, target in lines(slide):
        above.setdefault(target, source)
    read = set()
    for target, source in above.items():
        if target in joints:
            continue
        while source in joints:
            source = above[source]  # noqa: PLW2901
        read.add((names[source], names[target]))
    boxes = {box.key: box for box in scene.pages[0].boxes}
    wanted = {(boxes[box.parent].title, box.title) for box in boxes.values() if box.parent}
    assert wanted <= read


def test_a_box_is_one_shape_with_its_text_and_alternative_text(scene):
    slide = chart_slide(pptx(scene))
    found = {shape.name: shape for shape in shapes(slide) if shape.has_text_frame}
    for box in scene.pages[0].boxes:
        shape = found[box.title]
        assert shape.text_frame.text.split() == " ".join(row.text for row in box.rows).split()
        assert shape._element.find(f".//{qn('p:cNvPr')}").get("descr")


def test_text_fits_its_box_in_inter_and_arial(scene):
    """Arial has the widths of Helvetica; Calibri is narrower than both."""
    for box in scene.pages[0].boxes:
        for row in box.rows:
            run = row.runs[0]
            arial = stringWidth(row.text, "Helvetica-Bold" if run.bold else "Helvetica", run.size)
            assert max(arial, row.width) <= box.width - 2


def test_branches_are_groups_and_notes_hold_the_duties(make, pemda):
    from sotk.model import Duty

    structure = make()
    unit = structure.units["rehsos"]
    object.__setattr__(unit, "duties", (Duty(id="d1", level="tugas", text="melayani anak"),))
    slide = chart_slide(pptx(paged(view(structure, pemda))))
    assert [shape.name for shape in slide.shapes if shape.shape_type == 6]
    assert "melayani anak" in slide.notes_slide.notes_text_frame.text


def test_a_template_keeps_its_look_and_loses_its_slides_and_ways_out(scene):
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    slide = deck.slides.add_slide(deck.slide_layouts[0])
    slide.shapes.title.text = "Rahasia"
    layout = deck.slide_layouts[5]
    box = layout.placeholders[0].text_frame.paragraphs[0].add_run()
    box.text = "lihat"
    layout.part.relate_to("https://contoh.id/lacak.png", "http://x/relationships/image", is_external=True)
    out = BytesIO()
    deck.save(out)
    data = pptx(scene, out.getvalue())
    made = Presentation(BytesIO(data))
    assert (made.slide_width, made.slide_height) == (Pt(960), Pt(540))
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert not any(b'TargetMode="External"' in content for content in parts.values())
    assert not any(b"Rahasia" in content for content in parts.values())
    chart = made.slides[1]
    for shape in shapes(chart):
        assert shape.left + shape.width <= made.slide_width + 1
        assert shape.top + shape.height <= made.slide_height + 1


def test_what_is_no_presentation_is_refused(scene):
    with pytest.raises(ValueError, match=r"."):
        pptx(scene, b"bukan presentasi")


@pytest.mark.parametrize("kind", ["dinas-9-bidang-2017", "dinas-nama-panjang-2017", "inspektorat-2017"])
@pytest.mark.parametrize("paper", ["F4", "16:9"])
def test_no_connector_of_a_coordination_line_is_drawn_through_a_box(kind, paper):
    """Each is a straight line or a single elbow, which every program bends alike, from joint to joint."""
    found = open_path(Path(__file__).parent / "kinds" / f"{kind}.yaml")
    scene = scene_of(found.structure, found.pack, ViewOptions(paper=PAPERS[paper]))
    seen = 0
    for page in scene.pages:
        boxes = {box.key: box for box in page.boxes}
        for link in (link for link in page.links if "~" in link.key):
            made = elbows(link, boxes, page.scale)
            assert made[0].start[0] == link.source.box
            assert made[-1].end[0] == link.target.box
            assert all(a.end[0] == b.start[0] for a, b in pairwise(made))
            for bend in made:
                assert bend.preset in {"straightConnector1", "bentConnector2", "bentConnector3"}
                assert not [box.key for box in page.boxes if crosses(box, corners(bend, boxes))]
                seen += 1
    assert seen > 2


def corners(bend, boxes):
    """Where a connector of at most two segments runs, from its ends and its sides."""
    start, end = (place(*stop, boxes) for stop in (bend.start, bend.end))
    if bend.preset == "straightConnector1":
        return [start, end]
    assert bend.preset == "bentConnector2"
    level = bend.start[1] in (1, 3)
    return [start, (end[0], start[1]) if level else (start[0], end[1]), end]


def place(stop, site, boxes):
    if not isinstance(stop, str):
        return stop
    box = boxes[stop]
    height = box.height - (box.table.height if box.table else 0.0)
    x = {0: 0.5, 1: 0.0, 2: 0.5, 3: 1.0}[site]
    y = {0: 0.0, 1: 0.5, 2: 1.0, 3: 0.5}[site]
    return box.x + x * box.width, box.y + y * height


def test_a_coordination_line_is_not_glued_where_a_line_of_command_is():
    """The advisers of the ministry have both on one side: one would hide the other."""
    found = open_path(Path(__file__).parents[2] / "structures" / "kemenhub-2025" / "kemenhub.yaml")
    scene = scene_of(found.structure, found.pack, ViewOptions(depth=1))
    (page,) = scene.pages
    low = low_sites(page.links, {box.key: box for box in page.boxes})
    assert len(low) >= 5
    slide = chart_slide(pptx(scene))
    stops: dict[tuple[str, str], set[str]] = {}
    for line in slide.shapes._spTree.iter(qn("p:cxnSp")):
        dash = line.find(f".//{qn('a:prstDash')}").get("val")
        for tag in ("a:stCxn", "a:endCxn"):
            stop = line.find(f".//{qn(tag)}")
            if stop is not None:
                stops.setdefault((stop.get("id"), stop.get("idx")), set()).add(dash)
    names = {shape.shape_id: shape.name for shape in shapes(slide)}
    both = {names[int(key)] for (key, _), dashes in stops.items() if len(dashes) > 1}
    assert not {name for name in both if name.startswith("Staf Ahli")}
    for shape in slide.shapes._spTree.iter(qn("p:sp")):
        sites = len(list(shape.iter(qn("a:cxn")))) or 4
        number = shape.find(f".//{qn('p:cNvPr')}").get("id")
        assert all(int(site) < sites for key, site in stops if key == number)


def test_stamps_have_room_for_a_font_of_the_machine_and_touch_no_other():
    found = open_path(Path(__file__).parents[2] / "structures" / "dinsos-jabar" / "eksisting.yaml")
    scene = scene_of(found.structure, found.pack)
    blocks = [block for block in scene.pages[0].blocks if block.kind == "notice"]
    two = [*blocks, *(replace(block, x=block.x + block.width + 8) for block in blocks)]
    wider = with_room(two)
    assert len(wider) == 2
    assert all(a.width > 1.15 * b.width for a, b in zip(wider, two, strict=True))
    assert wider[0].x + wider[0].width < wider[1].x
    drawn = [shape for shape in shapes(chart_slide(pptx(scene))) if shape.name == "notice"]
    assert [shape.width for shape in drawn] == [pytest.approx(Pt(each.width), abs=2) for each in wider[:1]]


def test_stamps_stand_out_on_the_title_slide():
    found = open_path(Path(__file__).parents[2] / "structures" / "dinsos-jabar" / "usulan-uks-uptd.yaml")
    slide = Presentation(BytesIO(pptx(scene_of(found.structure, found.pack)))).slides[0]
    stamps = [
        run.text
        for paragraph in slide.placeholders[1].text_frame.paragraphs
        for run in paragraph.runs
        if run.font.bold and str(run.font.color.rgb) == NOTICE_INK[1:].upper()
    ]
    assert stamps == ["DATA ILUSTRASI", "USULAN"]


def test_every_change_is_told_in_words_on_slides_that_hold_it():
    told = [
        Told(f"+ Unit {n}", tuple(f"+ {'kata ' * (n % 40)}{n}.{k}" for k in range(n % 9 + 1)))
        for n in range(60)
    ]
    slides = slides_of(told)
    for rows in slides:
        assert sum(max(len(wrap(line, SAID)) for line in row.lines) for row in rows) <= LINES
        assert sum(sum(len(wrap(line, SAID)) for line in row.lines) for row in rows) <= LINES
    assert [line for rows in slides for row in rows for line in row.lines] == [
        line for each in told for line in each.lines
    ]
    assert list(dict.fromkeys(row.unit.removesuffix(" …") for rows in slides for row in rows)) == [
        each.title for each in told
    ]


def test_the_words_of_changes_stand_in_a_native_table_and_act_as_text_only(scene):
    told = (Told("+ =SUM(A1)", ("+ <b>baru</b>\x0b\u202e", "~ nama")),)
    deck = Presentation(BytesIO(pptx(replace(scene, told=told))))
    assert len(deck.slides) == slide_count(replace(scene, told=told))
    *_, table = (shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table)
    cells = [cell.text_frame.text for cell in table.rows[0].cells]
    assert cells[0] == "+ =SUM(A1)"
    assert cells[1].startswith("+ <b>baru</b>")
    assert "\u202e" not in cells[1]
    assert cells[1].endswith("\n~ nama")
