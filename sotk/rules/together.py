"""Checks several agencies together: what each finds alone, others may contradict."""

from collections.abc import Mapping
from datetime import date

from sotk.findings import Finding
from sotk.model import Structure
from sotk.packs import Pack
from sotk.rules.catalogue import RULES
from sotk.rules.checking import DEFAULTS
from sotk.rules.context import RuleContext
from sotk.rules.law import Law
from sotk.rules.outcome import Outcome
from sotk.rules.preparing import prepared
from sotk.rules.rule import WorkspaceRule
from sotk.rules.settings import RuleSettings
from sotk.rules.verdict import Verdict
from sotk.rules.waivers import Waivers


def check_together(
    agencies: Mapping[str, tuple[Structure, Pack]],
    settings: RuleSettings = DEFAULTS,
    today: date | None = None,
) -> dict[str, tuple[Finding, ...]]:
    """The findings of rules of workspaces, by the key (such as the file) of the structure they are about."""
    day = date.today() if today is None else today  # noqa: DTZ011 - the day of the person at the desk
    contexts = {
        key: RuleContext(structure, Law(pack, structure.header, day))
        for key, (structure, pack) in agencies.items()
    }
    rules, _ = prepared(RULES, settings)
    found: dict[str, list[Finding]] = {key: [] for key in contexts}
    for rule in rules:
        if isinstance(rule, WorkspaceRule):
            said: dict[str, list[Outcome]] = {}
            for key, outcome in rule.check(contexts):
                said.setdefault(key, []).append(outcome)
            for key, outcomes in said.items():
                waivers = Waivers(contexts[key].structure, day)
                found[key].extend(Verdict(contexts[key], settings, waivers).findings(rule, outcomes))
    return {key: tuple(findings) for key, findings in found.items()}
