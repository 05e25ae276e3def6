"""The board of indicators (IKU): objectives, their indicators, who leads, who supports, targets by year."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType
from textual.content import Content

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Indicator, Objective, Operation, Structure
from sotk.session.boards import Key, indicators
from sotk.session.boards.indicators import IDLE, LOOSE, ONLY, IndicatorChoice, Only, Series
from sotk.tui.action import Choice, Place
from sotk.tui.actions import performing
from sotk.tui.catalogue import bindings
from sotk.tui.filling import change_field
from sotk.tui.gridview import Column, GridView, Line
from sotk.tui.screens.board import BROAD_FROM, BoardScreen
from sotk.tui.stages import Desk
from sotk.tui.widgets.grid import Grid

HEADS: Final[dict[str, Message]] = {
    "text": msg("Objective / indicator"),
    "measure": msg("Measure"),
    "formula": msg("Formula"),
    "source": msg("Source"),
    "lead": msg("Led by"),
    "supporters": msg("Supported by"),
    "baseline": msg("Baseline"),
}
NARROW: Final = {"text": 0, "lead": 17, "supporters": 13}
BROAD: Final = {
    "text": 0,
    "measure": 8,
    "formula": 22,
    "source": 14,
    "lead": 20,
    "supporters": 20,
    "baseline": 8,
}
YEARS_SHOWN: Final = 3
ONLY_WORDS: Final[dict[Only, Message]] = {
    "all": msg("all objectives"),
    "leaderless": msg("only indicators without a lead"),
    "idle": msg("only units without an indicator"),
    "found": msg("only what has findings"),
}
SERIES_WORDS: Final[dict[Series, Message]] = {"targets": msg("targets"), "actuals": msg("actual values")}


class IndicatorGrid(Grid):
    """The table of indicators."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("table", "indicators")]


