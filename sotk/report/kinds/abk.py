"""The workload analysis (ABK): the tasks of each post with hours and need, and the load of posts and units.

The working time comes from the pack, with its source and whether that was read.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sotk.chart.overlays.posts import order_of
from sotk.findings.names import clean
from sotk.locale import Message, msg, say
from sotk.model import Position, Unit, WorkloadLine
from sotk.packs import WorkingTime
from sotk.report.document import Align, Block, Cell, Column, Document, Heading, Paragraph, Row, Section, Table
from sotk.report.marks import Marks
from sotk.report.material import Lacking, Material
from sotk.report.naming import names_of
from sotk.report.posts import title_of
from sotk.report.words import UNKNOWN, counted, difference, number_of
from sotk.rules.workload.load import MINUTES_OF_AN_HOUR, computed_need, exact_need, minutes

_COLUMNS: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 10, "centre"),
    (msg("Task"), 92, "left"),
    (msg("Product"), 40, "left"),
    (msg("Volume"), 22, "right"),
    (msg("A"), 20, "left"),
    (msg("Volume a year"), 24, "right"),
    (msg("Minutes each"), 24, "right"),
    (msg("Hours a year"), 26, "right"),
    (msg("Need"), 24, "right"),
)
_UNITS: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 10, "centre"),
    (msg("Unit and title of the post"), 110, "left"),
    (msg("Hours a year"), 28, "right"),
    (msg("Need by workload"), 28, "right"),
    (msg("Need declared"), 26, "right"),
    (msg("Incumbents"), 24, "right"),
    (msg("Difference"), 22, "right"),
    (msg("Load"), 34, "left"),
)
_MISSING: Final[tuple[tuple[Message, int, Align], ...]] = (
    (msg("No."), 10, "centre"),
    (msg("Unit"), 110, "left"),
    (msg("Title of the post"), 110, "left"),
    (msg("Need declared"), 30, "right"),
)
_PERIODS: Final = {
    "tahun": msg("year"),
    "bulan": msg("month"),
    "minggu": msg("week"),
    "hari": msg("day"),
}


def make(material: Material) -> Document:
    """The analysis. Raises Lacking where the pack names no working time."""
    time = material.pack.measures.working_time
    if time is None:
        raise Lacking(msg("The pack {pack} names no effective working time.", pack=material.pack.id))
    return _Analysis(material, time).document()


class _Analysis:
    def __init__(self, material: Material, time: WorkingTime) -> None:
        self.material, self.time, self.language = material, time, material.language
        self.marks = Marks(material)
        self.names = names_of(material.structure)
        self.units = [
            (unit, loaded)
            for unit in material.structure.walk()
            if (loaded := sorted((post for post in _posts(unit) if post.workload), key=order_of))
        ]

    def document(self) -> Document:
        title = (self._say(msg("WORKLOAD ANALYSIS")), clean(self.material.structure.name).upper())
        blocks = [*self._method(), *self._tasks(), *self._loads(), *self._missing()]
        section = Section(tuple(blocks), self.material.paper or "F4", landscape=True)
        return Document(title, self.language, (section,), self.marks.notice())

    def _method(self) -> Iterator[Block]:
        time, language = self.time, self.language
        yield Heading(self._say(msg("How it is counted")))
        told = msg(
            "Need = volume a year × minutes each ÷ effective working time of {minutes} minutes ({hours} hours) a year, summed over the tasks of a post and rounded to the nearest whole number.",
            minutes=number_of(time.minutes_per_year, language),
            hours=number_of(round(Decimal(time.hours_per_year), 2), language),
        )
        yield Paragraph(self._say(told))
        times = msg(
            "A volume a month counts {months} times, a week {weeks} times, a day {days} times a year.",
            months=time.times_bulan,
            weeks=time.times_minggu,
            days=time.times_hari,
        )
        yield Paragraph(self._say(times))
        source = clean(str(time.basis))
        known = msg("Source of the working time: {source}.", source=source)
        unread = msg(
            "Source of the working time: {source} (to be checked: the article was not read).", source=source
        )
        yield Paragraph(self._say(known if time.verified else unread), "note")

    def _tasks(self) -> Iterator[Block]:
        yield Heading(self._say(msg("Tasks and hours by post")))
        if not self.units:
            yield Paragraph(
                self._say(msg("No post of the structure has lines of workload; nothing can be counted."))
            )
            return
        rows = [row for unit, posts in self.units for post in posts for row in self._post(unit, post)]
        yield Table(self._columns(_COLUMNS), tuple(rows), self._say(msg("Tasks and hours")))

    def _post(self, unit: Unit, post: Position) -> Iterator[Row]:
        name = msg(
            "{post}, {unit}",
            post=self.marks.post(unit, post, title_of(post), "title", "workload"),
            unit=self.marks.unit(unit, self._name(unit)),
        )
        yield Row((Cell(), Cell(self._say(name), span=len(_COLUMNS) - 1)), "group")
        for at, line in enumerate(post.workload, 1):
            yield self._line(line, at)
        hours = minutes(post, self.time) / MINUTES_OF_AN_HOUR
        exact = exact_need(post, self.time)
        sums = (counted(hours, self.language, 1), counted(exact, self.language, 2))
        yield Row((Cell(), Cell(self._say(msg("Sum")), span=6), *sums), "total")

    def _line(self, line: WorkloadLine, number: int) -> Row:
        language = self.language
        yearly = line.volume * self.time.per_year(line.period)
        load = yearly * line.minutes
        return Row(
            (
                Cell(str(number)),
                Cell(clean(line.task)),
                Cell(clean(line.product or "")),
                counted(line.volume, language),
                Cell(self._say(_PERIODS[line.period])),
                counted(yearly, language),
                counted(line.minutes, language),
                counted(load / MINUTES_OF_AN_HOUR, language, 1),
                counted(load / self.time.minutes_per_year, language, 2),
            )
        )

    def _loads(self) -> Iterator[Block]:
        """Need by workload beside need declared and incumbents, with EJ of each post and EU of each unit."""
        if not self.units:
            return
        yield Heading(self._say(msg("Need and load")))
        scales = [scale for name in ("ej", "eu") if (scale := self.material.pack.scale(name)) is not None]
        for scale in scales:
            told = msg("{scale}: hours of the tasks ÷ hours of the incumbents.", scale=scale.name)
            yield Paragraph(self._say(told), "note")
        rows: list[Row] = []
        number = 0
        for unit, posts in self.units:
            rows.append(self._unit(unit))
            for post in posts:
                number += 1
                rows.append(self._load(unit, post, number))
        yield Table(self._columns(_UNITS), tuple(rows), self._say(msg("Need and load")))

    def _unit(self, unit: Unit) -> Row:
        posts = [*unit.positions]
        whole = all(post.workload and post.filled_count is not None for post in posts)
        filled = sum(post.filled_count or 0 for post in posts)
        load = sum((exact_need(post, self.time) or Decimal(0) for post in posts), Decimal(0))
        told = self._band("eu", load / filled) if whole and filled else ""
        name = self.marks.unit(unit, self._name(unit))
        return Row((Cell(), Cell(name, span=len(_UNITS) - 2), Cell(told)), "group")

    def _load(self, unit: Unit, post: Position, number: int) -> Row:
        language, filled, computed = self.language, post.filled_count, computed_need(post, self.time)
        exact = exact_need(post, self.time) or Decimal(0)
        gap = None if filled is None or computed is None else filled - computed
        return Row(
            (
                Cell(str(number)),
                Cell(self.marks.post(unit, post, title_of(post), "title", "workload")),
                counted(minutes(post, self.time) / MINUTES_OF_AN_HOUR, language, 1),
                counted(computed, language),
                self._given(unit, post, post.need, "need"),
                self._given(unit, post, filled, "filled"),
                difference(gap, language),
                Cell(self._band("ej", exact / filled) if filled else UNKNOWN),
            )
        )

    def _given(self, unit: Unit, post: Position, value: int | None, field: str) -> Cell:
        told = counted(value, self.language)
        return Cell(self.marks.post(unit, post, told.text, field), value) if value is not None else told

    def _band(self, name: str, value: Decimal) -> str:
        """A load with its band: EJ 0,71 (C, Cukup)."""
        scale = self.material.pack.scale(name)
        said = number_of(value, self.language, 2)
        if scale is None:
            return said
        band = scale.band(round(float(value), 2))
        return f"{name.upper()} {said} ({clean(band.id)}, {clean(band.name.said(self.language))})"

    def _missing(self) -> Iterator[Block]:
        """The posts below the heads of which nothing can be counted."""
        rows = [
            Row(
                (
                    Cell(str(at)),
                    Cell(clean(unit.name)),
                    Cell(title_of(post)),
                    counted(post.need, self.language),
                )
            )
            for at, (unit, post) in enumerate(self._unloaded(), 1)
        ]
        if rows:
            yield Heading(self._say(msg("Posts without lines of workload")))
            yield Paragraph(
                self._say(msg("Their need cannot be told by the workload: {n} posts.", n=len(rows)))
            )
            yield Table(self._columns(_MISSING), tuple(rows), self._say(msg("Posts without workload")))

    def _unloaded(self) -> Iterator[tuple[Unit, Position]]:
        for unit in self.material.structure.walk():
            for post in sorted(unit.positions, key=order_of):
                if not post.workload:
                    yield unit, post

    def _columns(self, heads: tuple[tuple[Message, int, Align], ...]) -> tuple[Column, ...]:
        return tuple(Column(self._say(head), width, align) for head, width, align in heads)

    def _name(self, unit: Unit) -> str:
        return self.names[unit.id]

    def _say(self, message: Message) -> str:
        return say(message, self.language)


def _posts(unit: Unit) -> tuple[Position, ...]:
    return (unit.head, *unit.positions) if unit.head else unit.positions
