"""What every screen beside the editor has: the session of that, some of its actions, the way back."""

from collections.abc import Container, Iterator
from typing import ClassVar, Final

from textual.binding import Binding

from sotk.session import Session
from sotk.tui.catalogue import bindings
from sotk.tui.screens.guided import GuidedScreen

SHARED: Final = (
    *("undo", "redo", "save", "help", "palette", "language", "theme", "presenter", "flat", "mouse"),
)
"""The actions of no particular place that work on such a screen."""


def shared_bindings() -> Iterator[Binding]:
    return (binding for binding in bindings("anywhere") if binding.id in SHARED)


class SideScreen(GuidedScreen):
    """A screen pushed on the editor."""

    ELSEWHERE: ClassVar[Container[str] | None] = SHARED

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def on_resize(self) -> None:
        self.show()

    def action_leave(self) -> None:
        self.editor.told = ""
        if self.is_current:
            self.dismiss(None)
