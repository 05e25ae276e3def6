"""A screen beside the editor that is one list of lines."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from sotk.tui.screens.side import SideScreen
from sotk.tui.widgets.lines import Lines


class ListScreen(SideScreen):
    """Title, list, what was told, hints. `LIST` is the list, with the keys of its place."""

    CSS_PATH = Path(__file__).with_name("changes.tcss")
    LIST: ClassVar[type[Lines]] = Lines

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="banner", markup=False)
        yield Static(id="spoken", markup=False)
        yield self.LIST(id="changes", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("changes").focus()
        self.show()
