"""Undo and redo without limit: a log of steps with a checkpoint now and then, not a copy a step.

A state of long ago is made again from the checkpoint before it. Knows edits and documents, no screen.
"""

from dataclasses import dataclass, field
from typing import Final

from sotk.session.document import Document, amended
from sotk.session.edits import Edit
from sotk.session.state import Selection

EVERY: Final = 50
"""Steps between two checkpoints: what an undo at worst carries out again."""

RECENT: Final = 8
"""How many of the latest documents are kept besides, so that undoing the last steps costs nothing."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: an edit, or None where only marks changed, with the selection before and after it."""

    edit: Edit | None
    before: Selection
    after: Selection


@dataclass(slots=True)
class History:
    """The steps since the document was opened; `done` of them are in force, the rest can be redone."""

    start: Document
    steps: list[Step] = field(default_factory=list)
    done: int = 0
    _documents: dict[int, Document] = field(default_factory=dict)

    def add(self, step: Step, document: Document) -> None:
        """Note a step that was carried out and the document it gave; what could be redone is gone."""
        del self.steps[self.done :]
        self._documents = {at: kept for at, kept in self._documents.items() if at <= self.done}
        self.steps.append(step)
        self.done += 1
        self._documents[self.done] = document
        old = self.done - RECENT
        if old > 0 and old % EVERY:
            self._documents.pop(old, None)

    def undo(self) -> tuple[Document, Selection] | None:
        """Go back a step; None at the beginning."""
        if self.done == 0:
            return None
        self.done -= 1
        return self.document(self.done), self.steps[self.done].before

    def redo(self) -> tuple[Document, Selection] | None:
        """Go forward a step that was undone; None where there is none."""
        if self.done == len(self.steps):
            return None
        self.done += 1
        return self.document(self.done), self.steps[self.done - 1].after

    def document(self, at: int) -> Document:
        """The document after the first `at` steps."""
        known = max((place for place in self._documents if place <= at), default=0)
        document = self._documents[known] if known else self.start
        for step in self.steps[known:at]:
            if step.edit is not None:
                document = amended(document, step.edit).document
        return document

    @property
    def can_undo(self) -> bool:
        """Whether a step is in force that can be taken back."""
        return self.done > 0

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be done again."""
        return self.done < len(self.steps)

    def kept(self) -> int:
        """How many documents are kept: grows with steps divided by `EVERY`."""
        return len(self._documents)
