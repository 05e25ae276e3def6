"""The shipped packs as they were read once: `compiled.json` in the folder of each, made by `.ci/packs.py`.

Reading and checking the YAML of a pack takes longer than most of what a command does with it. A test says
whether what is compiled is what the files say; a user's pack is read from its files, always.
"""

import json
from collections.abc import Mapping
from dataclasses import MISSING, fields
from datetime import date
from typing import Any, Final

from sotk.packs.clients import ClientGroup
from sotk.packs.contents import Contents
from sotk.packs.folder import PackFolder
from sotk.packs.kind import Kind
from sotk.packs.limit import Limit
from sotk.packs.measures import Band, Echelon, Evaluation, Measures, Scale, Weight, WorkingTime
from sotk.packs.regulation import (
    Authority,
    Checklist,
    ChecklistItem,
    EchelonRule,
    Exemption,
    Regime,
    Regulation,
)
from sotk.packs.settings import ChartSettings, CodePattern, LevelDigits, LevelOffice, PackHeader, Template
from sotk.packs.wording import Bilingual

COMPILED: Final = "compiled.json"
PARTS: Final = ("header", "charted", "kinds", "measures", "regulations", "clients")
"""What of a folder's contents is compiled."""
_IS: Final = "is"
"""The key under which an object says its type."""
_TYPES: Final[Mapping[str, Any]] = {
    each.__name__: each
    for each in (
        Authority,
        Band,
        Bilingual,
        ChartSettings,
        Checklist,
        ChecklistItem,
        ClientGroup,
        CodePattern,
        Echelon,
        EchelonRule,
        Evaluation,
        Exemption,
        Kind,
        LevelDigits,
        LevelOffice,
        Limit,
        Measures,
        PackHeader,
        Regime,
        Regulation,
        Scale,
        Template,
        Weight,
        WorkingTime,
    )
}


def compiled_contents(folder: PackFolder) -> Contents:
    """The contents of a shipped folder; raises where it was never compiled."""
    text = folder.text(COMPILED)
    if text is None:
        message = f"{folder.shown(COMPILED)} is not there"
        raise FileNotFoundError(message)
    parts = json.loads(text, object_hook=_value)
    return Contents(folder, **parts)


def plain(value: Any) -> Any:
    """A value of a pack as JSON can hold it; fields at their default are left out."""
    if type(value).__name__ in _TYPES:
        given = ((each, getattr(value, each.name)) for each in fields(value))
        return {_IS: type(value).__name__} | {
            each.name: plain(held) for each, held in given if held != _default(each)
        }
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, date):
        return {_IS: "date", "day": value.isoformat()}
    return value


def _default(field: Any) -> Any:
    return field.default if field.default_factory is MISSING else field.default_factory()


def _value(part: dict[str, Any]) -> Any:
    name = part.pop(_IS, None)
    if name == "date":
        return date.fromisoformat(part["day"])
    given = {key: tuple(held) if type(held) is list else held for key, held in part.items()}
    return given if name is None else _TYPES[name](**given)
