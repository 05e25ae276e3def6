"""A screen beside the tree, for one matter: title, what it shows, the line of what was told, the hints.

Esc goes back to the tree; help, language and colours are everywhere the same.
"""

from textual.widgets import Static

from sotk.locale import msg
from sotk.tui.dialogs.read import Read
from sotk.tui.helping import help_text
from sotk.tui.screens.staging import StageScreen


class SideScreen(StageScreen):
    """What the screens of one matter have in common; each composes #title, #told and #hints."""

    def on_resize(self) -> None:
        self.show()

    def show_told(self) -> None:
        self.query_one("#told", Static).update(self.editor.told)

    def show_help(self) -> None:
        keys = self.say(msg("↑↓ scroll, Esc goes back"))
        self.app.push_screen(Read(self.say(msg("Help")), help_text(self.language), keys))

    def switch_language(self) -> None:
        self.editor.language = "en" if self.language == "id" else "id"
        self.editor.told = ""
        self.show()

    def switch_theme(self) -> None:
        self.tell(msg("Colours: {name}", name=self.editor.next_theme()))

    def action_leave(self) -> None:
        self.editor.told = ""
        self.dismiss(None)
