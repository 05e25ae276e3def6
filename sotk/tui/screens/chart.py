"""The chart as large as the screen: go from box to box, move the view, choose how much is shown."""

from collections.abc import Callable, Container
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from sotk.chart.extent import EXTENTS, Extent
from sotk.findings.names import clean
from sotk.locale import msg
from sotk.tui.action import Place
from sotk.tui.catalogue import bindings
from sotk.tui.charting import Sight
from sotk.tui.screens.side import SideScreen
from sotk.tui.stages import Desk
from sotk.tui.widgets.chart import ChartView

GLOBAL = ("chart_extent", "undo", "redo", "save", "export", "help", "language", "theme")


class ChartScreen(SideScreen):
    """The chart of the document. `sight` says what there is to see, for an extent."""

    CSS_PATH: ClassVar = [Path(__file__).with_name(name) for name in ("changes.tcss", "chart.tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        *(binding for binding in bindings("anywhere") if binding.id in GLOBAL),
        Binding("escape,V,f7,v,q,ctrl+q", "leave", show=False),
    ]
    PLACES: ClassVar[tuple[Place, ...]] = ("chart",)
    ELSEWHERE: ClassVar[Container[str] | None] = GLOBAL

    def __init__(self, desk: Desk, sight: Callable[[Extent], Sight]) -> None:
        super().__init__(desk)
        self.extent: Extent = "whole"
        self._sight = sight

    def compose(self) -> ComposeResult:
        yield Static(id="title", markup=False)
        yield ChartView(id="chart")
        yield Static(id="told", markup=False)
        yield Static(id="hints", markup=False)

    def on_mount(self) -> None:
        self.editor.told = ""
        self.part("chart").focus()
        self.show()

    def show(self) -> None:
        state = self.state
        self.part("chart").show(self._sight(self.extent))
        scenario = state.document.scenario
        parts = [clean(state.structure.name)]
        if scenario is not None:
            parts = [self.say(msg("PROPOSAL")), clean(scenario.name), *parts]
        self.query_one("#title", Static).update(self.star + " · ".join(parts))
        self.show_hints()
        self.show_told()

    def on_chart_view_chosen(self, event: ChartView.Chosen) -> None:
        self.session.go(event.unit)
        self.show()

    def next_extent(self) -> None:
        self.extent = EXTENTS[(EXTENTS.index(self.extent) + 1) % len(EXTENTS)]
        self.show()
