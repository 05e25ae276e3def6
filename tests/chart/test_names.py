"""Names are data in every format: a real parser finds each of them whole, and no part more than for plain ones.

The scene carries the name wherever a name can stand: title, boxes, tables, marks, details, lines, legend.
"""

import json
import re
import shutil
import subprocess
import unicodedata
import xml.etree.ElementTree as ET
from collections import Counter
from functools import cache
from html.parser import HTMLParser
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pptx import Presentation

from sotk.chart.layout.chart import Appendix, Chart, Frame, Node, Phrase, Swatch, Tie
from sotk.chart.layout.ledger import Entries, Ledger
from sotk.chart.layout.pages import whole
from sotk.chart.measure import advances
from sotk.chart.render.catalogue import format_of
from sotk.chart.render.png import png
from sotk.chart.scene import Detail, Mark, Scene
from sotk.findings.names import clean

PLAIN = "Bidang"
NASTY = {
    "markup": "<script>alert(1)</script><b>&lt;&amp;&#65;",
    "quotes": "A & B \"C\" 'D' `E` \\ / \\n \\N \\l",
    "percent": "%s %(x)d {x} {0} %%{init: {}}%%",
    "emoji": "👩‍🚒 tanggap darurat 🇮🇩",
    "right to left": "שלום مرحبا \u202e terbalik \u2067x",
    "long word": "x" * 300,
    "long text": "Perencanaan dan Pelaporan " * 12,
    "lines": "dua\nbaris\r\n\ttiga\u2028empat\x0blima",
    "controls": "a\x00b\x1b[31mc\x07\ufffe\u200b\x9b31m",
    "formula": '=cmd|"/C calc"!A1 +1 -1 @SUM(A1)',
    "shell": "${x} $(x) $HOME `id`; rm",
    "closing": "]]> --> */ -- ?> </svg> </title> </style>",
    "statement": 'x"]; n1 -> n2 [label="y end subgraph click n0 "javascript:x"',
    "surrogate": "a\ud800b",
}
LETTERS = advances("regular").of.keys() - set(" .,'`-_")
WORDY = {"text", "tspan"}  # how many there are depends on how a name is wrapped
dot_there = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not on this machine")


@cache
def scene(name: str) -> Scene:
    table = Ledger((Entries((name, "B"), strong=True), Entries((name, "1")), Entries(("Jumlah", "1"))))
    marks, details = (Mark("m", "▼", name),), (Detail(name, name), Detail(name, name, long=True))
    nodes = (
        Node("k", name, (Phrase(name),), marks=marks, details=details),
        Node("s", name, (Phrase(name),), "k", "secretariat"),
        *(Node(f"b{n}", name, (Phrase(name, n % 2 == 0),), "k", table=table) for n in range(2)),
        Node("b0s", name, (Phrase(name, strong=False),), "b0"),
        Node("u", name, (Phrase(name),), "k", "support", role="ghost"),
    )
    frame = Frame(
        (name,),
        name,
        (("", name), ("NOMOR", name)),
        (name, name),
        notices=(name,),
        swatches=(Swatch(name, nodes[0].style, "▼"),),
        line_words=(("komando", name),),
    )
    ties = (Tie("s", "b1", title=name),)
    return whole(Chart(nodes, frame, ties, appendix=Appendix(name, table)))


@cache
def written(name: str, ending: str) -> bytes:
    return format_of(f"x.{ending}").write(scene(name))


def dense(text):
    return "".join(text.split())


def parts(root):
    """Elements by tag, and all names of attributes, of an XML file."""
    tags = Counter(element.tag.rpartition("}")[2] for element in root.iter())
    return {tag: n for tag, n in tags.items() if tag not in WORDY}, {a for e in root.iter() for a in e.attrib}


every_name = pytest.mark.parametrize("name", NASTY.values(), ids=NASTY.keys())


