"""Reads the organizations of New York City, a flat list in which `reports_to` is text, into a structure."""

import csv
from pathlib import Path

from sotk.model import Header, Structure, Unit

FOLDER = Path(__file__).parent.parent / "data" / "nyc-organizations"
ROOT = "nyc"


def rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def structure(name: str) -> Structure:
    """Each row a unit under the one it names, or under the city if it names none; the text is kept as a note."""
    records = {_id(row["record_id"]): row for row in rows(name)}
    by_name = {row["name"]: id for id, row in records.items()}
    parents = {id: by_name.get(row["reports_to"], ROOT) for id, row in records.items()}
    units = {ROOT: Unit(id=ROOT, name="City of New York", kind="city")}
    children: dict[str, list[str]] = {}
    for id, row in records.items():
        parent = parents[id]
        units[id] = Unit(
            id=id, name=row["name"], kind="organization", parent=parent, notes=row["reports_to"] or None
        )
        children.setdefault(parent, []).append(id)
    return Structure(
        header=Header(id=ROOT, name="City of New York"),
        root=ROOT,
        units=units,
        children={parent: tuple(below) for parent, below in children.items()},
    )


def log(field: str) -> dict[str, list[dict[str, str]]]:
    """The entries of the change log on a field, by unit."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in rows("changelog"):
        if row["field"] == field:
            found.setdefault(_id(row["record_id"]), []).append(row)
    return found


def _id(record: str) -> str:
    return record.lower().replace("_", "-")
