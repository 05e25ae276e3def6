"""Names are data in every format; and each file says what its picture says."""

import json
import re
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from sotk.chart.layout.chart import Chart, Frame, Node, Phrase, Tie
from sotk.chart.layout.pages import paged, whole
from sotk.chart.picture import compared, picture
from sotk.chart.render.catalogue import FORMATS, format_of
from sotk.chart.scene import Scene
from sotk.chart.view import ViewOptions, view
from sotk.workspace import open_path

JABAR = Path(__file__).parents[2] / "structures" / "dinsos-jabar"

NASTY = [
    "<script>alert(1)</script>",
    "A & B \"C\" 'D' %s {x} \\n $HOME",
    "]]> <!-- --> */",
    "שלום مرحبا \u202e terbalik",
    "👩‍🚒 tanggap darurat",
    "x" * 300,
    "dua\nbaris\x00\x1b[31m\ufffe",
    '%%{init: {}}%% end [x] "]; n1-->n2',
]
ENDINGS = [each.ending for each in FORMATS]


def scene(name="Bidang"):
    nodes = (
        Node("k", name, (Phrase(name),)),
        Node("s", name, (Phrase(name),), "k", "secretariat"),
        *(Node(f"b{n}", name, (Phrase(name, n % 2 == 0),), "k") for n in range(4)),
        *(Node(f"b{n}s", name, (Phrase(name, strong=False),), f"b{n}") for n in range(4)),
        Node("u", name, (Phrase(name),), "k", "support"),
    )
    return paged(Chart(nodes, Frame(title=(name,)), (Tie("s", "b1", title=name),)))


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("name", NASTY)
def test_names_do_no_harm_in_any_format(ending, name):
    data = format_of(f"x.{ending}").write(scene(name))
    assert data
    if ending in {"svg", "drawio"}:
        root = ET.fromstring(data.decode())  # noqa: S314
        assert not any(element.tag.endswith("script") for element in root.iter())
    if ending == "html":
        page = data.decode()
        assert page.count("<script") == 2
        assert "alert(1)</script>" not in page.split('id="data"')[0]
    if ending == "pptx":
        assert Presentation(BytesIO(data)).slides


@settings(deadline=None, max_examples=25)
@given(st.text(min_size=1, max_size=60))
def test_any_text_gives_well_formed_files(name):
    drawn = scene(name)
    for ending in ("svg", "drawio"):
        ET.fromstring(format_of(f"x.{ending}").write(drawn).decode())  # noqa: S314
    Presentation(BytesIO(format_of("x.pptx").write(drawn)))


def test_a_scene_of_somebody_else_cannot_put_markup_into_an_attribute():
    data = scene().to_json().decode().replace("#111111", '#1"/><script>')
    data = data.replace('#1"/><script>', '#1\\"/><script>')
    text = format_of("x.svg").write(Scene.from_json(data)).decode()
    assert "<script" not in text
    ET.fromstring(text)  # noqa: S314


@pytest.mark.parametrize("ending", [each for each in ENDINGS if each != "pptx"])
def test_the_same_scene_gives_the_same_bytes(ending):
    write = format_of(f"x.{ending}").write
    assert write(scene()) == write(scene())


def test_a_png_shows_text_and_not_only_boxes():
    """Resvg leaves text out silently when it has no font: then both pictures are the same."""
    empty = Image.open(BytesIO(format_of("x.png").write(scene("."))))
    full = Image.open(BytesIO(format_of("x.png").write(scene("REHABILITASI SOSIAL"))))
    ink = [sum(picture.convert("L").histogram()[:128]) for picture in (empty, full)]
    assert ink[1] > 1.2 * ink[0]


