"""Laws that hold for every operation on every structure."""

from copy import deepcopy
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.model import Scenario
from sotk.scenario import apply, replay
from sotk.scenario.owners import held, owners_of
from tests.strategies import histories, operations, shuffled, structures
from tests.valid import problems


@given(structures())
def test_generated_structures_are_valid(structure):
    assert problems(structure) == []


@given(st.data(), structures())
@settings(max_examples=300)
def test_an_operation_leaves_a_valid_structure_and_its_input_untouched(data, structure):
    operation = data.draw(operations(structure))
    before = deepcopy(structure)
    applied = apply(structure, operation)
    assert structure == before
    assert problems(applied.structure) == []
    if applied.refused:
        assert applied.structure is structure
        assert applied.findings[0].code.startswith("OPR")


@given(histories())
@settings(max_examples=300)
def test_a_replay_is_the_operations_it_did_not_skip_one_by_one(history):
    base, operations, _result = history
    replayed = replay(base, Scenario(id="s", name=base.name, base="x", operations=operations))
    at = base
    for number, operation in enumerate(operations, start=1):
        applied = apply(at, operation)
        if number in replayed.skipped:
            depends = any(
                each.code == "OPR015" and each.subject.id == str(number) for each in replayed.findings
            )
            assert applied.refused or depends
        else:
            assert not applied.refused
            at = applied.structure
    assert replace(replayed.structure, header=at.header) == at
    assert replayed.partial == bool(replayed.skipped)


@given(histories())
def test_a_replay_is_deterministic_whatever_the_order_of_keys(history):
    base, operations, _result = history
    scenario = Scenario(id="s", name="S", base="x", operations=operations)
    once, again = replay(base, scenario), replay(shuffled(base), scenario)
    assert once == again


@given(histories())
def test_a_table_of_owners_followed_from_state_to_state_is_that_made_anew(history):
    base, operations, _result = history
    states = [base]
    for operation in operations:
        states.append(apply(states[-1], operation).structure)
    for structure in (*states, *reversed(states)):
        anew = {entry: owner for unit in structure.units.values() for entry, owner in held(unit)}
        assert owners_of(structure.units) == anew
