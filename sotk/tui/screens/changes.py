"""The changes of a proposal and the points of its discussion, with what was decided of each."""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Final, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from sotk.findings.names import clean
from sotk.locale import Language, msg, say
from sotk.model import Point
from sotk.model.operations import Status
from sotk.report.minutes import Entry, minutes
from sotk.session.session import decisions
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.presenting import decision_banner
from sotk.tui.screens.listing import ListScreen
from sotk.tui.screens.side import shared_bindings
from sotk.tui.screens.steps import StepsScreen
from sotk.tui.signs import STATUSES
from sotk.tui.stages import ProposalList
from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.lines import Line, Lines

Only: TypeAlias = Literal["all", "usul", "disepakati", "ditunda", "ditolak"]
ONLY: Final[tuple[Only, ...]] = ("all", "usul", "disepakati", "ditunda", "ditolak")
HELD: Final[tuple[Status, ...]] = ("ditunda", "ditolak")
"""What is not carried out is written faintly."""
POINT: Final = "point:"
"""Before the id of a point, in the ids of lines."""


class Changes(Lines):
    """The list of changes and points."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("proposal")]


class ChangesScreen(ListScreen):
    """Every change and point on two lines: what it is, and what was said of it."""

    LIST: ClassVar[type[Lines]] = Changes
    BINDINGS: ClassVar[list[BindingType]] = [
        *shared_bindings(),
        *(binding for binding in bindings("anywhere") if binding.id == "see_steps"),
        Binding("escape,o,f4,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("proposal",)

    only: Only = "all"
    _entries: Mapping[str, Entry] = {}

    @property
    def number(self) -> int | None:
        """The number of the change at the cursor, from 1; None on a point."""
        chosen = self.query_one(Changes).chosen
        return None if chosen is None or chosen.startswith(POINT) else int(chosen)

    @property
    def point(self) -> Point | None:
        """The point at the cursor; None on a change."""
        chosen, scenario = self.query_one(Changes).chosen, self.state.document.scenario
        if chosen is None or scenario is None or not chosen.startswith(POINT):
            return None
        return next((each for each in scenario.points if POINT + each.id == chosen), None)

    def go_to_point(self, point: str) -> None:
        changes = self.query_one(Changes)
        changes.highlighted = changes.get_option_index(POINT + point)

    def show_next(self) -> None:
        """List only what has one status, in turn."""
        self.only = ONLY[(ONLY.index(self.only) + 1) % len(ONLY)]
        self.show()

    def show_steps(self) -> None:
        self.in_front(StepsScreen(self.desk))

    def show(self) -> None:
        scenario = self.state.document.scenario
        if scenario is None:
            return
        counts = decisions(scenario)
        words = [
            f"{sign} {counts[status]} {self.say(word)}"
            for status, (sign, word) in STATUSES.items()
            if status in counts
        ]
        if self.editor.flat:
            words = [word[2:] for word in words]
        if scenario.points:
            words.append(self.say(msg("{n} points", n=len(scenario.points))))
        if self.only != "all":
            words.append(self.say(msg("only {status}", status=STATUSES[self.only][1])))
        head = self.say(msg("CHANGES of {name}", name=clean(scenario.name)))
        self.query_one("#title", Static).update(f"{self.star}{head}   {'   '.join(words)}")
        self.query_one(Changes).write(self._lines())
        self._show_decision()
        self.show_hints()
        self.show_told()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:  # noqa: ARG002
        self._show_decision()

    def _show_decision(self) -> None:
        """In presenter mode: the decision on the line of the cursor, for the whole room."""
        if self.editor.presenting:
            entry = self._entries.get(self.query_one(Changes).chosen or "")
            self.query_one("#banner", Static).update(decision_banner(entry, self.say, self.size))

    def _lines(self) -> Iterator[Line]:
        document = self.state.document
        if document.scenario is None:
            return
        made = minutes(document.scenario, document.structure, document.base, document.skipped)
        self._entries = {str(entry.number): entry for entry in made.changes}
        self._entries |= {
            POINT + entry.about.id: entry for entry in made.points if isinstance(entry.about, Point)
        }
        if not made.changes:
            yield None, Content(self.say(msg("No changes yet: go back with Esc and edit the tree.")))
        for entry in made.changes:
            if self._listed(entry):
                yield str(entry.number), self._line(entry)
        points = [entry for entry in made.points if self._listed(entry)]
        if points:
            yield None, Content.styled(self.say(msg("Points of the discussion")), "bold underline")
        for entry in points:
            assert isinstance(entry.about, Point)  # noqa: S101 - the points of the minutes
            yield POINT + entry.about.id, self._line(entry)

    def _line(self, entry: Entry) -> Hanging:
        """Without signs where it is heard; with room around it where it is read from afar."""
        line = entry_line(entry, self.language, signs=not self.editor.flat)
        return Hanging(line.head, line.text + Content("\n")) if self.editor.presenting else line

    def _listed(self, entry: Entry) -> bool:
        return self.only in ("all", entry.about.status)


_stands_for: type[ProposalList] = ChangesScreen  # what the actions of its place are given


def entry_line(entry: Entry, language: Language, *, signs: bool = True) -> Hanging:
    """The number and the decision, beside them the change or the point and below it what was said of it."""
    sign, word = STATUSES[entry.about.status]
    head = Content.assemble(
        (f"{entry.number or '':>3} ", "dim"),
        (f"{sign} {say(word, language):<11} " if signs else f"{say(word, language)}: ", "bold"),
    )
    text = Content.styled(clean(say(entry.text, language)), "dim" if entry.about.status in HELD else "")
    if entry.skipped:
        text = text + Content.styled("  ✗ " + say(msg("cannot be carried out"), language), "bold $text-error")
    remarks = [f"{say(label, language)}: {said}" for label, said in entry.remarks]
    if remarks:
        text = Content("\n").join([text, Content.styled("; ".join(remarks), "dim italic")])
    return Hanging(head, text)
