"""The signs of the editor: each meaning has a sign and a word, so that no colour is needed to read it."""

from collections.abc import Mapping
from typing import Final

from sotk.findings import Severity
from sotk.locale import Message, msg
from sotk.model.operations import Status
from sotk.session.standing import Change

SEVERITIES: Final[Mapping[Severity, tuple[str, Message]]] = {
    "error": ("✗", msg("error")),
    "warning": ("!", msg("warning")),
    "advice": ("·", msg("advice")),
    "cannot_tell": ("?", msg("cannot tell")),
}
CHANGES: Final[Mapping[Change, tuple[str, Message]]] = {
    "added": ("+", msg("new")),
    "moved": ("→", msg("moved here")),
    "renamed": ("≠", msg("new name")),
    "changed": ("~", msg("changed")),
}
STATUSES: Final[Mapping[Status, tuple[str, Message]]] = {
    "usul": ("•", msg("proposed")),
    "disepakati": ("✓", msg("agreed")),
    "ditunda": ("‖", msg("postponed")),
    "ditolak": ("✗", msg("rejected")),
}
MARKED: Final = "◆"
GHOST: Final = "×"
LEFT: Final = "←"
OPEN: Final = "▾"
SHUT: Final = "▸"
"""A branch that is open, and one that is shut."""
