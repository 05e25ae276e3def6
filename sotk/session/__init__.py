"""Editing without a screen: state, history, journal, background checks. Knows no terminal and no colour."""

from sotk.session.document import Amended, Document
from sotk.session.edits import AddPoint, Change, Decide, Edit, RemovePoint, SetPoint, Take, Withdraw
from sotk.session.session import Session
from sotk.session.state import Clipboard, Selection, State

__all__ = [
    "AddPoint",
    "Amended",
    "Change",
    "Clipboard",
    "Decide",
    "Document",
    "Edit",
    "RemovePoint",
    "Selection",
    "Session",
    "SetPoint",
    "State",
    "Take",
    "Withdraw",
]
