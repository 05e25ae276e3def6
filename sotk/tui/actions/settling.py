"""Deciding what a merge left open: one side's word, or that it has been put right."""

from collections.abc import Mapping
from typing import Final

from sotk.compare.output.subjects import Subjects
from sotk.locale import Message, msg
from sotk.model import Conflict
from sotk.session.contradictions import contradiction, side_words
from sotk.session.settling import Side, settlements
from sotk.tui.action import Choice, Stage

SIDES: Final[Mapping[Side, Message]] = {
    "ours": msg("Ours"),
    "theirs": msg("Theirs"),
    "base": msg("As it was before both"),
    "done": msg("It is put right already: take this off the list"),
}


async def settle(stage: Stage, conflict: Conflict, names: Subjects) -> None:
    """Ask whose word holds, and carry it out in one step."""
    if not await stage.may_edit():
        return
    found = {each.side: each.operations for each in settlements(stage.state.structure, conflict)}
    choices = [Choice(side, stage.say(SIDES[side]), _words(conflict, side, names)) for side in found]
    chosen = await stage.choose(contradiction(conflict, names), choices)
    side = next((each for each in found if each == chosen), None)
    if side is not None:
        stage.edit(*found[side])


def _words(conflict: Conflict, side: Side, names: Subjects) -> str:
    return "" if side == "done" else side_words(conflict, getattr(conflict, side), names)