@every_name
def test_svg(name):
    root, plain = (ET.fromstring(written(each, "svg").decode()) for each in (name, PLAIN))  # noqa: S314
    assert parts(root) == parts(plain)
    ns = "{http://www.w3.org/2000/svg}"
    titles = [group.find(f"{ns}title").text for group in root.iter(f"{ns}g") if group.get("data-id")]
    assert [title.split("\n")[0] for title in titles] == [clean(name)] * 6
    said = dense("".join(text for element in root.iter(f"{ns}text") for text in element.itertext()))
    assert said.count(dense(clean(name))) >= 6


@every_name
def test_drawio(name):
    root, plain = (ET.fromstring(written(each, "drawio").decode()) for each in (name, PLAIN))  # noqa: S314
    cells, kept = parts(root), parts(plain)
    cells[0].pop("mxPoint", None), kept[0].pop("mxPoint", None)  # bends depend on the sizes of the boxes
    cells[0].pop("Array", None), kept[0].pop("Array", None)
    assert cells == kept
    values = [dense(cell.get("value") or "") for cell in root.iter("mxCell")]
    assert values.count(dense(clean(name))) >= 6
    assert all("html=0" in cell.get("style", "html=0") for cell in root.iter("mxCell"))


def shapes(data):
    deck = Presentation(BytesIO(data))
    waiting = [shape for slide in deck.slides for shape in slide.shapes]
    while waiting:
        shape = waiting.pop()
        yield shape
        waiting += getattr(shape, "shapes", ())


@every_name
def test_pptx(name):
    found, plain = (list(shapes(written(each, "pptx"))) for each in (name, PLAIN))
    kinds, kept = (Counter(shape.shape_type for shape in each) for each in (found, plain))
    assert kinds[6] == kept[6]
    assert kinds[19] == kept[19]
    texts = [dense(shape.text_frame.text) for shape in found if shape.has_text_frame]
    assert [len(list(spoken(each))) for each in (found, plain)] == [len(list(spoken(plain)))] * 2
    assert texts.count(dense(clean(name))) >= 6
    cells = [c.text for shape in found if shape.has_table for row in shape.table.rows for c in row.cells]
    assert [dense(each) for each in cells].count(dense(clean(name))) == 6
    assert not any(run.hyperlink.address for run in runs(found))


def spoken(found):
    """Shapes with text; joints of lines are shapes too, and their number depends on the sizes of boxes."""
    return (shape for shape in found if shape.has_text_frame and shape.name != "joint")


def runs(found):
    return (
        run
        for shape in found
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    )


@every_name
def test_pdf(name):
    data = written(name, "pdf")
    said = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    assert not re.search(rb"/(JavaScript|JS|Launch|URI|SubmitForm|EmbeddedFile)\b", said)
    document, plain = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(written(PLAIN, "pdf"))
    assert len(document) == len(plain)
    assert document.get_metadata_value("Title") == clean(name)
    said = dense(document[0].get_textpage().get_text_range()).replace("\ufffe", "-")
    known = advances("regular").of
    if all(each in known for each in clean(name)):
        assert said.count(dense(clean(name)).replace("\ufffe", "-")) >= 6
    document.close(), plain.close()


@every_name
def test_png(name):
    """Ink in every row that has a letter of the bundled font; one point is one pixel."""
    page, _appendix = scene(name).pages
    picture = Image.open(BytesIO(png(scene(name), dpi=72))).convert("L")
    assert picture.width == pytest.approx(max(each.width for each in scene(name).pages), abs=1)
    rows = [row for box in page.boxes for row in box.rows if LETTERS & set(row.text)]
    assert len(rows) >= 6
    for row in rows:
        left = row.x - (row.width / 2 if row.align == "middle" else 0)
        size = row.runs[0].size
        darkest, lightest = picture.crop((left, row.y - size, left + row.width, row.y)).getextrema()
        assert lightest - darkest > 60, row.text


