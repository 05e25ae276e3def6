"""The draft of the regulation: nothing of the structure is lost, its articles are counted as a regulation counts."""

from dataclasses import replace

import pytest
from hypothesis import given

from sotk.findings.names import clean
from sotk.model import Government
from sotk.packs import load_pack
from sotk.report.articles import Articles, Clause, phrase, punctuated
from sotk.report.document import Heading, Items
from sotk.report.kinds import rancangan
from sotk.report.material import Lacking, Material
from sotk.report.ordinals import letter, ordinal, roman
from tests.report.conftest import made, markdown_of, material
from tests.strategies import structures

PEMDA = load_pack("pemda", ()).pack


@pytest.fixture
def no_pictures(monkeypatch):
    monkeypatch.setattr(rancangan, "charts", lambda *_given, **_more: ())


def test_the_draft_is_as_reviewed(golden, no_pictures):
    golden("rancangan-gorontalo.md", markdown_of(made("rancangan", material("dinsos-gorontalo/dinsos.yaml"))))


def words(document) -> str:
    told = []
    for section in document.sections:
        for block in section.blocks:
            told += block.entries if isinstance(block, Items) else [getattr(block, "text", "")]
    return "\n".join(told)


@given(structures())
def test_every_unit_and_duty_stands_in_the_draft(structure):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rancangan, "charts", lambda *_given, **_more: ())
        header = replace(structure.header, government=Government(level="provinsi", name="Jawa"))
        given_ = Material(structure=replace(structure, header=header), pack=PEMDA, language="id")
        shown = words(made("rancangan", given_))
    for unit in structure.walk():
        assert unit.id == structure.root or clean(unit.name) in shown
    for _unit, duty in structure.duties():
        assert phrase(clean(duty.text)) in shown


def test_articles_are_numbered_through_and_chapters_in_roman(no_pictures):
    document = made("rancangan", material("dinsos-jabar/usulan-uks-uptd.yaml"))
    heads = [block for block in document.sections[0].blocks if isinstance(block, Heading)]
    articles = [head.text for head in heads if head.level == 3]
    assert articles == [f"Pasal {n}" for n in range(1, len(articles) + 1)]
    assert [head.number for head in heads if head.level == 1] == [
        f"BAB {n}" for n in ("I", "II", "III", "IV", "V", "VI")
    ]
    parts = [head.number for head in heads if head.level == 2]
    assert parts[:3] == ["Bagian Kesatu", "Bagian Kedua", "Bagian Ketiga"]


def test_the_chart_is_its_annex():
    document = made("rancangan", material("dinsos-gorontalo/dinsos.yaml"))
    assert len(document.sections) == 2
    assert document.sections[1].landscape


def test_a_house_without_regulations_has_no_draft():
    with pytest.raises(Lacking):
        made("rancangan", material("perusahaan-kecil/perusahaan.yaml"))


def test_what_was_in_force_is_revoked(no_pictures):
    told = markdown_of(made("rancangan", material("dinsos-gorontalo/dinsos.yaml")))
    assert "Peraturan Gubernur Gorontalo Nomor 38 Tahun 2022 dicabut dan dinyatakan tidak berlaku" in told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "Kesatu"),
        (2, "Kedua"),
        (10, "Kesepuluh"),
        (11, "Kesebelas"),
        (12, "Kedua Belas"),
        (21, "Kedua Puluh Satu"),
        (110, "Keseratus Sepuluh"),
        (253, "Kedua Ratus Lima Puluh Tiga"),
    ],
)
def test_parts_are_counted_in_words(number, told):
    assert ordinal(number, "id") == told


def test_letters_and_roman_numerals_go_on():
    assert [letter(n) for n in (1, 26, 27, 52, 53, 703)] == ["a", "z", "aa", "az", "ba", "aaa"]
    assert [roman(n) for n in (1, 4, 9, 14, 40, 99)] == ["I", "IV", "IX", "XIV", "XL", "XCIX"]


def test_items_end_as_a_regulation_ends_them():
    assert punctuated(("x", "y", "z"), "id") == ("x;", "y; dan", "z.")
    assert punctuated(("x",), "id") == ("x.",)
    assert phrase("Pelaksanaan data.") == "pelaksanaan data"
    assert phrase("SPM sosial;") == "SPM sosial"


def test_lists_below_items_keep_the_count_of_the_items():
    clause = Clause("Susunan:", ("a", "b", "c"), ((), ("x", "y"), ()))
    items = [block for block in Articles("id").article([clause]) if isinstance(block, Items)]
    assert [(block.start, block.entries) for block in items if block.marker == "letter"] == [
        (1, ("a;",)),
        (2, ("b:",)),
        (3, ("c.",)),
    ]
