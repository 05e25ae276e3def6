"""What every screen beside the editor has: help, palette, language, colours, what was told, the way back."""

from collections.abc import Iterator
from typing import ClassVar, Final

from textual.binding import Binding
from textual.widgets import Static

from sotk.locale import msg
from sotk.session import Session
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.dialogs.read import Read
from sotk.tui.helping import help_text, hints, palette_choices
from sotk.tui.screens.staging import StageScreen

SHARED: Final = (
    *("undo", "redo", "save", "help", "palette", "language", "theme", "presenter", "flat", "mouse"),
)
"""The actions of no particular place that work on such a screen."""


def shared_bindings() -> Iterator[Binding]:
    return (binding for binding in bindings("anywhere") if binding.id in SHARED)


class SideScreen(StageScreen):
    """A screen pushed on the editor. `PLACES` are the places of the table of actions it stands for."""

    PLACES: ClassVar[tuple[Place, ...]] = ()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_resize(self) -> None:
        self.show()

    def show_hints(self) -> None:
        self.query_one("#hints", Static).update(
            hints(self.state, self.language, self.PLACES, self.size.width, SHARED, self.editor.keys)
        )

    def show_told(self) -> None:
        self.query_one("#told", Static).update(self.editor.told)

    def show_help(self) -> None:
        keys = self.say(msg("↑↓ scroll, Esc goes back"))
        self.app.push_screen(Read(self.say(msg("Help")), help_text(self.language, self.editor.keys), keys))

    async def show_palette(self) -> None:
        choices = palette_choices(self.state, self.language, self.PLACES, SHARED, self.editor.keys)
        chosen = await self.choose(msg("All commands"), choices)
        if chosen is not None:
            self.carry_out(chosen)

    def switch_language(self) -> None:
        self.editor.language = "en" if self.language == "id" else "id"
        self.editor.told = ""
        self.show()

    def switch_theme(self) -> None:
        self.tell(msg("Colours: {name}", name=self.editor.next_theme()))

    def action_leave(self) -> None:
        self.editor.told = ""
        if self.is_current:
            self.dismiss(None)
