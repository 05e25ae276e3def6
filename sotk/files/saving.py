"""Writes an edited structure back into its file: only what changed, whole or not at all.

The new text is read again and must give exactly the structure that was to be saved.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from sotk.files.form import Form
from sotk.files.loaded import Loaded
from sotk.files.places import DocumentPlaces
from sotk.files.reading import load_text
from sotk.files.writing import saving_finding, write_text
from sotk.findings import Finding
from sotk.locale import msg
from sotk.model import Structure
from sotk.text import Mapping, parse
from sotk.text.identities import Identities
from sotk.text.revise import revise
from sotk.text.splice import Unrevisable

_LISTED: Final = {
    "units": "unit",
    "duties": "duty",
    "positions": "position",
    "objectives": "objective",
    "indicators": "indicator",
    "lines": "line",
    "teams": "team",
    "waivers": "waiver",
    "conflicts": "conflict",
}


@dataclass(frozen=True, slots=True)
class Saved:
    """The document as it now stands, or the findings that say why nothing was written."""

    loaded: Loaded | None
    findings: tuple[Finding, ...] = ()


def save(loaded: Loaded, structure: Structure) -> Saved:
    """Write a structure into the file it was loaded from."""
    text = revised(loaded, structure)
    if text is None:
        return Saved(None, (not_saveable(),))
    return write_loaded(loaded, text)


def revised(loaded: Loaded, structure: Structure) -> str | None:
    """The text of a document with an edited structure; None where it cannot be edited without loss."""
    before = loaded.structure
    if before is None:
        return None
    if structure == before:
        return loaded.text
    fixed = replace(structure, provisional=frozenset())
    for target, fix in ((structure, False), (fixed, True)):
        text = _revised(loaded, before, target, fix=fix)
        if text is not None:
            again = load_text(text)
            if again.structure == target and _left(again) == _left(loaded):
                return text
    return None


def write_loaded(loaded: Loaded, text: str) -> Saved:
    """Replace the file of a document by a text, unless another program changed it meanwhile."""
    if loaded.path is None:
        return Saved(None, (not_saveable(),))
    finding = write_text(loaded.path, text, expected=loaded.text)
    return Saved(None, (finding,)) if finding else Saved(load_text(text, loaded.path))


def _revised(loaded: Loaded, before: Structure, target: Structure, *, fix: bool) -> str | None:
    parsed = parse(loaded.text)
    document = parsed.data
    if not isinstance(document, Mapping) or not isinstance(loaded.places, DocumentPlaces):
        return None
    owners = loaded.places.owners()
    form = Form(document, {at: id_ for at, (entity, id_) in owners.items() if entity == "unit"})
    old, new = form.data(before, before), form.data(target, before)
    if fix:
        old = _without_ids(old, before.provisional)

    def of_node(key: str, node: Mapping) -> Any:
        found = owners.get(node.at)
        return found if found is not None and found[0] == _LISTED.get(key) else None

    try:
        return revise(parsed.marks, document, old, new, Identities(of_node, _identity))
    except Unrevisable:
        return None


def _identity(key: str, data: dict[str, Any]) -> Any:
    """Who an item of a list is: its type of entity and its id."""
    entity = _LISTED.get(key)
    if entity is None:
        return None
    if entity == "line":
        return entity, f"{data['from']}>{data['to']}:{data['kind']}"
    return entity, data.get("id", data.get(_HIDDEN))


_HIDDEN: Final = "\0id"
"""Where data keeps an id that its file does not give yet."""


def _without_ids(data: Any, provisional: frozenset[tuple[Any, str]], key: str = "") -> Any:
    """Data as the file gives it: provisional ids hidden, so that they count as new keys."""
    if isinstance(data, list):
        return [_without_ids(item, provisional, key) for item in data]
    if not isinstance(data, dict):
        return data
    made = {name: _without_ids(value, provisional, name) for name, value in data.items()}
    entity = "position" if key == "head" else _LISTED.get(key, "unit" if key == "root" else "")
    if (entity, made.get("id")) in provisional:
        made[_HIDDEN] = made.pop("id")
    return made


def _left(loaded: Loaded) -> list[tuple[str, str]]:
    return [(entry.unit.name, entry.reason) for entry in loaded.unplaced]


def not_saveable() -> Finding:
    """The finding of a file whose way of writing cannot be edited."""
    return saving_finding(
        "SAV004",
        msg("The file is written in a way that sotk cannot edit without losing something; it is untouched."),
        msg("Run sotk fmt on it first, or make this edit by hand."),
    )
