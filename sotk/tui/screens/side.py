"""What every screen beside the editor has: the session of that, some of its actions, the way back."""

from collections.abc import Container, Iterator
from pathlib import Path
from typing import ClassVar, Final

from textual.binding import Binding

from sotk.tui.catalogue import bindings
from sotk.tui.screens.guided import GuidedScreen
from sotk.tui.stages import Desk

SHARED: Final = (
    *("undo", "redo", "save", "help", "palette", "language", "theme", "presenter", "flat", "mouse"),
)
"""The actions of no particular place that work on such a screen."""


def shared_bindings() -> Iterator[Binding]:
    return (binding for binding in bindings("anywhere") if binding.id in SHARED)


class SideScreen(GuidedScreen):
    """A screen pushed on the editor."""

    ELSEWHERE: ClassVar[Container[str] | None] = SHARED

    def __init__(self, desk: Desk) -> None:
        """`desk` is the editor it is pushed on."""
        super().__init__()
        self.desk, self.session = desk, desk.session

    def open_path(self, path: Path) -> None:
        self.desk.open_path(path)
        self.session = self.desk.session
        self.show()

    def on_resize(self) -> None:
        self.show()

    def action_leave(self) -> None:
        self.editor.told = ""
        if self.is_current:
            self.dismiss(None)
