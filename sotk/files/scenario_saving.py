"""Writes an edited proposal back into its text: operations that stay keep their lines and comments.

Operations have no ids; those of before and after are paired by what they do, whatever was decided of them.
Points of the discussion have ids, as the entities of a structure do.
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
from sotk.model.operations import DECISION
from sotk.text import Mapping, Sequence, parse
from sotk.text.identities import Identities
from sotk.text.revise import revise
from sotk.text.splice import Unrevisable

_LIST: Final = "operations"
_NAMED: Final = {"points": "point", "conflicts": "conflict"}
"""The lists whose entries have ids."""
_HIDDEN: Final = "\0id"
"""Where data keeps an id that its file does not give yet."""


def save_scenario(loaded: Loaded, scenario: Scenario) -> Saved:
    """Write a proposal into the file it was loaded from."""
    text = revised_scenario(loaded, scenario)
    return Saved(None, (not_saveable(),)) if text is None else write_loaded(loaded, text)


def revised_scenario(loaded: Loaded, scenario: Scenario, *, give_ids: bool = False) -> str | None:
    """The text of a document with an edited proposal; None where it cannot be edited without loss.

    Ids that were made because the file gives none are written with `give_ids`, and where a text could not
    be told from another without them.
    """
    before = loaded.scenario
    if before is None:
        return None
    target = _as_text(scenario_data(scenario))
    if target == _as_text(scenario_data(before)) and not give_ids:
        return loaded.text
    for fix in (True,) if give_ids else (False, True):
        text = _revised(loaded, before, scenario, fix=fix)
        again = None if text is None else load_text(text).scenario
        if again is not None and _as_text(scenario_data(again)) == target:
            return text
    return None


def _revised(loaded: Loaded, before: Scenario, scenario: Scenario, *, fix: bool) -> str | None:
    parsed = parse(loaded.text)
    document = parsed.data
    if not isinstance(document, Mapping) or not isinstance(loaded.places, DocumentPlaces):
        return None
    owners = loaded.places.owners()
    old, new = scenario_data(before), scenario_data(scenario)
    if fix:
        _hide_ids(document, owners, old)
    names = _names(old.get(_LIST, []), new.get(_LIST, []))

    def of_node(key: str, node: Mapping) -> Hashable | None:
        entity, found = owners.get(node.at, ("", ""))
        if key == _LIST and entity == "operation":
            return int(found)
        return (entity, found) if entity and entity == _NAMED.get(key) else None

    def of_data(key: str, data: dict[str, Any]) -> Hashable | None:
        if key in _NAMED:
            return _NAMED[key], data.get("id", data.get(_HIDDEN))
        return names.get(id(data)) if key == _LIST else None

    try:
        return revise(parsed.marks, document, old, new, Identities(of_node, of_data))
    except Unrevisable:
        return None


def _hide_ids(document: Mapping, owners: dict[int, tuple[str, str]], old: dict[str, Any]) -> None:
    """Let the data say what the file says: ids that it does not give count as new keys."""
    for key, entity in _NAMED.items():
        nodes = document.get(key)
        without = {
            owners[node.at][1]
            for node in (nodes if isinstance(nodes, Sequence) else ())
            if isinstance(node, Mapping) and "id" not in node and owners.get(node.at, ("",))[0] == entity
        }
        for data in old.get(key, ()):
            if data["id"] in without:
                data[_HIDDEN] = data.pop("id")


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
    kept = {key: value for key, value in data.items() if key not in DECISION}
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
