"""Help, hints and palette, made from the table of actions."""

from collections.abc import Container, Iterator, Mapping
from textwrap import wrap
from typing import Final, TypeAlias

from textual.content import Content

from sotk.locale import Language, Message, msg, say
from sotk.session import State
from sotk.tui.action import Action, Choice, Place
from sotk.tui.catalogue import ACTIONS, BY_ID
from sotk.tui.keys import key_name, key_names
from sotk.tui.signs import CHANGES, GHOST, LEFT, MARKED, SEVERITIES, STATUSES

PLACES: Final[Mapping[Place, Message]] = {
    "anywhere": msg("Everywhere"),
    "tree": msg("In the tree"),
    "details": msg("In the form"),
    "findings": msg("In the list of findings"),
    "chart": msg("On the chart"),
    "export": msg("On the screen of export"),
    "proposal": msg("On the screen of changes"),
    "table": msg("In every table"),
    "duties": msg("On the board of duties"),
    "indicators": msg("On the board of indicators"),
    "posts": msg("In the table of posts"),
    "steps": msg("In the list of steps"),
    "compare": msg("Beside another proposal"),
}


Keys: TypeAlias = Mapping[str, str]
"""Other keys for actions, by their ids, as the settings write them: `f6`, or several with commas."""
NO_KEYS: Final[Keys] = {}
KEYS_WIDTH: Final = 22
"""Cells of the column of keys in the help."""

HINTED: Final = (
    *("help", "add_below", "rename", "move_to", "undo", "save", "quit", "see_changes", "see_chart", "find"),
    *("fill_in", "remove", "mark", "transfer_duty", "see_duties", "see_indicators", "see_posts", "palette"),
    *("compare", "export"),
)
"""The order of hints in the tree: what a newcomer needs first; what does not fit the line is left out."""


def hints(
    state: State,
    language: Language,
    place: Place | tuple[Place, ...],
    width: int,
    elsewhere: Container[str] | None = None,
    keys: Keys = NO_KEYS,
) -> Content:
    """The line at the bottom: what can be done here, as much as fits.

    `elsewhere` names the actions of no particular place that a screen has; all of them if not said.
    """
    able = [action for action in _able(state, place, elsewhere) if action.hint is not None]
    able.sort(key=_rank)
    line = Content("")
    for action in able:
        hint = action.hint or action.label
        more = Content.assemble((f" {key_of(action.id, language, keys)}", "bold"), f" {say(hint, language)} ")
        if line.cell_length + more.cell_length > width:
            break
        line = line + more
    return line


def key_of(id: str, language: Language, keys: Keys = NO_KEYS) -> str:  # noqa: A002 - the word of the table
    """The first key of an action, as it is printed on keyboards."""
    return key_name(_keys(BY_ID[id], keys)[0], language)


def _keys(action: Action, keys: Keys) -> tuple[str, ...]:
    """The keys of an action: those of the table, unless the settings give it others."""
    return tuple(keys[action.id].split(",")) if keys.get(action.id) else action.keys


def _rank(action: Action) -> int:
    """Where a hint stands: help first, then what only this screen can do, then what all can."""
    if action.id == HINTED[0]:
        return -2
    return HINTED.index(action.id) if action.id in HINTED else -1


def palette_choices(
    state: State,
    language: Language,
    place: Place | tuple[Place, ...],
    elsewhere: Container[str] | None = None,
    keys: Keys = NO_KEYS,
) -> list[Choice]:
    """Every command that is possible now, with its keys."""
    return [
        Choice(action.id, f"{say(action.label, language)}", key_names(_keys(action, keys), language))
        for action in _able(state, place, elsewhere)
        if action.id != "palette"
    ]


def help_text(
    language: Language, here: Container[Place] = (), width: int = 100, keys: Keys = NO_KEYS
) -> Content:
    """All actions by place, those of the places here first, then the signs; `width` in cells."""
    lines: list[Content] = []
    for place in sorted(PLACES, key=lambda place: place not in here):
        lines.append(Content.styled(say(PLACES[place], language), "bold underline"))
        for action in (action for action in ACTIONS if action.place == place):
            lines += _lines(key_names(_keys(action, keys), language), action, language, width)
        lines.append(Content(""))
    lines.append(Content.styled(say(msg("Signs"), language), "bold underline"))
    lines += [Content(f"{sign}  {say(word, language)}") for sign, word in _signs()]
    return Content("\n").join(lines)


def _lines(keys: str, action: Action, language: Language, width: int) -> Iterator[Content]:
    """The keys of an action, and beside them what it does."""
    said = f"{say(action.label, language)}: {say(action.help, language)}"
    first, *more = wrap(said, max(width - KEYS_WIDTH, 20))
    yield Content.assemble((f"{keys:<{KEYS_WIDTH}}", "bold"), first)
    yield from (Content(" " * KEYS_WIDTH + line) for line in more)


def _signs() -> list[tuple[str, Message]]:
    return [
        *SEVERITIES.values(),
        *CHANGES.values(),
        (GHOST, msg("stood here, removed")),
        (LEFT, msg("stood here, moved elsewhere")),
        (MARKED, msg("marked")),
        *STATUSES.values(),
    ]


def _able(state: State, place: Place | tuple[Place, ...], elsewhere: Container[str] | None) -> list[Action]:
    """The actions that are possible at a place, or at several that one screen stands for."""
    here = (place,) if isinstance(place, str) else place
    return [
        action
        for action in ACTIONS
        if action.possible(state)
        and (
            action.place in here
            or (action.place == "anywhere" and (elsewhere is None or action.id in elsewhere))
        )
    ]
