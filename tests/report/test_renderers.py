"""Every format says what the document says, and no text of a user is more than text in it."""

import re
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.report.document import (
    Cell,
    Column,
    Document,
    Figure,
    Heading,
    Items,
    Paragraph,
    Row,
    Section,
    Table,
    cells,
)
from sotk.report.render.catalogue import FORMATS

HOSTILE = (
    '=HYPERLINK("http://x","y")',
    "<script>alert(1)</script> & |x| *y*",
    "\x1b[31m\u202eabc\x00",
    "\ud800",
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fcffff3f0300"
    "05fe02fea72d9c9c0000000049454e44ae426082"
)


def document(*texts: str, notice: str = "DATA ILUSTRASI") -> Document:
    """One of everything, with these texts everywhere."""
    first, second, third, fourth = texts or ("satu", "dua", "tiga", "empat")
    columns = (Column(first, 1), Column("Jumlah", 1, "right"))
    rows = (
        Row((Cell(second, span=2),), "group"),
        Row((Cell(third, lines=(fourth,)), Cell("1.250,5", Decimal("1250.5")))),
        Row((Cell("Σ"), Cell("2", 2)), "total"),
    )
    upright = Section(
        (Heading(first), Paragraph(second), Items((third, fourth), "letter"), Items((first,), "decimal"))
    )
    lying = Section(
        (
            Table(columns, rows, first),
            Table((Column("", 1), Column("", 1)), (Row(cells(third, fourth)),), ruled=False),
        ),
        "F4",
        landscape=True,
    )
    picture = Section((Figure(PIXEL, 100, 50, alt=first, caption=second),))
    return Document((first,), "id", (upright, lying, picture), notice)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_the_same_document_gives_the_same_bytes(form):
    assert form.write(document()) == form.write(document())


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.ending)
def test_a_document_without_anything_is_written(form):
    assert form.write(Document(("",), "en", (Section(()),)))


@given(st.lists(st.text(max_size=20), min_size=4, max_size=4))
def test_any_text_of_a_user_can_be_written_in_every_format(texts):
    for form in FORMATS:
        assert form.write(document(*texts))


def opened(made: Document):
    return docx.Document(BytesIO(FORMATS[0].write(made)))


def test_word_has_heading_levels_repeated_heads_and_a_page_of_its_own_for_each_section():
    made = opened(document())
    assert [(p.style.name, p.text) for p in made.paragraphs[:3]] == [
        ("Title", "satu"),
        ("Heading 1", "satu"),
        ("Normal", "dua"),
    ]
    head, *rest = made.tables[0]._tbl.tr_lst
    assert head.trPr.find("{*}tblHeader") is not None
    assert all(row.trPr.find("{*}tblHeader") is None for row in rest)
    assert [(s.page_width.mm.__round__(), s.page_height.mm.__round__()) for s in made.sections] == [
        (210, 297),
        (330, 215),
        (210, 297),
    ]


def test_word_says_on_every_page_what_is_illustrative_and_which_page_it_is():
    made = opened(document())
    for section in made.sections:
        assert section.header.paragraphs[0].text == "DATA ILUSTRASI"
        fields = [mark.text for mark in section.footer._element.iter("{*}instrText")]
        assert fields == ["PAGE", "NUMPAGES"]


def test_lists_of_word_each_begin_anew():
    numbers = [
        p._p.pPr.numPr.numId.val for p in opened(document()).paragraphs if p.style.name == "List Paragraph"
    ]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_figure_has_words_for_who_cannot_see_it():
    (shape,) = opened(document()).inline_shapes
    assert shape._inline.docPr.get("descr") == "satu"
    assert (round(shape.width.mm), round(shape.height.mm)) == (100, 50)


def parts(data: bytes, suffix: str) -> str:
    with ZipFile(BytesIO(data)) as package:
        return "".join(package.read(name).decode() for name in package.namelist() if name.endswith(suffix))


def test_no_cell_of_excel_is_a_formula_or_a_link_and_numbers_are_numbers():
    data = next(form for form in FORMATS if form.ending == "xlsx").write(document(*HOSTILE))
    sheets = parts(data, ".xml")
    assert "<f>" not in sheets
    assert "<hyperlink " not in sheets
    assert "<v>1250.5</v>" in sheets


def test_names_are_no_markup_in_html_or_markdown():
    html, markdown = (
        next(form for form in FORMATS if form.ending == ending).write(document(*HOSTILE)).decode()
        for ending in ("html", "md")
    )
    assert "<script" not in html
    assert markdown.count("<script") == markdown.count("\\<script") > 0
    assert "\\|x\\|" in markdown
    for text in (html, markdown):
        assert not {"\x1b", "\u202e", "\x00"} & set(text)


def test_sheets_have_names_that_excel_takes_and_no_two_the_same():
    name = "Sandingan [dinas]: lama/baru yang sangat panjang sekali"
    table = Table((Column("a", 1),), (), name)
    data = next(form for form in FORMATS if form.ending == "xlsx").write(
        Document(("x",), "id", (Section((table, table, table)),))
    )
    with ZipFile(BytesIO(data)) as package:
        book = package.read("xl/workbook.xml").decode()
    names = re.findall('<sheet name="([^"]*)"', book)
    assert names == [
        "Sandingan dinas lama baru yang",
        "Sandingan dinas lama baru yan 2",
        "Sandingan dinas lama baru yan 3",
    ]


def test_what_only_places_its_cells_is_no_sheet_of_excel():
    placed = Table((Column("", 1), Column("", 1)), (Row(cells("Ketua,", "Notulis,")),), ruled=False)
    data = next(form for form in FORMATS if form.ending == "xlsx").write(
        Document(("x",), "id", (Section((placed, Table((Column("a", 1),), (), "Tabel"), placed)),))
    )
    assert parts(data, "workbook.xml").count("<sheet ") == 1
    assert parts(data, "sharedStrings.xml").count("Ketua, Notulis,") == 1
