"""The chart beside the tree and on a screen of its own."""

from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action, on_part

ACTIONS: Final = (
    Action(
        "see_chart",
        ("v", "f6"),
        msg("Chart beside the tree"),
        msg("Show the official chart around the cursor, or take it away."),
        methodcaller("toggle_chart"),
        hint=msg("chart"),
    ),
    Action(
        "full_chart",
        ("V", "f7"),
        msg("Chart on the whole screen"),
        msg("The chart as large as the screen; Esc comes back."),
        methodcaller("show_full_chart"),
    ),
    Action(
        "chart_extent",
        ("z",),
        msg("More or less of the chart"),
        msg("The whole chart, the branch of the cursor, or its neighbourhood."),
        methodcaller("next_extent"),
    ),
    Action(
        "chart_left",
        ("left", "h"),
        msg("Left"),
        msg("To the box at the left."),
        on_part("chart", "go", "left"),
        place="chart",
    ),
    Action(
        "chart_right",
        ("right", "l"),
        msg("Right"),
        msg("To the box at the right."),
        on_part("chart", "go", "right"),
        place="chart",
    ),
    Action(
        "chart_up",
        ("up", "k"),
        msg("Up"),
        msg("To the box above."),
        on_part("chart", "go", "up"),
        place="chart",
    ),
    Action(
        "chart_down",
        ("down", "j"),
        msg("Down"),
        msg("To the box below."),
        on_part("chart", "go", "down"),
        place="chart",
    ),
    Action(
        "pan_left",
        ("shift+left", "H"),
        msg("Move the view left"),
        msg("See what stands further left."),
        on_part("chart", "pan", -1, 0),
        place="chart",
    ),
    Action(
        "pan_right",
        ("shift+right", "L"),
        msg("Move the view right"),
        msg("See what stands further right."),
        on_part("chart", "pan", 1, 0),
        place="chart",
    ),
    Action(
        "pan_up",
        ("shift+up", "K"),
        msg("Move the view up"),
        msg("See what stands further up."),
        on_part("chart", "pan", 0, -1),
        place="chart",
    ),
    Action(
        "pan_down",
        ("shift+down", "J"),
        msg("Move the view down"),
        msg("See what stands further down."),
        on_part("chart", "pan", 0, 1),
        place="chart",
    ),
    Action(
        "chart_page_up",
        ("pageup",),
        msg("Page up"),
        msg("The view a screen up."),
        on_part("chart", "pan_page", -1),
        place="chart",
    ),
    Action(
        "chart_page_down",
        ("pagedown",),
        msg("Page down"),
        msg("The view a screen down."),
        on_part("chart", "pan_page", 1),
        place="chart",
    ),
    Action(
        "chart_width",
        ("w",),
        msg("Rows whole or broken"),
        msg("Keep each row of boxes in one, as on the official chart, or break it to the width."),
        on_part("chart", "switch_width"),
        place="chart",
        hint=msg("one row"),
    ),
)
