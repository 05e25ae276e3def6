"""A document under edit on a screen: what is open, where it stands, and what the rules say of it.

How it is painted is said by the screen that inherits from this one.
"""

import gc
from abc import abstractmethod
from pathlib import Path

from sotk.chart.extent import Extent
from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Conflict, Structure
from sotk.session import Session
from sotk.session.live import Answer, LiveFindings
from sotk.session.opening import Desk, open_desk
from sotk.session.recent import note
from sotk.session.standing import NOTHING, Standing, standing
from sotk.tui.actions.identity import structure_data
from sotk.tui.actions.settling import settle
from sotk.tui.charting import Sight
from sotk.tui.explaining import explanation
from sotk.tui.greeting import greet
from sotk.tui.screens.guided import GuidedScreen
from sotk.tui.widgets.findings import Findings


class DocumentScreen(GuidedScreen):
    """A screen with a session of its own. `standing` says how the document differs from its base,
    `groups` which kinds of units count in no span.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._open(desk)

    # The document

    def begin(self) -> None:
        """Show the document that was opened, have it judged, and say what there is to say of it."""
        self.show()
        self._ask_rules()
        self.go_on(greet(self))

    def changed_to(self, path: Path) -> bool:
        """Open another document in place of this one; False, with the reason told, where that cannot be."""
        desk = open_desk(path)
        if not isinstance(desk, Desk):
            self.tell(*(entry.finding for entry in desk.entries[:1]))
            return False
        self.end()
        self._open(desk)
        return True

    def leave(self, *, keep: bool) -> None:
        """End the session and quit."""
        self.end(keep=keep)
        self.app.exit()

    def end(self, *, keep: bool = False) -> None:
        """Let go of the document."""
        self.live.close()
        self.session.close(keep=keep)

    def _open(self, desk: Desk) -> None:
        self.session = Session(desk)
        self.live = LiveFindings(desk, self._answered)
        self.standing: Standing = NOTHING
        self.groups: frozenset[str] = frozenset()
        if desk.pack is not None:
            self.groups = frozenset(kind.id for kind in desk.pack.kinds.values() if not kind.structural)
        self._followed: Structure | None = None
        note(desk.path)
        gc.freeze()  # what was loaded stays: looking through it for garbage takes longer than an edit

    def follow(self) -> None:
        """Work out what depends on the structure, where that changed."""
        state = self.state
        if self._followed is not state.structure:
            self.live.names.follow(state.structure)
            self._followed, self.standing = state.structure, standing(state.document)
            self._ask_rules()

    def sight(self, extent: Extent) -> Sight:
        """What a chart of the document shows now."""
        self.follow()
        state = self.state
        return Sight(
            state.structure,
            state.selection.cursor,
            state.document.base,
            self.standing,
            self.live.gravest,
            self.session.desk.pack,
            self.language,
            extent,
        )

    # Findings

    @abstractmethod
    def show_findings(self) -> None:
        """Paint the list of findings."""

    @abstractmethod
    def findings_came(self) -> None:
        """Paint what the rules have said."""

    def findings_now(self) -> tuple[Finding, ...]:
        """What the rules said last; they are asked again where the structure changed since."""
        self._ask_rules()
        return self.live.found

    def _ask_rules(self) -> None:
        self.live.ask(self.state.structure)
        self.show_findings()

    def _answered(self, live: LiveFindings, answer: Answer) -> None:
        """Called from the thread of the checks."""
        self.app.call_from_thread(self._take_findings, live, answer)

    def _take_findings(self, live: LiveFindings, answer: Answer) -> None:
        first = not live.found
        if not live.take(answer):
            return
        if first:
            gc.freeze()  # so does what the rules have learnt of the whole
        self.findings_came()
        if answer.failure:
            self.tell(msg("The rules could not be asked: {reason}", reason=answer.failure))

    def on_findings_jump(self, event: Findings.Jump) -> None:
        if type(event) is not Findings.Jump:
            return
        subject = event.finding.subject
        if subject is not None and subject.entity == "structure" and subject.field is not None:
            self.go_on(self._structure_data(subject.field))
            return
        if subject is not None and subject.entity == "conflict":
            subject = self._undecided(subject)
        about = (subject, *event.finding.related)
        unit = next((found for each in about if (found := self.live.names.unit(each))), None)
        if unit is not None:
            self.session.go(unit)
            self.part("tree").focus()
            self.show()

    def _undecided(self, conflict: Subject) -> Subject:
        """What an open conflict of a merge is about: there one writes down the decision."""
        found = self._conflict(conflict)
        return conflict if found is None else Subject(found.entity, found.subject)

    def is_settled(self, finding: Finding) -> bool:
        """Whether a finding tells of a conflict that was open in the file and has been decided since."""
        read = self.session.desk.document.structure.conflicts
        subject = finding.subject
        return (
            subject is not None
            and subject.entity == "conflict"
            and any(each.id == subject.id for each in read)
            and self._conflict(subject) is None
        )

    def _conflict(self, subject: Subject | None) -> Conflict | None:
        if subject is None or subject.entity != "conflict":
            return None
        return next((each for each in self.state.structure.conflicts if each.id == subject.id), None)

    async def _structure_data(self, field: str) -> None:
        if await self.may_edit():
            await structure_data(self, field)

    def on_findings_fix(self, event: Findings.Fix) -> None:
        conflict = self._conflict(event.finding.subject)
        if conflict is not None:
            self.go_on(settle(self, conflict, self.live.names))
            return
        if not event.finding.fix:
            remedy = event.finding.remedy
            self.tell(msg("No fix can be applied by itself: {remedy}", remedy=remedy or ""))
            return
        self.go_on(self._fix(event.finding))

    async def _fix(self, finding: Finding) -> None:
        if await self.may_edit():
            self.edit(*finding.fix)

    def on_findings_explain(self, event: Findings.Explain) -> None:
        title = f"{event.finding.code} {event.finding.rule}"
        self.read(title, explanation(event.finding, self.language))
