"""Taking changes of another proposal over: with what they need, as one step, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.files import load
from sotk.model import AddUnit, MoveUnit, Remove, RemoveUnit, Scenario, Set
from sotk.scenario import replay
from sotk.session import Session
from sotk.session.document import Document, amended
from sotk.session.edits import read_edit, written
from sotk.session.opening import open_desk
from sotk.session.session import branch
from sotk.session.taking import had, needs, takeable, taking
from tests.strategies import histories
from tests.valid import problems

STATUSES = ("usul", "usul", "disepakati", "ditunda", "ditolak")


def _proposal(base, *operations, name="B"):
    scenario = Scenario(id=name.lower(), name=name, base="basis.yaml", operations=operations)
    return Document.proposal(base, scenario)


@pytest.fixture
def base(workspace):
    return load(workspace / "eksisting.yaml").structure


@pytest.fixture
def shelter(base):
    """A new unit, a unit moved into it, the name of that, and something that stands alone."""
    return _proposal(
        base,
        AddUnit(under="dinsos", unit={"id": "uks", "name": "UPTD UKS", "kind": "uptd"}, why="Kasus viral"),
        MoveUnit(unit="satpel-persinggahan", under="uks", proposed_by="UPTD PPKS", status="disepakati"),
        Set(entity="unit", id="uks", field="site", value="Cimahi"),
        Set(entity="unit", id="bid-pfm", field="name", value="Bidang PFM"),
        Set(entity="indicator", id="ik-darurat", field="lead", value="uks"),
        MoveUnit(unit="satpel-pusdalops", under="uks", status="ditunda"),
    )


@st.composite
def decided(draw):
    """A base and a proposal on it in which some changes are postponed or rejected."""
    base, operations, _result = draw(histories())
    statuses = draw(st.lists(st.sampled_from(STATUSES), min_size=len(operations), max_size=len(operations)))
    said = [
        replace(operation, status=status, why=f"alasan {at}", proposed_by="Sekretariat")
        for at, (operation, status) in enumerate(zip(operations, statuses, strict=True))
    ]
    return base, _proposal(base, *said)


@given(decided())
@settings(max_examples=200)
def test_an_empty_proposal_that_takes_all_is_the_other_one(made):
    base, other = made
    empty = _proposal(base, name="A")
    plan = taking(empty, other, takeable(empty, other))
    able = [each for at, each in enumerate(other.scenario.operations, 1) if at not in other.skipped]
    if plan is None:
        assert able == []
        return
    assert not plan.trial.refused
    assert plan.conflicts == ()
    assert list(plan.trial.document.scenario.operations) == able
    assert plan.trial.document.structure == other.structure


@given(decided(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_changes_taken_one_by_one_in_any_order_make_the_other_proposal(made, random):
    base, other = made
    own = _proposal(base, name="A")
    while left := takeable(own, other):
        number = random.choice(left)
        plan = taking(own, other, [number])
        assert not plan.trial.refused
        assert set(plan.needed) <= set(needs(other, number))
        own = plan.trial.document
        assert own.skipped == ()
    assert own.structure == other.structure


@given(decided(), decided(), st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_what_is_taken_comes_whole_or_not_at_all(made, foreign, random):
    """Even from a proposal on quite another structure."""
    _base, own = made
    _other_base, other = foreign
    left = takeable(own, other)
    if not left:
        return
    plan = taking(own, other, [random.choice(left)])
    if plan.trial.refused:
        assert plan.trial.document is own
        assert plan.trial.findings
        return
    now = plan.trial.document
    assert problems(now.structure) == []
    assert len(now.skipped) <= len(own.skipped)
    came = [other.scenario.operations[number - 1] for number in plan.numbers]
    assert all(each in now.scenario.operations for each in came)
    assert [each for each in now.scenario.operations if each not in came] == [
        each for each in own.scenario.operations if each not in came
    ]
    assert now.structure == replay(own.base, now.scenario).structure


@given(decided())
@settings(max_examples=200)
def test_what_a_change_needs_suffices_and_nothing_of_it_can_be_left_out(made):
    base, other = made

    def stands(chosen):
        operations = tuple(
            each if at in chosen else replace(each, status="ditunda")
            for at, each in enumerate(other.scenario.operations, 1)
        )
        return not replay(base, replace(other.scenario, operations=operations)).skipped

    for number, operation in enumerate(other.scenario.operations, 1):
        if number in other.skipped or operation.status not in ("usul", "disepakati"):
            assert needs(other, number) == ()
            continue
        needed = set(needs(other, number))
        assert stands({*needed, number})


def test_a_change_says_what_it_needs(shelter):
    assert [needs(shelter, number) for number in range(1, 7)] == [(), (1,), (1,), (), (1,), ()]


def test_a_change_that_stands_alone_comes_alone(base, shelter):
    plan = taking(_proposal(base, name="A"), shelter, [4])
    assert (plan.numbers, plan.needed, plan.conflicts) == ((4,), (), ())
    assert plan.trial.document.structure.units["bid-pfm"].name == "Bidang PFM"
    assert "uks" not in plan.trial.document.structure.units


def test_what_a_change_needs_comes_along_with_reasons_and_decisions(base, shelter):
    plan = taking(_proposal(base, name="A"), shelter, [2])
    assert (plan.numbers, plan.needed) == ((1, 2), (1,))
    came = plan.trial.document.scenario.operations
    assert [(each.why, each.proposed_by, each.status) for each in came] == [
        ("Kasus viral", None, "usul"),
        (None, "UPTD PPKS", "disepakati"),
    ]


def test_what_is_there_already_does_not_come_twice(base, shelter):
    first = taking(_proposal(base, name="A"), shelter, [1]).trial.document
    assert had(first, shelter) == {1}
    plan = taking(first, shelter, [2])
    assert (plan.numbers, plan.needed) == ((2,), ())
    assert taking(first, shelter, [1]) is None


def test_a_change_that_needs_the_removal_of_something_takes_that_along(base):
    duty = base.units["seksi-tunasosial"].duties[0]
    other = _proposal(
        base,
        Set(entity="unit", id="bid-pfm", field="name", value="Bidang PFM"),
        Remove(entity="duty", id=duty.id),
        AddUnit(
            under="dinsos",
            unit={
                "id": "uks",
                "name": "UKS",
                "kind": "uptd",
                "duties": [{"id": duty.id, "level": "tugas", "text": "melaksanakan"}],
            },
        ),
    )
    assert needs(other, 3) == (2,)


def test_two_moves_of_one_unit_are_a_conflict_and_the_taken_one_wins_only_if_it_is_taken(base, shelter):
    own = _proposal(base, MoveUnit(unit="satpel-persinggahan", under="uptd-prsbk"), name="A")
    plan = taking(own, shelter, [2])
    assert [(each.kind, each.subject) for each in plan.conflicts] == [("two-moves", "satpel-persinggahan")]
    assert own.structure.units["satpel-persinggahan"].parent == "uptd-prsbk"
    assert plan.trial.document.structure.units["satpel-persinggahan"].parent == "uks"
    assert plan.trial.document.scenario.operations[0] == own.scenario.operations[0]


def test_a_unit_that_both_made_under_one_id_is_refused_as_a_whole(base, shelter):
    own = _proposal(base, AddUnit(under="kjf", unit={"id": "uks", "name": "Lain", "kind": "seksi"}), name="A")
    plan = taking(own, shelter, [2])
    assert "added-twice" in {each.kind for each in plan.conflicts}
    assert plan.trial.refused
    assert plan.trial.document is own
    assert plan.trial.findings[0].code == "OPR002"


def test_a_removal_of_what_the_own_proposal_filled_is_a_conflict(base):
    own = _proposal(base, MoveUnit(unit="bid-pfm", under="seksi-jaminan"), name="A")
    other = _proposal(base, RemoveUnit(unit="seksi-jaminan", duties_to="bid-linjamsos"))
    assert "into-removed" in {each.kind for each in taking(own, other, [1]).conflicts}


def test_a_structure_has_no_changes_to_take(base, shelter):
    assert takeable(shelter, Document(base)) == ()
    assert taking(shelter, Document(base), [1]) is None


def test_taking_is_one_step_that_is_undone_journalled_and_saved(workspace):
    path = branch(open_desk(workspace / "eksisting.yaml"), "Usulan Lain", "usulan-lain")
    session = Session(open_desk(path))
    other = open_desk(workspace / "usulan-uks-uptd.yaml").document
    before = session.state.document
    plan = taking(before, other, takeable(before, other))
    session.do(plan.edit)
    assert session.state.structure == replace(other.structure, header=session.state.structure.header)
    session.undo()
    assert session.state.document == before
    session.redo()
    session.save()
    session.close()
    assert load(path).scenario.operations == other.scenario.operations


def test_what_was_taken_outlives_a_crash(workspace, base, shelter):
    path = branch(open_desk(workspace / "eksisting.yaml"), "Usulan Lain", "usulan-lain")
    session = Session(open_desk(path))
    session.do(taking(session.state.document, shelter, [2]).edit)
    made = session.state.structure
    session.journal.sync()
    session.lock.release()
    left = open_desk(path)
    again = Session(left)
    again.take_up(left.left)
    assert again.state.structure == made
    again.close()


def test_a_taking_is_written_and_read_back(base, shelter):
    edit = taking(_proposal(base, name="A"), shelter, [2]).edit
    assert read_edit(written(edit)) == edit
    assert amended(Document(base), edit).document.structure.units["satpel-persinggahan"].parent == "uks"
