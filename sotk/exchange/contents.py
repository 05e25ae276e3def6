"""A structure as rows for sheets: what each cell of an exported table says."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sotk.exchange.sheets import (
    DUTIES,
    HEADER,
    INDICATORS,
    PLAIN_LISTS,
    POSITIONS,
    UNITS,
    WORKLOAD,
    Sheet,
)
from sotk.files import structure_data, unit_data
from sotk.model import Structure, Unit

Rows = list[dict[str, Any]]


def without_holders(structure: Structure) -> Structure:
    """A structure without the names of persons: the one way they are taken out before anything leaves."""
    return replace(structure, units={id_: _without(unit) for id_, unit in structure.units.items()})


def rows_of_sheets(structure: Structure) -> dict[str, tuple[Sheet, Rows]]:
    """The rows of every sheet that has any, by the key of the sheet; keys of a row are those of columns."""
    data = structure_data(structure)
    units = [{**unit_data(unit), "parent": unit.parent} for unit in structure.walk()]
    names = {unit.id: unit.name for unit in structure.walk()}
    goals = {each.id: each.text for each in structure.objectives}
    for unit in units:
        unit["parent_name"] = names.get(unit["parent"] or "")
    positions = list(_positions(units, names))
    made: dict[str, tuple[Sheet, Rows]] = {
        "header": (HEADER, _header(data)),
        "units": (UNITS, units),
        "positions": (POSITIONS, positions),
        "duties": (DUTIES, list(_duties(units, names))),
        "indicators": (
            INDICATORS,
            [
                {**each, "objective_text": goals.get(each.get("objective") or "")}
                for each in data.get("indicators", ())
            ],
        ),
        "workload": (
            WORKLOAD,
            [{**line, "position": each["id"]} for each in positions for line in each.get("workload", ())],
        ),
    }
    made |= {sheet.key: (sheet, list(data.get(sheet.key, ()))) for sheet in PLAIN_LISTS}
    return {
        key: entry
        for key, entry in made.items()
        if entry[1] or key in ("units", "positions", "duties", "indicators")
    }


def _header(data: dict[str, Any]) -> Rows:
    left_out = ("root", "indicators", *(sheet.key for sheet in PLAIN_LISTS))
    return [{"key": key, "value": value} for key, value in data.items() if key not in left_out]


def _positions(units: Rows, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for unit in units:
        head = [{**unit["head"], "leads": True}] if "head" in unit else []
        for each in (*head, *unit.get("positions", ())):
            made = {**each, "unit": unit["id"], "unit_name": names[unit["id"]]}
            filled = made.get("filled")
            if isinstance(filled, dict):
                made |= {"pns": filled.get("pns", 0), "pppk": filled.get("pppk", 0)}
                made["filled"] = made["pns"] + made["pppk"]
            if made.get("need") is not None and made.get("filled") is not None:
                made["gap"] = made["filled"] - made["need"]
            yield made


def _duties(units: Rows, names: dict[str, str]) -> Iterator[dict[str, Any]]:
    for unit in units:
        told = {"unit": unit["id"], "unit_name": names[unit["id"]]}
        for duty in unit.get("duties", ()):
            yield {**duty, **told}
        for position in (unit.get("head"), *unit.get("positions", ())):
            for duty in (position or {}).get("duties", ()):
                yield {**duty, **told, "position": position["id"]}


def _without(unit: Unit) -> Unit:
    return replace(
        unit,
        head=replace(unit.head, holders=()) if unit.head is not None else None,
        positions=tuple(replace(each, holders=()) for each in unit.positions),
    )
