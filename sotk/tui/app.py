"""The application: holds what all screens share, the language, the colours and the last words; nothing else."""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar, Final

from textual.app import App
from textual.binding import BindingType
from textual.screen import Screen

from sotk.locale import Language
from sotk.session.opening import Desk
from sotk.tui.screens.editor import EditorScreen
from sotk.tui.screens.welcome import WelcomeScreen
from sotk.tui.themes import CONTRAST, MONO, NAMES

LOOK_SECONDS: Final = 2.0
TURN_SECONDS: Final = 0.0005
"""How long a thread in the background keeps the interpreter before the screen gets its turn.

By default 5 ms, which a key would pay at every step on its way to the screen while rules are asked.
"""


class EditorApp(App[None]):
    """The editor."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "sotk"

    def __init__(
        self, first: Callable[[], Screen[None]], language: Language, keys: Mapping[str, str]
    ) -> None:
        """`first` makes the first screen; `keys` gives actions of the table other keys, by their ids."""
        super().__init__()
        self._first = first
        self._keys = keys
        self.language: Language = language
        self.told = ""

    def on_mount(self) -> None:
        sys.setswitchinterval(TURN_SECONDS)
        for theme in (CONTRAST, MONO):
            self.register_theme(theme)
        if "NO_COLOR" in os.environ:
            self.theme = MONO.name
        self.set_keymap(dict(self._keys))
        self.push_screen(self._first())
        if _has_terminal():
            self.set_interval(LOOK_SECONDS, self._leave_if_alone)

    def _leave_if_alone(self) -> None:
        """Go where the terminal went: a closed window or a dropped line. The journal keeps the work."""
        if not _has_terminal():
            os._exit(0)  # an ordered exit would write to the terminal that is gone, and wait for it

    def next_theme(self) -> str:
        """Change to the next set of colours and give its name."""
        at = NAMES.index(self.theme) if self.theme in NAMES else -1
        self.theme = NAMES[(at + 1) % len(NAMES)]
        return self.theme


def editor_of(desk: Desk, language: Language) -> EditorApp:
    """The editor on one document."""
    return EditorApp(lambda: EditorScreen(desk), language, desk.settings.keys)


def welcome(folder: Path, example: Path, language: Language) -> EditorApp:
    """The editor where no document was named."""
    return EditorApp(lambda: WelcomeScreen(folder, example), language, {})


def _has_terminal() -> bool:
    """Whether the keys come from a terminal that is still there."""
    try:
        return os.isatty(0)
    except OSError:
        return False
