"""The map of posts (peta jabatan): nothing netted, nothing invented, and the same in every format."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from itertools import combinations
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation

from sotk.chart.layout.chart import PAPERS, Chart, Node, Phrase
from sotk.chart.layout.ledger import Entries, Ledger, as_table, ruled
from sotk.chart.layout.tree import tree
from sotk.chart.measure import FontMeasure
from sotk.chart.overlays.posts import posts
from sotk.chart.picture import scene_of
from sotk.chart.render.catalogue import FORMATS, format_of
from sotk.chart.view import ViewOptions
from sotk.model import Filled, Position
from sotk.workspace import open_path

JABAR = Path(__file__).parent.parent.parent / "structures" / "dinsos-jabar" / "eksisting.yaml"
INTERNAL = ViewOptions(annex=False)
LETTERS = st.sampled_from(["Analis", "Pengelola Data", "X" * 80, "Pengadministrasi Umum dan Keuangan", "a"])


@pytest.fixture(scope="module")
def jabar():
    return open_path(JABAR)


def overlay_of(structure, pack, **unit_fields):
    """The overlay where the head of the structure's root has other fields."""
    units = dict(structure.units)
    units[structure.root] = replace(units[structure.root], **unit_fields)
    return posts(replace(structure, units=units), pack, "id")


def table(overlay, unit):
    return [line.cells for line in overlay.looks[unit].table.lines]


def post(key, need, filled, **fields):
    return Position(id=key, title=key.title(), need=need, filled=filled, **fields)


def test_a_post_too_many_fills_no_vacancy_of_another(jabar, make):
    several = (post("a", 3, 1), post("b", 1, 2), post("c", 2, 2))
    lines = table(overlay_of(make(), jabar.pack, positions=several), "dinsos")
    assert [line[-1] for line in lines] == ["+/−", "−2", "+1", "0", "−2 +1"]
    assert lines[-1][2:4] == ("5", "6")


def test_the_sign_of_the_difference_is_that_of_the_house(jabar, make):
    chart = replace(jabar.pack.chart, gap_sign="need-filled")
    overlay = overlay_of(make(), replace(jabar.pack, chart=chart), positions=(post("a", 3, 1),))
    assert [line[-1] for line in table(overlay, "dinsos")] == ["+/−", "+2", "+2"]
    assert "K − B" in overlay.subtitle


def test_a_number_that_is_not_known_is_never_taken_for_zero(jabar, make):
    several = (post("a", 3, None), post("b", 1, 1), post("c", None, 4))
    lines = table(overlay_of(make(), jabar.pack, positions=several), "dinsos")
    assert [line[2:] for line in lines[1:]] == [
        ("?", "3", "?"),
        ("1", "1", "0"),
        ("4", "?", "?"),
        ("≥ 5", "≥ 4", "?"),
    ]


def test_incumbents_are_told_by_status_where_that_is_known(jabar, make):
    overlay = overlay_of(make(), jabar.pack, positions=(post("a", 3, Filled(pns=1, pppk=2)),))
    assert table(overlay, "dinsos")[1][2] == "3 (1+2)"
    assert "PNS+PPPK" in overlay.subtitle


def test_functional_posts_come_by_grade_and_executing_ones_by_class(jabar, make):
    several = (
        post("pelaksana-5", 1, 1, category="pelaksana", job_class=5),
        post("pelaksana-7", 1, 1, category="pelaksana", job_class=7),
        post("terampil", 1, 1, category="fungsional", grade="Terampil", job_class=6),
        post("madya", 1, 1, category="fungsional", grade="Ahli Madya", job_class=11),
        post("pertama", 1, 1, category="fungsional", grade="Ahli Pertama", job_class=8),
    )
    lines = table(overlay_of(make(), jabar.pack, positions=several), "dinsos")
    assert [line[0] for line in lines[1:-1]] == [
        "Madya Ahli Madya",
        "Pertama Ahli Pertama",
        "Terampil",
        "Pelaksana-7",
        "Pelaksana-5",
    ]


def test_a_star_stands_where_a_number_is_illustrative_and_nowhere_else(jabar):
    looks = jabar_overlay(jabar).looks
    (note,) = looks["dinsos"].notes
    assert note.text == "Kelas 15* · B 1* · K 1 · +/− 0"
    names = [line.cells[0] for line in looks["subbag-keuangan"].table.lines[1:-1]]
    assert names
    assert all(name.endswith("*") for name in names)


def test_a_head_that_is_illustrative_carries_one_star(jabar, make):
    structure = make(illustrative=("kadis", "dinsos.name"))
    drawn = scene_of(structure, jabar.pack, INTERNAL, (), posts(structure, jabar.pack, "id"))
    (box,) = [box for box in drawn.pages[0].boxes if box.id == "dinsos"]
    assert box.rows[0].text == "KEPALA DINAS*"
    structure = make(illustrative=("kadis",))
    assert posts(structure, jabar.pack, "id").looks["dinsos"].name == "Kepala Dinas*"


def jabar_overlay(jabar):
    return posts(jabar.structure, jabar.pack, "id")


def test_the_table_of_all_posts_adds_up_to_the_structure(jabar):
    appendix = jabar_overlay(jabar).appendix(jabar.structure.walk())
    every = [position for _, position in jabar.structure.positions()]
    *lines, total = [line.cells for line in appendix.table.lines[1:]]
    assert total[4] == str(sum(position.filled_count for position in every))
    assert total[5] == str(sum(position.need for position in every))
    numbered = [line for line in lines if line[0]]
    assert sum(int(line[4]) for line in numbered) == int(total[4])
    gaps = [p.filled_count - p.need for p in every]
    assert total[6] == f"−{-sum(g for g in gaps if g < 0)} +{sum(g for g in gaps if g > 0)}"


