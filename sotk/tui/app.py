"""The application: holds what all screens share, the language, the colours and the last words; nothing else."""

import os
from typing import ClassVar

from textual.app import App
from textual.binding import BindingType

from sotk.locale import Language
from sotk.session.opening import Desk
from sotk.tui.screens.editor import EditorScreen
from sotk.tui.themes import CONTRAST, MONO, NAMES


class EditorApp(App[None]):
    """The editor on one document."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []
    TITLE = "sotk"

    def __init__(self, desk: Desk, language: Language) -> None:
        super().__init__()
        self.desk = desk
        self.language: Language = language
        self.told = ""

    def on_mount(self) -> None:
        for theme in (CONTRAST, MONO):
            self.register_theme(theme)
        if "NO_COLOR" in os.environ:
            self.theme = MONO.name
        self.set_keymap(self.desk.settings.keys)
        self.push_screen(EditorScreen(self.desk))

    def next_theme(self) -> str:
        """Change to the next set of colours and give its name."""
        at = NAMES.index(self.theme) if self.theme in NAMES else -1
        self.theme = NAMES[(at + 1) % len(NAMES)]
        return self.theme
