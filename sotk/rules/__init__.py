"""The reviewer: rules about structures, and the engine that asks them.

A rule is one file: what it says of itself, its options, its question. It knows no file, no output and
no settings; law comes from the pack. Findings are values, located and printed by others.
"""

from sotk.rules.catalogue import RULES, rule_of
from sotk.rules.checking import Checked, check, checked
from sotk.rules.context import RuleContext
from sotk.rules.documentation import Documentation
from sotk.rules.notices import NOTICES, Notice, notice_of, notice_page
from sotk.rules.outcome import Broken, CannotTell, Outcome
from sotk.rules.rule import ChangeRule, GroupRule, Options, Rule, StructureRule, UnitRule, WorkspaceRule
from sotk.rules.settings import RuleSettings
from sotk.rules.together import check_together
from sotk.rules.touched import Touched, touched_between

__all__ = [
    "NOTICES",
    "RULES",
    "Broken",
    "CannotTell",
    "ChangeRule",
    "Checked",
    "Documentation",
    "GroupRule",
    "Notice",
    "Options",
    "Outcome",
    "Rule",
    "RuleContext",
    "RuleSettings",
    "StructureRule",
    "Touched",
    "UnitRule",
    "WorkspaceRule",
    "check",
    "check_together",
    "checked",
    "notice_of",
    "notice_page",
    "rule_of",
    "touched_between",
]
