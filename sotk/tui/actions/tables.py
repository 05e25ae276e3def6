"""What is done in every table of the boards: going around, marking, changing a cell, cutting, removing."""

from collections.abc import Callable
from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action, on_part
from sotk.tui.stages import Board


def mark(board: Board) -> None:
    """Mark the line, or take its mark away, and go on to the next."""
    if board.row is not None and board.row in board.entries():
        board.marked = board.marked ^ {board.row}
        board.show()
    board.part("grid").row_down()


def mark_all(board: Board) -> None:
    board.marked = frozenset(board.entries())
    board.show()


def hold(*, cut: bool) -> Callable[[Board], None]:
    """Remember the marked lines, or this one."""

    def run(board: Board) -> None:
        board.held, board.cut = board.chosen(), cut
        board.marked = frozenset()
        board.show()
        if board.held:
            board.tell(msg("{n} taken: go to where they shall stand and press p.", n=len(board.held)))

    return run


async def paste(board: Board) -> None:
    """Put the lines that were cut or copied where the cursor stands."""
    if not board.held:
        board.tell(msg("Nothing was cut or copied yet."))
        return
    operations = board.pasted(board.held, cut=board.cut)
    if board.cut:
        board.held = ()
    if operations:
        board.edit(*operations)
    else:
        board.show()
        board.tell(msg("They cannot stand there, or stand there already."))


async def remove(board: Board) -> None:
    """Remove the marked lines, or this one, after a question."""
    keys = board.chosen()
    if not keys:
        return
    question, operations = board.removal(keys)
    if operations and await board.confirm(question, yes=msg("Remove")):
        board.marked = frozenset()
        board.edit(*operations)


def leave(board: Board) -> None:
    """Let go of what is narrowed, marked or cut; where nothing is, go back to the tree."""
    narrow = board.part("narrow")
    if narrow.text:
        narrow.clear_text()
    elif board.marked or board.held:
        board.marked, board.held = frozenset(), ()
        board.show()
    else:
        board.leave_board()


ACTIONS: Final = (
    Action(
        "row_up",
        ("up", "k"),
        msg("Line up"),
        msg("To the line above."),
        on_part("grid", "row_up"),
        place="table",
    ),
    Action(
        "row_down",
        ("down", "j"),
        msg("Line down"),
        msg("To the line below."),
        on_part("grid", "row_down"),
        place="table",
    ),
    Action(
        "cell_left",
        ("left", "h"),
        msg("Cell left"),
        msg("To the cell on the left."),
        on_part("grid", "cell_left"),
        place="table",
    ),
    Action(
        "cell_right",
        ("right", "l", "tab"),
        msg("Cell right"),
        msg("To the cell on the right."),
        on_part("grid", "cell_right"),
        place="table",
    ),
    Action(
        "rows_up", ("pageup",), msg("Page up"), msg("A screen up."), on_part("grid", "rows_up"), place="table"
    ),
    Action(
        "rows_down",
        ("pagedown",),
        msg("Page down"),
        msg("A screen down."),
        on_part("grid", "rows_down"),
        place="table",
    ),
    Action(
        "first_row",
        ("home", "g"),
        msg("Top"),
        msg("To the first line."),
        on_part("grid", "first_row"),
        place="table",
    ),
    Action(
        "last_row",
        ("end", "G"),
        msg("Bottom"),
        msg("To the last line."),
        on_part("grid", "last_row"),
        place="table",
    ),
    Action(
        "change_cell",
        ("enter", "f2"),
        msg("Change the cell"),
        msg(
            "Type or choose another value; on a number a digit begins at once. Enter goes on down, Tab right."
        ),
        methodcaller("open_cell"),
        place="table",
        hint=msg("change"),
    ),
    Action(
        "add_row",
        ("a", "insert"),
        msg("Add…"),
        msg("Something new where the cursor stands."),
        methodcaller("add"),
        place="table",
        edits=True,
        hint=msg("add"),
    ),
    Action(
        "mark_row",
        ("space",),
        msg("Mark"),
        msg("Mark the line, to do something with several at once."),
        mark,
        place="table",
        hint=msg("mark"),
    ),
    Action("mark_rows", ("ctrl+a",), msg("Mark all"), msg("Mark every line shown."), mark_all, place="table"),
    Action(
        "cut_rows",
        ("x", "ctrl+x"),
        msg("Cut"),
        msg("Take the marked lines, or this one, to put them elsewhere with p."),
        hold(cut=True),
        place="table",
    ),
    Action(
        "copy_rows",
        ("y",),
        msg("Copy"),
        msg("Take a copy of the marked lines, or of this one, to put it elsewhere with p."),
        hold(cut=False),
        place="table",
    ),
    Action(
        "paste_rows",
        ("p", "ctrl+v"),
        msg("Put here"),
        msg("Put what was cut or copied where the cursor stands."),
        paste,
        place="table",
        edits=True,
    ),
    Action(
        "remove_rows",
        ("delete", "D"),
        msg("Remove…"),
        msg("Remove the marked lines, or this one."),
        remove,
        place="table",
        edits=True,
    ),
    Action(
        "narrow",
        ("slash", "ctrl+f"),
        msg("Narrow"),
        msg("Show only lines that hold what is typed; Esc shows all again."),
        on_part("narrow", "begin"),
        place="table",
        hint=msg("narrow"),
    ),
    Action(
        "show_only",
        ("f",),
        msg("Show only…"),
        msg("All lines, or only some of them, in turn."),
        methodcaller("show_next"),
        place="table",
        hint=msg("only"),
    ),
    Action(
        "read_row",
        ("e",),
        msg("Read in full"),
        msg("The line with all that is found there: what each rule says, why, on which basis."),
        methodcaller("read_row"),
        place="table",
        hint=msg("in full"),
    ),
    Action(
        "leave_board",
        ("escape", "q", "ctrl+q"),
        msg("Back"),
        msg("Take back what is narrowed or marked; else back to the tree."),
        leave,
        place="table",
        hint=msg("back"),
    ),
)