def test_a_pdf_has_its_texts_its_font_and_a_bookmark_for_every_page():
    nodes = [Node("k", "Kepala", (Phrase("Kepala"),))]
    for b in range(20):
        nodes.append(Node(f"b{b}", f"Bidang {b}", (Phrase(f"Bidang {b}"),), "k"))
        nodes += [
            Node(f"b{b}s{s}", "Seksi", (Phrase("Seksi Perencanaan dan Evaluasi"),), f"b{b}")
            for s in range(12)
        ]
    drawn = paged(Chart(tuple(nodes), Frame(title=("Bagan",))))
    document = pypdfium2.PdfDocument(format_of("x.pdf").write(drawn))
    assert len(document) == len(drawn.pages) > 2
    assert "Bidang 19" in document[0].get_textpage().get_text_range()
    tops = [mark for mark in document.get_toc() if mark.level == 0]
    assert len(tops) == len(drawn.pages)
    document.close()


def test_the_html_page_allows_its_own_script_and_style_only():
    page = format_of("x.html").write(whole(Chart((Node("k", "K", (Phrase("K"),)),)))).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page).group(1)
    assert "default-src &#x27;none&#x27;" in policy
    assert policy.count("sha256-") == 2
    assert "unsafe" not in policy
    assert not re.search(r'(?:src|href)="', page)
    data = json.loads(re.search(r'id="data">(.*?)</script>', page, re.DOTALL).group(1))
    assert data["boxes"]["k"]["title"] == "K"


def test_dot_and_mermaid_name_every_box_and_line(make, pemda):
    drawn = whole(view(make(), pemda))
    boxes, links = len(drawn.pages[0].boxes), len(drawn.pages[0].links)
    dot, mermaid = (format_of(f"x.{ending}").write(drawn).decode() for ending in ("dot", "mmd"))
    chart, _, legend = dot.partition("  subgraph cluster_legend {")
    assert (chart.count("[label="), chart.count(" -> ")) == (boxes, links)
    assert legend
    assert len(re.findall(r"^  n\d+\[", mermaid, re.MULTILINE)) == boxes


@pytest.mark.parametrize("ending", ["dot", "mmd"])
def test_dot_and_mermaid_say_what_their_lines_and_signs_mean(ending):
    told = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), compared_picture(ending))
    assert "Legenda" in told
    for words in ("Garis komando", "Garis koordinasi", "+  baru", "→  pindah (di tempat baru)"):
        assert told.count(f'"{words}"') == 1
    assert "Garis fungsional" not in told
    assert "dihapus" not in told


def test_mermaid_tells_a_dashed_line_from_a_dotted_one():
    found = open_path(JABAR.parent / "perusahaan-kecil" / "perusahaan.yaml")
    told = picture(found.structure, found.pack, "mmd", ViewOptions(language="en")).decode()
    links = re.findall(r"^  \w+ (?:---|-\.-) (\w+)$", told, re.MULTILINE)
    styled = {dash: numbers for numbers, dash in re.findall(r"linkStyle (\S+) stroke-dasharray:(.+)", told)}
    assert set(styled) == {"7 5", "1 4"}
    for dash, words in (("7 5", "Line of coordination"), ("1 4", "Functional line")):
        *drawn, sample = map(int, styled[dash].split(","))
        assert drawn
        assert f'{links[sample]}["{words}"]' in told


@pytest.mark.parametrize("ending", ["txt", "dot", "mmd", "drawio", "svg", "html"])
def test_no_format_loses_the_stamps_of_a_proposal_with_illustrative_data(ending):
    told = compared_picture(ending)
    for stamp in ("DATA ILUSTRASI", "USULAN"):
        assert stamp in told


def test_the_outline_says_what_changed_and_what_its_signs_mean():
    told = compared_picture("txt")
    assert "→ Satuan Pelayanan Shelter (dari UPTD PPKS; dahulu: Pelayanan Sosial Persinggahan" in told
    assert "3 baru · 1 pindah" in told
    assert "\n→  pindah (di tempat baru)\n" in told


def compared_picture(ending):
    found = open_path(JABAR / "usulan-uks-uptd.yaml")
    overlay = compared(found.base, found.structure, "id")
    options = ViewOptions(annex=False, partial=found.partial)
    return picture(found.structure, found.pack, ending, options, overlay).decode()
