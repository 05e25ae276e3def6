"""Undo and redo: whatever was done, going back gives what was there before."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sotk.model import Scenario
from sotk.session.document import Document, amended
from sotk.session.edits import Change, Decide, Withdraw, read_edit, written
from sotk.session.history import EVERY, RECENT, History, Step
from sotk.session.state import Selection
from tests.strategies import histories

HERE = Selection("u0")


def _documents(history_of, *, proposal):
    base, operations, _ = history_of
    if not proposal:
        return Document(base), [Change((operation,)) for operation in operations]
    document = Document.proposal(base, Scenario(id="s", name="S", base="b.yaml"))
    return document, [Change((operation,)) for operation in operations]


@given(histories(), st.booleans())
@settings(max_examples=100)
def test_undoing_every_step_gives_every_document_back(history_of, proposal):
    start, edits = _documents(history_of, proposal=proposal)
    history, seen = History(start), [start]
    for edit in edits:
        made = amended(seen[-1], edit)
        if not made.refused:
            history.add(Step(edit, HERE, HERE), made.document)
            seen.append(made.document)
    for before in reversed(seen[:-1]):
        assert history.undo()[0] == before
    assert history.undo() is None
    for after in seen[1:]:
        assert history.redo()[0] == after
    assert history.redo() is None


@given(histories(max_operations=8))
@settings(max_examples=100)
def test_a_proposal_shows_what_its_replay_gives(history_of):
    base, operations, _ = history_of
    document = Document.proposal(base, Scenario(id="s", name="S", base="b.yaml"))
    for operation in operations:
        document = amended(document, Change((operation,))).document
    assert document.structure == Document.proposal(base, document.scenario).structure
    assert not document.skipped


@given(histories(), st.data())
@settings(max_examples=50)
def test_decisions_can_be_taken_back(history_of, data):
    base, operations, _ = history_of
    document = Document.proposal(base, Scenario(id="s", name="S", base="b.yaml", operations=operations))
    if not operations:
        return
    number = data.draw(st.integers(1, len(operations)))
    decided = amended(document, Decide(number, status="ditunda", note="tunggu ABK")).document
    assert decided.scenario.operations[number - 1].status == "ditunda"
    back = amended(decided, Decide(number, status=operations[number - 1].status, note="")).document
    assert back.structure == document.structure
    assert len(amended(document, Withdraw(number)).document.scenario.operations) == len(operations) - 1


def test_a_long_history_keeps_few_documents(workspace):
    from sotk.files import load
    from sotk.model import Set

    start = Document(load(workspace / "eksisting.yaml").structure)
    history, document = History(start), start
    for step in range(4 * EVERY):
        edit = Change((Set(entity="unit", id="sekretariat", field="name", value=f"Sekretariat {step}"),))
        document = amended(document, edit).document
        history.add(Step(edit, HERE, HERE), document)
    assert history.kept() <= 4 + RECENT + 1
    for step in reversed(range(4 * EVERY)):
        document, _ = history.undo()
        wanted = "Sekretariat" if step == 0 else f"Sekretariat {step - 1}"
        assert document.structure.units["sekretariat"].name == wanted


@given(histories())
@settings(max_examples=50)
def test_an_edit_survives_the_journal(history_of):
    import json

    _, operations, _ = history_of
    for edit in (Change(operations), Decide(3, status="ditolak", why=""), Withdraw(2)):
        again = read_edit(json.loads(json.dumps(written(edit), default=str)))
        assert type(again) is type(edit)
        assert written(again) == json.loads(json.dumps(written(edit), default=str))
    assert read_edit({"kind": "change", "operations": [{"op": "fly"}]}) is None
    assert read_edit("no edit") is None
