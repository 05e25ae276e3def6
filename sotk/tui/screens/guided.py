"""What guides the person on every screen of a session: hints, help, palette, language, colours, modes."""

from collections.abc import Container
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from sotk.locale import msg
from sotk.tui.action import Place
from sotk.tui.dialogs.read import Read, Readable
from sotk.tui.helping import help_text, hints, key_of, palette_choices
from sotk.tui.screens.staging import StageScreen


class GuidedScreen(StageScreen):
    """A screen with a title, what was told last, and hints.

    `PLACES` are the places of the table of actions it stands for, `ELSEWHERE` the actions of no particular
    place that it has: None for all of them.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "how_to_leave", show=False)]
    PLACES: ClassVar[tuple[Place, ...]] = ()
    ELSEWHERE: ClassVar[Container[str] | None] = None

    @property
    def star(self) -> str:
        """Before the title: whether something is not saved yet."""
        return "* " if self.state.changed else "  "

    @property
    def places(self) -> tuple[Place, ...]:
        """The places whose keys work where the cursor is now."""
        return self.PLACES

    def action_how_to_leave(self) -> None:
        """Ctrl-C leaves nothing here: say which key does."""
        key = key_of("quit", self.language, self.editor.keys)
        self.tell(msg("To leave, press {key}; work is never lost.", key=key))

    def show_hints(self) -> None:
        width, keys = self.size.width, self.editor.keys
        line = hints(self.state, self.language, self.places, width, self.ELSEWHERE, keys)
        self.query_one("#hints", Static).update(line)

    def show_told(self) -> None:
        self.query_one("#told", Static).update(self.editor.told)

    def show_help(self) -> None:
        here, keys = self.places, self.editor.keys
        self.read(self.say(msg("Help")), lambda width: help_text(self.language, here, width, keys))

    async def show_palette(self) -> None:
        here = dict.fromkeys((*self.places, *self.PLACES))
        possible = palette_choices(self.state, self.language, (*here,), self.ELSEWHERE, self.editor.keys)
        chosen = await self.choose(msg("All commands"), possible)
        if chosen is not None:
            self.carry_out(chosen)

    def read(self, title: str, text: Readable) -> None:
        """Put a text in front, to be scrolled."""
        self.app.push_screen(Read(title, text, self.say(msg("↑↓ scroll, Esc goes back"))))

    def in_front(self, screen: Screen[None]) -> None:
        """Put a screen in front; what it did is seen when it is left."""
        self.app.push_screen(screen, lambda _: self.show())

    def switch_language(self) -> None:
        self.editor.language = "en" if self.language == "id" else "id"
        self.editor.told = ""
        self.show()

    def switch_theme(self) -> None:
        self.tell(msg("Colours: {name}", name=self.editor.next_theme()))

    def switch_presenting(self) -> None:
        self.editor.switch_presenting()
        self.show()
        self.tell(
            msg("Presenter mode; P goes back. Make the letters of the terminal larger too: Ctrl +")
            if self.editor.presenting
            else msg("Presenter mode is off.")
        )

    def switch_flat(self) -> None:
        self.editor.switch_flat()
        self.show()
        self.tell(
            msg("Flat mode: one column, in words; T goes back.")
            if self.editor.flat
            else msg("Flat mode is off.")
        )

    def switch_mouse(self) -> None:
        self.editor.switch_mouse()
        self.tell(
            msg("The editor listens to the mouse.")
            if self.editor.mouse
            else msg("The mouse is left to the terminal: mark and copy text with it. Y takes it back.")
        )
