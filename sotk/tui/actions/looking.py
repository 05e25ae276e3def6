"""What is shown and how: panels, palette, help, language, theme."""

from operator import methodcaller
from typing import Final

from sotk.locale import msg
from sotk.session import State
from sotk.tui.action import Action, on_part


def _in_proposal(state: State) -> bool:
    return state.document.scenario is not None


ACTIONS: Final = (
    Action(
        "help",
        ("question_mark", "f1"),
        msg("Help"),
        msg("All keys and what they do."),
        methodcaller("show_help"),
        hint=msg("help"),
    ),
    Action(
        "palette",
        ("ctrl+p", "colon"),
        msg("All commands"),
        msg("Type a part of a command to find and run it."),
        methodcaller("show_palette"),
        hint=msg("commands"),
    ),
    Action(
        "next_panel",
        ("tab",),
        msg("Next panel"),
        msg("To the tree, the form, the findings in turn."),
        methodcaller("next_panel"),
    ),
    Action(
        "see_findings",
        ("f",),
        msg("Findings"),
        msg("Go to the list of findings."),
        on_part("findings", "focus"),
    ),
    Action(
        "fix",
        ("F",),
        msg("Apply the fix"),
        msg("Carry out what the finding proposes."),
        on_part("findings", "fix"),  # asks where edits go by itself: the answer may write the list anew
        place="findings",
        hint=msg("fix"),
    ),
    Action(
        "explain",
        ("x", "E"),
        msg("Explain"),
        msg("What the rule says, why, and on which basis."),
        on_part("findings", "explain"),
        place="findings",
        hint=msg("why"),
    ),
    Action(
        "see_changes",
        ("o", "f4"),
        msg("Changes and decisions"),
        msg("The changes of the proposal, with what was decided of each."),
        methodcaller("show_changes"),
        possible=_in_proposal,
        hint=msg("changes"),
    ),
    Action(
        "language",
        ("f8",),
        msg("Bahasa / language"),
        msg("Indonesian or English."),
        methodcaller("switch_language"),
    ),
    Action(
        "theme",
        ("f9",),
        msg("Colours"),
        msg("Dark, light, high contrast, no colours."),
        methodcaller("switch_theme"),
    ),
    Action(
        "presenter",
        ("P", "f3"),
        msg("Presenter mode"),
        msg("For a room: the mark of the proposal and decisions in large letters, fewer panels."),
        methodcaller("switch_presenting"),
    ),
    Action(
        "flat",
        ("T",),
        msg("Flat mode"),
        msg("For screen readers: one column, words in place of signs, the line at the cursor as a sentence."),
        methodcaller("switch_flat"),
    ),
    Action(
        "mouse",
        ("Y",),
        msg("Mouse on or off"),
        msg("Off: the terminal itself marks and copies text with the mouse."),
        methodcaller("switch_mouse"),
    ),
)
