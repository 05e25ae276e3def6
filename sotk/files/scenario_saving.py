"""Writes an edited proposal back into its text: operations that stay keep their lines and comments.

Operations have no ids; those of before and after are paired by what they do, whatever was decided of them.
"""

import json
from collections.abc import Hashable
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any, Final

from sotk.files.loaded import Loaded
from sotk.files.places import DocumentPlaces
from sotk.files.plain import scenario_data
from sotk.files.reading import load_text
from sotk.files.saving import Saved, not_saveable, write_loaded
from sotk.model import Scenario
from sotk.text import Mapping, parse
from sotk.text.identities import Identities
from sotk.text.revise import revise
from sotk.text.splice import Unrevisable

_DECISION: Final = frozenset({"why", "proposed_by", "status", "note"})
_LIST: Final = "operations"


def save_scenario(loaded: Loaded, scenario: Scenario) -> Saved:
    """Write a proposal into the file it was loaded from."""
    text = revised_scenario(loaded, scenario)
    return Saved(None, (not_saveable(),)) if text is None else write_loaded(loaded, text)


def revised_scenario(loaded: Loaded, scenario: Scenario) -> str | None:
    """The text of a document with an edited proposal; None where it cannot be edited without loss."""
    before = loaded.scenario
    if before is None:
        return None
    target = _as_text(scenario_data(scenario))
    if target == _as_text(scenario_data(before)):
        return loaded.text
    text = _revised(loaded, before, scenario)
    again = None if text is None else load_text(text).scenario
    return text if again is not None and _as_text(scenario_data(again)) == target else None


def _revised(loaded: Loaded, before: Scenario, scenario: Scenario) -> str | None:
    parsed = parse(loaded.text)
    document = parsed.data
    if not isinstance(document, Mapping) or not isinstance(loaded.places, DocumentPlaces):
        return None
    owners = loaded.places.owners()
    old, new = scenario_data(before), scenario_data(scenario)
    names = _names(old.get(_LIST, []), new.get(_LIST, []))

    def of_node(key: str, node: Mapping) -> Hashable | None:
        entity, number = owners.get(node.at, ("", ""))
        return int(number) if key == _LIST and entity == "operation" else None

    def of_data(key: str, data: dict[str, Any]) -> Hashable | None:
        return names.get(id(data)) if key == _LIST else None

    try:
        return revise(parsed.marks, document, old, new, Identities(of_node, of_data))
    except Unrevisable:
        return None


def _names(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> dict[int, Hashable]:
    """Who each operation is: its number before, or, where it is new, one behind all of those."""
    names: dict[int, Hashable] = {id(data): number for number, data in enumerate(old, 1)}
    pairs: dict[int, int] = {}
    matcher = SequenceMatcher(
        None, [_done(data) for data in old], [_done(data) for data in new], autojunk=False
    )
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag == "equal" or (tag == "replace" and end - start == new_end - new_start):
            pairs |= dict(zip(range(new_start, new_end), range(start + 1, end + 1), strict=True))
    for place, data in enumerate(new):
        names[id(data)] = pairs.get(place, len(old) + 1 + place)
    return names


def _done(data: dict[str, Any]) -> str:
    """What an operation does, without what was decided of it."""
    kept = {key: value for key, value in data.items() if key not in _DECISION}
    return json.dumps(_as_text(kept), sort_keys=True)


def _as_text(value: Any) -> Any:
    """Data with every scalar as a file gives it back: as text."""
    if isinstance(value, dict):
        return {str(key): _as_text(entry) for key, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_text(entry) for entry in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float, Decimal, date)) else value
