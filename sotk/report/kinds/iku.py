"""Indicators (IKU): the tree of objectives with its indicators, and each indicator by the unit that leads it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Indicator, Objective
from sotk.report.document import Align, Block, Cell, Column, Document, Heading, Paragraph, Row, Section, Table
from sotk.report.marks import Marks
from sotk.report.material import Material
from sotk.report.naming import names_of
from sotk.report.words import UNKNOWN, number_of

LEVELS: Final = {
    "kondisi": msg("Condition"),
    "tujuan": msg("Goal"),
    "sasaran": msg("Objective"),
    "program": msg("Program"),
    "kegiatan": msg("Activity"),
}
_POLARITIES: Final = {"maksimasi": msg("the higher the better"), "minimasi": msg("the lower the better")}
_CUMULATIONS: Final = {"kumulatif": msg("cumulative"), "non-kumulatif": msg("not cumulative")}
_TREE: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 18, "left"),
    (msg("Level"), 24, "left"),
    (msg("Objective or condition"), 96, "left"),
    (msg("Critical success factor"), 52, "left"),
    (msg("Indicators and who leads them"), 100, "left"),
)
_INDICATORS: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 9, "centre"),
    (msg("Performance indicator"), 60, "left"),
    (msg("Objective or condition"), 46, "left"),
    (msg("Unit of measure"), 17, "left"),
    (msg("Formula and kind"), 48, "left"),
    (msg("Source of data"), 30, "left"),
    (msg("Supported by"), 44, "left"),
    (msg("Baseline value"), 16, "right"),
)
_YEAR: Final = 14


def make(material: Material) -> Document:
    """Both tables; a structure without objectives and indicators says so."""
    return _Indicators(material).document()


class _Indicators:
    def __init__(self, material: Material) -> None:
        self.material, self.structure, self.language = material, material.structure, material.language
        self.marks = Marks(material)
        self.names = names_of(self.structure)
        self.objectives = {each.id: each for each in self.structure.objectives}
        self.years = sorted({year for each in self.structure.indicators for year, _value in each.targets})

    def document(self) -> Document:
        title = (self._say(msg("PERFORMANCE TREE AND KEY INDICATORS")), clean(self.structure.name).upper())
        blocks = [*self._tree(), *self._indicators()]
        if not blocks:
            blocks = [Paragraph(self._say(msg("The structure has neither objectives nor indicators.")))]
        section = Section(tuple(blocks), self.material.paper or "F4", landscape=True)
        return Document(title, self.language, (section,), self.marks.notice())

    def _tree(self) -> Iterator[Block]:
        if not self.objectives:
            return
        below: dict[str | None, list[Objective]] = {}
        for each in self.structure.objectives:
            below.setdefault(each.parent if each.parent in self.objectives else None, []).append(each)
        yield Heading(self._say(msg("Performance tree")))
        rows = tuple(self._branch(below))
        yield Table(self._columns(_TREE), rows, self._say(msg("Performance tree")))

    def _branch(self, below: dict[str | None, list[Objective]]) -> Iterator[Row]:
        """Each objective before what hangs below it, numbered 1, 1.1, 1.1.1."""
        waiting = [(each, str(at)) for at, each in enumerate(below.get(None, ()), 1)][::-1]
        while waiting:
            objective, number = waiting.pop()
            yield self._objective(objective, number)
            under = [(each, f"{number}.{at}") for at, each in enumerate(below.get(objective.id, ()), 1)]
            waiting += under[::-1]

    def _objective(self, objective: Objective, number: str) -> Row:
        told = [
            self._starred(each, self._led(each))
            for each in self.structure.indicators
            if each.objective == objective.id
        ]
        text = self.marks.star(clean(objective.text), objective.id, f"{objective.id}.text")
        return Row(
            (
                Cell(number),
                Cell(self._say(LEVELS[objective.level])),
                Cell(text, lines=(clean(objective.plan),) if objective.plan else ()),
                Cell(clean(objective.csf or "")),
                Cell(told[0], lines=tuple(told[1:])) if told else Cell(UNKNOWN),
            )
        )

    def _led(self, indicator: Indicator) -> str:
        text = clean(indicator.text)
        if indicator.lead is None:
            return text
        return self._say(msg("{indicator} ({unit})", indicator=text, unit=self._unit(indicator.lead)))

    def _indicators(self) -> Iterator[Block]:
        if not self.structure.indicators:
            return
        yield Heading(self._say(msg("Key indicators by leading unit")))
        yield Paragraph(
            self._say(msg("Each indicator has one unit that leads it; others support it.")), "note"
        )
        columns = [*self._columns(_INDICATORS)]
        columns += [Column(self._say(msg("Target {year}", year=year)), _YEAR, "right") for year in self.years]
        rows: list[Row] = []
        for lead, led in self._by_lead():
            name = self._unit(lead) if lead else self._say(msg("No unit leads it yet"))
            rows.append(Row((Cell(), Cell(name, span=len(columns) - 1)), "group"))
            rows += [self._indicator(each, at) for at, each in enumerate(led, 1)]
        yield Table(tuple(columns), tuple(rows), self._say(msg("Key indicators")))

    def _by_lead(self) -> Iterator[tuple[str | None, list[Indicator]]]:
        """The leading units in the order of the chart, then what nobody leads."""
        found: dict[str | None, list[Indicator]] = {}
        for each in self.structure.indicators:
            found.setdefault(each.lead if each.lead in self.structure.units else None, []).append(each)
        for unit in self.structure.walk():
            if unit.id in found:
                yield unit.id, found[unit.id]
        if None in found:
            yield None, found[None]

    def _indicator(self, indicator: Indicator, number: int) -> Row:
        objective = self.objectives.get(indicator.objective or "")
        targets = dict(indicator.targets)
        kinds = [
            self._say(words[value])
            for words, value in ((_POLARITIES, indicator.polarity), (_CUMULATIONS, indicator.cumulation))
            if value
        ]
        formula = clean(indicator.formula or "")
        supporters = tuple(self._short(unit) for unit in indicator.supporters)
        cells = [
            Cell(str(number)),
            Cell(self._starred(indicator, clean(indicator.text))),
            Cell(clean(objective.text) if objective else UNKNOWN),
            Cell(clean(indicator.measure or UNKNOWN)),
            Cell(formula or UNKNOWN, lines=tuple(kinds)),
            Cell(clean(indicator.source or UNKNOWN)),
            Cell(supporters[0], lines=supporters[1:]) if supporters else Cell(UNKNOWN),
            self._value(indicator, indicator.baseline, "baseline"),
        ]
        cells += [self._value(indicator, targets.get(year), "targets") for year in self.years]
        return Row(tuple(cells))

    def _value(self, indicator: Indicator, value: Decimal | None, field: str) -> Cell:
        if value is None:
            return Cell(UNKNOWN)
        text = number_of(value, self.language)
        return Cell(self.marks.star(text, indicator.id, f"{indicator.id}.{field}"), value)

    def _starred(self, indicator: Indicator, text: str) -> str:
        return self.marks.star(text, indicator.id, f"{indicator.id}.text")

    def _unit(self, unit: str) -> str:
        return self.names.get(unit, clean(unit))

    def _short(self, unit: str) -> str:
        """The short name of a unit, where it has one."""
        known = self.structure.units.get(unit)
        return clean(known.short) if known and known.short else self._unit(unit)

    def _columns(self, heads: tuple[tuple[Message, int, Align], ...]) -> tuple[Column, ...]:
        return tuple(Column(self._say(head), width, align) for head, width, align in heads)

    def _say(self, message: Message) -> str:
        return say(message, self.language)
