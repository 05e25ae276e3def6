"""The ways from the tree to the boards."""

from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action

ACTIONS: Final = (
    Action(
        "see_duties",
        ("1",),
        msg("Duties"),
        msg("The board of duties: who carries what, and who else says the same."),
        methodcaller("show_board", "duties"),
        hint=msg("duties"),
    ),
    Action(
        "see_indicators",
        ("2",),
        msg("Indicators (IKU)"),
        msg("The board of objectives and indicators: who leads, who supports, targets."),
        methodcaller("show_board", "indicators"),
        hint=msg("IKU"),
    ),
    Action(
        "see_posts",
        ("3",),
        msg("Posts (peta jabatan)"),
        msg("The table of posts with class, incumbents, need and the difference."),
        methodcaller("show_board", "posts"),
        hint=msg("posts"),
    ),
)
