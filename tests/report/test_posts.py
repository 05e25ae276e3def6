"""Peta jabatan and ABK: every post once, what is short and too many not netted, the source of the working time."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given

from sotk.model import Holder
from sotk.packs import load_pack
from sotk.report.document import Figure
from sotk.report.kinds import peta_jabatan
from sotk.report.material import Lacking, Material
from sotk.report.posts import title_of
from tests.report.conftest import made, markdown_of, material
from tests.strategies import structures

PEMDA = load_pack("pemda", ()).pack


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch):
    """The table alone; the chart has tests of its own, and one below."""
    monkeypatch.setattr(peta_jabatan, "charts", lambda *_given: ())


def lines(document, kind="plain"):
    return [row for table in document.tables() for row in table.rows if row.kind == kind]


def test_the_map_of_posts_is_as_reviewed(golden):
    golden(
        "peta-jabatan-en.md",
        markdown_of(made("peta-jabatan", material("perusahaan-kecil/perusahaan.yaml", "en"))),
    )


def test_the_workload_analysis_is_as_reviewed(golden):
    text = markdown_of(made("abk", material("dinsos-jabar/eksisting.yaml")))
    golden("abk-jabar.md", text)


@given(structures())
def test_every_post_stands_in_the_map_once(structure):
    document = made("peta-jabatan", Material(structure=structure, pack=PEMDA, language="id"))
    table = next(document.tables(), None)
    shown = (
        [row.cells[1].text.removesuffix("*") for row in table.rows if row.kind == "plain"] if table else []
    )
    assert sorted(shown) == sorted(title_of(post) for _unit, post in structure.positions())


def test_a_surplus_here_does_not_cancel_a_shortage_there():
    given_ = material("dinsos-jabar/eksisting.yaml")
    (total,) = [
        row
        for row in lines(made("peta-jabatan", given_), "total")
        if row.cells[1].text == "Jumlah seluruhnya"
    ]
    assert [cell.text for cell in total.cells[2:]] == ["354", "244", "−111  +1"]


def test_the_sign_of_the_difference_is_that_of_the_house():
    given_ = material("dinsos-jabar/eksisting.yaml")
    pack = replace(given_.pack, chart=replace(given_.pack.chart, gap_sign="need-filled"))
    table = next(made("peta-jabatan", replace(given_, pack=pack)).tables())
    assert table.rows[-1].cells[-1].text == "+111  −1"


def test_names_of_persons_are_printed_only_where_they_are_asked_for():
    given_ = material("dinsos-jabar/eksisting.yaml")
    root = given_.structure.units["dinsos"]
    head = replace(root.head, holders=(Holder(name="Rahasia", nip="1970"),))
    units = {**given_.structure.units, "dinsos": replace(root, head=head)}
    given_ = replace(given_, structure=replace(given_.structure, units=units))
    for kind in ("peta-jabatan", "abk"):
        assert "Rahasia" not in markdown_of(made(kind, given_))
    assert "Rahasia (1970)" in markdown_of(made("peta-jabatan", replace(given_, persons=True)))


def test_an_unread_source_of_the_working_time_is_to_be_checked():
    given_ = material("dinsos-jabar/eksisting.yaml")
    assert "perlu dicek" in markdown_of(made("abk", given_))
    time = replace(given_.pack.measures.working_time, verified=True)
    read = replace(given_.pack, measures=replace(given_.pack.measures, working_time=time))
    assert "perlu dicek" not in markdown_of(made("abk", replace(given_, pack=read)))


def test_hours_and_need_follow_from_the_lines():
    rows = lines(made("abk", material("dinsos-jabar/eksisting.yaml")), "total")
    assert [tuple(cell.number for cell in row.cells[2:]) for row in rows] == [
        (Decimal(4980), Decimal("3.984")),
        (Decimal(7250), Decimal("5.8")),
        (Decimal(9720), Decimal("7.776")),
    ]


def test_without_a_working_time_nothing_is_counted():
    with pytest.raises(Lacking):
        made("abk", material("perusahaan-kecil/perusahaan.yaml"))


def test_a_structure_without_posts_says_so():
    given_ = material("dinsos-jabar/eksisting.yaml", "en")
    root = replace(given_.structure.units["dinsos"], head=None, positions=())
    bare = replace(
        given_.structure,
        units={"dinsos": root},
        children={},
        indicators=(),
        objectives=(),
        lines=(),
        teams=(),
    )
    for kind, told in (("peta-jabatan", "names no posts"), ("abk", "nothing can be counted")):
        assert told in markdown_of(made(kind, replace(given_, structure=bare)))


def test_the_drawn_map_follows_the_table(monkeypatch):
    monkeypatch.undo()
    document = made("peta-jabatan", material("perusahaan-kecil/perusahaan.yaml"))
    figures = [block for section in document.sections[1:] for block in section.blocks]
    assert figures
    assert all(
        isinstance(figure, Figure) and figure.alt and figure.png.startswith(b"\x89PNG") for figure in figures
    )
