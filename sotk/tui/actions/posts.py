"""What is done in the table of posts only: sorting, its scope, a copy for a spreadsheet, the computed need."""

from typing import TYPE_CHECKING, Final, cast

from sotk.locale import msg
from sotk.tui.action import Action, Stage

if TYPE_CHECKING:
    from sotk.tui.screens.posts import PostsScreen


def _posts(stage: Stage) -> "PostsScreen":
    return cast("PostsScreen", stage)


def copy_text(stage: Stage) -> None:
    """Give the lines shown to the clipboard of the terminal, for a spreadsheet."""
    board = _posts(stage)
    board.app.copy_to_clipboard(board.as_text())
    stage.tell(msg("{n} posts are in the clipboard of the terminal.", n=len(board.entries())))


async def take_need(stage: Stage) -> None:
    operations = _posts(stage).take_need()
    if operations:
        stage.edit(*operations)
    else:
        stage.tell(msg("No workload says another need here."))


ACTIONS: Final = (
    Action(
        "sort_posts",
        ("s",),
        msg("Sort"),
        msg("By the column of the cursor: up, down, then by units again."),
        lambda stage: _posts(stage).sort(),
        place="posts",
        hint=msg("sort"),
    ),
    Action(
        "scope_posts",
        ("v",),
        msg("This branch or all"),
        msg("Only the unit of the cursor with what stands below it, or all units."),
        lambda stage: _posts(stage).change_scope(),
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
