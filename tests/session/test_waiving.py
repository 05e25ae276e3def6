"""A finding accepted with a reason is a waiver that takes exactly that finding out."""

import pytest

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.session import Session
from sotk.session.opening import open_desk
from sotk.session.reviewing import Reviewer
from sotk.session.waiving import can_waive, set_reason, waive, waivers_on


@pytest.fixture
def session(workspace):
    made = Session(open_desk(workspace / "eksisting.yaml"))
    made.edit_directly()
    yield made
    made.close()


def found(session):
    return Reviewer(session.desk.pack, {})(session.state.structure)


def test_a_waived_finding_is_gone_and_no_other_is(session):
    before = found(session)
    for finding in before:
        if can_waive(finding) and finding.severity != "cannot_tell" and finding.subject.entity != "structure":
            session.change(*waive(session.state.document, finding, "dibahas"))
            assert session.said == ()
            left = found(session)
            assert finding not in left
            assert {each.code for each in left} >= {each.code for each in before} - {finding.code}
            session.undo()


def test_a_reason_is_changed_and_an_empty_one_takes_the_waiver_back(session):
    finding = next(each for each in found(session) if each.subject and each.subject.entity == "duty")
    session.change(*waive(session.state.document, finding, "dibahas"))
    (waiver,) = waivers_on(session.state.structure, "duty", finding.subject.id)
    assert set_reason(waiver, "dibahas") == ()
    session.change(*set_reason(waiver, "disepakati FGD"))
    (waiver,) = waivers_on(session.state.structure, "duty", finding.subject.id)
    assert waiver.reason == "disepakati FGD"
    session.change(*set_reason(waiver, ""))
    assert finding in found(session)


def test_a_broken_file_cannot_be_waived(session):
    broken = Finding("INT004", "duplicate-id", "error", msg("x"), Subject("unit", "dinsos"))
    assert not can_waive(broken)
    assert waive(session.state.document, broken, "dibahas") == ()
