"""Lays what tables say over a structure that is there: its ids stay, and what no column speaks of."""

from collections.abc import Sequence
from dataclasses import fields, replace
from typing import Any, Final

from sotk.compare import diff_guessed
from sotk.exchange.codes import finding
from sotk.exchange.drafts import UnitDraft
from sotk.exchange.work import Work
from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import msg
from sotk.model import Position, Structure, Unit

_BY_TABLE: Final = ("id", "parent")
"""Fields of a unit that the tables decide, whatever the base says."""


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
    units = {id_: _unit(base.units.get(id_), unit, stated) for id_, unit in after.units.items()}
    has_indicators = "indicator" in stated
    laid = replace(
        after,
        header=base.header,
        units=units,
        objectives=after.objectives if has_indicators else base.objectives,
        indicators=after.indicators if has_indicators else base.indicators,
        teams=base.teams,
        lines=base.lines,
        waivers=base.waivers,
        conflicts=base.conflicts,
        provisional=frozenset(),
    )
    return _without_strangers(laid), _gone(base, laid)


def _unit(old: Unit | None, new: Unit, stated: frozenset[str]) -> Unit:
    if old is None:
        return new
    taken = _kept(
        old, new, (*_BY_TABLE, *(("kind",) if {"kind", "type"} & stated else ()), "name", "head", "positions")
    )
    head = old.head
    if new.head is not None:
        head = (
            new.head if old.head is None else replace(new.head, **_kept(old.head, new.head, ("id", "title")))
        )
    positions = old.positions
    if new.positions or (new.head is not None and "title" in stated and "unit" in stated):
        known = {each.id: each for each in old.positions}
        positions = tuple(_position(known.get(each.id), each) for each in new.positions)
    if "kind" not in stated and "type" not in stated:
        taken["kind"] = old.kind
    return replace(new, **{**taken, "head": head, "positions": positions})


def _position(old: Position | None, new: Position) -> Position:
    return new if old is None else replace(new, **_kept(old, new, ("id", "title")))


def _kept(old: Any, new: Any, decided: Sequence[str]) -> dict[str, Any]:
    """The values of the old entity for fields that the new one leaves at their default."""
    return {
        each.name: getattr(old, each.name)
        for each in fields(old)
        if each.name not in decided and _is_default(getattr(new, each.name))
    }


def _is_default(value: Any) -> bool:
    """Whether a value says nothing; a count of 0 says something."""
    return value is None or value is False or value == ()


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
    gone = [unit for unit in base.walk() if unit.id not in laid.units]
    if not gone:
        return []
    said = msg(
        "{n} units of the base stand in no table and are left out: {units}.",
        n=len(gone),
        units=(*(clean(unit.name) for unit in gone[:5]), *(("…",) if len(gone) > 5 else ())),
    )
    return [finding("IMP021", said, severity="warning")]
