"""Laws of the exact difference, over generated structures and histories."""

from hypothesis import given, settings

from sotk.compare import diff, diff_guessed, operations
from sotk.scenario import apply_all
from tests.strategies import histories, shuffled, structures


@given(structures())
def test_nothing_changed_between_a_structure_and_itself(structure):
    assert diff(structure, structure).facts == ()
    assert diff(structure, shuffled(structure)).facts == ()
    assert operations(diff(structure, shuffled(structure))) == ()


@given(structures(), structures())
@settings(max_examples=500)
def test_the_operations_of_a_diff_make_any_structure_of_any_other(before, after):
    applied = apply_all(before, operations(diff(before, after)))
    assert [each for each in applied.findings if each.severity == "error"] == []
    assert applied.structure == after


@given(histories())
@settings(max_examples=500)
def test_the_operations_of_a_diff_repeat_a_history(history):
    before, _operations, after = history
    found = diff(before, after)
    assert apply_all(before, operations(found)).structure == after
    assert bool(found) == (before != after)
    assert diff(before, shuffled(after)).facts == found.facts


@given(structures(), structures())
def test_the_operations_of_a_guessed_diff_make_the_second_structure_under_ids_of_the_first(before, after):
    found = diff_guessed(before, after).diff
    assert apply_all(before, operations(found)).structure == found.after
    assert len(found.after.units) == len(after.units)
