"""Values to the plain data of a file: the words of the file, without what is left at its default."""

import hashlib
import json
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from typing import Any, Final

from sotk.files.header import LISTS
from sotk.model import Scenario, Structure, Unit
from sotk.model.operations import DECISION, Decision
from sotk.model.value import words
from sotk.text import emit

_BY_YEAR: Final = ("retirements", "targets", "actuals")
"""Fields that are a mapping from years in a file."""


def plain(value: Any) -> Any:
    """A value of the model as plain data."""
    if is_dataclass(value):
        cls: Any = type(value)
        return {
            word: _by_year(entry) if name in _BY_YEAR else plain(entry)
            for name, word, default in _fields(cls)
            if (entry := getattr(value, name)) != default or name in _always(cls)
        }
    if isinstance(value, (tuple, list)):
        return [plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: plain(entry) for key, entry in value.items()}
    return value


def as_read(value: Any) -> Any:
    """A value of the model as a file says it where no type is known: every scalar as its text."""
    return _texts(plain(value))


def _texts(value: Any) -> Any:
    if isinstance(value, list):
        return [_texts(entry) for entry in value]
    if isinstance(value, dict):
        return {str(key): _texts(entry) for key, entry in value.items()}
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if value is None else str(value)


def structure_data(structure: Structure, *, ids: bool = True) -> dict[str, Any]:
    """A structure in nested form. Without `ids`, provisional ids are left out, as the file left them."""
    left_out: frozenset[tuple[Any, str]] = frozenset() if ids else structure.provisional
    header, lists = lists_data(structure, left_out)
    return {"sotk": 1, **header, "root": _branch(structure, left_out), **lists}


def lists_data(
    structure: Structure, left_out: frozenset[tuple[Any, str]] = frozenset()
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The keys of a structure before its units, and the lists behind them."""
    header = plain(structure.header)
    lists = {
        key: [_entity(_SINGULAR[key], value, left_out) for value in getattr(structure, key)]
        for key in LISTS
        if getattr(structure, key)
    }
    return {"structure": header.pop("id"), **header}, lists


def scenario_data(scenario: Scenario) -> dict[str, Any]:
    data = plain(scenario)
    return {"sotk": 1, "scenario": data.pop("id"), **data}


def unit_data(unit: Unit, left_out: frozenset[tuple[Any, str]] = frozenset()) -> dict[str, Any]:
    """A unit without its subordinates and without its parent."""
    data = _entity("unit", unit, left_out)
    data.pop("parent", None)
    return data


def dump(value: Structure | Scenario) -> str:
    """The text of a structure or a scenario: what `load_text` reads back as the same value."""
    if isinstance(value, Scenario):
        return emit(scenario_data(value))
    return emit(structure_data(value, ids=False))


def digest(value: Structure | Scenario) -> str:
    """`sha256:` and the digest of the model: comments, order of keys and line ends do not matter."""
    data = scenario_data(value) if isinstance(value, Scenario) else structure_data(value)
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"), default=str)
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _branch(structure: Structure, left_out: frozenset[tuple[Any, str]]) -> dict[str, Any]:
    """The root with everything below it, nested; without recursion, so that depth has no limit."""
    made = {unit.id: unit_data(unit, left_out) for unit in structure.walk()}
    for parent, children in structure.children.items():
        made[parent]["units"] = [made[child] for child in children]
    return made[structure.root]


def _entity(entity: str, value: Any, left_out: frozenset[tuple[Any, str]]) -> dict[str, Any]:
    data: dict[str, Any] = plain(value)
    if not left_out:
        return data
    if (entity, data.get("id")) in left_out:
        del data["id"]
    for key, inner in (("head", "position"), ("positions", "position"), ("duties", "duty")):
        entries = data.get(key)
        for entry in (entries,) if isinstance(entries, dict) else entries or ():
            _entity_data(inner, entry, left_out)
    return data


def _entity_data(entity: str, data: dict[str, Any], left_out: frozenset[tuple[Any, str]]) -> None:
    for duty in data.get("duties", ()):
        _entity_data("duty", duty, left_out)
    if (entity, data["id"]) in left_out:
        del data["id"]


_SINGULAR: Final = {
    "objectives": "objective",
    "indicators": "indicator",
    "lines": "line",
    "teams": "team",
    "waivers": "waiver",
    "conflicts": "conflict",
}


def _by_year(value: tuple[tuple[int, Any], ...]) -> dict[str, Any]:
    return {str(year): entry for year, entry in value}


@cache
def _fields(cls: type[Any]) -> tuple[tuple[str, str, Any], ...]:
    """Name, word in a file, and default of each field; what is done or raised comes before what was decided."""
    named = words(cls)
    found = [(field.name, named[field.name], _default(field)) for field in fields(cls)]
    if not issubclass(cls, Decision):
        return tuple(found)
    return tuple(
        sorted(found, key=lambda entry: (entry[0] != "op", entry[0] in DECISION))  # a stable sort
    )


@cache
def _always(cls: type[Any]) -> tuple[str, ...]:
    """Fields that are written even at their default: they say what the entity is."""
    return tuple(field.name for field in fields(cls) if field.name in ("op", "level", "kind"))


def _default(field: Any) -> Any:
    return _REQUIRED if field.default is MISSING else field.default


class _Required:
    """Equal to nothing: a field without default is always written."""

    __hash__ = None  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return False


_REQUIRED: Final = _Required()
