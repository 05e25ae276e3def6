"""Values back to the raw mappings an operation holds. The reverse of `build`."""

from typing import Any

from sotk.files import plain as file_form
from sotk.model import EntityType
from sotk.model.value import words
from sotk.scenario.build import CLASSES


def plain(value: Any) -> dict[str, Any]:
    """The mapping of an entity in the words of a file, without what is left at its default."""
    raw: dict[str, Any] = file_form(value)
    return raw


def plain_field(entity: EntityType, value: Any, name: str) -> Any:
    """The plain value of one field; None where it is at its default."""
    return plain(value).get(file_word(entity, name))


def file_word(entity: EntityType, name: str) -> str:
    """The word of a file for a field."""
    return words(CLASSES[entity])[name]
