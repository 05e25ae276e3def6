"""A finding in full: what was found, its basis, the remedy, and what its rule says of itself."""

from textual.content import Content

from sotk.findings import Finding
from sotk.locale import Language, Message, msg, say


def explanation(finding: Finding, language: Language) -> Content:
    """The text of a finding and of its rule."""
    from sotk.rules import rule_of

    lines: list[Content] = [Content(say(finding.message, language))]
    if finding.basis is not None:
        checked = "" if finding.basis.verified else f" ({say(msg('to be checked'), language)})"
        lines += _part(msg("Basis"), f"{finding.basis}{checked}", language)
    if finding.remedy is not None:
        lines += _part(msg("What to do"), say(finding.remedy, language), language)
    rule = rule_of(finding.code)
    if rule is not None:
        documentation = rule.documentation
        lines += _part(msg("What the rule finds"), say(documentation.what, language), language)
        lines += _part(msg("Why it matters"), say(documentation.why, language), language)
        lines += _part(msg("How to mend it"), say(documentation.fix, language), language)
    return Content("\n").join(lines)


def _part(head: Message, text: str, language: Language) -> list[Content]:
    return [Content(""), Content.styled(say(head, language), "bold"), Content(text)]