class Tags(HTMLParser):
    """Counts what a browser would make elements of, and keeps what the data block says."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes, self.data, self.inside = Counter(), set(), "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags[tag] += tag not in WORDY
        self.attributes |= {key for key, _ in attrs}
        self.inside = dict(attrs).get("id") == "data"

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, data):
        self.data += data if self.inside else ""


@every_name
def test_html(name):
    page, plain = (Tags(written(each, "html").decode()) for each in (name, PLAIN))
    assert +page.tags == +plain.tags
    assert page.attributes == plain.attributes
    assert not any(key.startswith("on") for key in page.attributes)
    boxes = json.loads(page.data)["boxes"]
    assert [box["title"] for box in boxes.values()] == [clean(name)] * 6
    assert [clean(name), clean(name)] in boxes["k"]["details"]


@dot_there
@every_name
def test_dot(name):
    found, plain = (list(drawn_by_graphviz(written(each, "dot"))) for each in (name, PLAIN))
    assert [kind for kind, _ in found] == [kind for kind, _ in plain]
    said = [dense(text) for kind, text in found if kind == "node"]
    *boxes, legend = said
    assert len(boxes) == 6
    assert all(text.startswith(dense(clean(name))) for text in boxes)
    assert dense(clean(name)) in legend


def drawn_by_graphviz(data):
    """Nodes and edges as Graphviz understands them, with their texts."""
    made = subprocess.run(["dot", "-Tsvg"], input=data, capture_output=True, check=True).stdout
    ns = "{http://www.w3.org/2000/svg}"
    for group in ET.fromstring(made.decode()).iter(f"{ns}g"):  # noqa: S314
        if group.get("class") in {"node", "edge"}:
            texts = group.iter(f"{ns}text")
            yield group.get("class"), "".join(each.text or "" for each in texts)


@every_name
def test_mermaid(name):
    lines, plain = (written(each, "mmd").decode().splitlines() for each in (name, PLAIN))
    assert len(lines) == len(plain)
    boxes = [
        match
        for line in lines
        if (match := re.fullmatch(r'  n\d+\["([^"\[\]<>]*(?:<br/>[^"\[\]<>]*)*)"\]', line))
    ]
    assert len(boxes) == 6
    rest = [line for line in lines if not re.match(r"  n\d+\[", line)]
    known = (
        r"flowchart TB|  direction LR|  end"
        r"|  (n|sample)\d+ (---|-\.-) (n|legend)\d+|  linkStyle [\d,]+ stroke-dasharray:\d \d"
        r"|  (style|classDef) (n|stamp|sign|legend)\d* [\w:#,;. -]+|  class legend\d+(,sample\d+)? sign\d+"
        r'|(  stamp\d+|  legend\d+|  sample\d+|  subgraph legend)\["[^"\[\]<>]*"\]'
    )
    assert all(re.fullmatch(known, line) for line in rest)
    for box in boxes:
        said = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), box[1].replace("<br/>", ""))
        assert dense(said).startswith(dense(clean(name)))


@every_name
def test_text(name):
    text = written(name, "txt").decode()
    bad = [each for each in text if unicodedata.category(each) in {"Cc", "Cs", "Cn"} and each != "\n"]
    assert not bad
    assert not set("\u202e\u2066\u2067\u2068\u200b") & set(text)
    said = re.sub(r"[│├└─… ]|\s", "", text)
    assert said.count(dense(re.sub(r"[│├└─…]", "", clean(name)))) >= 6


@every_name
def test_a_scene_in_json_reads_back_the_same(name):
    if name == NASTY["surrogate"]:
        name = clean(name)
    assert Scene.from_json(scene(name).to_json()) == scene(name)


@settings(deadline=None, max_examples=25)
@given(st.text(min_size=1, max_size=60))
def test_any_text_is_one_box_of_mermaid_and_one_title_of_svg(name):
    assert len(re.findall(r'^  n\d+\["', written(name, "mmd").decode(), re.MULTILINE)) == 6
    root = ET.fromstring(written(name, "svg").decode())  # noqa: S314
    assert parts(root) == parts(ET.fromstring(written(PLAIN, "svg").decode()))  # noqa: S314
