"""Finds the unit that a row of positions, duties or indicators names among units known from elsewhere."""

from functools import cached_property

from sotk.exchange.drafts import UnitDraft
from sotk.exchange.gathering import unit_text
from sotk.exchange.questions import HOLD, Question, chosen
from sotk.exchange.rows import Row
from sotk.exchange.superiors import Index, is_spelling, told
from sotk.exchange.work import Work
from sotk.files.ids import slug
from sotk.findings.names import clean
from sotk.locale import Message, msg


class Belonging:
    """Looks up the units of rows; rows after each other that name the same share one question."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self._known: dict[str, list[UnitDraft]] = {}
        self._near: dict[str, list[UnitDraft]] = {}

    @cached_property
    def index(self) -> Index:
        """The units by name, looked through only once any row asks."""
        return Index(self.work.units)

    def settle(self, rows: list[Row], field: str = "unit") -> None:
        """Set the unit of each row, or hold it; a row that names none belongs to that of the row before."""
        run: list[Row] = []
        last = ""
        for row in rows:
            if row.held is not None:
                continue
            text = self._text(row, field)
            if not text:
                if not run:
                    row.held = msg("it names no unit")
                    continue
            elif text != last:
                self._settle_run(last, run, field)
                run, last = [], text
            run.append(row)
        self._settle_run(last, run, field)

    def _text(self, row: Row, field: str) -> str:
        named = (row.stated(field) and row.get(field)) or unit_text(row, self.work)
        key = row.stated("unit_id")
        return key if key and (not named or self.index.called(key)) else named

    def _settle_run(self, text: str, run: list[Row], field: str) -> None:
        if not run:
            return
        if text not in self._known:
            self._known[text] = self.index.called(text)
        found = self._known[text]
        if len(found) != 1:
            decided = self._decided(text, run, found, field)
            if decided is None:
                return
            found = [decided]
        for row in run:
            row.unit = found[0]

    def _decided(self, text: str, run: list[Row], found: list[UnitDraft], field: str) -> UnitDraft | None:
        """The unit an answer or a repair gives; None after holding the rows."""
        id_ = f"unit-{slug(text)[:48] or 'name'}"
        if found:
            id_ = f"{id_}-{run[0].number + 1}"
        cells = tuple(row.cell(field) for row in run)
        answer = self.work.questions.answer(id_)
        if answer == HOLD:
            self._hold(run, msg("your answer holds it"))
            return None
        given = self.index.by_id.get(chosen(answer)) if answer is not None else None
        if given is not None:
            self.work.questions.ask(Question(id_, msg("Answered."), cells, ()))
            return given
        near = found or self._near_units(text)
        is_slip = not found and len(near) == 1 and is_spelling(text, near[0])
        if is_slip and self.work.repairs.add("near-name", cells[0], text, near[0].name):
            return near[0]
        why = (
            msg("{n} units are called {unit}", n=len(found), unit=clean(text))
            if found
            else msg("no unit is called {unit}", unit=clean(text))
        )
        self._hold(run, why)
        asked = msg("Which unit is meant in {n} rows: {why}?", n=len(run), why=why)
        choices = tuple((unit.id, told(unit)) for unit in near[:8])
        self.work.questions.ask(Question(id_, asked, cells[:20], choices))
        return None

    def _near_units(self, text: str) -> list[UnitDraft]:
        if text not in self._near:
            self._near[text] = self.index.near(text)
        return self._near[text]

    @staticmethod
    def _hold(run: list[Row], why: Message) -> None:
        for row in run:
            row.held = why