class IndicatorsScreen(BoardScreen):
    """Objectives with their indicators, a line each; every cell can be changed."""

    GRID = IndicatorGrid
    PLACES: ClassVar[tuple[Place, ...]] = ("indicators", "table")
    ENTITIES = frozenset({"objective", "indicator"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.only: Only = "all"
        self.series: Series = "targets"
        self.more_years: frozenset[int] = frozenset()
        self._depth: dict[str, int] = {}
        self._indicators: dict[str, Indicator] = {}
        self._objectives: dict[str, Objective] = {}

    def follow(self, structure: Structure) -> None:
        self._indicators = {each.id: each for each in structure.indicators}
        self._objectives = {each.id: each for each in structure.objectives}

    # What is shown

    def heading(self) -> str:
        structure = self.state.structure
        parts = [
            self.say(msg("INDICATORS (IKU)")),
            self.say(ONLY_WORDS[self.only]),
            self.say(SERIES_WORDS[self.series]),
            self.say(msg("{n} units without", n=len(indicators.idle_units(structure)))),
            clean(structure.name),
        ]
        return " · ".join(parts)

    def rows(self) -> list[Key]:
        choice = IndicatorChoice(self.words, self.only)
        made = indicators.lines(self.state.structure, choice, self.found.keys())
        self._depth = made.depth
        return made.keys

    def is_heading(self, key: Key) -> bool:
        return key[0] in ("loose", "idle", "unit")

    def years(self) -> list[int]:
        """The years that are shown: the last ones, and those that were asked for."""
        known = sorted({*indicators.years(self.state.structure), *self.more_years})
        return known[-(YEARS_SHOWN if self.size.width >= BROAD_FROM else 1) :]

    def view(self) -> GridView:
        broad = self.size.width >= BROAD_FROM
        columns = [
            Column(name, self.say(HEADS[name]), width, right=name == "baseline", typed=name == "baseline")
            for name, width in (BROAD if broad else NARROW).items()
        ]
        columns += [Column(str(year), str(year), 6, right=True, typed=True) for year in self.years()]
        return GridView(
            self.lines, tuple(columns), self._line, self.marked, frozenset(self.held if self.cut else ())
        )

    def _line(self, key: Key) -> Line:
        if key == LOOSE:
            return Line({"text": self.say(msg("OF NO OBJECTIVE"))}, heading=True)
        if key == IDLE:
            return Line({"text": self.say(msg("UNITS WITHOUT AN INDICATOR"))}, heading=True)
        if key[0] == "unit":
            return Line({"text": f"  {self.unit_title(key[1])}"}, heading=True)
        if key[0] == "objective":
            each = self._objectives[key[1]]
            indent = "  " * self._depth.get(each.id, 0)
            return Line({"text": f"{indent}{each.level}: {clean(each.text)}"}, self.sign(key), heading=True)
        return self._indicator_line(key)

    def _indicator_line(self, key: Key) -> Line:
        each = self._indicators[key[1]]
        indent = "  " * (self._depth.get(each.objective or "", -1) + 1)
        led = each.lead is not None and each.lead in self.state.structure.units
        cells = {
            "text": f"{indent}• {clean(each.text)}",
            "measure": clean(each.measure or ""),
            "formula": clean(each.formula or ""),
            "source": clean(each.source or ""),
            "lead": self._unit_name(each.lead) if each.lead is not None else self.say(msg("nobody")),
            "supporters": ", ".join(self._unit_name(unit) for unit in each.supporters),
            "baseline": self._number(each.baseline),
        }
        cells |= {str(year): self._number(value) for year, value in getattr(each, self.series)}
        return Line(cells, self.sign(key), tones={} if led else {"lead": "error"})

    def _number(self, value: object) -> str:
        """A number as the language writes it."""
        if value is None:
            return ""
        return str(value).replace(".", ",") if self.language == "id" else str(value)

    def _unit_name(self, unit: str, *, long: bool = False) -> str:
        known = self.state.structure.units.get(unit)
        if known is None:
            return unit
        return clean(known.name if long else known.short or known.name)

    def detail(self, key: Key) -> list[Content]:
        if key == LOOSE:
            return [
                Content(
                    self.say(msg("These indicators hang on no objective: cut them with x, put them with p."))
                )
            ]
        if key == IDLE or key[0] == "unit":
            said = msg("Enter on a unit chooses an indicator that it leads or supports.")
            return [Content(self.say(said))]
        if key[0] == "objective":
            return self._objective_detail(self._objectives[key[1]], key)
        return self._indicator_detail(self._indicators[key[1]], key)

    def _objective_detail(self, each: Objective, key: Key) -> list[Content]:
        facts = [each.level, clean(each.plan or "")]
        if each.csf:
            facts.append(self.say(msg("critical factor: {csf}", csf=clean(each.csf))))
        lines = [Content.styled(clean(each.text), "bold")]
        return [
            *lines,
            Content.styled(" · ".join(fact for fact in facts if fact), "dim"),
            *self.finding_lines(key),
        ]

    def _indicator_detail(self, each: Indicator, key: Key) -> list[Content]:
        facts = [
            (HEADS["measure"], each.measure),
            (HEADS["formula"], each.formula),
            (HEADS["source"], each.source),
            (msg("Polarity"), each.polarity),
            (msg("Cumulation"), each.cumulation),
            (HEADS["lead"], self._unit_name(each.lead, long=True) if each.lead else None),
            (HEADS["supporters"], ", ".join(self._unit_name(unit, long=True) for unit in each.supporters)),
            (HEADS["baseline"], self._number(each.baseline)),
            (msg("Targets"), self._series(each.targets)),
            (msg("Actual values"), self._series(each.actuals)),
        ]
        lines = [Content.styled(clean(each.text), "bold"), *self.finding_lines(key)]
        said = [f"{self.say(head)}: {clean(text)}" for head, text in facts if text]
        return [*lines, Content.styled("; ".join(said), "dim")]

    def _series(self, values: Sequence[tuple[int, object]]) -> str:
        return "  ".join(f"{year}: {self._number(value)}" for year, value in values)

    def unit_of(self, key: Key) -> str | None:
        if key[0] == "unit":
            return key[1]
        lead = self._indicators[key[1]].lead if key[0] == "indicator" and key[1] in self._indicators else None
        return lead if lead in self.state.structure.units else None

    def objective_of(self, key: Key | None) -> str | None:
        """The objective a line is, or belongs to."""
        if key is None or key[0] not in ("objective", "indicator"):
            return None
        if key[0] == "objective":
            return key[1]
        return self._indicators[key[1]].objective if key[1] in self._indicators else None

    def indicator(self, key: Key | None) -> Indicator | None:
        return None if key is None or key[0] != "indicator" else self._indicators.get(key[1])

    # What is done here

    async def add(self) -> None:
        await performing.add_indicator(self)

    async def open_cell(self, begun: str | None = None) -> None:
        row, column = self.row, self.part("grid").column
        if row is None or column is None or row in (LOOSE, IDLE) or not await self.may_edit():
            return
        if row[0] == "unit":
            await performing.give_indicator(self, row[1])
        elif row[0] == "objective":
            await performing.change_objective(self, row[1])
        elif column.id == "lead":
            await performing.choose_lead(self)
        elif column.id == "supporters":
            await performing.choose_supporters(self)
        elif column.id in ("text", "measure", "formula", "source"):
            await change_field(self, "indicator", row[1], column.id)
        else:
            await self._type(self._indicators[row[1]], column.id, begun)

    async def _type(self, each: Indicator, column: str, begun: str | None) -> None:
        baseline = column == "baseline"
        value = each.baseline if baseline else dict(getattr(each, self.series)).get(int(column))
        given = await self.part("grid").type_in_place(begun or self._number(value), select=begun is None)
        if given is None:
            return
        trouble = indicators.trouble(given)
        if trouble is not None:
            self.part("grid").go_to(("indicator", each.id))
            self.tell(trouble)
        elif baseline:
            self.edit(*indicators.set_baseline(each, given))
        else:
            self.edit(*indicators.set_value(each, self.series, int(column), given))

    def pasted(self, keys: Sequence[Key], *, cut: bool) -> tuple[Operation, ...]:
        target = self.objective_of(self.row)
        if not cut or (target is None and self.row != LOOSE):
            return ()
        return indicators.moved(self.state.structure, keys, target)

    def removal(self, keys: Sequence[Key]) -> tuple[Message, tuple[Operation, ...]]:
        names = tuple(clean(self._text_of(key)) for key in keys)
        return msg("Remove {names}?", names=names), indicators.removal(self.state.structure, keys)

    def _text_of(self, key: Key) -> str:
        return self._objectives[key[1]].text if key[0] == "objective" else self._indicators[key[1]].text

    def show_next(self) -> None:
        self.only = ONLY[(ONLY.index(self.only) + 1) % len(ONLY)]
        self.show_lines()

    def show_series(self) -> None:
        """Targets, or actual values, in the columns of years."""
        self.series = "actuals" if self.series == "targets" else "targets"
        self.show()

    def indicator_choices(self) -> list[Choice]:
        lead = self.say(HEADS["lead"])
        return [
            Choice(each.id, clean(each.text), f"{lead} {self._unit_name(each.lead)}" if each.lead else "")
            for each in self._indicators.values()
        ]
