"""Differences between structures, and their merge. Knows no file, no picture and no rule."""

from sotk.compare.diff import diff
from sotk.compare.facts import Diff, Fact
from sotk.compare.steps import operations

__all__ = ["Diff", "Fact", "diff", "operations"]
