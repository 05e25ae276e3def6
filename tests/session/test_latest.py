"""Work in the background: the last question is answered, stale answers are dropped."""

import re
import threading
import time

from sotk.session.latest import Latest


def test_only_the_last_question_is_answered():
    gate, answers, done = threading.Event(), [], threading.Event()

    def check(structure):
        gate.wait(5)
        return (structure,)

    def answer(result):
        answers.append(result)
        done.set()

    checks = Latest(check, answer)
    tickets = [checks.ask(number) for number in range(5)]
    gate.set()
    assert done.wait(5)
    checks.close()
    assert [(result.ticket, result.found) for result in answers] == [(tickets[-1], (4,))]
    assert checks.is_current(tickets[-1])
    assert not checks.is_current(tickets[0])


def test_a_check_that_breaks_is_said_and_the_next_one_runs():
    answers, done = [], threading.Semaphore(0)

    def check(structure):
        if structure == "bad":
            message = "broken rule"
            raise ValueError(message)
        return ()

    def answer(result):
        answers.append(result)
        done.release()

    checks = Latest(check, answer)
    checks.ask("bad")
    assert done.acquire(timeout=5)
    checks.ask("good")
    assert done.acquire(timeout=5)
    checks.close()
    assert re.fullmatch(r"ValueError: broken rule \(test_latest.py:\d+\)", answers[0].failure)
    assert answers[1].failure is None


def test_what_is_asked_within_the_pause_is_worked_on_once():
    worked, done = [], threading.Event()
    work = Latest(worked.append, lambda _result: done.set(), pause=0.2)
    for number in range(5):
        work.ask(number)
    assert done.wait(5)
    work.close()
    assert worked == [4]


def test_closing_does_not_wait_for_questions_never_asked():
    checks = Latest(lambda _structure: (), lambda _result: None)
    start = time.monotonic()
    checks.close()
    assert time.monotonic() - start < 1


def test_findings_follow_an_edit(workspace):
    from sotk.model import MoveUnit
    from sotk.rules import check
    from sotk.scenario import apply
    from sotk.session.opening import open_desk
    from sotk.session.reviewing import Reviewer

    desk = open_desk(workspace / "eksisting.yaml")
    reviewer = Reviewer(desk.pack, {})
    structure = desk.document.structure
    reviewer(structure)
    for unit in ("bid-rehsos", "bid-pfm"):
        structure = apply(structure, MoveUnit(unit=unit, under="sekretariat")).structure
        assert reviewer(structure) == check(structure, desk.pack)
