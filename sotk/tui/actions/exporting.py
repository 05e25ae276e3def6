"""Writing pictures, slides and documents."""

from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.tui.action import Action

ACTIONS: Final = (
    Action(
        "export",
        ("ctrl+e", "f5"),
        msg("Export…"),
        msg("Write the chart or the comparison as slides, PDF or a picture, or a document for the file."),
        methodcaller("show_export"),
        hint=msg("export"),
    ),
    Action(
        "write_export",
        ("w", "ctrl+s"),
        msg("Write the file"),
        msg("Make it and write it; a file that is there is replaced only if you say so."),
        methodcaller("write_export"),
        place="export",
        hint=msg("write the file"),
    ),
    Action(
        "next_value",
        ("right", "l", "space"),
        msg("Next value"),
        msg("The next thing this line can be."),
        methodcaller("step", 1),
        place="export",
        hint=msg("next value"),
    ),
    Action(
        "previous_value",
        ("left", "h"),
        msg("Previous value"),
        msg("The thing before."),
        methodcaller("step", -1),
        place="export",
    ),
)
