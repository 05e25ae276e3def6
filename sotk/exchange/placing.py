"""Makes one tree of units that know their superiors: its root, and what has no place in it and why."""

from collections.abc import Iterable
from typing import Final

from sotk.exchange.codes import finding
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.questions import HOLD, NEW, Question, chosen
from sotk.exchange.work import Work
from sotk.findings.names import clean
from sotk.locale import msg

_FEW: Final = 10
"""Second roots that are asked about one by one; more of them are one question."""


def place(work: Work) -> UnitDraft | None:
    """The root, with every unit below it placed and all else held; None where there is no unit."""
    _hold_circles(work)
    tops = [unit for unit in work.units if unit.parent is None and unit.state == "open"]
    root = _root(work, tops)
    if root is None:
        return None
    for unit in work.units:
        if unit.parent is not None:
            unit.parent.below.append(unit)
    _mark(root)
    _hold_rest(work, root)
    return root


def _hold_circles(work: Work) -> None:
    """Hold the units that report to each other in a circle."""
    done: set[int] = set()
    for start in work.units:
        path: list[UnitDraft] = []
        on_path: dict[int, int] = {}
        at: UnitDraft | None = start
        while at is not None and id(at) not in done and id(at) not in on_path:
            on_path[id(at)] = len(path)
            path.append(at)
            at = at.parent
        if at is not None and id(at) in on_path:
            _hold_circle(work, path[on_path[id(at)] :])
        done.update(on_path)


def _hold_circle(work: Work, circle: list[UnitDraft]) -> None:
    names = tuple(clean(unit.name) for unit in circle)
    cells = tuple(unit.row.cell(unit.superior_field) for unit in circle if unit.row is not None)
    said = msg("Units report to each other in a circle: {units} ({cells}).", units=names, cells=cells)
    work.findings.append(finding("IMP011", said, remedy=msg("Correct one of these superiors.")))
    for unit in circle:
        unit.hold(msg("it reports in a circle: {units}", units=names))
        asked = msg("Which unit is above {unit}: {why}?", unit=clean(unit.name), why=unit.why)
        work.questions.ask(Question(f"parent-{unit.id}", asked, cells, ()))


def _root(work: Work, tops: list[UnitDraft]) -> UnitDraft | None:
    """The one top, or the one with the most below it; the others are held unless an answer places them."""
    if len(tops) < 2:
        if tops:
            tops[0].is_root = True
        return tops[0] if tops else None
    answer = work.questions.answer("root")
    chosen_top = _answered(work, tops, answer)
    if chosen_top is not None:
        work.questions.ask(Question("root", msg("Answered."), (), ()))
        if answer is not None and answer.startswith(NEW):
            return chosen_top
    sizes = _sizes(work.units)
    root = chosen_top or max(tops, key=lambda unit: sizes[id(unit)])
    others = [unit for unit in tops if unit is not root]
    root.is_root = True
    if chosen_top is None:
        _ask_root(work, root, tops, sizes)
    _second_roots(work, root, others)
    return root


def _answered(work: Work, tops: list[UnitDraft], answer: str | None) -> UnitDraft | None:
    if answer is None or answer == HOLD:
        return None
    if answer.startswith(NEW):
        made = work.new_unit(None, answer[len(NEW) :].strip())
        made.is_root = True
        for unit in tops:
            unit.parent = made
        return made
    found = next((unit for unit in tops if unit.id == chosen(answer)), None)
    if found is None:
        said = msg("The answer {answer} to {id} names no top unit.", answer=clean(answer), id="root")
        work.findings.append(finding("IMP014", said))
    return found


def _ask_root(work: Work, root: UnitDraft, tops: list[UnitDraft], sizes: dict[int, int]) -> None:
    largest = sorted(tops, key=lambda unit: -sizes[id(unit)])[:_FEW]
    said = msg(
        "{n} units name no superior; {unit} was taken for the top. Which is it? Or write: new and the name of"
        " a unit above them all.",
        n=len(tops),
        unit=clean(root.name),
    )
    cells = tuple(_cells(tops))
    work.questions.ask(Question("root", said, cells, tuple((unit.id, unit.name) for unit in largest)))


def _second_roots(work: Work, root: UnitDraft, others: list[UnitDraft]) -> None:
    why = msg("it names no superior, and {unit} is the top", unit=clean(root.name))
    for unit in others:
        unit.hold(why)
        if len(others) <= _FEW:
            said = msg("Which unit is above {unit}: {why}?", unit=clean(unit.name), why=why)
            work.questions.ask(Question(f"parent-{unit.id}", said, tuple(_cells([unit])), ()))
    said = msg(
        "{n} units beside {unit} name no superior: {units}.",
        n=len(others),
        unit=clean(root.name),
        units=(*(clean(unit.name) for unit in others[:3]), *(("…",) if len(others) > 3 else ())),
    )
    work.findings.append(
        finding(
            "IMP010", said, remedy=msg("A structure has one top: answer the questions, or fill the cells.")
        )
    )


def _cells(units: Iterable[UnitDraft]) -> list[str]:
    return [unit.row.cell(unit.superior_field) for unit in units if unit.row is not None][: 2 * _FEW]


def _sizes(units: list[UnitDraft]) -> dict[int, int]:
    """How many units stand below each, itself counted; there is no circle left."""
    waiting = {id(unit): 0 for unit in units}
    for unit in units:
        if unit.parent is not None:
            waiting[id(unit.parent)] += 1
    sizes = {id(unit): 1 for unit in units}
    ready = [unit for unit in units if not waiting[id(unit)]]
    while ready:
        unit = ready.pop()
        if unit.parent is None:
            continue
        sizes[id(unit.parent)] += sizes[id(unit)]
        waiting[id(unit.parent)] -= 1
        if not waiting[id(unit.parent)]:
            ready.append(unit.parent)
    return sizes


def _mark(root: UnitDraft) -> None:
    waiting = [root]
    while waiting:
        unit = waiting.pop()
        unit.state = "placed"
        waiting += unit.below


def _hold_rest(work: Work, root: UnitDraft) -> None:
    for unit in work.units:
        if unit.state == "open":
            above = unit.parent or root
            unit.state = "held"
            unit.why = msg("its superior {unit} is held", unit=clean(above.name))
