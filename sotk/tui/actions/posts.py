"""What is done in the table of posts only: sorting, its scope, a copy for a spreadsheet, the computed need."""

from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action
from sotk.tui.stages import PostBoard


def copy_text(board: PostBoard) -> None:
    """Give the lines shown to the clipboard of the terminal, for a spreadsheet."""
    board.copy_out()
    board.tell(msg("{n} posts are in the clipboard of the terminal.", n=len(board.entries())))


async def take_need(board: PostBoard) -> None:
    operations = board.take_need()
    if operations:
        board.edit(*operations)
    else:
        board.tell(msg("No workload says another need here."))


ACTIONS: Final = (
    Action(
        "sort_posts",
        ("s",),
        msg("Sort"),
        msg("By the column of the cursor: up, down, then by units again."),
        methodcaller("sort"),
        place="posts",
        hint=msg("sort"),
    ),
    Action(
        "scope_posts",
        ("v",),
        msg("This branch or all"),
        msg("Only the unit of the cursor with what stands below it, or all units."),
        methodcaller("change_scope"),
        place="posts",
        hint=msg("branch"),
    ),
    Action(
        "copy_table",
        ("c",),
        msg("Copy for a spreadsheet"),
        msg("Give the lines shown to the clipboard of the terminal."),
        copy_text,
        place="posts",
    ),
    Action(
        "take_need",
        ("equals_sign",),
        msg("Need by the workload"),
        msg("Make the need that the workload gives the declared need of the marked posts, or of this one."),
        take_need,
        place="posts",
        edits=True,
    ),
)
