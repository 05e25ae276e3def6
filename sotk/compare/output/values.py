"""Values of fields in words: names in place of ids, dates and numbers as people write them."""

from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Final

from sotk.compare.facts import Diff, Fact
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.locale.message import Argument
from sotk.model import Structure
from sotk.scenario import plain

NOTHING: Final = "—"
_UNITS: Final = frozenset({"lead", "supporters", "unit", "source", "target", "lineage"})
_MOST: Final = 12  # more members than these are counted, not listed
_BY_YEAR: Final = frozenset({"targets", "actuals", "retirements"})


class Names:
    """Looks up what entities of either structure are called; the second one wins."""

    def __init__(self, diff: Diff) -> None:
        self._sides = (diff.after, diff.before)

    def unit(self, id: str | None) -> str:
        """The name of a unit, its id where it has none in either structure."""
        for side in self._sides:
            if id is not None and id in side.units:
                return clean(side.units[id].name)
        return NOTHING if id is None else clean(id)

    def holder(self, holder: str | None) -> Argument:
        """The name of what carries a duty: a unit, or a position of one."""
        unit, slash, position = (holder or "").partition("/")
        if not slash:
            return self.unit(holder)
        return msg("{position} of {unit}", position=self.position(position), unit=self.unit(unit))

    def position(self, id: str | None) -> str:
        """The title of a position, its id where it has none in either structure."""
        return NOTHING if id is None else clean(self._positions.get(id, id))

    def other(self, id: str | None) -> str:
        """The text of a duty or objective."""
        return NOTHING if id is None else clean(self._texts.get(id, id))

    def call(self, fact: Fact) -> Argument:
        """What people call the entity of a fact; a line by its ends."""
        if fact.entity != "line":
            return clean(fact.name)
        source, _sign, rest = fact.id.partition(">")
        target, _sign, kind = rest.partition(":")
        return msg(
            "{source} – {target} ({kind})",
            source=self.unit(source),
            target=self.unit(target),
            kind=clean(kind),
        )

    def member(self, id: str) -> str:
        """The name of a member of a team: a unit or a position."""
        known = any(id in side.units for side in self._sides)
        return self.unit(id) if known else self.position(id)

    @cached_property
    def _positions(self) -> dict[str, str]:
        return {
            position.id: position.title
            for side in reversed(self._sides)
            for _unit, position in side.positions()
        }

    @cached_property
    def _texts(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for side in reversed(self._sides):
            found |= _texts(side)
        return found

    def value(self, field: str, value: Any) -> Argument:
        """A value of a field in words."""
        if value is None or value in ((), ""):
            return NOTHING
        if isinstance(value, tuple) and len(value) > _MOST:
            return msg("{n} entries", n=len(value))
        if field in _UNITS:
            return tuple(map(self.unit, value)) if isinstance(value, tuple) else self.unit(value)
        if field == "head":
            return self.position(value)
        if field in ("parent", "objective"):
            return self.other(value)
        if field == "members":
            return tuple(map(self.member, value))
        if field in _BY_YEAR:
            return "; ".join(f"{year}: {_word(entry)}" for year, entry in value)
        return _word(value)


def _texts(structure: Structure) -> dict[str, str]:
    duties = {duty.id: duty.text for _unit, duty in structure.duties()}
    return duties | {each.id: each.text for each in structure.objectives}


def _word(value: Any) -> Argument:
    if isinstance(value, bool):
        return msg("yes") if value else msg("no")
    if isinstance(value, (date, Decimal, int)):
        return str(value)
    if is_dataclass(value):
        return _flat(plain(value))
    if isinstance(value, tuple):
        return tuple(_word(each) for each in value)
    return clean(str(value))


def _flat(raw: Any) -> Argument:
    """A small value with keys, such as a legal basis, on one line."""
    if isinstance(raw, dict):
        return tuple(_pair(key, entry) for key, entry in raw.items())
    return tuple(map(_flat, raw)) if isinstance(raw, list) else clean(str(raw))


def _pair(key: str, entry: Any) -> Message:
    return msg("{key}: {value}", key=clean(key), value=_flat(entry))
