"""The changes of a proposal, with what the discussion decided of each."""

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Operation
from sotk.session.session import decisions
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.screens.side import SideScreen, shared_bindings
from sotk.tui.sentences import sentence
from sotk.tui.signs import STATUSES
from sotk.tui.subjects import Subjects
from sotk.tui.widgets.lines import Lines


class Changes(Lines):
    """The list of changes; `number` is that of the one at the cursor, from 1."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("proposal")]

    @property
    def number(self) -> int | None:
        return None if self.chosen is None else int(self.chosen)


class ChangesScreen(SideScreen):
    """Every change of the proposal on two lines: what is done, and what was said of it."""

    CSS_PATH = Path(__file__).with_name("changes.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        *shared_bindings(),
        Binding("escape,o,f4,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("proposal",)

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Changes(id="changes", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("changes").focus()
        self.show()

    def show(self) -> None:
        document = self.state.document
        scenario = document.scenario
        if scenario is None:
            return
        counts = decisions(scenario)
        words = [f"{STATUSES[status][0]} {n} {self.say(STATUSES[status][1])}" for status, n in counts.items()]  # type: ignore[index]
        star = "* " if self.state.changed else "  "
        head = self.say(msg("CHANGES of {name}", name=clean(scenario.name)))
        self.query_one("#title", Static).update(f"{star}{head}   {'   '.join(words)}")
        names = Subjects(document.structure, document.base)
        self.query_one(Changes).write(self._lines(scenario.operations, names))
        self.show_hints()
        self.show_told()

    def _lines(
        self, operations: tuple[Operation, ...], names: Subjects
    ) -> Iterator[tuple[str | None, Content]]:
        if not operations:
            yield None, Content(self.say(msg("No changes yet: go back with Esc and edit the tree.")))
        for number, operation in enumerate(operations, 1):
            skipped = number in self.state.document.skipped
            yield str(number), change_line(number, operation, names, self.language, skipped=skipped)


def change_line(
    number: int, operation: Operation, names: Subjects, language: Language, *, skipped: bool
) -> Content:
    """A change and, on a second line, who proposed it, why, and the note."""
    sign, word = STATUSES[operation.status]
    faded = operation.status in ("ditunda", "ditolak")
    head = Content.assemble(
        (f"{number:>3} ", "dim"),
        (f"{sign} {say(word, language):<11} ", "bold"),
        (say(sentence(operation, names), language), "dim" if faded else ""),
    )
    if skipped:
        head = head + Content.styled("  ✗ " + say(msg("cannot be carried out"), language), "bold $text-error")
    remarks = [
        f"{say(label, language)}: {clean(text)}"
        for label, text in (
            (msg("Reason"), operation.why),
            (msg("Proposed by"), operation.proposed_by),
            (msg("Note"), operation.note),
        )
        if text
    ]
    if not remarks:
        return head
    return Content("\n").join([head, Content.styled(" " * 18 + "; ".join(remarks), "dim italic")])
