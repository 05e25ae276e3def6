"""The examples of every rule's page are run: the bad one breaks the rule, the good one obeys it."""

from datetime import date

import pytest

from sotk.files import load_text
from sotk.model import Structure
from sotk.packs import load_pack
from sotk.rules import RULES, ChangeRule, Options, Rule, RuleSettings, WorkspaceRule, check_together, checked

TODAY = date(2024, 1, 1)


def read(text: str) -> Structure:
    loaded = load_text(text)
    assert loaded.structure is not None, loaded.findings
    assert not [finding for finding in loaded.findings if finding.severity in ("error", "warning")]
    return loaded.structure


SINGLE = [rule for rule in RULES if not issubclass(rule, WorkspaceRule)]


def severities(rule: type[Rule[Options]], text: str) -> list[str]:
    structure = read(text)
    pack = load_pack(structure.header.pack).pack
    assert pack is not None
    base = read(rule.documentation.base) if issubclass(rule, ChangeRule) else None
    found = checked(structure, pack, select=[rule.code], base=base, today=TODAY, strict=True)
    return [finding.severity for finding in found.findings]


@pytest.mark.parametrize("rule", SINGLE, ids=lambda rule: rule.code)
def test_the_bad_example_breaks_its_rule(rule: type[Rule[Options]]) -> None:
    found = severities(rule, rule.documentation.bad)
    assert set(found) & {"error", "warning", "advice"}, "the example gives no finding"


@pytest.mark.parametrize("rule", SINGLE, ids=lambda rule: rule.code)
def test_the_good_example_obeys_its_rule(rule: type[Rule[Options]]) -> None:
    assert severities(rule, rule.documentation.good) == []


def test_a_code_means_one_rule() -> None:
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_file_class_and_name_say_the_same_words(rule: type[Rule[Options]]) -> None:
    words = rule.name.split("-")
    assert rule.__module__.split(".")[-1] == "_".join(words)
    assert rule.__name__.casefold() == "".join(words)


@pytest.mark.parametrize(
    "rule",
    [rule for rule in RULES if issubclass(rule, WorkspaceRule) and rule.documentation.bad],
    ids=lambda r: r.code,
)
def test_the_examples_of_several_agencies(rule: type[Rule[Options]]) -> None:
    other = read(rule.documentation.base)
    pack = load_pack(other.header.pack).pack
    assert pack is not None
    for text, broken in ((rule.documentation.bad, True), (rule.documentation.good, False)):
        agencies = {"a": (other, pack), "b": (read(text), pack)}
        found = check_together(agencies, RuleSettings(select=(rule.code,)), TODAY)
        assert bool(found["b"]) is broken
        assert not found["a"]
