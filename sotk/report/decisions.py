"""What the discussion said of each change, to be looked up by what the change is about."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import (
    Add,
    AddUnit,
    MergeUnits,
    Move,
    MoveUnit,
    Operation,
    Remove,
    RemoveUnit,
    Reorder,
    Scenario,
    Set,
    SplitUnit,
    TransferDuty,
)
from sotk.model.operations import Decision, Status
from sotk.report.words import day_of

Key = tuple[str, str]
"""Entity type and id."""
CARRIED_OUT: Final = frozenset({"usul", "disepakati"})
DECIDED: Final[Mapping[Status, Message]] = {
    "disepakati": msg("agreed"),
    "usul": msg("not decided yet"),
    "ditunda": msg("postponed"),
    "ditolak": msg("rejected"),
}


class Decisions:
    """The changes of a proposal by subject; those that are not carried out are in no subject."""

    def __init__(self, scenario: Scenario | None, language: Language) -> None:
        self._language = language
        self._by: dict[Key, list[tuple[int, Operation]]] = {}
        self.within: dict[str, str] = {}
        """By unit that came with another: the id of that."""
        for number, operation in enumerate(scenario.operations if scenario else (), 1):
            if operation.status in CARRIED_OUT:
                for key in subjects(operation):
                    self._by.setdefault(key, []).append((number, operation))
                if isinstance(operation, AddUnit):
                    top = str(operation.unit.get("id", ""))
                    self.within |= dict.fromkeys(_nested(operation.unit), top)

    def lines(self, *keys: Key) -> tuple[str, ...]:
        """What was said of the changes of these subjects, each change once."""
        found = dict(entry for key in keys for entry in self._by.get(key, ()))
        return tuple(line for number, change in sorted(found.items()) for line in self._said(number, change))

    def _said(self, number: int, change: Operation) -> Iterator[str]:
        decided = DECIDED[change.status]
        head = msg("Change {n}: {decided}", n=number, decided=decided)
        if change.date:
            day = day_of(change.date, self._language)
            head = msg("Change {n}: {decided} on {day}", n=number, decided=decided, day=day)
        yield say(head, self._language)
        yield from remarks(change, self._language)


def remarks(change: Decision, language: Language) -> Iterator[str]:
    """Reason, who proposed it, and the note: a line each."""
    if change.why:
        yield say(msg("Reason: {text}", text=clean(change.why)), language)
    if change.proposed_by:
        yield say(msg("Proposed by: {text}", text=clean(change.proposed_by)), language)
    if change.note:
        yield say(msg("Note: {text}", text=clean(change.note)), language)


def subjects(operation: Operation) -> tuple[Key, ...]:
    """What an operation is about."""
    match operation:
        case AddUnit():
            return (_made("unit", operation.unit),)
        case RemoveUnit() | MoveUnit():
            return (("unit", operation.unit),)
        case MergeUnits():
            return (_made("unit", operation.into),)
        case SplitUnit():
            return (("unit", operation.unit), *(_made("unit", part.unit) for part in operation.into))
        case TransferDuty():
            return (("duty", operation.duty),)
        case Add():
            return (_made(operation.entity, operation.value),)
        case Remove() | Move():
            return ((operation.entity, operation.id),)
        case Reorder():
            return (("unit", operation.under or ""),)
        case Set():
            return ((operation.entity, operation.id or ""),)


def _made(entity: str, raw: Mapping[str, Any]) -> Key:
    if entity == "line":
        return entity, f"{raw.get('from')}>{raw.get('to')}:{raw.get('kind', 'koordinasi')}"
    return entity, str(raw.get("id", ""))


def _nested(unit: Mapping[str, Any]) -> Iterator[str]:
    for below in unit.get("units", ()) or ():
        if isinstance(below, Mapping):
            yield str(below.get("id", ""))
            yield from _nested(below)
