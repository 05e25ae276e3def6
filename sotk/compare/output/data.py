"""A difference as data: JSON of a stable form, and the scenario that repeats it."""

import json
from dataclasses import is_dataclass
from typing import Any, Final

from sotk.compare.facts import Diff, Fact
from sotk.compare.steps import operations
from sotk.model import Scenario
from sotk.scenario import file_word, plain

VERSION: Final = 1


def to_json(diff: Diff) -> str:
    """The facts and how many there are of each name; see `to_data`."""
    return json.dumps(to_data(diff), ensure_ascii=False, indent=2, default=str) + "\n"


def to_data(diff: Diff) -> dict[str, Any]:
    """The form of design section 8. `field` and `score` stand only where a fact has them."""
    return {
        "version": VERSION,
        "changes": [_change(fact) for fact in diff.facts],
        "summary": diff.summary(),
    }


def to_scenario(diff: Diff, base: str, id: str | None = None) -> Scenario:
    """A scenario that makes the second structure of the first; `base` is the path of the first."""
    header = diff.after.header
    return Scenario(
        id=id or header.id,
        name=header.name,
        base=base,
        effective=header.effective,
        operations=operations(diff),
    )


def _change(fact: Fact) -> dict[str, Any]:
    change: dict[str, Any] = {"change": fact.change, "entity": fact.entity, "id": fact.id, "name": fact.name}
    if fact.field is not None:
        change["field"] = file_word(fact.entity, fact.field)
    change |= {"from": _plain(fact.before), "to": _plain(fact.after)}
    if fact.score is not None:
        change["score"] = round(fact.score, 3)
    return change


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
