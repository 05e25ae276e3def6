"""Lays what tables say over a structure that is there: its ids stay, and what no column speaks of."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from sotk.compare import diff_guessed
from sotk.exchange.codes import finding
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.work import Work
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Indicator, Objective, Position, Structure, Unit

T = TypeVar("T")
_WHAT: Final[dict[str, Message]] = {
    "unit": msg("units"),
    "position": msg("positions"),
    "duty": msg("duties"),
    "indicator": msg("indicators"),
}


def seed(base: Structure, work: Work) -> None:
    """Make drafts of the units of a structure, for tables that say only what stands in them."""
    made: dict[str, UnitDraft] = {}
    for unit in base.walk():
        draft = work.new_unit(None, unit.name, unit.id)
        draft.written["kind"] = unit.kind
        draft.parent = made.get(unit.parent or "")
        if unit.head is not None:
            draft.names = (unit.name, unit.head.title)
        made[unit.id] = draft
    work.seeds = list(made.values())


def lay_over(
    base: Structure, new: Structure, written: frozenset[str], stated: frozenset[str]
) -> tuple[Structure, list[Finding]]:
    """The new structure under the ids of the base, with what its tables leave unsaid from the base.

    `written` are the ids of units that the tables give themselves; `stated` the fields of their columns.
    """
    made: Any = frozenset(("unit", id_) for id_ in new.units if id_ not in written)
    made |= {("position", each.id) for _unit, each in new.positions()}
    made |= {("duty", each.id) for _unit, each in new.duties()}
    made |= {("indicator", each.id) for each in new.indicators} | {
        ("objective", each.id) for each in new.objectives
    }
    after = diff_guessed(base, replace(new, provisional=made), trust_ids=True).diff.after
    laying = _Laying(after, stated)
    laid = replace(
        after,
        header=base.header,
        units={id_: laying.unit(base.units.get(id_), unit) for id_, unit in after.units.items()},
        objectives=laying.objectives(base),
        indicators=laying.indicators(base),
        teams=base.teams,
        lines=base.lines,
        waivers=base.waivers,
        conflicts=base.conflicts,
        provisional=frozenset(),
    )
    return _without_strangers(laid), _gone(base, laid)


class _Laying:
    """What of the base stays beside what the tables give, under one set of ids."""

    def __init__(self, after: Structure, stated: frozenset[str]) -> None:
        self.after = after
        self.stated = stated
        self.placed = {each.id for _unit, each in after.positions()} | {
            each.id for _unit, each in after.duties()
        }

    def unit(self, old: Unit | None, new: Unit) -> Unit:
        """A unit: positions and duties of the tables where they give any for it, else those of the base."""
        if old is None:
            return new
        taken = _kept(old, new, ("id", "parent", "name", "kind", "head", "positions", "duties"))
        if not {"kind", "type"} & self.stated:
            taken["kind"] = old.kind
        head = old.head if new.head is None and self._is_free(old.head) else new.head
        if new.head is not None and old.head is not None:
            head = _position(old.head, new.head)
        known = {each.id: each for each in old.positions}
        positions = tuple(_position(known.get(each.id), each) for each in new.positions)
        told = {each.id: each for each in old.duties}
        duties = tuple(_over(told.get(each.id), each, ("id", "level", "text")) for each in new.duties)
        return replace(
            new,
            **taken,
            head=head,
            positions=positions or self._free(old.positions),
            duties=duties or self._free(old.duties),
        )

    def objectives(self, base: Structure) -> tuple[Objective, ...]:
        """Those of the base, then what the tables add: a list of indicators is no whole tree of objectives."""
        known = {each.id for each in base.objectives}
        return (*base.objectives, *(each for each in self.after.objectives if each.id not in known))

    def indicators(self, base: Structure) -> tuple[Indicator, ...]:
        """Those of the base, except of units for which the tables give indicators."""
        if not self.after.indicators:
            return base.indicators
        known = {each.id: each for each in base.indicators}
        new = {each.id: _over(known.get(each.id), each, ("id", "text")) for each in self.after.indicators}
        leads = {each.lead for each in new.values()}
        kept = [
            new.pop(each.id, each) for each in base.indicators if each.id in new or each.lead not in leads
        ]
        return (*kept, *new.values())

    def _free(self, entities: Any) -> Any:
        """Those that the tables do not give to another unit."""
        return tuple(each for each in entities if self._is_free(each))

    def _is_free(self, entity: Any) -> bool:
        return entity is not None and entity.id not in self.placed


def _position(old: Position | None, new: Position) -> Position:
    if old is None:
        return new
    told = {each.id: each for each in old.duties}
    duties = tuple(_over(told.get(each.id), each, ("id", "level", "text")) for each in new.duties)
    return replace(_over(old, new, ("id", "title", "duties")), duties=duties or old.duties)


def _over(old: T | None, new: T, decided: Sequence[str]) -> T:
    """The new entity with what it leaves unsaid from the old one; `decided` are fields of the new one alone."""
    made: Any = new
    return new if old is None else replace(made, **_kept(old, new, decided))


def _kept(old: Any, new: Any, decided: Sequence[str]) -> dict[str, Any]:
    """The values of the old entity for fields that the new one leaves at their default."""
    return {
        each.name: getattr(old, each.name)
        for each in fields(old)
        if each.name not in decided and getattr(new, each.name) == each.default
    }


def _without_strangers(structure: Structure) -> Structure:
    """Without references to units that are gone."""
    units = structure.units
    places = {position.id for _unit, position in structure.positions()} | set(units)
    objectives = {each.id for each in structure.objectives}
    return replace(
        structure,
        lines=tuple(each for each in structure.lines if each.source in units and each.target in units),
        waivers=tuple(each for each in structure.waivers if each.unit is None or each.unit in units),
        teams=tuple(
            replace(
                each,
                unit=each.unit if each.unit in units else None,
                members=tuple(member for member in each.members if member in places),
            )
            for each in structure.teams
        ),
        indicators=tuple(
            replace(
                each,
                lead=each.lead if each.lead in units else None,
                objective=each.objective if each.objective in objectives else None,
                supporters=tuple(unit for unit in each.supporters if unit in units),
            )
            for each in structure.indicators
        ),
    )


def _gone(base: Structure, laid: Structure) -> list[Finding]:
    """What of the base is left out, so that nobody misses it without having heard."""
    before, after = _named(base), _named(laid)
    found = []
    for kind, entities in before.items():
        gone = [name for id_, name in entities.items() if id_ not in after[kind]]
        if gone:
            said = msg(
                "{n} {what} of the base are left out, because the tables do not give them: {names}.",
                n=len(gone),
                what=_WHAT[kind],
                names=(*map(clean, gone[:5]), *(("…",) if len(gone) > 5 else ())),
            )
            found.append(finding("IMP021", said, severity="warning"))
    return found


def _named(structure: Structure) -> dict[str, dict[str, str]]:
    """The names of the entities of a structure by id, by type."""
    return {
        "unit": {unit.id: unit.name for unit in structure.walk()},
        "position": {each.id: each.title for _unit, each in structure.positions()},
        "duty": {each.id: each.text for _unit, each in structure.duties()},
        "indicator": {each.id: each.text for each in structure.indicators},
    }
