"""What all dialogs share: they answer once, however fast keys are pressed."""

from typing import TypeVar

from textual.screen import ModalScreen

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A question before the screen that asked it."""

    def answer(self, result: Answer) -> None:
        """Give the answer and go. A second key in the same moment answers nothing."""
        if self.is_current:
            self.dismiss(result)
