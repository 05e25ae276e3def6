"""Reads back the workbooks and the JSON that sotk wrote: cell for cell, nothing is guessed.

What a person added since has no id yet, or names a unit instead of giving its id; both are understood.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sotk.compare.wording import normal
from sotk.exchange import sheets
from sotk.exchange.headings import plain
from sotk.exchange.reading import Table
from sotk.exchange.sheets import Sheet
from sotk.files import Loaded, load_text
from sotk.files.ids import slug
from sotk.text import emit


@dataclass(frozen=True, slots=True)
class OwnRead:
    """The document a workbook of ours makes, its number of rows, and the rows whose owner is not there."""

    loaded: Loaded
    rows_in: int
    lost: tuple[tuple[str, str], ...]
    """Cell, and what the row says it belongs to."""
    cells: dict[str, str]
    """The cell of each unit, by its id."""


def is_own(tables: Sequence[Table]) -> bool:
    """Whether a workbook is one of ours: its sheet Struktur says so."""
    return any(
        table.name in (sheets.HEADER.indonesian, sheets.HEADER.english)
        and len(table.rows) > 1
        and table.rows[1][:2] == [sheets.FORMAT_KEY, "1"]
        for table in tables
    )


def own_json(path: Path) -> dict[str, Any] | None:
    """The data of a JSON file that holds a structure as sotk writes it; None for any other."""
    if path.suffix.lower() != ".json":
        return None
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) and sheets.FORMAT_KEY in data and "structure" in data else None


def read_own_data(data: dict[str, Any]) -> OwnRead:
    """The document that the data of a JSON file makes; its rows are its units."""
    loaded = load_text(emit(data))
    count = len(loaded.structure.units) if loaded.structure is not None else 0
    return OwnRead(loaded, count + len(loaded.unplaced), (), {})


def read_own(tables: Sequence[Table]) -> OwnRead:
    """Read a workbook of ours."""
    cells: dict[int, str] = {}
    rows = {sheet.key: _rows(sheet, tables, cells) for sheet in sheets.SHEETS}
    count = sum(len(each) for key, each in rows.items() if key != "header")
    data = _header(rows["header"])
    lost: list[tuple[str, str]] = []
    data["units"] = _units(rows, lambda row, said: lost.append((cells[id(row)], said)))
    places = {unit["id"]: cells[id(unit)] for unit in data["units"]}
    if rows["indicators"]:
        data["indicators"] = rows["indicators"]
    for sheet in sheets.PLAIN_LISTS:
        if rows[sheet.key]:
            data[sheet.key] = rows[sheet.key]
    return OwnRead(load_text(emit(data)), count, tuple(lost), places)


def _rows(sheet: Sheet, tables: Sequence[Table], at: dict[int, str]) -> list[dict[str, Any]]:
    """The rows of a sheet as a file writes them, by the keys of its columns."""
    table = next((each for each in tables if each.name in (sheet.indonesian, sheet.english)), None)
    if table is None or not table.rows:
        return []
    known = {plain(column.heading(language)): column for column in sheet.columns for language in ("id", "en")}
    columns = [known.get(plain(text)) for text in table.rows[0]]
    years = [_year(sheet, text) for text in table.rows[0]]
    made = []
    for number, cells in enumerate(table.rows[1:], 1):
        row: dict[str, Any] = {}
        for text, column, year in zip(cells, columns, years, strict=False):
            if text == "":
                continue
            if year is not None:
                row.setdefault(year[0], {})[year[1]] = text
            elif column is not None and not column.informs:
                row[column.key] = sheets.of_cell(text, column.form)
            elif column is not None:
                row[f"\0{column.key}"] = text
        if row:
            made.append(_without_informing(sheet, row))
            at[id(made[-1])] = table.cell(number)
    return made


def _without_informing(sheet: Sheet, row: dict[str, Any]) -> dict[str, Any]:
    """A row without what only informs; the name of a unit stays where its id is not given."""
    named = {"units": ("parent", "\0parent_name")}.get(sheet.key, ("unit", "\0unit_name"))
    if named[0] not in row and named[1] in row and sheet.key in ("units", "positions", "duties"):
        row[named[0]] = row[named[1]]
    return {key: value for key, value in row.items() if not key.startswith("\0")}


def _year(sheet: Sheet, heading: str) -> tuple[str, str] | None:
    for key, indonesian, english in sheet.by_year:
        for word in (indonesian, english):
            year = heading.removeprefix(f"{word} ").strip()
            if year != heading.strip() and year.isdigit():
                return key, year
    return None


def _header(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The keys of a file before its units; compound values stand as JSON."""
    made: dict[str, Any] = {}
    for row in rows:
        key, value = row.get("key"), row.get("value")
        if not isinstance(key, str) or not isinstance(value, str):
            continue
        is_compound = value[:1] in ("{", "[") and key not in ("name", "notes")
        made[key] = sheets.of_cell(value, "json") if is_compound else value
    return made


def _units(
    rows: dict[str, list[dict[str, Any]]], lose: Callable[[dict[str, Any], str], None]
) -> list[dict[str, Any]]:
    """The units with all they carry, in one flat list."""
    units = rows["units"]
    taken = {unit["id"] for unit in units if "id" in unit}
    by_name: dict[str, list[str]] = {}
    for unit in units:
        if "id" not in unit:
            unit["id"] = _free(slug(str(unit.get("name", ""))) or "unit", taken)
        by_name.setdefault(normal(str(unit.get("name", ""))), []).append(unit["id"])

    def id_of(said: str) -> str:
        named = by_name.get(normal(said), [])
        return said if said in taken or len(named) != 1 else named[0]

    by_id = {unit["id"]: unit for unit in reversed(units)}
    for unit in units:
        if "parent" in unit:
            unit["parent"] = id_of(unit["parent"])
    places: dict[str, dict[str, Any]] = {}
    for row in rows["positions"]:
        named = row.pop("unit", "")
        owner = by_id.get(id_of(named))
        if owner is None:
            lose(row, named)
            continue
        _place_position(row, owner)
        places[row.get("id", "")] = row
    for row in rows["duties"]:
        named, position = row.pop("unit", ""), row.pop("position", None)
        target = by_id.get(id_of(named)) if position is None else places.get(position)
        if target is None:
            lose(row, position or named)
            continue
        target.setdefault("duties", []).append(row)
    for row in rows["workload"]:
        position = row.pop("position", "")
        target = places.get(position)
        if target is None:
            lose(row, position)
            continue
        target.setdefault("workload", []).append(row)
    return units


def _place_position(row: dict[str, Any], owner: dict[str, Any]) -> None:
    split = {status: row.pop(status) for status in ("pns", "pppk") if status in row}
    if split:
        row["filled"] = split
    if row.pop("leads", None) == "true" and "head" not in owner:
        owner["head"] = row
    else:
        owner.setdefault("positions", []).append(row)


def _free(wanted: str, taken: set[str]) -> str:
    made, number = wanted[:60], 1
    while made in taken:
        number += 1
        made = f"{wanted[:60]}-{number}"
    taken.add(made)
    return made
