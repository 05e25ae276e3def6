"""The steps of the session: what was done since the file was opened, and the way back to any of them."""

from collections.abc import Iterator
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from sotk.compare.output.operations import sentence
from sotk.compare.output.subjects import Subjects
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session import AddPoint, Change, Decide, RemovePoint, SetPoint, Take, Withdraw
from sotk.session.edits import Edit
from sotk.session.history import Step
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.screens.listing import ListScreen
from sotk.tui.screens.side import shared_bindings
from sotk.tui.signs import STATUSES
from sotk.tui.stages import StepList
from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.lines import Line, Lines

HERE = "▶"
"""Before the step whose outcome is on the screen."""


class Steps(Lines):
    """The list of steps, the beginning first."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("steps")]


class StepsScreen(ListScreen):
    """A line a step; those that were undone stand there faintly and can be done again."""

    LIST: ClassVar[type[Lines]] = Steps
    BINDINGS: ClassVar[list[BindingType]] = [
        *shared_bindings(),
        Binding("escape,Z,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("steps",)

    def on_mount(self) -> None:
        super().on_mount()
        self.query_one(Steps).highlighted = self.session.history.done

    def show(self) -> None:
        history = self.session.history
        head = msg("STEPS of this session: {done} of {all}", done=history.done, all=len(history.steps))
        self.query_one("#title", Static).update(self.star + self.say(head))
        self.query_one(Steps).write(self._lines())
        self.show_hints()
        self.show_told()

    @property
    def step(self) -> int | None:
        """How many steps are in force at the line of the cursor."""
        chosen = self.query_one(Steps).chosen
        return None if chosen is None else int(chosen)

    def _lines(self) -> Iterator[Line]:
        history, document = self.session.history, self.state.document
        names = Subjects(document.structure, document.base)
        yield "0", self._line(0, self.say(msg("As it was opened")))
        for number, step in enumerate(history.steps, 1):
            said = "; ".join(clean(self.say(each)) for each in sentences(step, names))
            yield str(number), self._line(number, said)

    def _line(self, number: int, said: str) -> Hanging:
        history = self.session.history
        sign = HERE if number == history.done else " "
        saved = self.say(msg("saved")) if number == self.session.saved_at else ""
        return Hanging(
            Content.styled(f"{sign}{number:>4}  ", "bold"),
            Content.assemble(
                (said, "dim" if number > history.done else ""), (f"  ({saved})" if saved else "", "dim")
            ),
        )


_stands_for: type[StepList] = StepsScreen  # what the actions of its place are given


def sentences(step: Step, names: Subjects) -> list[Message]:
    """What a step did."""
    return [msg("Other marks")] if step.edit is None else _said(step.edit, names)


def _said(edit: Edit, names: Subjects) -> list[Message]:
    match edit:
        case Change():
            return [sentence(operation, names) for operation in edit.operations]
        case Take():
            said = tuple(sentence(operation, names) for operation in edit.operations)
            return [msg("Taken from {source}: {said}", source=clean(edit.source), said=said)]
        case Decide():
            return [_decided(edit)]
        case Withdraw():
            return [msg("Change {number} taken out", number=edit.number)]
        case AddPoint():
            return [msg("Point: {text}", text=clean(edit.point.text))]
        case SetPoint():
            return [msg("Point {id}: {values}", id=edit.id, values=tuple(map(clean, edit.values.values())))]
        case RemovePoint():
            return [msg("Point {id} taken out", id=edit.id)]


def _decided(edit: Decide) -> Message:
    said: list[Message | str] = [] if edit.status is None else [STATUSES[edit.status][1]]
    said += [
        clean(str(value)) for value in (edit.why, edit.proposed_by, edit.date, edit.note) if value is not None
    ]
    return msg("Change {number}: {said}", number=edit.number, said=tuple(said))
