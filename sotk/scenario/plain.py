"""Values back to raw mappings in the form of a file. The reverse of `build`; knows no YAML and no order of keys."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

from pydantic import TypeAdapter

from sotk.model import EntityType
from sotk.scenario.build import CLASSES

_BY_YEAR: Final = frozenset({"retirements", "targets", "actuals"})


def plain(entity: EntityType, value: Any) -> dict[str, Any]:
    """The mapping of an entity, without what is left at its default; dates and decimals are text."""
    raw: dict[str, Any] = _adapter(entity).dump_python(
        value, mode="json", by_alias=True, exclude_defaults=True
    )
    plain_value: dict[str, Any] = _years_as_keys(raw)
    return plain_value


def plain_field(entity: EntityType, value: Any, name: str) -> Any:
    """The plain value of one field, None where it is at its default."""
    info = CLASSES[entity].__pydantic_fields__[name]
    return plain(entity, value).get(info.alias or name)


def _years_as_keys(raw: Any) -> Any:
    if isinstance(raw, Mapping):
        return {
            key: dict(map(tuple, value)) if key in _BY_YEAR else _years_as_keys(value)
            for key, value in raw.items()
        }
    if isinstance(raw, list):
        return [_years_as_keys(value) for value in raw]
    return raw


@cache
def _adapter(entity: EntityType) -> TypeAdapter[Any]:
    return TypeAdapter(CLASSES[entity])