@pytest.fixture(scope="module")
def drawn(jabar):
    return scene_of(jabar.structure, jabar.pack, INTERNAL, (), jabar_overlay(jabar))


def test_every_unit_has_its_table_once_and_every_page_its_number(drawn, jabar):
    primary = [box for page in drawn.pages for box in page.boxes if box.role == "primary"]
    assert sorted(box.id for box in primary) == sorted(jabar.structure.units)
    for box in primary:
        assert bool(box.table) == bool(jabar.structure.units[box.id].positions), box.id
    assert not any(box.table for page in drawn.pages for box in page.boxes if box.role == "reference")
    numbers = [row.text for page in drawn.pages for b in page.blocks if b.kind == "number" for row in b.rows]
    assert numbers == [f"Halaman {n} dari {len(drawn.pages)}" for n in range(1, len(drawn.pages) + 1)]


def test_tables_overlap_nothing_and_stay_on_the_page(drawn):
    for page in drawn.pages:
        for a, b in combinations(page.boxes, 2):
            across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
            assert across < 0.1 or min(a.y + a.height, b.y + b.height) - max(a.y, b.y) < 0.1, (a.id, b.id)
        tables = [part.table for part in (*page.boxes, *page.blocks) if part.table]
        for each in tables:
            assert each.x >= 0
            assert each.x + each.width <= page.width
            assert each.y + each.height <= page.height
            sizes = [run.size for line in each.cells for cell in line for row in cell for run in row.runs]
            assert min(sizes) >= 6


@pytest.mark.parametrize(
    "ending", [each.ending for each in FORMATS if each.ending not in {"png", "pptx", "pdf"}]
)
def test_every_text_format_says_the_posts(jabar, ending):
    form = format_of(f"x.{ending}")
    scene = scene_of(jabar.structure, jabar.pack, INTERNAL, (), jabar_overlay(jabar), split=form.paged)
    text = form.write(scene).decode()
    assert text.count("Verifikator Keuangan") >= 1
    assert "+/" in text


def test_a_pdf_says_the_posts_and_ends_with_the_table_of_all(drawn):
    document = pypdfium2.PdfDocument(format_of("x.pdf").write(drawn))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    assert any("Verifikator Keuangan" in text for text in texts[:-2])
    assert "REKAPITULASI JABATAN" in texts[-1]
    assert "Semua jabatan" in texts[-1]


def test_slides_carry_native_tables_outside_the_groups(jabar):
    options = ViewOptions(annex=False, paper=PAPERS["A3"])
    large = scene_of(jabar.structure, jabar.pack, options, (), jabar_overlay(jabar))
    deck = Presentation(BytesIO(format_of("x.pptx").write(large)))
    tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
    cells = {cell.text for each in tables for row in each.rows for cell in row.cells}
    assert "Verifikator Keuangan*" in cells
    groups = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == 6]
    assert groups
    assert not any(inner.has_table for group in groups for inner in group.shapes)


def test_cells_of_a_table_move_with_their_box_in_drawio(drawn):
    root = ET.fromstring(format_of("x.drawio").write(drawn).decode())  # noqa: S314
    cells = root.findall(".//mxCell")
    (cell,) = [
        each for each in cells if each.get("value") == "Verifikator Keuangan*" and "c0" in each.get("id")
    ]
    assert re.fullmatch(r"b\d+", cell.get("parent"))


@st.composite
def ledgers(draw):
    count = draw(st.integers(1, 6))
    lines = [
        Entries((draw(LETTERS), draw(st.sampled_from(["", "7", "≥ 12"])), "−111 +12")) for _ in range(count)
    ]
    return Ledger((Entries(("Nama jabatan", "Kelas", "+/−"), strong=True), *lines))


@settings(deadline=None, max_examples=60)
@given(ledgers(), st.floats(20, 400))
def test_every_text_of_a_table_stays_in_its_cell(ledger, width):
    made = ruled(ledger, width, FontMeasure(), 8.5)
    each = as_table(made, (10.0, 20.0), 0.7, FontMeasure())
    assert "".join("".join(r.text for r in line[0]) for line in each.cells).replace(" ", "") == "".join(
        line.cells[0] for line in ledger.lines
    ).replace(" ", "")
    top = each.y
    for line, height in zip(each.cells, each.rows, strict=True):
        left = each.x
        for cell, room in zip(line, each.columns, strict=True):
            for row in cell:
                start = row.x - (row.width / 2 if row.align == "middle" else 0)
                assert left - 0.02 <= start
                assert start + row.width <= left + room + 0.02
                assert top <= row.y <= top + height
            left += room
        top += height


@settings(deadline=None, max_examples=30)
@given(st.lists(ledgers(), min_size=1, max_size=9))
def test_a_tree_of_boxes_with_tables_overlaps_nothing(given):
    nodes = [Node("n0", "n0", (Phrase("Kepala"),))]
    for n, ledger in enumerate(given, 1):
        nodes.append(Node(f"n{n}", "n", (Phrase("Seksi"),), f"n{(n - 1) // 3}", table=ledger))
    (page,) = tree(Chart(tuple(sorted(nodes, key=lambda each: each.id)))).pages
    for a, b in combinations(page.boxes, 2):
        across = min(a.x + a.width, b.x + b.width) - max(a.x, b.x)
        assert across < 0.1 or min(a.y + a.height, b.y + b.height) - max(a.y, b.y) < 0.1
