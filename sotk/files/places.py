"""Looks up where an entity or its field stands in the text it was read from."""

from dataclasses import fields
from typing import Any, Final

from sotk.files.loaded import IdTables
from sotk.findings import Span
from sotk.model import Duty, Header, Indicator, Line, Objective, Point, Position, Team, Unit, Waiver
from sotk.model.value import words
from sotk.text import Marks


def file_name(cls: type[Any], name: str) -> str:
    """The word a file uses for a field: its alias, or the name itself."""
    return _ALIASES.get((cls.__name__, name), name)


def _aliases(*classes: type[Any]) -> dict[tuple[str, str], str]:
    return {
        (cls.__name__, name): word for cls in classes for name, word in words(cls).items() if word != name
    }


_CLASSES: Final[dict[str, type[Any]]] = {
    "structure": Header,
    "unit": Unit,
    "position": Position,
    "duty": Duty,
    "objective": Objective,
    "indicator": Indicator,
    "line": Line,
    "team": Team,
    "waiver": Waiver,
    "point": Point,
}
_ALIASES: Final = _aliases(*_CLASSES.values())


class DocumentPlaces:
    """Places of one document, worked out from its marks when they are asked for."""

    __slots__ = ("_marks", "_tables")

    def __init__(self, marks: Marks, tables: IdTables) -> None:
        self._marks = marks
        self._tables = tables

    def mark(self, entity: str, id: str) -> int | None:  # noqa: A002 - the word of the field
        """The entry of an entity in the marks of the text."""
        return self._tables.get(entity, {}).get(id)

    def owners(self) -> dict[int, tuple[str, str]]:
        """The entity, by type and id, that each mark of the text belongs to."""
        return {at: (entity, id_) for entity, table in self._tables.items() for id_, at in table.items()}

    def span(self, entity: str, id: str, field: str | None = None) -> Span | None:  # noqa: A002
        at = self.mark(entity, id)
        if at is None:
            return None
        if field is not None:
            found = self._marks.key(at, _word(entity, field.split(".", 1)[0]))
            if found is not None:
                return self._marks.span(found[0], found[2])
        for key in ("id", "name", "title", "text"):
            found = self._marks.key(at, key)
            if found is not None:
                return self._marks.span(found[0], found[2])
        start, _end = self._marks.extent(at)
        return self._marks.span(start, start + 1)


def _word(entity: str, field: str) -> str:
    cls = _CLASSES.get(entity)
    return file_name(cls, field) if cls else field


def field_names(cls: type[Any]) -> tuple[str, ...]:
    """The keys a file may use for an entity, in order."""
    return tuple(file_name(cls, field.name) for field in fields(cls))
