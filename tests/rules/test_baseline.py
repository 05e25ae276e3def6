"""Known findings stay silent; new ones are heard."""

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.rules.baseline import known, recorded, since
from sotk.rules.plugins import plugin_rules


def finding(code: str, unit: str, words: str = "x") -> Finding:
    return Finding(code, "rule", "warning", msg(words), Subject("unit", unit))


def test_what_a_baseline_holds_is_not_said_again() -> None:
    old = [finding("SPN001", "a"), finding("LAY001", "b")]
    baseline = recorded({"s": old})
    assert since([*old, finding("SPN001", "c")], known(baseline, "s")) == (finding("SPN001", "c"),)


def test_other_words_make_an_old_finding_no_new_one() -> None:
    baseline = recorded({"s": [finding("SPN001", "a", "12 offices")]})
    assert since([finding("SPN001", "a", "13 offices")], known(baseline, "s")) == ()


def test_a_second_finding_of_the_same_kind_is_new() -> None:
    baseline = recorded({"s": [finding("SPN001", "a")]})
    assert len(since([finding("SPN001", "a"), finding("SPN001", "a")], known(baseline, "s"))) == 1


def test_a_baseline_of_another_structure_or_form_holds_nothing() -> None:
    baseline = recorded({"s": [finding("SPN001", "a")]})
    assert not known(baseline, "t")
    assert not known({"structures": {"s": "broken"}}, "s")
    assert not known({}, "s")


def test_a_plugin_that_is_not_installed_is_said() -> None:
    rules, faults = plugin_rules(["nobody"])
    assert rules == ()
    assert [fault.code for fault in faults] == ["SET004"]
