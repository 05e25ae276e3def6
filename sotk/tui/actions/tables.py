"""What is done in every table of the boards: going around, marking, changing a cell, cutting, removing."""

from collections.abc import Callable
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action, Stage
from sotk.tui.boarding import board_of


def _grid(name: str) -> Callable[[Stage], None]:
    def run(stage: Stage) -> None:
        getattr(stage.part("grid"), name)()

    return run


async def change_cell(stage: Stage) -> None:
    await board_of(stage).open_cell()


async def add(stage: Stage) -> None:
    await board_of(stage).add()


def mark(stage: Stage) -> None:
    """Mark the line, or take its mark away, and go on to the next."""
    board = board_of(stage)
    if board.row is not None and board.row in board.entries():
        board.marked = board.marked ^ {board.row}
        stage.show()
    stage.part("grid").row_down()


def mark_all(stage: Stage) -> None:
    board = board_of(stage)
    board.marked = frozenset(board.entries())
    stage.show()


def hold(*, cut: bool) -> Callable[[Stage], None]:
    """Remember the marked lines, or this one."""

    def run(stage: Stage) -> None:
        board = board_of(stage)
        board.held, board.cut = board.chosen(), cut
        board.marked = frozenset()
        stage.show()
        if board.held:
            stage.tell(msg("{n} taken: go to where they shall stand and press p.", n=len(board.held)))

    return run


async def paste(stage: Stage) -> None:
    """Put the lines that were cut or copied where the cursor stands."""
    board = board_of(stage)
    if not board.held:
        stage.tell(msg("Nothing was cut or copied yet."))
        return
    operations = board.pasted(board.held, cut=board.cut)
    if board.cut:
        board.held = ()
    if operations:
        stage.edit(*operations)
    else:
        stage.show()
        stage.tell(msg("They cannot stand there, or stand there already."))


async def remove(stage: Stage) -> None:
    """Remove the marked lines, or this one, after a question."""
    board = board_of(stage)
    keys = board.chosen()
    if not keys:
        return
    question, operations = board.removal(keys)
    if operations and await stage.confirm(question, yes=msg("Remove")):
        board.marked = frozenset()
        stage.edit(*operations)


def leave(stage: Stage) -> None:
    """Let go of what is narrowed, marked or cut; where nothing is, go back to the tree."""
    board = board_of(stage)
    narrow = stage.part("narrow")
    if narrow.text:
        narrow.clear_text()
    elif board.marked or board.held:
        board.marked, board.held = frozenset(), ()
        stage.show()
    else:
        board.leave_board()


ACTIONS: Final = (
    Action("row_up", ("up", "k"), msg("Line up"), msg("To the line above."), _grid("row_up"), place="table"),
    Action(
        "row_down",
        ("down", "j"),
        msg("Line down"),
        msg("To the line below."),
        _grid("row_down"),
        place="table",
    ),
    Action(
        "cell_left",
        ("left", "h"),
        msg("Cell left"),
        msg("To the cell on the left."),
        _grid("cell_left"),
        place="table",
    ),
    Action(
        "cell_right",
        ("right", "l", "tab"),
        msg("Cell right"),
        msg("To the cell on the right."),
        _grid("cell_right"),
        place="table",
    ),
    Action("rows_up", ("pageup",), msg("Page up"), msg("A screen up."), _grid("rows_up"), place="table"),
    Action(
        "rows_down", ("pagedown",), msg("Page down"), msg("A screen down."), _grid("rows_down"), place="table"
    ),
    Action(
        "first_row", ("home", "g"), msg("Top"), msg("To the first line."), _grid("first_row"), place="table"
    ),
    Action(
        "last_row", ("end", "G"), msg("Bottom"), msg("To the last line."), _grid("last_row"), place="table"
    ),
    Action(
        "change_cell",
        ("enter", "f2"),
        msg("Change the cell"),
        msg(
            "Type or choose another value; on a number a digit begins at once. Enter goes on down, Tab right."
        ),
        change_cell,
        place="table",
        hint=msg("change"),
    ),
    Action(
        "add_row",
        ("a", "insert"),
        msg("Add…"),
        msg("Something new where the cursor stands."),
        add,
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
        lambda stage: stage.part("narrow").begin(),
        place="table",
        hint=msg("narrow"),
    ),
    Action(
        "show_only",
        ("f",),
        msg("Show only…"),
        msg("All lines, or only some of them, in turn."),
        lambda stage: board_of(stage).show_next(),
        place="table",
        hint=msg("only"),
    ),
    Action(
        "read_row",
        ("e",),
        msg("Read in full"),
        msg("The line with all that is found there: what each rule says, why, on which basis."),
        lambda stage: board_of(stage).read_row(),
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
