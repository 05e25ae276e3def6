"""Moving units: among siblings, in and out, and to another superior."""

from collections.abc import Callable, Sequence
from typing import Final

from sotk.locale import msg
from sotk.model import Operation, Structure
from sotk.session import Clipboard, State, gestures
from sotk.tui.action import Action, Run, Stage
from sotk.tui.picking import unit_choices

Gesture = Callable[[Structure, str], tuple[Operation, ...]]


def _not_root(state: State) -> bool:
    return state.selection.cursor != state.structure.root


def _step(gesture: Gesture) -> Run:
    async def run(stage: Stage) -> None:
        unit = stage.state.selection.cursor
        operations = gesture(stage.state.structure, unit)
        if operations:
            stage.edit(*operations, cursor=unit)
        else:
            stage.tell(msg("It cannot go further that way."))

    return run


async def move_to(stage: Stage) -> None:
    """Ask for the new superior of what is chosen."""
    units = [unit for unit in stage.state.chosen() if unit != stage.state.structure.root]
    if not units:
        stage.tell(msg("The top unit cannot be moved."))
        return
    target = await stage.choose(
        msg("Move {units} under which unit?", units=_names(stage, units)),
        unit_choices(stage.state.structure, without=units),
    )
    if target is not None:
        put_under(stage, units, target)


def put_under(stage: Stage, units: Sequence[str], target: str) -> None:
    """Move units under another in one step; those that cannot go there stay, and that is said."""
    operations = gestures.move_under(stage.state.structure, units, target)
    if not operations:
        stage.tell(msg("They cannot stand there, or stand there already."))
        return
    stage.edit(*operations, cursor=units[0])


def cut(stage: Stage) -> None:
    _hold(stage, cut=True)


def copy(stage: Stage) -> None:
    _hold(stage, cut=False)


async def paste(stage: Stage) -> None:
    """Put what was cut or copied under the unit at the cursor."""
    held = stage.state.clipboard
    if held is None:
        stage.tell(msg("Nothing was cut or copied yet."))
        return
    target = stage.state.selection.cursor
    if held.cut:
        stage.session.hold(None)
        known = [unit for unit in held.units if unit in stage.state.structure.units]
        put_under(stage, known, target) if known else stage.show()
        return
    operations = gestures.paste_copy(stage.state.document, held.units, target)
    stage.edit(*operations)


def _hold(stage: Stage, *, cut: bool) -> None:
    units = tuple(unit for unit in stage.state.chosen() if unit != stage.state.structure.root)
    if not units:
        stage.tell(msg("The top unit cannot be moved."))
        return
    stage.session.hold(Clipboard(units, cut))
    stage.show()
    stage.tell(
        msg("{units}: go to the new superior and press p.", units=_names(stage, units))
        if cut
        else msg("Copied {units}: go to where the copy shall stand and press p.", units=_names(stage, units))
    )


def _names(stage: Stage, units: Sequence[str]) -> str:
    known = stage.state.structure.units
    if len(units) == 1:
        return known[units[0]].name
    return stage.say(msg("{n} units", n=len(units)))


ACTIONS: Final = (
    Action(
        "move_up",
        ("K", "shift+up", "alt+up"),
        msg("Move up"),
        msg("Put the unit one place up among its siblings."),
        _step(gestures.up),
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "move_down",
        ("J", "shift+down", "alt+down"),
        msg("Move down"),
        msg("Put the unit one place down among its siblings."),
        _step(gestures.down),
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "move_in",
        ("L", "shift+right", "alt+right"),
        msg("Move in"),
        msg("Put the unit under the sibling above it."),
        _step(gestures.inward),
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "move_out",
        ("H", "shift+left", "alt+left"),
        msg("Move out"),
        msg("Take the unit out of its superior, to stand right behind it."),
        _step(gestures.outward),
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "move_to",
        ("m",),
        msg("Move to another superior…"),
        msg("Choose the new superior of the marked units, or of this one, from a list."),
        move_to,
        place="tree",
        possible=_not_root,
        edits=True,
        hint=msg("move"),
    ),
    Action(
        "cut",
        ("x", "ctrl+x"),
        msg("Cut"),
        msg("Take the marked units, or this one, to put them elsewhere with p."),
        cut,
        place="tree",
        possible=_not_root,
    ),
    Action(
        "copy",
        ("y",),
        msg("Copy"),
        msg("Copy the branch, to put a copy elsewhere with p."),
        copy,
        place="tree",
        possible=_not_root,
    ),
    Action(
        "paste",
        ("p", "ctrl+v"),
        msg("Put here"),
        msg("Put what was cut or copied under this unit."),
        paste,
        place="tree",
        possible=lambda state: state.clipboard is not None,
        edits=True,
    ),
)
