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
from sotk.session import Session
from sotk.session.session import decisions
from sotk.tui.catalogue import bindings
from sotk.tui.dialogs.read import Read
from sotk.tui.helping import help_text, hints
from sotk.tui.screens.staging import StageScreen
from sotk.tui.sentences import sentence
from sotk.tui.signs import STATUSES
from sotk.tui.subjects import Subjects
from sotk.tui.widgets.lines import Lines

GLOBAL = ("undo", "redo", "save", "help", "language", "theme")


class Changes(Lines):
    """The list of changes; `number` is that of the one at the cursor, from 1."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("proposal")]

    @property
    def number(self) -> int | None:
        return None if self.chosen is None else int(self.chosen)


class ChangesScreen(StageScreen):
    """Every change of the proposal on two lines: what is done, and what was said of it."""

    CSS_PATH = Path(__file__).with_name("changes.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings("anywhere") if binding.id in GLOBAL),
        Binding("escape,o,f4,q,ctrl+q", "leave", show=False),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Changes(id="changes", markup=False)
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("changes").focus()
        self.show()

    def on_resize(self) -> None:
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
        self.query_one("#hints", Static).update(
            hints(self.state, self.language, "proposal", self.size.width, GLOBAL)
        )
        self.show_told()

    def _lines(
        self, operations: tuple[Operation, ...], names: Subjects
    ) -> Iterator[tuple[str | None, Content]]:
        if not operations:
            yield None, Content(self.say(msg("No changes yet: go back with Esc and edit the tree.")))
        for number, operation in enumerate(operations, 1):
            skipped = number in self.state.document.skipped
            yield str(number), change_line(number, operation, names, self.language, skipped=skipped)

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
