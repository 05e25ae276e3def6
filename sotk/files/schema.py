"""JSON Schemas of the two kinds of files, generated from the model: what an editor completes by.

A file may leave ids out and nests units, so the schemas differ from those of the values in just that.
"""

from typing import Any, Final

from pydantic import TypeAdapter

from sotk.files.header import LISTS
from sotk.files.lists import CLASSES
from sotk.model import Header, Scenario, Unit

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"
_FORMAT: Final[dict[str, Any]] = {"const": 1, "description": "Format of the file."}


def schema(kind: str) -> dict[str, Any]:
    """The schema of a `structure` or a `scenario`."""
    return _structure() if kind == "structure" else _scenario()


def _structure() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    header = _of(Header, definitions)
    unit = _of(Unit, definitions)
    unit["properties"]["units"] = {"type": "array", "items": {"$ref": "#/$defs/Unit"}}
    definitions["Unit"] = unit
    lists = {key: _list(CLASSES[key][1], definitions) for key in LISTS}
    for value in definitions.values():
        _without_id(value)
    properties = header["properties"]
    id_ = properties.pop("id")
    return {
        "$schema": _DRAFT,
        "title": "sotk structure",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "sotk": _FORMAT,
            "structure": id_,
            **properties,
            "root": {"$ref": "#/$defs/Unit"},
            "units": {"type": "array", "items": {"$ref": "#/$defs/Unit"}},
            **lists,
        },
        "required": ["sotk", "structure", "name"],
        "$defs": definitions,
    }


def _scenario() -> dict[str, Any]:
    definitions: dict[str, Any] = {}
    whole = _of(Scenario, definitions)
    properties = whole["properties"]
    id_ = properties.pop("id")
    return {
        "$schema": _DRAFT,
        "title": "sotk scenario",
        "type": "object",
        "additionalProperties": False,
        "properties": {"sotk": _FORMAT, "scenario": id_, **properties},
        "required": ["sotk", "scenario", "base"],
        "$defs": definitions,
    }


def _list(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    definitions[cls.__name__] = _of(cls, definitions)
    return {"type": "array", "items": {"$ref": f"#/$defs/{cls.__name__}"}}


def _of(cls: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    made = TypeAdapter(cls).json_schema(by_alias=True)
    definitions.update(made.pop("$defs", {}))
    return made


def _without_id(definition: dict[str, Any]) -> None:
    required = definition.get("required")
    if required and "id" in required:
        required.remove("id")
