"""Differences between structures, and their merge. Knows no file, no picture and no rule."""

from sotk.compare.diff import diff
from sotk.compare.facts import Diff, Fact
from sotk.compare.guess import Guessed, diff_guessed
from sotk.compare.matcher import Matching, Pair, Question, match
from sotk.compare.steps import operations

__all__ = [
    "Diff",
    "Fact",
    "Guessed",
    "Matching",
    "Pair",
    "Question",
    "diff",
    "diff_guessed",
    "match",
    "operations",
]
