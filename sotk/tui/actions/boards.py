"""The ways from the tree to the boards. Boards are imported when they are opened: they need the table of actions."""

from typing import TYPE_CHECKING, Any, Final

from sotk.locale import msg
from sotk.tui.action import Action, Stage

if TYPE_CHECKING:
    from sotk.tui.screens.editor import EditorScreen


def _editor(stage: Stage) -> "EditorScreen":
    screen: Any = stage
    return screen  # type: ignore[no-any-return]


def see_duties(stage: Stage) -> None:
    from sotk.tui.screens.duties import DutiesScreen

    _editor(stage).show_board(DutiesScreen)


def see_indicators(stage: Stage) -> None:
    from sotk.tui.screens.indicators import IndicatorsScreen

    _editor(stage).show_board(IndicatorsScreen)


def see_posts(stage: Stage) -> None:
    from sotk.tui.screens.posts import PostsScreen

    _editor(stage).show_board(PostsScreen)


ACTIONS: Final = (
    Action(
        "see_duties",
        ("1",),
        msg("Duties"),
        msg("The board of duties: who carries what, and who else says the same."),
        see_duties,
        hint=msg("duties"),
    ),
    Action(
        "see_indicators",
        ("2",),
        msg("Indicators (IKU)"),
        msg("The board of objectives and indicators: who leads, who supports, targets."),
        see_indicators,
        hint=msg("IKU"),
    ),
    Action(
        "see_posts",
        ("3",),
        msg("Posts (peta jabatan)"),
        msg("The table of posts with class, incumbents, need and the difference."),
        see_posts,
        hint=msg("posts"),
    ),
)
