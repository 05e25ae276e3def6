"""A session of editing one document: carries out edits, keeps the journal, saves. Headless.

It holds one frozen `State`; every method that changes it gives the new one. What it may not do is said
by findings, never by exceptions.
"""

from collections.abc import Iterable
from dataclasses import replace
from os import getpid
from pathlib import Path

from sotk.findings import Finding
from sotk.locale import msg
from sotk.model import Operation, Scenario
from sotk.session import saving
from sotk.session.document import Document, amended
from sotk.session.edits import Change, Edit, written
from sotk.session.folders import text_digest
from sotk.session.history import History, Step
from sotk.session.journal import Journal
from sotk.session.lock import DocumentLock
from sotk.session.opening import Desk, document_from, open_desk
from sotk.session.recovery import Left, journal_path, start_path
from sotk.session.state import Clipboard, Mode, Selection, State


class Session:
    """One document under edit. `said` holds what the last call had to say."""

    def __init__(self, desk: Desk, *, journal: bool = True) -> None:
        self.desk = desk
        self.loaded = desk.loaded
        self.history = History(desk.document)
        self.saved_at: int | None = 0
        self.said: tuple[Finding, ...] = ()
        self.lock = DocumentLock(desk.path)
        self.journal = Journal(journal_path(desk.path)) if journal and self.lock.acquired else None
        self._journalling = False
        mode: Mode = "proposal" if desk.document.scenario is not None else "ask"
        self.state = State(desk.document, Selection(desk.document.structure.root), mode)

    # Editing

    def change(self, *operations: Operation, cursor: str | None = None) -> State:
        """Carry out operations as one step; the cursor goes to a unit they made or moved."""
        return self.do(Change(operations), cursor) if operations else self._say()

    def do(self, edit: Edit, cursor: str | None = None) -> State:
        """Carry out an edit, journal first; a refused one changes nothing and `said` says why."""
        made = amended(self.state.document, edit)
        if made.refused or made.document is self.state.document:
            return self._say(*made.findings)
        self._keep({"edit": written(edit)})
        before = self.state.selection
        wanted = replace(before, cursor=cursor or before.cursor)
        after = wanted.within(made.document.structure, self._neighbour(made.document))
        self.history.add(Step(edit, before, after), made.document)
        if self.saved_at is not None and self.saved_at >= self.history.done:
            self.saved_at = None  # the state that was saved can no longer be reached
        self._say(*made.findings)
        return self._show(made.document, after)

    def undo(self) -> State:
        """Go back a step, of edits or of marks."""
        gone = self.history.steps[self.history.done - 1] if self.history.can_undo else None
        found = self.history.undo()
        if found is None or gone is None:
            return self._say()
        if gone.edit is not None:
            self._keep({"undo": 1})
        self._say()
        return self._show(*found)

    def redo(self) -> State:
        """Go forward a step that was undone."""
        found = self.history.redo()
        if found is None:
            return self._say()
        if self.history.steps[self.history.done - 1].edit is not None:
            self._keep({"redo": 1})
        self._say()
        return self._show(*found)

    def go_to_step(self, done: int) -> State:
        """Undo, or do again, until exactly so many steps are in force; each is journalled as it is done."""
        while self.history.done > max(0, done):
            self.undo()
        while self.history.done < min(done, len(self.history.steps)):
            self.redo()
        return self.state

    # Choosing

    def go(self, unit: str) -> State:
        """Put the cursor on a unit; no step of undo by itself."""
        if unit in self.state.structure.units:
            self.state = self.state.at(unit)
        return self.state

    def mark(self, units: Iterable[str]) -> State:
        """Mark exactly these units: a step that can be undone."""
        marked = frozenset(units) & self.state.structure.units.keys()
        before = self.state.selection
        if marked == before.marked:
            return self._say()
        after = replace(before, marked=marked)
        self.history.add(Step(None, before, after), self.state.document)
        if self.saved_at is not None and self.saved_at >= self.history.done:
            self.saved_at = None
        return self._show(self.state.document, after)

    def hold(self, clipboard: Clipboard | None) -> State:
        """Remember units that are cut or copied."""
        self.state = replace(self.state, clipboard=clipboard)
        return self.state

    def edit_directly(self) -> State:
        """Let edits go straight into the file of a structure, by the planner's own choice."""
        if self.state.mode == "ask":
            self.state = replace(self.state, mode="direct")
        return self.state

    # Files

    def save(self) -> State:
        """Write the file; `said` is empty where it was written."""
        document = self.state.document
        text = saving.text_of(self.loaded, document)
        if text is None:
            return self._say(saving.not_editable())
        self._keep({"saving": text_digest(text)})
        if self.journal is not None:
            self.journal.sync()
        result = saving.write(self.loaded, text)
        if result.loaded is None:
            return self._say(*result.findings)
        self.loaded = result.loaded
        self.saved_at = self.history.done
        self._say()
        return self._show(document, self.state.selection)

    def is_changed_on_disk(self) -> bool:
        """Whether another program wrote the file since it was read or saved here."""
        return saving.is_changed_on_disk(self.loaded)

    def reread(self) -> State:
        """Take the file as another program left it and carry out what was not saved on top of it."""
        found = open_desk(self.desk.path)
        if not isinstance(found, Desk):
            return self._say(_unreadable())
        edits = self._unsaved_edits()
        self.desk, self.loaded = replace(found, left=None), found.loaded
        self.history, self.saved_at = History(found.document), 0
        self._journalling = False
        self._show(found.document, self.state.selection.within(found.document.structure))
        return self._repeat(edits)

    def take_up(self, left: Left) -> State:
        """Bring back what an earlier session did not save."""
        start = None if left.start is None else document_from(left.start, self.desk)
        if start is not None and left.start is not None:
            self._begin_journal(left.start)
            self.history = History(start)
            self._show(start, self.state.selection.within(start.structure))
        self._repeat((*left.edits, *left.undone))
        said = self.said
        for _ in left.undone:
            self.undo()
        if start is not None and not said:
            self.saved_at = left.saved
            self._show(self.state.document, self.state.selection)
        self._say(*said)
        if self.state.document.scenario is None:
            self.edit_directly()
        return self.state

    def forget_left(self) -> None:
        """Drop what an earlier session left: the planner does not want it."""
        journal_path(self.desk.path).unlink(missing_ok=True)
        start_path(journal_path(self.desk.path)).unlink(missing_ok=True)

    def close(self, *, keep: bool = False) -> None:
        """End the session. The journal goes, unless `keep` leaves unsaved work for the next start."""
        if self.journal is not None and self._journalling:
            self.journal.close(delete=not keep)
            if not keep:
                start_path(self.journal.path).unlink(missing_ok=True)
        self.lock.release()

    @property
    def trouble(self) -> str | None:
        """Why steps cannot be kept in the journal; None while all is well."""
        return None if self.journal is None else self.journal.trouble

    def _repeat(self, edits: Iterable[Edit]) -> State:
        refused: list[Finding] = []
        for edit in edits:
            self.do(edit)
            refused += [finding for finding in self.said if finding.severity == "error"]
        return self._say(*refused)

    def _unsaved_edits(self) -> list[Edit]:
        start = self.saved_at or 0
        steps = self.history.steps[start : self.history.done]
        return [step.edit for step in steps if step.edit is not None]

    def _keep(self, entry: dict[str, object]) -> None:
        """Journal a line; the journal begins with the first."""
        if self.journal is None:
            return
        if not self._journalling:
            self._begin_journal(self.loaded.text)
        self.journal.append(entry)

    def _begin_journal(self, text: str) -> None:
        if self.journal is None:
            return
        start_file = start_path(self.journal.path)
        try:
            start_file.touch(0o600)
            start_file.write_bytes(text.encode("utf-8", "surrogatepass"))
        except OSError:
            start_file.unlink(missing_ok=True)
        self.journal.start({"path": str(self.desk.path), "digest": text_digest(text), "process": getpid()})
        self._journalling = True

    def _show(self, document: Document, selection: Selection) -> State:
        changed = self.history.done != self.saved_at and self._differs()
        self.state = replace(self.state, document=document, selection=selection, changed=changed)
        return self.state

    def _differs(self) -> bool:
        """Whether an edit, not only a mark, lies between what was saved and now."""
        if self.saved_at is None:
            return True
        low, high = sorted((self.saved_at, self.history.done))
        return any(step.edit is not None for step in self.history.steps[low:high])

    def _say(self, *findings: Finding) -> State:
        self.said = findings
        return self.state

    def _neighbour(self, document: Document) -> str | None:
        """Where the cursor goes when its unit is gone: to the sibling below it, above it, or the parent."""
        structure, at = self.state.structure, self.state.selection.cursor
        while at in structure.units and at not in document.structure.units:
            parent = structure.units[at].parent
            if parent is None:
                return None
            siblings = structure.below(parent)
            place = siblings.index(at)
            near = (*siblings[place + 1 :], *reversed(siblings[:place]))
            found = next((unit for unit in near if unit in document.structure.units), None)
            if found is not None:
                return found
            at = parent
        return at


def branch(desk: Desk, name: str, id: str) -> Path | Finding:  # noqa: A002
    """Begin a proposal on the document of a desk, in a file beside it."""
    return saving.new_proposal(desk.path.parent, desk.path, desk.document.structure, name, id)


def decisions(scenario: Scenario | None) -> dict[str, int]:
    """How many operations of a proposal have each status."""
    counts: dict[str, int] = {}
    for operation in scenario.operations if scenario else ():
        counts[operation.status] = counts.get(operation.status, 0) + 1
    return counts


def _unreadable() -> Finding:
    return Finding(
        "EDT003",
        "unreadable-now",
        "error",
        msg("The file on the disk can no longer be read; the work here stays as it is."),
        remedy=msg("Mend the file, or save to keep the work of this session."),
    )
