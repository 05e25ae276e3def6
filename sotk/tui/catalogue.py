"""The table of all actions: the one source of bindings, palette, hints, help and manual."""

from typing import Final

from textual.binding import Binding

from sotk.tui.action import Action, Place
from sotk.tui.actions import (
    boards,
    building,
    charting,
    choosing,
    comparing,
    deciding,
    exporting,
    filing,
    filling,
    identity,
    looking,
    moving,
    performing,
    posts,
    reviewing,
    sharing,
    tables,
)

ACTIONS: Final[tuple[Action, ...]] = (
    *looking.ACTIONS,
    *choosing.ACTIONS,
    *building.ACTIONS,
    *moving.ACTIONS,
    *filling.ACTIONS,
    *identity.ACTIONS,
    *charting.ACTIONS,
    *exporting.ACTIONS,
    *filing.ACTIONS,
    *deciding.ACTIONS,
    *reviewing.ACTIONS,
    *boards.ACTIONS,
    *comparing.ACTIONS,
    *sharing.ACTIONS,
    *performing.ACTIONS,
    *posts.ACTIONS,
    *tables.ACTIONS,
)
BY_ID: Final = {action.id: action for action in ACTIONS}


def bindings(*places: Place) -> list[Binding]:
    """The bindings of the actions of some places; a user's settings may give them other keys by id."""
    return [
        Binding(
            ",".join(action.keys), f"screen.do('{action.id}')", action.label.text, show=False, id=action.id
        )
        for action in ACTIONS
        if action.place in places
    ]
