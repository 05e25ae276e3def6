"""Merging two proposals: laws over generated ones, and each kind of conflict by example."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.compare import KINDS, merge, merge_scenarios, rebase
from sotk.files import dump, load_text
from sotk.model import (
    Add,
    AddUnit,
    MoveUnit,
    Point,
    Remove,
    RemoveUnit,
    Scenario,
    Set,
    TransferDuty,
)
from sotk.scenario import apply_all, replay
from tests.strategies import Chance, operation, structures
from tests.valid import problems

BASE = load_text("""
sotk: 1
structure: dinas
name: Dinas Sosial
root:
  id: dinas
  name: Dinas Sosial
  kind: dinas
  duties: [{id: t1, text: pembinaan}]
  units:
    - {id: a, name: Bidang A, kind: bidang, units: [{id: a1, name: Seksi A1, kind: seksi}]}
    - {id: b, name: Bidang B, kind: bidang}
    - {id: c, name: Bidang C, kind: bidang}
""").structure


def made(*operations):
    applied = apply_all(BASE, operations)
    assert not applied.refused, applied.findings
    return applied.structure


def name(unit, value):
    return Set(entity="unit", id=unit, field="name", value=value)


def unit(id, under="dinas", **place):
    return AddUnit(under=under, unit={"id": id, "name": id.upper(), "kind": "seksi"}, **place)


def test_changes_of_different_things_are_all_taken():
    ours = made(name("a", "Bidang Alpha"), MoveUnit(unit="a1", under="b"))
    theirs = made(name("b", "Bidang Beta"), TransferDuty(duty="t1", to="c"))
    merged = merge(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.structure.units["a"].name == "Bidang Alpha"
    assert merged.structure.units["b"].name == "Bidang Beta"
    assert merged.structure.units["a1"].parent == "b"
    assert merged.structure.units["c"].duties[0].id == "t1"


CASES = {
    "same-field": ([name("a", "Satu")], [name("a", "Dua")]),
    "two-moves": ([MoveUnit(unit="a1", under="b")], [MoveUnit(unit="a1", under="c")]),
    "cycle": ([MoveUnit(unit="b", under="c")], [MoveUnit(unit="c", under="b")]),
    "into-removed": ([RemoveUnit(unit="b")], [MoveUnit(unit="a1", under="b")]),
    "names-removed": ([RemoveUnit(unit="b")], [Add(entity="line", value={"from": "a", "to": "b"})]),
    "removed-changed": ([RemoveUnit(unit="a1")], [name("a1", "Seksi Data")]),
    "added-twice": ([unit("x", "a")], [unit("x", "b")]),
    "order": ([unit("x")], [unit("y")]),
}


def test_every_kind_of_conflict_has_an_example():
    assert set(CASES) == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_what_cannot_be_decided_is_a_conflict_with_all_three_values(kind):
    ours, theirs = (made(*operations) for operations in CASES[kind])
    merged = merge(BASE, ours, theirs)
    assert kind in {conflict.kind for conflict in merged.conflicts}
    assert merged.structure.conflicts == merged.conflicts
    assert problems(merged.structure) == []
    assert any(conflict.ours is not None or conflict.theirs is not None for conflict in merged.conflicts)


def test_a_field_in_conflict_keeps_the_value_of_the_base_until_it_is_decided():
    merged = merge(BASE, made(name("a", "Satu")), made(name("a", "Dua")))
    assert merged.structure.units["a"].name == "Bidang A"
    conflict = merged.conflicts[0]
    assert (conflict.base, conflict.ours, conflict.theirs) == ("Bidang A", "Satu", "Dua")


def test_what_one_side_moved_into_a_unit_the_other_removed_is_kept_with_that_unit():
    merged = merge(BASE, made(RemoveUnit(unit="b")), made(MoveUnit(unit="a1", under="b")))
    assert merged.structure.units["a1"].parent == "b"


def test_a_position_that_one_side_seats_as_head_is_not_lost_where_the_other_removes_it():
    analyst = Add(entity="position", to="a", value={"id": "analis", "title": "Analis"})
    base = apply_all(BASE, [analyst]).structure
    ours = apply_all(base, [Set(entity="unit", id="a", field="head", value="analis")]).structure
    theirs = apply_all(base, [Remove(entity="position", id="analis")]).structure
    merged = merge(base, ours, theirs)
    assert merged.structure.units["a"].head.id == "analis"
    assert [conflict.kind for conflict in merged.conflicts] == ["names-removed"]


@st.composite
def versions(draw):
    """A structure and two histories of it."""
    base = draw(structures())
    chance = Chance(draw(st.integers(0, 2**32)))
    sides = []
    for _side in range(2):
        at = base
        for _ in range(chance.count(5)):
            at = apply_all(at, [operation(chance, at)]).structure
        sides.append(at)
    return base, *sides


def copied(structure):
    return replace(structure, units=dict(structure.units))


@given(versions())
@settings(max_examples=300)
def test_a_side_that_changed_nothing_adds_nothing(sides):
    base, ours, _theirs = sides
    for merged in (
        merge(base, ours, copied(base)),
        merge(base, copied(base), ours),
        merge(base, ours, copied(ours)),
    ):
        assert merged.conflicts == ()
        assert merged.structure == ours


@given(versions())
@settings(max_examples=300)
def test_a_merge_is_a_valid_structure_and_conflicts_do_not_depend_on_the_side(sides):
    base, ours, theirs = sides
    merged, other = merge(base, ours, theirs), merge(base, theirs, ours)
    assert problems(merged.structure) == []
    assert bool(merged.conflicts) == bool(other.conflicts)
    if not merged.conflicts:
        assert merged.structure == other.structure


@given(versions())
@settings(max_examples=300)
def test_a_merge_is_read_back_from_its_file_with_its_conflicts(sides):
    merged = merge(*sides).structure
    assert load_text(dump(merged)).structure == merged


def entities(structure):
    """Every entity without what it holds, by type and id."""
    found = {
        ("unit", id): replace(unit, head=None, positions=(), duties=())
        for id, unit in structure.units.items()
    }
    found |= {("position", each.id): replace(each, duties=()) for _unit, each in structure.positions()}
    found |= {("duty", each.id): each for _unit, each in structure.duties()}
    for name in ("objectives", "indicators", "lines", "teams", "waivers", "conflicts"):
        found |= {(name, each.id): each for each in getattr(structure, name)}
    return found


@given(versions())
@settings(max_examples=300)
def test_nothing_is_dropped_unless_a_side_removed_it_and_the_other_left_it_as_it_was(sides):
    base, ours, theirs = map(entities, sides)
    merged = entities(merge(*sides).structure)
    for side, other in ((ours, theirs), (theirs, ours)):
        for key, value in side.items():
            if key not in base or key in other or value != base[key]:
                assert key in merged


def scenario(*operations, **fields):
    return Scenario(id="s", name="Usulan", base="eksisting.yaml", operations=operations, **fields)


def test_decisions_of_two_versions_of_a_scenario_are_merged():
    move = MoveUnit(unit="a1", under="b")
    base = scenario(move)
    ours = scenario(replace(move, status="disepakati"))
    theirs = scenario(replace(move, why="beban kerja"), name("c", "Bidang Data"))
    merged = merge_scenarios(BASE, base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.scenario.operations[0] == replace(move, status="disepakati", why="beban kerja")
    assert len(merged.scenario.operations) == 2


def test_two_decisions_on_one_operation_are_a_conflict():
    move = MoveUnit(unit="a1", under="b")
    sides = [scenario(replace(move, status=status)) for status in ("usul", "disepakati", "ditolak")]
    merged = merge_scenarios(BASE, *sides)
    assert (merged.conflicts[0].kind, merged.conflicts[0].field) == ("same-field", "status")


def test_points_of_two_versions_are_merged_field_by_field():
    point, other = Point(id="a", text="Anggaran"), Point(id="b", text="Kewenangan")
    base = scenario(points=(point,))
    ours = scenario(points=(replace(point, status="ditunda"), other))
    theirs = scenario(points=(replace(point, note="besok"),))
    merged = merge_scenarios(BASE, base, ours, theirs)
    assert merged.conflicts == ()
    assert merged.scenario.points == (replace(point, status="ditunda", note="besok"), other)
    assert merge_scenarios(BASE, base, ours, base).scenario.points == ours.points
    assert merge_scenarios(BASE, base, scenario(), base).scenario.points == ()


def test_a_point_that_two_versions_contradict_each_other_in_is_a_conflict_and_stays():
    point = Point(id="a", text="Anggaran")
    changed = replace(point, text="Anggaran shelter")
    removed = merge_scenarios(BASE, scenario(points=(point,)), scenario(), scenario(points=(changed,)))
    assert removed.scenario.points == (changed,)
    twice = merge_scenarios(BASE, scenario(), scenario(points=(point,)), scenario(points=(changed,)))
    kinds = [each.conflicts[0].kind for each in (removed, twice)]
    assert kinds == ["removed-changed", "added-twice"]
    assert twice.conflicts[0].theirs["text"] == "Anggaran shelter"


def test_operations_of_two_versions_that_contradict_each_other_are_a_conflict():
    merged = merge_scenarios(
        BASE, scenario(), scenario(MoveUnit(unit="a1", under="b")), scenario(MoveUnit(unit="a1", under="c"))
    )
    assert "two-moves" in {each.kind for each in merged.conflicts}
    assert merged.scenario.conflicts == merged.conflicts


def test_a_proposal_follows_its_base_and_keeps_its_decisions():
    proposal = scenario(replace(MoveUnit(unit="a1", under="b"), why="beban kerja", status="disepakati"))
    new_base = made(name("b", "Bidang Beta"))
    rebased = rebase(proposal, new_base, BASE)
    assert rebased.scenario.operations == proposal.operations
    assert rebased.conflicts == ()
    assert rebased.structure.units["b"].name == "Bidang Beta"
    assert replay(new_base, rebased.scenario).structure == rebased.structure


def test_a_rebase_shows_what_was_changed_on_both_sides():
    rebased = rebase(scenario(name("a", "Satu")), made(name("a", "Dua")), BASE)
    assert [each.kind for each in rebased.conflicts] == ["same-field"]
    assert rebased.scenario.conflicts == rebased.conflicts


def test_a_rebase_without_the_old_base_says_that_it_saw_two_sides_only():
    rebased = rebase(scenario(name("a", "Satu")), made(name("a", "Dua")))
    assert rebased.two_way
    assert rebased.structure.units["a"].name == "Satu"


@given(versions())
def test_a_rebased_scenario_replays_to_what_was_merged(sides):
    base, ours, theirs = sides
    from sotk.compare import diff, operations

    proposal = scenario(*operations(diff(base, theirs)))
    rebased = rebase(proposal, ours, base)
    assert (
        replace(replay(ours, rebased.scenario).structure, header=rebased.structure.header)
        == rebased.structure
    )
