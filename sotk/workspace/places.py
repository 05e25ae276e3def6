"""Where the subject of a finding stands: in a structure its own line, in a scenario the operation."""

from collections.abc import Iterator
from typing import Any

from sotk.files import Loaded
from sotk.findings import Places, Span
from sotk.model import Scenario


def places_of(loaded: Loaded) -> Places:
    """The places of a document, for findings about the structure it gives."""
    if loaded.scenario is None:
        return loaded.places
    return _ScenarioPlaces(loaded.scenario, loaded.places)


class _ScenarioPlaces:
    """A subject of a replayed structure stands at the last operation that names it, else at the base."""

    def __init__(self, scenario: Scenario, places: Places) -> None:
        self._scenario = scenario
        self._places = places
        self._numbers = {
            name: str(number)
            for number, operation in enumerate(scenario.operations, 1)
            for name in _named(operation)
        }

    def span(self, entity: str, id: str, field: str | None = None) -> Span | None:  # noqa: A002
        if entity in ("operation", "scenario"):
            return self._places.span(entity, id, field)
        number = self._numbers.get(id)
        if number is not None:
            return self._places.span("operation", number, "op")
        return self._places.span("scenario", self._scenario.id, "base")


def _named(operation: Any) -> Iterator[str]:
    """The ids an operation is about, but not those of the places it puts them."""
    for name in ("unit", "units", "duty", "id", "into", "value"):
        value = getattr(operation, name, None)
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, str):
                yield part
            elif isinstance(part, dict):
                yield from _ids(part)
            elif hasattr(part, "unit"):
                yield from _ids(part.unit)


def _ids(data: dict[str, Any]) -> Iterator[str]:
    """The ids in raw data of a unit and all it carries."""
    waiting: list[Any] = [data]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(part.get("id"), str):
                yield part["id"]
            waiting.extend(value for key, value in part.items() if key != "id")
        elif isinstance(part, list):
            waiting.extend(part)
