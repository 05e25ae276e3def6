"""Real structures whose changes are known: a published change log, and posts read by a person."""

from sotk.compare import diff, diff_guessed, match, operations
from sotk.scenario import apply_all
from tests.compare import nyc, uk

BEFORE, AFTER = nyc.structure("snapshot_2025-12-10"), nyc.structure("snapshot_2026-02-27")
FOUND = diff(BEFORE, AFTER)


def test_the_six_added_organizations_are_those_of_the_change_log():
    added = {fact.id for fact in FOUND.facts if fact.change == "unit_added"}
    assert added == set(nyc.log("_ROW_ADDED"))
    assert len(added) == 6
    assert "unit_removed" not in FOUND.summary()


def test_the_four_renamed_organizations_are_those_of_the_change_log():
    renamed = {fact.id: (fact.before, fact.after) for fact in FOUND.facts if fact.change == "unit_renamed"}
    logged = nyc.log("name")  # one of them was renamed twice between the snapshots
    assert renamed == {id: (log[0]["old_value"], log[-1]["new_value"]) for id, log in logged.items()}
    assert len(renamed) == 4


def test_the_75_reporting_changes_are_those_of_the_change_log():
    changed = {
        fact.id: (fact.before or "", fact.after or "") for fact in FOUND.facts if fact.field == "notes"
    }
    logged = {
        id: (entries[0]["old_value"], entries[-1]["new_value"])
        for id, entries in nyc.log("reports_to").items()
        if id in BEFORE.units  # the log also has one of an organization added in between
    }
    assert changed == logged
    assert len(changed) == 75


def test_moves_differ_from_the_log_only_where_its_texts_name_no_organization():
    moved = {fact.id for fact in FOUND.facts if fact.change == "unit_moved"}
    logged = set(nyc.log("reports_to")) & set(BEFORE.units)
    # "Mayor" and "Chief of Staff" are names of no organization: before and after it stands at the top.
    assert logged - moved == {"nyc-goid-000226"}
    # Their texts stayed while the organization they name was renamed: the fault of the later snapshot.
    renamed = {fact.before for fact in FOUND.facts if fact.change == "unit_renamed"}
    for id in moved - logged:
        assert BEFORE.units[id].notes == AFTER.units[id].notes
        assert AFTER.units[id].notes in renamed
    assert len(moved - logged) == 8


def test_the_operations_lead_from_one_snapshot_to_the_other():
    assert apply_all(BEFORE, operations(FOUND)).structure == AFTER


DFID = "department_for_international_development"
# Every guess between posts of different names, by post reference, judged by reading both titles and
# functions: the same post but for the one marked False, which may be a successor.
JUDGED = {
    ("A1", "A1"): True,
    ("B38", "B38"): True,
    ("A12", "A12"): True,
    ("B66", "B100"): True,
    ("B50", "B53"): True,
    ("B51", "B99"): False,
    ("B45", "B76"): True,
    ("A18", "A22"): True,
    ("A15", "A15"): True,
    ("B75", "B98"): True,
    ("B43", "B63"): True,
    ("B73", "B57"): True,
    ("B90", "B56"): True,
    ("A11", "A11"): True,
    ("B64", "B55"): True,
}


def test_guesses_between_two_dates_are_right_where_they_were_read():
    before, after = uk.structure(DFID, "2011-03-31"), uk.structure(DFID, "2011-09-30")
    matching = match(before, after)
    pairs = [(before.units[pair.before], after.units[pair.after]) for pair in matching.pairs[1:]]
    guessed = {(old.notes, new.notes) for old, new in pairs if old.name.casefold() != new.name.casefold()}
    assert guessed - set(JUDGED) == set(), "read these and judge them"
    wrong = sum(not JUDGED[pair] for pair in guessed)
    assert len(pairs) >= 69
    assert 1 - wrong / len(pairs) >= 0.98


def test_an_id_used_again_for_another_post_misleads_nobody():
    before, after = uk.structure(DFID, "2011-03-31"), uk.structure(DFID, "2011-09-30")
    reused = {"B44", "B56", "B73", "B53"}  # other posts under the same reference
    for pair in match(before, after).pairs:
        reference = before.units[pair.before].notes
        if reference in reused:
            assert after.units[pair.after].notes != reference


def test_posts_that_may_be_the_same_are_asked_about():
    before, after = uk.structure(DFID, "2011-03-31"), uk.structure(DFID, "2011-09-30")
    questions = match(before, after).questions
    posts = {after.units[candidate.after].name for each in questions for candidate in each.candidates}
    assert {"Deputy Director, Head of Office DRC", "Deputy Director, Head of Trade and Development"} <= posts


def test_posts_that_cannot_be_told_apart_are_questions():
    body = "asset_protection_agency"
    before, after = uk.structure(body, "2011-03-31"), uk.structure(body, "2011-09-30")
    matching = match(before, after)
    assert {before.units[each.before].name for each in matching.questions} == {
        "Risk Director",
        "Investment Director",
    }
    assert all(before.units[p.before].name == after.units[p.after].name for p in matching.pairs)


def test_a_guessed_difference_carries_its_scores_and_can_be_repeated():
    before, after = uk.structure(DFID, "2011-03-31"), uk.structure(DFID, "2011-09-30")
    guessed = diff_guessed(before, after)
    assert all(fact.score is not None for fact in guessed.diff.facts if fact.change == "unit_moved")
    assert apply_all(before, operations(guessed.diff)).structure == guessed.diff.after
    assert len(guessed.diff.after.units) == len(after.units)
