"""New ids near a name, and copies of branches under new ids. Ids are chosen once and never change."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, Final

from sotk.files import unit_data
from sotk.files.ids import slug
from sotk.model import Structure
from sotk.session.document import Document

LONGEST: Final = 64
_ENTITIES: Final = {"duties": "duty", "positions": "position", "head": "position", "units": "unit"}


def taken(document: Document, entity: str) -> set[str]:
    """The ids of a type in the structure, its base, and in the operations of the proposal.

    Those of postponed operations count too: they may come back.
    """
    found: set[str] = set()
    for structure in (document.structure, document.base):
        if structure is not None:
            found |= _ids(structure, entity)
    operations = document.scenario.operations if document.scenario else ()
    for operation in operations:
        for name in ("unit", "into", "value"):
            found |= set(_raw_ids(getattr(operation, name, None)))
    return found


def near(name: str, used: Container[str], fallback: str = "unit") -> str:
    """An id made from a name that is not used yet."""
    base = slug(name) or fallback
    made, number = base, 1
    while made in used:
        number += 1
        tail = f"-{number}"
        made = base[: LONGEST - len(tail)].rstrip("-") + tail
    return made


def branch_copy(document: Document, unit: str) -> dict[str, Any]:
    """A branch as raw data of a new unit: all it holds, under new ids; names stay."""
    used = {entity: taken(document, entity) for entity in ("unit", "position", "duty")}
    structure = document.structure
    renamed: dict[str, str] = {}
    made = {each.id: unit_data(each) for each in structure.walk(unit)}
    for data in made.values():
        _rename(data, "unit", used, renamed)
    for data in made.values():
        for duty in _duties(data):
            if duty.get("parent") in renamed:
                duty["parent"] = renamed[duty["parent"]]
    for each, data in made.items():
        below = structure.below(each)
        if below:
            data["units"] = [made[child] for child in below]
    return made[unit]


def _rename(data: dict[str, Any], entity: str, used: dict[str, set[str]], renamed: dict[str, str]) -> None:
    old = data["id"]
    data["id"] = near(old, used[entity])
    used[entity].add(data["id"])
    if entity == "duty":
        renamed[old] = data["id"]
    for key, inner in _ENTITIES.items():
        for entry in _listed(data.get(key)):
            _rename(entry, inner, used, renamed)


def _duties(data: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    yield from _listed(data.get("duties"))
    for position in (*_listed(data.get("head")), *_listed(data.get("positions"))):
        yield from _listed(position.get("duties"))


def _listed(value: Any) -> tuple[dict[str, Any], ...]:
    if isinstance(value, dict):
        return (value,)
    return tuple(value or ())


def _ids(structure: Structure, entity: str) -> set[str]:
    if entity == "unit":
        return set(structure.units)
    if entity == "position":
        return {position.id for _unit, position in structure.positions()}
    if entity == "duty":
        return {duty.id for _unit, duty in structure.duties()}
    return {each.id for each in getattr(structure, f"{entity}s", ())}


def _raw_ids(value: Any) -> Iterator[str]:
    """Every `id` in raw data, and in the parts of a split."""
    waiting: list[Any] = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Mapping):
            if isinstance(part.get("id"), str):
                yield part["id"]
            waiting.extend(part.values())
        elif isinstance(part, Iterable) and not isinstance(part, str):
            waiting.extend(part)
        elif hasattr(part, "unit"):
            waiting.append(part.unit)
