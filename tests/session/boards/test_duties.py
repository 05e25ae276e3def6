"""The board of duties, without a screen: overlaps, transfers, merges, what nobody carries any more."""

import pytest

from sotk.files import load_text
from sotk.model import Remove
from sotk.scenario import apply_all
from sotk.session.boards import duties
from sotk.session.boards.duties import NOBODY, DutyChoice

TEXT = """
sotk: 1
structure: dinas
name: Dinas
pack: pemda
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: a, level: tugas, text: perlindungan sosial korban bencana alam}]
  units:
    - id: satu
      name: Bidang Satu
      kind: bidang
      duties:
        - {id: t, level: tugas, text: menyelenggarakan rehabilitasi}
        - {id: b, parent: t, text: Penyaluran bantuan sosial bagi lanjut usia terlantar, code: 1.06.04}
        - {id: c, parent: b, level: uraian, text: Pendataan calon penerima}
    - id: dua
      name: Bidang Dua
      kind: bidang
      duties: [{id: d, text: menyalurkan bansos untuk lansia telantar}, {id: e, text: perlindungan sosial korban bencana alam}]
    - {id: tiga, name: Bidang Tiga, kind: bidang}
"""


@pytest.fixture
def structure():
    return load_text(TEXT).structure


@pytest.fixture
def shared(structure):
    return duties.sharing(structure)


def after(structure, operations):
    applied = apply_all(structure, operations)
    assert not applied.refused, applied.findings
    return applied.structure


def carried(structure, unit):
    return [duty.id for duty in structure.units[unit].duties]


def ids(lines):
    return [id for entity, id in lines if entity in ("duty", "lost")]


def test_an_overlap_is_seen_from_both_sides_with_its_reasons(shared):
    (seen,), (other,) = shared["b"], shared["d"]
    assert (seen.duty, seen.unit, other.duty, other.unit) == ("d", "dua", "b", "satu")
    assert seen.score == other.score > 0.9
    assert not seen.delegation
    assert seen.reasons


def test_what_a_unit_hands_down_is_delegation_and_no_overlap(shared):
    assert [each.delegation for each in shared["e"]] == [True]


@pytest.mark.parametrize(
    ("choice", "shown"),
    [
        (DutyChoice(), ["a", "t", "b", "c", "d", "e"]),
        (DutyChoice(only="overlapping"), ["b", "d"]),
        (DutyChoice(only="delegated"), ["a", "e"]),
        (DutyChoice(only="unassigned"), []),
        (DutyChoice(only="found"), ["c"]),
        (DutyChoice(words="1.06.04"), ["b"]),
        (DutyChoice(words="bidang dua"), ["d", "e"]),
    ],
)
def test_only_what_is_asked_for_is_shown(structure, shared, choice, shown):
    assert ids(duties.rows(structure, None, choice, shared, {"c"})) == shown


def test_a_unit_without_duties_is_shown_to_be_given_some(structure):
    assert duties.rows(structure, None, DutyChoice(only="unassigned"), {}) == [("unit", "tiga")]
    assert ("unit", "tiga") in duties.rows(structure, None, DutyChoice(), {})


def test_duties_go_to_a_unit_in_order_and_take_those_below_along_once(structure):
    operations = duties.transfer(structure, ["t", "b", "c", "d"], "tiga")
    assert [operation.duty for operation in operations] == ["t", "d"]
    assert carried(after(structure, operations), "tiga") == ["t", "b", "c", "d"]
    assert duties.transfer(structure, ["d"], "dua") == ()


def test_of_several_duties_that_say_the_same_one_stays(structure):
    made = after(structure, duties.merge(structure, "d", ["b", "d"]))
    assert carried(made, "satu") == ["t", "c"]
    assert made.units["satu"].duties[1].parent == "d"


def test_a_duty_merged_with_the_one_above_it_takes_its_place(structure):
    made = after(structure, duties.merge(structure, "c", ["b", "t"]))
    assert carried(made, "satu") == ["c"]
    assert made.units["satu"].duties[0].parent is None
    middle = after(structure, duties.merge(structure, "c", ["t"]))
    assert [(each.id, each.parent) for each in middle.units["satu"].duties] == [("b", None), ("c", "b")]


def test_one_duty_is_no_merge(structure):
    assert duties.merge(structure, "d", ["d", "gone"]) == ()


def test_duties_below_others_are_removed_first(structure):
    made = after(structure, duties.removal(structure, ["t", "b", "c"]))
    assert carried(made, "satu") == []


def test_what_nobody_carries_any_more_is_shown_and_can_be_given_back(structure):
    made = after(structure, [Remove(entity="duty", id="c"), Remove(entity="duty", id="b")])
    lines = duties.rows(made, structure, DutyChoice(only="unassigned"), {})
    assert lines[:3] == [NOBODY, ("lost", "b"), ("lost", "c")]
    back = after(made, duties.assign(made, structure, ["b", "c"], "tiga"))
    assert [(each.id, each.parent) for each in back.units["tiga"].duties] == [("b", "t"), ("c", "b")]
    assert duties.lost(back, structure) == {}


def test_an_accepted_overlap_names_its_waiver(structure):
    waiver = {"id": "w", "rule": "FUN004", "entity": "duty", "subject": "d", "reason": "disepakati FGD"}
    from sotk.model import Add

    made = after(structure, [Add(entity="waiver", value=waiver)])
    assert duties.acceptance(made, "b", "d").reason == "disepakati FGD"
    assert duties.acceptance(made, "t", "e") is None
