"""Finds the superior each unit names: by id, by name, by the title of a head; asks where that is not one."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Final

from sotk.compare.wording import normal
from sotk.exchange.codes import finding
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.questions import HOLD, NEW, Question, chosen
from sotk.exchange.work import Work
from sotk.files.ids import slug
from sotk.findings.names import clean
from sotk.locale import Message, msg

_NEAR: Final = 0.85
_MOST_NEAR: Final = 200
"""Different unknown names for which near ones are looked for: each costs a walk over all names."""
_MOST_CHOICES: Final = 8
_WEIGHED: Final = 20
"""Superiors without a row, those named most, of which the one above the most units is the top."""


class Index:
    """Units by what rows may call them."""

    def __init__(self, units: Iterable[UnitDraft]) -> None:
        self.by_id: dict[str, UnitDraft] = {}
        self.by_key: dict[str, list[UnitDraft]] = defaultdict(list)
        self.by_name: dict[str, list[UnitDraft]] = defaultdict(list)
        self.by_title: dict[str, list[UnitDraft]] = defaultdict(list)
        for unit in units:
            self.by_id[unit.id] = unit
            if unit.key:
                self.by_key[unit.key.casefold()].append(unit)
            for name in unit.names:
                self.by_name[normal(name)].append(unit)
            if unit.head is not None:
                self.by_title[normal(unit.head["title"])].append(unit)

    def called(self, text: str) -> list[UnitDraft]:
        """The units a text may mean; none where nothing is called exactly so."""
        said = normal(text)
        return self.by_key.get(text.casefold()) or self.by_name.get(said) or self.by_title.get(said) or []

    def near(self, text: str) -> list[UnitDraft]:
        """Units whose name is like a text, or has all its words; likely ones first."""
        said = normal(text)
        found = [
            unit
            for name in get_close_matches(said, self.by_name, n=3, cutoff=_NEAR)
            for unit in self.by_name[name]
        ]
        words = set(said.split())
        more = [name for name in self.by_name if words <= set(name.split())] if words else []
        more.sort(key=lambda name: (name.split()[-len(words) :] != said.split(), len(name)))
        return list(dict.fromkeys([*found, *(unit for name in more for unit in self.by_name[name])]))[
            :_MOST_CHOICES
        ]


def find_superiors(work: Work) -> None:
    """Set the parent of each unit whose superior is one; hold and ask where it is none or several."""
    _Finder(work).run()


class _Finder:
    def __init__(self, work: Work) -> None:
        self.work = work
        self.index = Index(work.units)
        self.near_left = _MOST_NEAR
        self.missing: dict[str, list[UnitDraft]] = defaultdict(list)
        self.run_of: tuple[str, list[UnitDraft]] | None = None
        self.runs: list[list[UnitDraft]] = []

    def run(self) -> None:
        for unit in list(self.work.units):
            if unit.parent is None and unit.state == "open":
                self._find(unit)
        for run in self.runs:
            self._ask_run(run)
        self._give_missing()

    def _find(self, unit: UnitDraft) -> None:
        found = self.index.called(unit.superior) if unit.superior else []
        others = [each for each in found if each is not unit]
        if len(others) < 2 and (self._answered(f"parent-{unit.id}", [unit]) or not unit.superior):
            return
        if found and not others:
            self._own_superior(unit)
        elif len(others) == 1:
            unit.parent = others[0]
        elif others:
            self._several(unit)
        elif ";" in unit.superior or "\n" in unit.superior:
            self._many(unit)
        else:
            self.missing[unit.superior].append(unit)

    def _own_superior(self, unit: UnitDraft) -> None:
        said = msg("{cell}: {unit} names itself as its superior.", cell=_cell(unit), unit=clean(unit.name))
        self.work.findings.append(finding("IMP012", said, severity="warning"))

    def _many(self, unit: UnitDraft) -> None:
        parts = [part.strip() for part in unit.superior.replace("\n", ";").split(";") if part.strip()]
        choices = [each for part in parts for each in self.index.called(part)]
        self._ask(f"parent-{unit.id}", [unit], choices, n=len(parts))

    def _several(self, unit: UnitDraft) -> None:
        """Rows that follow each other and name the same superior mean the same one: one question for them."""
        run = self.runs[-1] if self.runs else None
        if run is not None and _continues(run, unit):
            run.append(unit)
        else:
            self.runs.append([unit])

    def _ask_run(self, run: list[UnitDraft]) -> None:
        first = run[0]
        run = [first, *(unit for unit in run[1:] if not self._answered(f"parent-{unit.id}", [unit]))]
        if not self._answered(f"parent-{first.id}", run):
            self._ask(f"parent-{first.id}", run, self.index.called(first.superior))

    def _ask(
        self, id_: str, units: list[UnitDraft], choices: list[UnitDraft], n: int = 1, *, near: bool = False
    ) -> None:
        first = units[0]
        shown = self._shown(first)
        if n > 1:
            why = msg("it names {n} superiors ({superior})", n=n, superior=shown)
        elif choices and not near:
            why = msg("{n} units are called {superior}", n=len(choices), superior=shown)
        else:
            why = msg("no unit is called {superior}", superior=shown)
        for unit in units:
            unit.hold(why)
        question = (
            msg(
                "Which unit is above {unit} and {n} rows after it: {why}?",
                unit=first.name,
                n=len(units) - 1,
                why=why,
            )
            if len(units) > 1
            else msg("Which unit is above {unit}: {why}?", unit=first.name, why=why)
        )
        self.work.questions.ask(Question(id_, question, tuple(map(_cell, units)), _choices(choices)))

    def _answered(self, id_: str, units: list[UnitDraft]) -> bool:
        """Whether an answer decided where some units belong."""
        answer = self.work.questions.answer(id_)
        if answer is None:
            return False
        if answer == HOLD:
            for unit in units:
                unit.hold(msg("your answer holds it"))
        else:
            above = self._unit_of(answer, id_)
            if above is None:
                return False
            for unit in units:
                unit.parent = above
        self.work.questions.ask(Question(id_, msg("Answered."), tuple(map(_cell, units)), ()))
        return True

    def _unit_of(self, answer: str, id_: str) -> UnitDraft | None:
        found = self.index.by_id.get(chosen(answer))
        if found is None:
            said = msg("The answer {answer} to {id} names no unit.", answer=clean(answer), id=id_)
            self.work.findings.append(finding("IMP014", said))
        return found

    def _give_missing(self) -> None:
        """Superiors that no row is about: the top of all, a unit spelled otherwise, or a question."""
        tops = [unit for unit in self.work.units if not unit.superior and unit.parent is None]
        if not tops and self.missing:
            often = sorted(self.missing, key=lambda each: -len(self.missing[each]))[:_WEIGHED]
            text = max(often, key=lambda each: len(self._below(self.missing[each])))
            self._make(text, self.missing.pop(text), None)
        for text, units in self.missing.items():
            self._decide(text, units)

    def _below(self, units: list[UnitDraft]) -> set[int]:
        """The units that would come to stand below some, those further down included."""
        if not hasattr(self, "_children"):
            self._children: dict[int, list[UnitDraft]] = defaultdict(list)
            for unit in self.work.units:
                if unit.parent is not None:
                    self._children[id(unit.parent)].append(unit)
        seen: set[int] = set()
        waiting = list(units)
        while waiting:
            unit = waiting.pop()
            if id(unit) not in seen:
                seen.add(id(unit))
                waiting += self._children.get(id(unit), ())
        return seen

    def _make(self, text: str, units: list[UnitDraft], above: UnitDraft | None) -> None:
        made = self.work.new_unit(None, text)
        made.parent = above
        self.work.repairs.add("unit-made", _cell(units[0]), "", made.id, done=True)
        for unit in units:
            unit.parent = made

    def _decide(self, text: str, units: list[UnitDraft]) -> None:
        id_ = f"missing-{slug(text) or 'name'}" if self._is_shown(units[0]) else f"missing-{units[0].id}"
        answer = self.work.questions.answer(id_)
        if answer is not None and answer.startswith(NEW):
            above = self._unit_of(answer[len(NEW) :], id_)
            if above is not None:
                self._make(text, units, above)
                self.work.questions.ask(Question(id_, msg("Answered."), (), ()))
                return
        elif answer is not None and self._answered(id_, units):
            return
        near: list[UnitDraft] = []
        if self.near_left:
            self.near_left -= 1
            near = [each for each in self.index.near(text) if each not in units]
        if len(near) == 1 and is_spelling(text, near[0]):
            done = self.work.repairs.add(
                "near-name", _cell(units[0]), text if self._is_shown(units[0]) else "", near[0].name
            )
            if done:
                for unit in units:
                    unit.parent = near[0]
                return
        self._ask(id_, units, near, near=True)

    def _is_shown(self, unit: UnitDraft) -> bool:
        """Whether the text of a superior may be shown: where people are listed it may be a person's name."""
        return self.work.holders or unit.superior_field != "manager" or unit.superior.isdigit()

    def _shown(self, unit: UnitDraft) -> Message | str:
        return clean(unit.superior) if self._is_shown(unit) else msg("what {cell} says", cell=_cell(unit))


def _continues(run: list[UnitDraft], unit: UnitDraft) -> bool:
    last = run[-1]
    if last.superior != unit.superior or last.row is None or unit.row is None:
        return False
    return (
        unit.row.number == last.row.number + 1
        and unit.row.reading is last.row.reading
        and unit.row.get("pasal") == last.row.get("pasal")
        and all(each.name != unit.name for each in run)
    )


def is_spelling(text: str, unit: UnitDraft) -> bool:
    """Whether a name differs from a unit's only as misspelled ones do."""
    return any(get_close_matches(normal(text), [normal(name)], n=1, cutoff=0.9) for name in unit.names)


def _choices(units: Iterable[UnitDraft]) -> tuple[tuple[str, str], ...]:
    return tuple((unit.id, told(unit)) for unit in list(dict.fromkeys(units))[:_MOST_CHOICES])


def told(unit: UnitDraft) -> str:
    """The name of a unit with that of its superior, which tells units of one name apart."""
    return unit.name if unit.parent is None else f"{unit.name}, {unit.parent.name}"


def _cell(unit: UnitDraft) -> str:
    """The cell that names the superior of a unit."""
    return "" if unit.row is None else unit.row.cell(unit.superior_field)
