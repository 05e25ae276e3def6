"""A rule's fix is operations; applied, the finding is gone."""

from datetime import date
from types import MappingProxyType

import pytest

from sotk.files import load_text
from sotk.packs import load_pack
from sotk.rules import RULES, ChangeRule, Options, Rule, WorkspaceRule, check
from sotk.scenario import apply_all

TODAY = date(2024, 1, 1)
FIXING = MappingProxyType(
    {
        "ECH001": "echelon",
        "ECH004": "category",
        "FRM001": "kind",
        "HED001": "head",
        "NAM003": "kind",
        "NAM005": "title",
        "REG002": "group",
        "WRK002": "need",
    }
)


@pytest.mark.parametrize("code", FIXING)
def test_a_fix_makes_the_rule_hold(code: str) -> None:
    rule = next(rule for rule in RULES if rule.code == code)
    structure = load_text(rule.documentation.bad).structure
    assert structure is not None
    pack = load_pack(structure.header.pack).pack
    assert pack is not None
    (finding, *_) = check(structure, pack, select=[code], today=TODAY)
    assert finding.fix
    applied = apply_all(structure, finding.fix)
    assert applied.structure != structure, applied.findings
    left = check(applied.structure, pack, select=[code], today=TODAY)
    assert finding.subject not in [other.subject for other in left]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_rules_that_offer_a_fix_are_listed_here(rule: type[Rule[Options]]) -> None:
    if issubclass(rule, ChangeRule | WorkspaceRule):
        return
    structure = load_text(rule.documentation.bad).structure
    assert structure is not None
    pack = load_pack(structure.header.pack).pack
    assert pack is not None
    found = check(structure, pack, select=[rule.code], today=TODAY)
    assert any(finding.fix for finding in found) == (rule.code in FIXING)
