"""The page of a rule says all a planner asks, in both languages."""

import pytest

from sotk.locale import LANGUAGES, Language
from sotk.rules import NOTICES, RULES, Notice, Options, Rule, notice_of, notice_page, rule_of
from sotk.rules.page import page


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_has_a_page(rule: type[Rule[Options]], language: Language) -> None:
    text = page(rule, language)
    assert text.startswith(f"# {rule.code} {rule.name}\n")
    assert "{" not in text.split("```")[0].replace("{type:", "").replace("{...", "")


def test_a_page_shows_options_and_both_examples() -> None:
    rule = rule_of("SPN001")
    assert rule is not None
    text = page(rule, "en")
    assert "- `most` (not set): offices at most" in text
    assert "## Bad\n\n```yaml\nsotk: 1\n" in text
    assert "## Good" in text


def test_a_rule_is_found_by_code_and_by_name() -> None:
    assert rule_of("spn001") is rule_of("wide-span")
    assert rule_of("XXX999") is None


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("notice", NOTICES, ids=lambda notice: notice.code)
def test_every_notice_has_a_page(notice: Notice, language: Language) -> None:
    assert notice_page(notice, language).startswith(f"# {notice.code} {notice.name}\n")
    assert notice_of(notice.code) is notice_of(notice.name) is notice
