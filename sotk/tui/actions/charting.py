"""The chart beside the tree and on a screen of its own."""

from collections.abc import Callable
from typing import Any, Final

from sotk.locale import msg
from sotk.tui.action import Action, Stage


def _screen(name: str) -> Callable[[Stage], Any]:
    def run(stage: Stage) -> Any:
        return getattr(stage, name)()

    return run


def _go(way: str) -> Callable[[Stage], None]:
    return lambda stage: stage.part("chart").go(way)


def _pan(across: int, down: int) -> Callable[[Stage], None]:
    return lambda stage: stage.part("chart").pan(across, down)


def _page(down: int) -> Callable[[Stage], None]:
    return lambda stage: stage.part("chart").pan_page(down)


ACTIONS: Final = (
    Action(
        "see_chart",
        ("v", "f6"),
        msg("Chart beside the tree"),
        msg("Show the official chart around the cursor, or take it away."),
        _screen("toggle_chart"),
        hint=msg("chart"),
    ),
    Action(
        "full_chart",
        ("V", "f7"),
        msg("Chart on the whole screen"),
        msg("The chart as large as the screen; Esc comes back."),
        _screen("show_full_chart"),
    ),
    Action(
        "chart_extent",
        ("z",),
        msg("More or less of the chart"),
        msg("The whole chart, the branch of the cursor, or its neighbourhood."),
        _screen("next_extent"),
    ),
    Action(
        "chart_left", ("left", "h"), msg("Left"), msg("To the box at the left."), _go("left"), place="chart"
    ),
    Action(
        "chart_right",
        ("right", "l"),
        msg("Right"),
        msg("To the box at the right."),
        _go("right"),
        place="chart",
    ),
    Action("chart_up", ("up", "k"), msg("Up"), msg("To the box above."), _go("up"), place="chart"),
    Action("chart_down", ("down", "j"), msg("Down"), msg("To the box below."), _go("down"), place="chart"),
    Action(
        "pan_left",
        ("shift+left", "H"),
        msg("Move the view left"),
        msg("See what stands further left."),
        _pan(-1, 0),
        place="chart",
    ),
    Action(
        "pan_right",
        ("shift+right", "L"),
        msg("Move the view right"),
        msg("See what stands further right."),
        _pan(1, 0),
        place="chart",
    ),
    Action(
        "pan_up",
        ("shift+up", "K"),
        msg("Move the view up"),
        msg("See what stands further up."),
        _pan(0, -1),
        place="chart",
    ),
    Action(
        "pan_down",
        ("shift+down", "J"),
        msg("Move the view down"),
        msg("See what stands further down."),
        _pan(0, 1),
        place="chart",
    ),
    Action(
        "chart_page_up", ("pageup",), msg("Page up"), msg("The view a screen up."), _page(-1), place="chart"
    ),
    Action(
        "chart_page_down",
        ("pagedown",),
        msg("Page down"),
        msg("The view a screen down."),
        _page(1),
        place="chart",
    ),
    Action(
        "chart_width",
        ("w",),
        msg("Rows whole or broken"),
        msg("Keep each row of boxes in one, as on the official chart, or break it to the width."),
        lambda stage: stage.part("chart").switch_width(),
        place="chart",
        hint=msg("one row"),
    ),
)
