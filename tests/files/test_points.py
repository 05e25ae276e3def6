"""Points of a discussion in the file of a proposal: read, written back, comments kept, ids given late."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sotk.files import dump, load_text, plain, revised_scenario
from sotk.model import MoveUnit, Point, Scenario
from tests.files.test_round_trip import commented

TEXT = """sotk: 1
scenario: s
name: Usulan
base: eksisting.yaml
operations:
  # shelter
  - {op: move_unit, unit: a, under: b, status: disepakati, date: 2020-03-12}
points:
  # dari Bappeda
  - {text: Anggaran belum ada, status: ditunda, proposed_by: Bappeda} # lisan
  - id: hukum
    text: Kewenangan kabupaten/kota
    unit: a
    decision: Biro Hukum mengkaji
"""

words = st.sampled_from(["Anggaran", "no", "012", "1:30", "a: b", "# x", "kewenangan kab/kota"])
points = st.builds(
    Point,
    id=st.sampled_from(["p1", "p2", "p3", "p4"]),
    text=words,
    unit=st.none() | st.sampled_from(["a", "b"]),
    decision=st.none() | words,
    why=st.none() | words,
    proposed_by=st.none() | words,
    status=st.sampled_from(["usul", "disepakati", "ditunda", "ditolak"]),
    date=st.none() | st.dates(date(2016, 1, 1), date(2030, 1, 1)),
    note=st.none() | words,
)
lists = st.lists(points, max_size=4, unique_by=lambda point: point.id).map(tuple)
MOVE = MoveUnit(unit="a", under="b", date=date(2020, 3, 12))


def scenario(listed):
    return Scenario(id="s", name="Usulan", base="eksisting.yaml", operations=(MOVE,), points=listed)


@given(lists)
def test_points_read_back_the_same(listed):
    loaded = load_text(dump(scenario(listed)))
    assert not loaded.findings
    assert loaded.scenario == scenario(listed)


@given(lists, lists)
def test_after_any_edit_of_points_the_file_gives_them(before, after):
    text = commented(dump(scenario(before)))
    again = revised_scenario(load_text(text), scenario(after))
    assert again is not None
    assert load_text(again).scenario == scenario(after)


@given(lists)
def test_a_save_that_changes_no_point_is_byte_identical(listed):
    text = commented(dump(scenario(listed)))
    loaded = load_text(text)
    assert revised_scenario(loaded, loaded.scenario) == text


def test_a_decision_on_one_point_changes_its_line_only():
    loaded = load_text(TEXT)
    first, second = loaded.scenario.points
    decided = replace(loaded.scenario, points=(replace(first, status="ditolak"), second))
    assert revised_scenario(loaded, decided) == TEXT.replace("status: ditunda", "status: ditolak")


def test_comments_travel_with_a_point_and_stay_where_one_was_taken_out():
    loaded = load_text(TEXT)
    first, second = loaded.scenario.points
    turned = revised_scenario(loaded, replace(loaded.scenario, points=(second, first)))
    assert turned.index("id: hukum") < turned.index("# dari Bappeda") < turned.index("# lisan")
    gone = revised_scenario(loaded, replace(loaded.scenario, points=(second,)))
    assert "# dari Bappeda" in gone
    assert "Anggaran" not in gone


def test_a_point_without_an_id_gets_one_when_its_text_changes_and_by_formatting():
    loaded = load_text(TEXT)
    first, second = loaded.scenario.points
    assert first.id == "anggaran-belum-ada"
    renamed = replace(loaded.scenario, points=(replace(first, text="Anggaran shelter"), second))
    again = load_text(revised_scenario(loaded, renamed)).scenario
    assert (again.points[0].id, again.points[0].text) == ("anggaran-belum-ada", "Anggaran shelter")
    assert "id: anggaran-belum-ada" in revised_scenario(loaded, loaded.scenario, give_ids=True)


def test_points_that_cannot_be_used_are_found_and_the_rest_is_kept():
    text = TEXT.replace("id: hukum", "id: anggaran").replace("- {text: Ang", "- {id: anggaran, text: Ang")
    loaded = load_text(text + "  - Tanpa kunci\n  - {id: x, teks: salah}\n")
    assert [point.id for point in loaded.scenario.points] == ["anggaran"]
    assert len(loaded.findings) >= 3
    assert plain(loaded.scenario.points[0])["proposed_by"] == "Bappeda"
