"""Two documents side by side: what the other one changes, how the results differ, and the tree of the other.

The list holds the changes of the other proposal, to be taken one by one, or the differences of what both
make; the tree shows the other's units, with ghosts where the own proposal has them.
"""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final, Literal, TypeAlias

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.widgets import OptionList, Static

from sotk.chart.measure import cells, clipped
from sotk.compare import diff
from sotk.compare.output.sentences import Group, grouped
from sotk.compare.output.subjects import Subjects
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.report.minutes import Minutes, minutes
from sotk.session.document import Document
from sotk.session.standing import Standing, standing
from sotk.session.taking import had, needs
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.screens.changes import entry_line
from sotk.tui.screens.side import SideScreen, shared_bindings
from sotk.tui.stages import Beside, Desk
from sotk.tui.treeview import TreeView
from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.lines import Line, Lines
from sotk.tui.widgets.reading import ReadTree
from sotk.tui.widgets.tree import UnitTree

WIDE: Final = 120
AROUND: Final = frozenset(
    ("up", "down", "first", "last", "page_up", "page_down", "open", "shut", "open_all", "shut_all")
)
"""What can be done in the tree of the other: it is only looked at."""

View: TypeAlias = Literal["changes", "differences"]


class OtherTree(ReadTree, inherit_bindings=False):
    """The tree of the other document, only to look at."""

    BINDINGS: ClassVar[list[BindingType]] = [binding for binding in bindings("tree") if binding.id in AROUND]


