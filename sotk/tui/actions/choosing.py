"""Going around in the tree, finding and marking."""

from typing import Final

from sotk.locale import msg
from sotk.session import State
from sotk.tui.action import Action, Stage, on_part


def _some_marked(state: State) -> bool:
    return bool(state.selection.marked)


def mark(stage: Stage) -> None:
    """Mark the unit, or take its mark away, and go on to the next line."""
    selection = stage.state.selection
    stage.session.mark(selection.marked ^ {selection.cursor})
    stage.show()
    stage.part("tree").cursor_down()


def mark_siblings(stage: Stage) -> None:
    unit = stage.state.structure.units[stage.state.selection.cursor]
    siblings = stage.state.structure.below(unit.parent) if unit.parent else (unit.id,)
    stage.session.mark(stage.state.selection.marked | set(siblings))
    stage.show()


def unmark(stage: Stage) -> None:
    """Take all marks away, and let go of what was cut or copied."""
    stage.session.hold(None)
    stage.session.mark(())
    stage.show()


ACTIONS: Final = (
    Action(
        "up", ("up", "k"), msg("Up"), msg("To the line above."), on_part("tree", "cursor_up"), place="tree"
    ),
    Action(
        "down",
        ("down", "j"),
        msg("Down"),
        msg("To the line below."),
        on_part("tree", "cursor_down"),
        place="tree",
    ),
    Action(
        "shut",
        ("left", "h"),
        msg("Shut"),
        msg("Shut the branch, or go to the superior."),
        on_part("tree", "shut"),
        place="tree",
    ),
    Action(
        "open",
        ("right", "l"),
        msg("Open"),
        msg("Open the branch, or go to its first unit."),
        on_part("tree", "open"),
        place="tree",
    ),
    Action(
        "page_up", ("pageup",), msg("Page up"), msg("A screen up."), on_part("tree", "page_up"), place="tree"
    ),
    Action(
        "page_down",
        ("pagedown",),
        msg("Page down"),
        msg("A screen down."),
        on_part("tree", "page_down"),
        place="tree",
    ),
    Action(
        "first", ("home", "g"), msg("Top"), msg("To the first line."), on_part("tree", "first"), place="tree"
    ),
    Action(
        "last", ("end", "G"), msg("Bottom"), msg("To the last line."), on_part("tree", "last"), place="tree"
    ),
    Action(
        "open_all",
        ("asterisk",),
        msg("Open all"),
        msg("Open every branch."),
        on_part("tree", "open_all"),
        place="tree",
    ),
    Action(
        "shut_all",
        ("minus",),
        msg("Shut all"),
        msg("Shut every branch but the top."),
        on_part("tree", "shut_all"),
        place="tree",
    ),
    Action(
        "find",
        ("slash", "ctrl+f"),
        msg("Find"),
        msg("Type a part of a name; the cursor goes there while you type."),
        on_part("find", "begin"),
        hint=msg("find"),
    ),
    Action(
        "find_next",
        ("n",),
        msg("Find next"),
        msg("To the next unit found."),
        on_part("find", "step", 1),
        place="tree",
    ),
    Action(
        "find_previous",
        ("N",),
        msg("Find previous"),
        msg("To the unit found before."),
        on_part("find", "step", -1),
        place="tree",
    ),
    Action(
        "mark",
        ("space",),
        msg("Mark"),
        msg("Mark the unit for merging, moving or cutting several at once."),
        mark,
        place="tree",
        hint=msg("mark"),
    ),
    Action(
        "mark_siblings",
        ("ctrl+a",),
        msg("Mark all siblings"),
        msg("Mark every unit under the same superior."),
        mark_siblings,
        place="tree",
    ),
    Action(
        "unmark",
        ("escape",),
        msg("Take marks away"),
        msg("Take all marks away and let go of what was cut."),
        unmark,
        place="tree",
        possible=_some_marked,
    ),
    Action(
        "fill_in",
        ("enter",),
        msg("Fill in"),
        msg("Go to the form of the unit; Enter there changes a line, Esc comes back."),
        on_part("details", "enter"),
        place="tree",
        hint=msg("fill in"),
    ),
)
