"""The board of indicators (IKU): objectives with their indicators, who leads and supports, units without any."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Final, Literal, TypeAlias

from sotk.locale import Message, msg
from sotk.model import Add, Indicator, Objective, Operation, Remove, Set, Structure
from sotk.session.boards import Key
from sotk.session.document import Document
from sotk.session.ids import near, taken

Only: TypeAlias = Literal["all", "leaderless", "idle", "found"]
ONLY: Final[tuple[Only, ...]] = ("all", "leaderless", "idle", "found")
Series: TypeAlias = Literal["targets", "actuals"]
LOOSE: Final[Key] = ("loose", "")
"""The heading of the indicators of no objective."""
IDLE: Final[Key] = ("idle", "")
"""The heading of the units that lead and support no indicator."""
BELOW: Final = {"kondisi": "tujuan", "tujuan": "sasaran", "sasaran": "program", "program": "kegiatan"}
"""The level of an objective that is added below one of another level."""


@dataclass(frozen=True, slots=True)
class IndicatorChoice:
    """What is shown: lines that hold some words, only some of them."""

    words: str = ""
    only: Only = "all"


@dataclass(frozen=True, slots=True)
class IndicatorLines:
    """The lines, and how deep each objective stands below others."""

    keys: list[Key]
    depth: dict[str, int]


def lines(structure: Structure, choice: IndicatorChoice, found: Collection[Key] = ()) -> IndicatorLines:
    """Objectives in the order of their tree with their indicators, then what hangs nowhere, then idle units."""
    depth: dict[str, int] = {}
    keys: list[Key] = []
    by_objective = _by_objective(structure)
    for objective, at in _tree(structure):
        depth[objective.id] = at
        shown = [each for each in by_objective.get(objective.id, ()) if _fits(structure, each, choice, found)]
        key: Key = ("objective", objective.id)
        if shown or _shows(objective, key, choice, found):
            keys.append(key)
            keys += [("indicator", each.id) for each in shown]
    loose = [each for each in by_objective.get(None, ()) if _fits(structure, each, choice, found)]
    if loose:
        keys += [LOOSE, *(("indicator", each.id) for each in loose)]
    if choice.only in ("all", "idle"):
        idle = [unit for unit in idle_units(structure) if _holds(structure.units[unit].name, choice.words)]
        keys += [IDLE, *(("unit", unit) for unit in idle)] if idle else []
    return IndicatorLines(keys, depth)


def idle_units(structure: Structure) -> list[str]:
    """The units with a head that neither lead nor support an indicator, in the order of the chart."""
    busy = {unit for each in structure.indicators for unit in (each.lead, *each.supporters)}
    return [unit.id for unit in structure.walk() if unit.head is not None and unit.id not in busy]


def years(structure: Structure) -> list[int]:
    """Every year for which an indicator has a target or an actual value."""
    return sorted({year for each in structure.indicators for year, _value in (*each.targets, *each.actuals)})


def number(text: str) -> Decimal | None:
    """The number a text says, with a comma or a point before its decimals; None where it is none."""
    try:
        value = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def trouble(text: str) -> Message | None:
    """What is wrong with a text typed as a value; None for a good one, and for none at all."""
    return None if not text.strip() or number(text) is not None else msg("Type a number, such as 67,5.")


def set_value(indicator: Indicator, series: Series, year: int, text: str) -> tuple[Operation, ...]:
    """Give a year a target or an actual value; an empty text takes it away."""
    if trouble(text) is not None:
        return ()
    values = {str(known): str(value) for known, value in getattr(indicator, series)}
    before = dict(values)
    given = number(text) if text.strip() else None
    if given is None:
        values.pop(str(year), None)
    else:
        values[str(year)] = str(given)
    if values == before:
        return ()
    return (
        Set(entity="indicator", id=indicator.id, field=series, value=dict(sorted(values.items())) or None),
    )


def set_baseline(indicator: Indicator, text: str) -> tuple[Operation, ...]:
    """Give an indicator a baseline; an empty text takes it away."""
    given = number(text) if text.strip() else None
    if trouble(text) is not None or given == indicator.baseline:
        return ()
    value = None if given is None else str(given)
    return (Set(entity="indicator", id=indicator.id, field="baseline", value=value),)


def set_lead(indicator: Indicator, unit: str | None) -> tuple[Operation, ...]:
    """Give an indicator its leading unit, which then no longer counts as one that supports."""
    if unit == indicator.lead:
        return ()
    steps: list[Operation] = [Set(entity="indicator", id=indicator.id, field="lead", value=unit)]
    if unit in indicator.supporters:
        steps += set_supporters(indicator, [each for each in indicator.supporters if each != unit])
    return tuple(steps)


def set_supporters(indicator: Indicator, units: Sequence[str]) -> tuple[Operation, ...]:
    """Give an indicator the units that support it."""
    if tuple(units) == indicator.supporters:
        return ()
    return (Set(entity="indicator", id=indicator.id, field="supporters", value=list(units) or None),)


def add_indicator(document: Document, objective: str | None, text: str) -> Add:
    """A new indicator of an objective."""
    value: dict[str, Any] = {"id": _new_id(document, "indicator", "iku"), "text": text}
    if objective is not None:
        value["objective"] = objective
    return Add(entity="indicator", value=value)


def add_objective(document: Document, level: str, text: str, parent: str | None) -> Add:
    """A new objective, below another one or at the top."""
    value: dict[str, Any] = {"id": _new_id(document, "objective", "o"), "level": level, "text": text}
    if parent is not None:
        value["parent"] = parent
    return Add(entity="objective", value=value)


def moved(structure: Structure, keys: Iterable[Key], objective: str | None) -> tuple[Operation, ...]:
    """Indicators and objectives to another objective; those that stand there stay."""
    steps: list[Operation] = []
    for entity, id_ in keys:
        if (
            entity == "indicator"
            and (indicator := found(structure, id_))
            and indicator.objective != objective
        ):
            steps.append(Set(entity="indicator", id=id_, field="objective", value=objective))
        elif entity == "objective" and id_ != objective:
            steps.append(Set(entity="objective", id=id_, field="parent", value=objective))
    return tuple(steps)


def removal(structure: Structure, keys: Iterable[Key]) -> tuple[Operation, ...]:
    """Remove indicators, then objectives, those below others first."""
    wanted = list(keys)
    depth = {objective.id: at for objective, at in _tree(structure)}
    gone = [id_ for entity, id_ in wanted if entity == "objective"]
    gone.sort(key=lambda id_: -depth.get(id_, 0))
    return (
        *(Remove(entity="indicator", id=id_) for entity, id_ in wanted if entity == "indicator"),
        *(Remove(entity="objective", id=id_) for id_ in gone),
    )


def found(structure: Structure, indicator: str) -> Indicator | None:
    """An indicator by its id; None for a stranger."""
    return next((each for each in structure.indicators if each.id == indicator), None)


def objective(structure: Structure, id: str) -> Objective | None:  # noqa: A002 - the word of the field
    """An objective by its id; None for a stranger."""
    return next((each for each in structure.objectives if each.id == id), None)


def _tree(structure: Structure) -> list[tuple[Objective, int]]:
    """Objectives each before those below it, with their depth; one whose superior is not there is a top."""
    known = {each.id for each in structure.objectives}
    below: dict[str | None, list[Objective]] = {}
    for each in structure.objectives:
        below.setdefault(each.parent if each.parent in known else None, []).append(each)
    ordered: list[tuple[Objective, int]] = []
    waiting = [(each, 0) for each in reversed(below.get(None, []))]
    while waiting:
        each, depth = waiting.pop()
        ordered.append((each, depth))
        waiting.extend((inner, depth + 1) for inner in reversed(below.get(each.id, [])))
    return ordered


def _by_objective(structure: Structure) -> dict[str | None, list[Indicator]]:
    known = {each.id for each in structure.objectives}
    made: dict[str | None, list[Indicator]] = {}
    for each in structure.indicators:
        made.setdefault(each.objective if each.objective in known else None, []).append(each)
    return made


def _fits(
    structure: Structure, indicator: Indicator, choice: IndicatorChoice, found_: Collection[Key]
) -> bool:
    names = [structure.units[unit].name for unit in _units(indicator) if unit in structure.units]
    if not _holds(" ".join((indicator.text, *names)), choice.words):
        return False
    return {
        "all": True,
        "leaderless": indicator.lead is None or indicator.lead not in structure.units,
        "idle": False,
        "found": ("indicator", indicator.id) in found_,
    }[choice.only]


def _shows(each: Objective, key: Key, choice: IndicatorChoice, found_: Collection[Key]) -> bool:
    """Whether an objective is shown that has no indicator to show."""
    if choice.only == "found":
        return key in found_ and _holds(each.text, choice.words)
    return choice.only == "all" and _holds(each.text, choice.words)


def _units(indicator: Indicator) -> tuple[str, ...]:
    return indicator.supporters if indicator.lead is None else (indicator.lead, *indicator.supporters)


def _holds(text: str, words: str) -> bool:
    return not words or words.casefold() in text.casefold()


def _new_id(document: Document, entity: str, word: str) -> str:
    used = taken(document, entity)
    return near(f"{word}-{len(used) + 1}", used, word)
