"""What all screens share: the language, the keys, the colours, the modes and the last words.

The frame the screens stand in; knows none of them.
"""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Final

from textual.app import App
from textual.binding import BindingType
from textual.events import Event, Key
from textual.geometry import Offset
from textual.screen import Screen

from sotk.locale import Language
from sotk.tui.ahead import TypedAhead
from sotk.tui.themes import CONTRAST, FAINT, MONO, NAMES

LOOK_SECONDS: Final = 2.0
TURN_SECONDS: Final = 0.0005
"""How long a thread in the background keeps the interpreter before the screen gets its turn.

By default 5 ms, which a key would pay at every step on its way to the screen while rules are asked.
"""
MOUSE: Final = "\x1b[?1000{0}\x1b[?1003{0}\x1b[?1015{0}\x1b[?1006{0}"
"""What a terminal is told to send (h) or keep (l) of the mouse: presses, motion, in extended form."""
SHOW_CURSOR: Final = "\x1b[?25h"
HIDE_CURSOR: Final = "\x1b[?25l"


@dataclass(frozen=True, slots=True)
class Modes:
    """How the editor begins: for a room, to be read aloud, and whether it listens to the mouse."""

    present: bool = False
    flat: bool = False
    mouse: bool = True


AT_A_DESK: Final = Modes()
"""For one person who sees the screen and has a mouse."""


class EditorApp(App[None]):
    """The editor."""

    CSS_PATH = Path(__file__).with_name("modes.tcss")
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "sotk"

    def __init__(
        self,
        first: Callable[[], Screen[None]],
        language: Language,
        keys: Mapping[str, str],
        modes: Modes = AT_A_DESK,
    ) -> None:
        """`first` makes the first screen; `keys` gives actions of the table other keys, by their ids."""
        super().__init__()
        self._first = first
        self._ahead = TypedAhead(self, super().on_event)
        self.keys = keys
        self.language: Language = language
        self.told = ""
        self.presenting, self.flat, self.mouse = modes.present, modes.flat, modes.mouse

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The faint colour of tree lines and ghosts: they are painted over others, so it is no shade of these."""
        return {"faint": FAINT["dark" if self.current_theme.dark else "light"]}

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key) and not event.is_forwarded:
            await self._ahead.take(event)
        else:
            await super().on_event(event)

    def on_mount(self) -> None:
        sys.setswitchinterval(TURN_SECONDS)
        for theme in (CONTRAST, MONO):
            self.register_theme(theme)
        if "NO_COLOR" in os.environ:
            self.theme = MONO.name
        self.set_keymap(dict(self.keys))
        self._show_modes()
        if not self.mouse:
            self._tell_terminal(MOUSE.format("l"))
        self.push_screen(self._first())
        if _has_terminal():
            self.set_interval(LOOK_SECONDS, self._leave_if_alone)

    def _leave_if_alone(self) -> None:
        """Go where the terminal went: a closed window or a dropped line. The journal keeps the work."""
        if not _has_terminal():
            os._exit(0)  # an ordered exit would write to the terminal that is gone, and wait for it

    def switch_presenting(self) -> None:
        """For a room, or for the one at the desk."""
        self.presenting, self.flat = not self.presenting, False
        self._show_modes()

    def switch_flat(self) -> None:
        """For who hears the screen, or for who sees it."""
        self.flat, self.presenting = not self.flat, False
        self._show_modes()

    def switch_mouse(self) -> None:
        """Listen to the mouse, or leave it to the terminal, which marks and copies text with it."""
        self.mouse = not self.mouse
        self._tell_terminal(MOUSE.format("h" if self.mouse else "l"))

    def point_at(self, place: Offset) -> None:
        """Put the cursor of the terminal where a screen reader shall read on."""
        self.cursor_position = place

    def _show_modes(self) -> None:
        self.set_class(self.presenting, "-present")
        self.set_class(self.flat, "-flat")
        self._tell_terminal(SHOW_CURSOR if self.flat else HIDE_CURSOR)

    def _tell_terminal(self, sequence: str) -> None:
        """Textual has no word for these: they go to the terminal as they are, and nowhere without one."""
        if self._driver is not None and not self.is_headless:
            self._driver.write(sequence)
            self._driver.flush()

    def action_help_quit(self) -> None:
        """Ctrl-C is answered by the screens, in their language; over a question it does nothing."""

    def next_theme(self) -> str:
        """Change to the next set of colours and give its name."""
        at = NAMES.index(self.theme) if self.theme in NAMES else -1
        self.theme = NAMES[(at + 1) % len(NAMES)]
        return self.theme


def _has_terminal() -> bool:
    """Whether the keys come from a terminal that is still there."""
    try:
        return os.isatty(0)
    except OSError:
        return False
