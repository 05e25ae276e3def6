"""The table of posts, without a screen: what is shown, sums, typed cells, copies, moves."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sotk.files import load_text
from sotk.graph import Posts
from sotk.model import Filled
from sotk.scenario import apply_all
from sotk.session import Document
from sotk.session.boards import posts
from sotk.session.boards.posts import PostChoice

TEXT = """
sotk: 1
structure: dinas
name: Dinas
pack: pemda
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  head: {id: kadis, title: Kepala Dinas, class: 15, need: 1, filled: 1}
  units:
    - id: bid
      name: Bidang Rehabilitasi
      kind: bidang
      positions:
        - {id: p1, title: Pekerja Sosial, category: fungsional, class: 9, need: 5, filled: 2}
        - {id: p2, title: Analis, class: 7, need: 1, filled: {pns: 2, pppk: 1}, duties: [{id: d1, text: analisis}]}
        - {id: p3, title: Pengemudi, class: 3, filled: 1}
    - {id: sek, name: Seksi Data, kind: seksi}
"""


@pytest.fixture
def structure():
    return load_text(TEXT).structure


def post(structure, id):
    return posts.posts_by_id(structure)[id][1]


def after(structure, operations):
    applied = apply_all(structure, operations)
    assert not applied.refused, applied.findings
    return applied.structure


def test_units_head_their_posts_and_empty_units_are_there_to_be_filled(structure):
    assert posts.rows(structure, PostChoice()) == [
        ("unit", "dinas"),
        ("position", "kadis"),
        ("unit", "bid"),
        ("position", "p1"),
        ("position", "p2"),
        ("position", "p3"),
        ("unit", "sek"),
    ]


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (PostChoice(only="short"), ["p1"]),
        (PostChoice(only="surplus"), ["p2"]),
        (PostChoice(only="unknown"), ["p3"]),
        (PostChoice(only="found"), ["p2"]),
        (PostChoice(words="pekerja"), ["p1"]),
        (PostChoice(words="rehabilitasi"), ["p1", "p2", "p3"]),
        (PostChoice(branch="sek"), []),
        (PostChoice(branch="gone", only="short"), ["p1"]),
    ],
)
def test_only_what_is_asked_for_is_shown(structure, choice, shown):
    lines = posts.rows(structure, choice, {"p2"})
    assert [id for entity, id in lines if entity == "position"] == shown


@pytest.mark.parametrize(
    ("order", "down", "shown"),
    [
        ("class", False, ["p3", "p2", "p1", "kadis"]),
        ("class", True, ["kadis", "p1", "p2", "p3"]),
        ("difference", False, ["p1", "kadis", "p2", "p3"]),
        ("title", False, ["p2", "kadis", "p1", "p3"]),
    ],
)
def test_a_sorted_table_has_no_units_and_what_says_nothing_comes_last(structure, order, down, shown):
    lines = posts.rows(structure, PostChoice(order=order, down=down))
    assert lines == [("position", id) for id in shown]


def test_a_surplus_never_hides_a_shortage(structure):
    total = posts.sums(each for _unit, each in structure.positions())
    assert total == Posts(need=7, filled=6, short=3, surplus=2, unknown=1)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("need", "7", 7),
        ("need", "", None),
        ("class", "11", 11),
        ("filled", "10 + 2", Filled(pns=10, pppk=2)),
        ("filled", "3", 3),
        ("title", " Pekerja Sosial Ahli ", "Pekerja Sosial Ahli"),
        ("grade", "Ahli Muda", "Ahli Muda"),
    ],
)
def test_what_is_typed_into_a_cell_becomes_the_value(structure, field, text, value):
    made = post(after(structure, posts.set_cell(post(structure, "p1"), field, text)), "p1")
    assert getattr(made, "job_class" if field == "class" else field) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [("need", "many"), ("need", "-1"), ("class", "18"), ("class", "0"), ("filled", "1+"), ("title", " ")],
)
def test_what_cannot_stand_in_a_cell_is_said_and_changes_nothing(structure, field, text):
    assert posts.trouble(field, text) is not None
    assert posts.set_cell(post(structure, "p1"), field, text) == ()


def test_a_split_of_incumbents_reads_as_it_is_typed(structure):
    assert posts.typed(post(structure, "p2"), "filled") == "2+1"
    assert posts.set_cell(post(structure, "p2"), "filled", "2+1") == ()


@given(st.sampled_from(["kadis", "p1", "p2", "p3"]), st.sampled_from(["title", "class", "need", "filled"]))
def test_typing_what_stands_there_is_no_change(id, field):
    here = post(load_text(TEXT).structure, id)
    assert posts.set_cell(here, field, posts.typed(here, field)) == ()


def test_a_copy_has_new_ids_and_no_incumbents(structure):
    made = after(structure, posts.copy_posts(Document(structure), ["p2", "p2"], "sek"))
    copies = made.units["sek"].positions
    assert [each.title for each in copies] == ["Analis", "Analis"]
    assert {each.filled for each in copies} == {None}
    assert len({each.id for each in copies} | {"p2"}) == 3
    assert len({each.duties[0].id for each in copies} | {"d1"}) == 3


def test_posts_move_with_their_duties_and_those_that_are_there_stay(structure):
    made = after(structure, posts.move_posts(structure, ["p2", "kadis"], "sek"))
    assert [each.id for each in made.units["sek"].positions] == ["p2", "kadis"]
    assert made.units["sek"].positions[0].duties[0].id == "d1"
    assert made.units["dinas"].head is None
    assert posts.move_posts(made, ["p2"], "sek") == ()


def test_a_table_for_a_spreadsheet_holds_no_formula(structure):
    bid = structure.units["bid"]
    evil = replace(bid.positions[0], title='=HYPERLINK("x")\tB')
    units = {**structure.units, "bid": replace(bid, positions=(evil,))}
    text = posts.as_text(
        replace(structure, units=units),
        [("unit", "bid"), ("position", "p1")],
        "Unit",
        {"title": "T", "difference": "±"},
    )
    assert text == 'Unit\tT\t±\nBidang Rehabilitasi\t\'=HYPERLINK("x") B\t-3\n'


def test_the_need_by_the_workload_is_that_of_the_rules(workspace):
    from sotk.session.opening import open_desk

    desk = open_desk(workspace / "eksisting.yaml")
    found = {
        id: posts.computed(each, desk.pack)
        for id, (_unit, each) in posts.posts_by_id(desk.document.structure).items()
        if each.workload
    }
    assert found
    assert posts.computed(post(desk.document.structure, next(iter(found))), None) is None
