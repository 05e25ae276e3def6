"""Edits of a structure: operations as pure functions, and their replay. Knows no file and no diff."""

from sotk.scenario.apply import Applied, apply, apply_all
from sotk.scenario.build import CLASSES, Branch, build, build_branch, field_name
from sotk.scenario.plain import file_word, plain, plain_field
from sotk.scenario.refusal import CODES
from sotk.scenario.replay import REPLAYED, Replayed, replay, replay_chain

__all__ = [
    "CLASSES",
    "CODES",
    "REPLAYED",
    "Applied",
    "Branch",
    "Replayed",
    "apply",
    "apply_all",
    "build",
    "build_branch",
    "field_name",
    "file_word",
    "plain",
    "plain_field",
    "replay",
    "replay_chain",
]
