"""Editing without a screen: state, history, journal, background checks. Knows no terminal and no colour."""

from sotk.session.document import Amended, Document
from sotk.session.edits import Change, Decide, Edit, Withdraw
from sotk.session.session import Session
from sotk.session.state import Clipboard, Selection, State

__all__ = [
    "Amended",
    "Change",
    "Clipboard",
    "Decide",
    "Document",
    "Edit",
    "Selection",
    "Session",
    "State",
    "Withdraw",
]
