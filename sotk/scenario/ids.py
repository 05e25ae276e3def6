"""Ids for the positions and duties of a new unit that are written without: as a file's are made."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from sotk.files.ids import slug
from sotk.model import EntityType

_LONGEST: Final = 64


class Ids:
    """Hands out ids that no entity of a draft has; `made` are those it handed out."""

    def __init__(self, taken: Callable[[EntityType, str], bool]) -> None:
        self._taken = taken
        self.made: set[tuple[EntityType, str]] = set()

    def completed(self, unit: Mapping[str, Any]) -> dict[str, Any]:
        """A copy of the mapping of a unit in which every position and duty has an id."""
        owner = str(unit.get("id", ""))
        copy = dict(unit)
        if isinstance(copy.get("head"), Mapping):
            copy["head"] = self._position(copy["head"], owner)
        if isinstance(copy.get("positions"), (list, tuple)):
            copy["positions"] = [self._position(each, owner) for each in copy["positions"]]
        if isinstance(copy.get("duties"), (list, tuple)):
            copy["duties"] = [self._duty(each, owner) for each in copy["duties"]]
        return copy

    def _position(self, raw: Any, owner: str) -> Any:
        if not isinstance(raw, Mapping):
            return raw
        copy = dict(raw)
        if copy.get("id") is None:
            copy["id"] = self._make("position", slug(str(copy.get("title") or "")) or owner)
        if isinstance(copy.get("duties"), (list, tuple)):
            copy["duties"] = [self._duty(each, str(copy["id"])) for each in copy["duties"]]
        return copy

    def _duty(self, raw: Any, owner: str) -> Any:
        if not isinstance(raw, Mapping) or raw.get("id") is not None:
            return raw
        return dict(raw) | {"id": self._make("duty", f"{owner[:56]}-{str(raw.get('level') or 'fungsi')[0]}")}

    def _make(self, entity: EntityType, wanted: str) -> str:
        base = wanted[:_LONGEST].strip("-") or entity
        made, number = base, 1
        while (entity, made) in self.made or self._taken(entity, made):
            number += 1
            made = f"{base[: _LONGEST - 8]}-{number}"
        self.made.add((entity, made))
        return made
