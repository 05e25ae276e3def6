"""Units with their heads, positions and duties: from raw mappings to values with ids."""

from typing import Any

from sotk.files.checking import Checker
from sotk.files.ids import Ids, is_id, slug
from sotk.files.tree import RawUnit
from sotk.findings import Subject
from sotk.model import Unit
from sotk.text import Mapping, Sequence


def claim_ids(units: list[RawUnit], ids: Ids) -> None:
    """Give every unit an id; one whose id is taken gets a made one and is marked as a duplicate.

    Ids that are written are claimed first, so that a provisional id never takes the place of one.
    """
    without: list[RawUnit] = []
    for unit in units:
        given: Any = unit.raw.get("id")
        if is_id(given):
            unit.id = given
            if not ids.claim("unit", unit.raw):
                unit.id = ids.make("unit", unit.raw, given)
                unit.duplicate = True
        else:
            without.append(unit)
    for unit in without:
        outer = f"-{unit.nested_in.id}" if unit.nested_in and unit.nested_in.id else ""
        wanted = slug(str(unit.raw.get("name") or unit.raw.get("id") or "unit"))
        taken = wanted in ids.tables.get("unit", {})
        unit.id = ids.make("unit", unit.raw, wanted + outer if taken else wanted)


class UnitReader:
    """Builds the values of units, one validation each."""

    def __init__(self, checker: Checker, ids: Ids) -> None:
        self.checker = checker
        self.ids = ids
        self._late: list[tuple[str, Mapping, str]] = []

    def claim_carried(self, units: list[RawUnit]) -> None:
        """Claim the ids of heads, positions and duties, the written ones first."""
        claim = self._claim
        for unit in units:
            raw = unit.raw
            head = raw.get("head")
            if type(head) is Mapping:
                claim("position", head, unit.id)
            for key, entity in (("positions", "position"), ("duties", "duty")):
                entries = raw.get(key)
                if type(entries) is Sequence:
                    self._claim_all(entity, entries, unit.id)
        for entity, raw, wanted in self._late:
            raw["id"] = self.ids.make(entity, raw, wanted)
        self._late.clear()

    def _claim_all(self, entity: str, entries: Sequence, owner: str) -> None:
        refused = [
            entry for entry in entries if type(entry) is Mapping and not self._claim(entity, entry, owner)
        ]
        for entry in refused:
            entries[:] = [kept for kept in entries if kept is not entry]

    def _claim(self, entity: str, raw: Mapping, owner: str) -> bool:
        duties = raw.get("duties") if entity == "position" else None
        given: Any = raw.get("id")
        if type(duties) is Sequence:
            self._claim_all("duty", duties, given if is_id(given) else owner)
        if given is not None:
            return not isinstance(given, str) or self.ids.claim(entity, raw)
        if entity == "position":
            wanted = slug(str(raw.get("title") or "")) or owner
        else:
            wanted = f"{owner[:56]}-{str(raw.get('level') or 'fungsi')[0]}"
        self._late.append((entity, raw, wanted))
        return True

    def value(self, unit: RawUnit) -> Unit:
        """The value of a unit; one that lacks its name or kind gets a plain one beside the finding."""
        raw: dict[str, Any] = dict(unit.raw)
        raw.pop("units", None)
        raw["id"] = unit.id
        raw["parent"] = unit.parent if is_id(unit.parent) else None
        subject = Subject("unit", unit.id)
        value = self.checker.value(Unit, raw, unit.raw.at, subject)
        if value is None:
            name, kind = raw.get("name"), raw.get("kind")
            raw["name"] = name if isinstance(name, str) and 0 < len(name) <= 1000 else unit.id
            raw["kind"] = kind if is_id(kind) else "unit"
            before = len(self.checker.findings)
            value = self.checker.value(Unit, raw, unit.raw.at, subject)
            del self.checker.findings[before:]
        assert isinstance(value, Unit)  # noqa: S101 - id, name and kind are now valid
        return value
