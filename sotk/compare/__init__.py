"""Differences between structures, and their merge. Knows no file, no picture and no rule."""

from sotk.compare.diff import diff
from sotk.compare.facts import Diff, Fact
from sotk.compare.guess import Guessed, diff_guessed
from sotk.compare.matcher import Matching, Pair, Question, match
from sotk.compare.merge import KINDS, Merged, merge
from sotk.compare.proposals import MergedScenario, merge_scenarios
from sotk.compare.rebase import Rebased, rebase
from sotk.compare.steps import operations

__all__ = [
    "KINDS",
    "Diff",
    "Fact",
    "Guessed",
    "Matching",
    "Merged",
    "MergedScenario",
    "Pair",
    "Question",
    "Rebased",
    "diff",
    "diff_guessed",
    "match",
    "merge",
    "merge_scenarios",
    "operations",
    "rebase",
]
