"""Which facts a difference tells, and that it tells nothing else."""

import pytest

from sotk.compare import diff, diff_guessed
from sotk.scenario import apply_all
from tests.operation import operation_of
from tests.scenario.test_operations import BASE


def after(*raws):
    applied = apply_all(BASE, [operation_of(raw) for raw in raws])
    assert not applied.refused, applied.findings
    return applied.structure


def told(*raws):
    return [(fact.change, fact.id) for fact in diff(BASE, after(*raws)).facts]


MOVE = {"op": "move_unit", "unit": "a", "under": "b"}


def test_a_moved_branch_is_one_fact():
    assert told(MOVE) == [("unit_moved", "a")]


def test_moved_and_renamed_are_two_facts_of_one_unit():
    rename = {"op": "set", "entity": "unit", "id": "a", "field": "name", "value": "Seksi Alpha"}
    assert told(MOVE, rename) == [("unit_moved", "a"), ("unit_renamed", "a")]


def test_a_merge_is_one_fact_with_all_that_goes_along():
    merge = {"op": "merge_units", "units": ["a", "c"], "into": {"id": "ac", "name": "AC", "kind": "seksi"}}
    found = diff(BASE, after(merge))
    assert found.summary() == {"units_merged": 1}
    assert (found.facts[0].before, found.facts[0].after) == (("a", "c"), ("ac",))


def test_a_split_is_one_fact_with_all_that_goes_along():
    parts = [
        {"unit": {"id": "p", "name": "P", "kind": "seksi"}, "duties": ["t"]},
        {"unit": {"id": "q", "name": "Q", "kind": "seksi"}, "duties": ["u"]},
    ]
    found = diff(BASE, after({"op": "split_unit", "unit": "a", "into": parts}))
    assert found.summary() == {"unit_split": 1}
    assert found.facts[0].after == ("p", "q")


def test_a_duty_given_to_another_unit_is_transferred_not_removed_and_added():
    found = diff(BASE, after({"op": "transfer_duty", "duty": "t", "to": "c"}))
    assert found.summary() == {"duty_transferred": 2}
    assert (found.facts[0].before, found.facts[0].after) == ("a", "c")


@pytest.mark.parametrize(
    ("raw", "fact"),
    [
        ({"op": "set", "entity": "structure", "field": "name", "value": "X"}, ("structure_changed", "dinas")),
        ({"op": "add_unit", "under": "c", "unit": {"id": "n", "name": "N", "kind": "s"}}, ("unit_added", "n")),
        ({"op": "remove_unit", "unit": "a1"}, ("unit_removed", "a1")),
        ({"op": "move_unit", "unit": "c", "under": "dinas", "before": "a"}, ("unit_reordered", "c")),
        ({"op": "set", "entity": "unit", "id": "c", "field": "class", "value": "A"}, ("unit_changed", "c")),
        ({"op": "set", "entity": "position", "id": "analis", "field": "title", "value": "X"}, ("position_renamed", "analis")),
        ({"op": "move", "entity": "position", "id": "analis", "to": "c"}, ("position_moved", "analis")),
        ({"op": "move", "entity": "duty", "id": "d", "to": "b"}, ("duty_moved", "d")),
        ({"op": "remove", "entity": "duty", "id": "u"}, ("duty_removed", "u")),
        ({"op": "set", "entity": "duty", "id": "u", "field": "code", "value": "1.06"}, ("duty_changed", "u")),
        ({"op": "set", "entity": "objective", "id": "o1", "field": "parent", "value": None}, ("objective_moved", "o1")),
        ({"op": "move", "entity": "objective", "id": "o1", "before": "o"}, ("objective_reordered", "o1")),
        ({"op": "set", "entity": "indicator", "id": "i", "field": "lead", "value": "b"}, ("indicator_changed", "i")),
        ({"op": "remove", "entity": "line", "id": "a>b:koordinasi"}, ("line_removed", "a>b:koordinasi")),
        ({"op": "set", "entity": "team", "id": "tim", "field": "name", "value": "X"}, ("team_renamed", "tim")),
        ({"op": "remove", "entity": "waiver", "id": "w"}, ("waiver_removed", "w")),
    ],
)  # fmt: skip
def test_each_change_is_the_fact_of_its_name(raw, fact):
    assert told(raw) == [fact]


def test_units_with_other_ids_are_paired_by_guess_and_marked():
    from sotk.compare.rekey import rekeyed

    moved = after(MOVE)
    strange = rekeyed(moved, {("unit", id): f"x-{id}" for id in moved.units})
    found = diff_guessed(BASE, strange).diff
    assert [(fact.change, fact.id) for fact in found.facts] == [("unit_moved", "a")]
    assert found.facts[0].score is not None