class Comparison(Lines):
    """The list of changes or of differences."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("compare")]


class CompareScreen(SideScreen):
    """The own document beside another one."""

    CSS_PATH: ClassVar = [Path(__file__).with_name(name) for name in ("changes.tcss", "compare.tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *shared_bindings(),
        *(binding for binding in bindings("anywhere") if binding.id == "next_panel"),
        Binding("escape,4,C,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("compare",)

    def __init__(self, desk: Desk, other: Document, name: str) -> None:
        super().__init__(desk)
        self.other, self.name_of_other = other, name
        self.view: View = "changes" if other.scenario is not None else "differences"
        self.cursor = other.structure.root
        self._standing: tuple[Document, Standing, tuple[Group, ...]] | None = None
        self._needs: dict[int, tuple[int, ...]] = {}

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield Static(id="spoken", markup=False)
        with Container(id="sides"):
            yield Comparison(id="changes", markup=False)
            yield OtherTree(id="tree")
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("changes").focus()
        self.show()

    def compare_with(self, other: Document, name: str) -> None:
        """Put another document beside the own one."""
        self.other, self.name_of_other = other, name
        self.view = "changes" if other.scenario is not None else "differences"
        self.cursor = other.structure.root
        self._standing, self._needs = None, {}
        self.__dict__.pop("names", None)
        self.__dict__.pop("said", None)
        self.part("tree").begin_anew()
        self.part("changes").highlighted = None
        self.show()

    def next_view(self) -> None:
        """The changes of the other proposal, or how the results differ."""
        if self.other.scenario is None:
            self.tell(msg("A structure has no changes of its own: only the differences can be seen."))
            return
        self.view = "differences" if self.view == "changes" else "changes"
        self.part("changes").highlighted = None
        self.show()

    def next_panel(self) -> None:
        self.part("changes" if self.part("tree").has_focus else "tree").focus()

    # What is at the cursor

    @property
    def number(self) -> int | None:
        """The number of the other proposal's change at the cursor, from 1."""
        chosen = self.query_one(Comparison).chosen
        return int(chosen) if chosen is not None and self.view == "changes" else None

    @cached_property
    def names(self) -> Subjects:
        return Subjects(self.other.structure, self.other.base)

    @cached_property
    def said(self) -> Minutes | None:
        """The changes of the other proposal in words."""
        other = self.other
        if other.scenario is None:
            return None
        return minutes(other.scenario, other.structure, other.base, other.skipped)

    def needed(self, number: int) -> tuple[int, ...]:
        """What a change of the other proposal needs of it."""
        if number not in self._needs:
            self._needs[number] = needs(self.other, number)
        return self._needs[number]

    # Painting

    def show(self) -> None:
        own = self.state.document
        if self._standing is None or self._standing[0] is not own:
            side_by_side = Document(self.other.structure, own.structure)
            groups = grouped(diff(own.structure, self.other.structure))
            self._standing = own, standing(side_by_side), groups
        self._show_title()
        self.query_one(Comparison).write(self._changes() if self.view == "changes" else self._differences())
        self._show_tree()
        self.show_hints()
        self.show_told()

    def _show_title(self) -> None:
        own = self.state.document
        mine = own.structure.name if own.scenario is None else own.scenario.name
        view = (
            msg("changes of the other proposal")
            if self.view == "changes"
            else msg("{n} differences", n=sum(len(group.sentences) for group in self._groups))
        )
        said = self.say(view)
        around = cells(self.say(msg("COMPARED: {mine} ↔ {other}", mine="", other=""))) + cells(
            f"{self.star} · {said}"
        )
        names = _fitted(clean(mine), clean(self.name_of_other), self.size.width - around)
        heading = self.say(msg("COMPARED: {mine} ↔ {other}", mine=names[0], other=names[1]))
        self.query_one("#title", Static).update(f"{self.star}{heading} · {said}")

    def _show_tree(self) -> None:
        found = self._standing[1] if self._standing is not None else Standing()
        self.query_one(OtherTree).show(TreeView(self.other.structure, self.cursor, standing=found))

    @property
    def _groups(self) -> tuple[Group, ...]:
        return () if self._standing is None else self._standing[2]

    def _changes(self) -> Iterator[Line]:
        """Each change of the other proposal, with what was said of it, and whether it is here already."""
        if self.said is None:
            return
        here = had(self.state.document, self.other)
        if not self.said.changes:
            yield None, Content(self.say(msg("That proposal has no changes.")))
        for entry in self.said.changes:
            number = entry.number or 0
            line = entry_line(entry, self.language)
            stance = self._stance(number, here)
            if stance is not None:
                line = Hanging(line.head, line.text + Content.styled(f"\n{self.say(stance)}", "bold"))
            yield str(number), line

    def _stance(self, number: int, here: frozenset[int]) -> Message | None:
        if number in here:
            return msg("here already")
        lacking = tuple(each for each in self.needed(number) if each not in here)
        return msg("needs {numbers}", numbers=lacking) if lacking else None

    def _differences(self) -> Iterator[Line]:
        """How the results differ, by unit: from the own one to the other."""
        if not self._groups:
            yield None, Content(self.say(msg("No differences: both make the same structure.")))
        for at, group in enumerate(self._groups):
            title = say(group.title, self.language) if isinstance(group.title, Message) else group.title
            yield None, Content.styled(f"{group.sign} {clean(title)}", "bold")
            for place, each in enumerate(group.sentences):
                said = Content(clean(say(each.message, self.language)))
                yield f"{at}:{place}", Hanging(Content(f"    {each.sign} "), said)

    # Messages of the widgets

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """The tree goes to the unit the line is about."""
        unit = self._unit_of(event.option_id)
        if unit is not None and unit in self.other.structure.units and unit != self.cursor:
            self.cursor = unit
            self._show_tree()

    def _unit_of(self, chosen: str | None) -> str | None:
        if chosen is None:
            return None
        if ":" in chosen:
            group = self._groups[int(chosen.partition(":")[0])]
            return group.id
        scenario = self.other.scenario
        return None if scenario is None else self.names.place(scenario.operations[int(chosen) - 1])

    def on_unit_tree_cursor_moved(self, event: UnitTree.CursorMoved) -> None:
        self.cursor = event.unit
        self._show_tree()

    def on_resize(self) -> None:
        self.set_class(self.size.width >= WIDE, "-wide")
        self.show()


_stands_for: type[Beside] = CompareScreen  # what the actions of its place are given


def _fitted(mine: str, other: str, room: int) -> tuple[str, str]:
    """Two names in the room there is; where that is short, from the word on in which they differ."""
    if cells(mine) + cells(other) > room:
        same = next((at for at, pair in enumerate(zip(mine, other, strict=False)) if pair[0] != pair[1]), 0)
        begin = mine[:same].rfind(" ") + 1
        mine, other = (name if not begin else "…" + name[begin:] for name in (mine, other))
    right = max(8, room // 2, room - cells(mine))
    other = clipped(other, right)
    return clipped(mine, max(8, room - cells(other))), other
