"""Merges two versions of a scenario: lists of operations with their decisions, and what they do together."""

import json
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from sotk.compare.merge import merge
from sotk.compare.merged_order import merged_order
from sotk.files import plain
from sotk.model import Conflict, Operation, Point, Scenario, Structure
from sotk.model.operations import DECISION, Decision
from sotk.scenario import replay

_DEFAULTS: Final[dict[str, Any]] = {field.name: field.default for field in fields(Decision)}
_POINT: Final = tuple(field.name for field in fields(Point) if field.name != "id")
_FIELDS: Final = ("name", "base", "base_digest", "effective", "illustrative", "notes")


@dataclass(frozen=True, slots=True)
class MergedScenario:
    """The merged scenario, with its conflicts in it as data, and those this merge left open."""

    scenario: Scenario
    conflicts: tuple[Conflict, ...] = ()


def merge_scenarios(structure: Structure, base: Scenario, ours: Scenario, theirs: Scenario) -> MergedScenario:
    """Merge two versions of a scenario that were made from a third; all replay on `structure`.

    An operation is the same if it does the same; its decision is merged field by field, and so are points. What the
    operations of both sides contradict each other in is found by merging what they make.
    """
    found: list[Conflict] = []
    old, mine, other = ({deed(each): each for each in side.operations} for side in (base, ours, theirs))
    merged = {
        deed: operation
        for deed in dict.fromkeys([*old, *mine, *other])
        if (operation := _merged(old.get(deed), mine.get(deed), other.get(deed), found)) is not None
    }
    order = merged_order(tuple(old), tuple(mine), tuple(other), merged).members
    points = _merged_points(base, ours, theirs, found)
    values = {name: _three_way(ours.id, name, (base, ours, theirs), found) for name in _FIELDS}
    made = [replay(structure, side).structure for side in (base, ours, theirs)]
    found += [each for each in merge(*made).conflicts if each.entity != "structure"]
    conflicts = tuple(replace(each, id=f"merge-{number}") for number, each in enumerate(found, start=1))
    earlier = {each.id: each for each in (*ours.conflicts, *theirs.conflicts)}
    scenario = replace(
        ours,
        operations=tuple(merged[deed] for deed in order),
        points=points,
        conflicts=(*(each for id, each in earlier.items() if not id.startswith("merge-")), *conflicts),
        **values,
    )
    return MergedScenario(scenario, conflicts)


def deed(operation: Operation) -> str:
    """What an operation does, without what was said of it."""
    raw = {key: value for key, value in plain(operation).items() if key not in DECISION}
    return json.dumps(raw, sort_keys=True, default=str)


def _merged(
    base: Operation | None, ours: Operation | None, theirs: Operation | None, found: list[Conflict]
) -> Operation | None:
    """The operation both sides keep or one side adds; None where one side took it back."""
    if ours is None or theirs is None:
        left = theirs if ours is None else ours
        if base is None or left is None or left == base:
            return left if base is None else None
        found.append(_conflict("removed-changed", _named(left), None, base, ours, theirs))
        return left
    if ours == theirs:
        return ours
    start = replace(ours, **_DEFAULTS) if base is None else base
    decision = {name: _three_way(_named(ours), name, (start, ours, theirs), found) for name in DECISION}
    return replace(ours, **decision)


def _merged_points(
    base: Scenario, ours: Scenario, theirs: Scenario, found: list[Conflict]
) -> tuple[Point, ...]:
    """The points of both sides, field by field; one that a side took out and the other changed stays."""
    old, mine, other = ({each.id: each for each in side.points} for side in (base, ours, theirs))
    merged = {
        id: point
        for id in dict.fromkeys([*old, *mine, *other])
        if (point := _merged_point(old.get(id), mine.get(id), other.get(id), found)) is not None
    }
    return tuple(merged[id] for id in merged_order(tuple(old), tuple(mine), tuple(other), merged).members)


def _merged_point(
    base: Point | None, ours: Point | None, theirs: Point | None, found: list[Conflict]
) -> Point | None:
    if ours is None or theirs is None:
        left = theirs if ours is None else ours
        if base is None or left is None or left == base:
            return left if base is None else None
        found.append(_conflict("removed-changed", f"point {left.id}", None, base, ours, theirs))
        return left
    if base is None and ours != theirs:
        found.append(_conflict("added-twice", f"point {ours.id}", None, base, ours, theirs))
        return ours
    start = ours if base is None else base
    subject = f"point {ours.id}"
    values = {name: _three_way(subject, name, (start, ours, theirs), found) for name in _POINT}
    return replace(ours, **values)


def _three_way(subject: str, name: str, sides: tuple[Any, Any, Any], found: list[Conflict]) -> Any:
    base, ours, theirs = (getattr(side, name) for side in sides)
    if theirs in (base, ours):
        return ours
    if ours == base:
        return theirs
    found.append(_conflict("same-field", subject, name, base, ours, theirs))
    return base


def _conflict(kind: str, subject: str, field: str | None, *values: Any) -> Conflict:
    base, ours, theirs = (plain(value) for value in values)
    return Conflict(
        id="merge",
        kind=kind,
        entity="structure",
        subject=subject,
        field=field,
        base=base,
        ours=ours,
        theirs=theirs,
    )


def _named(operation: Operation) -> str:
    """An operation as people point at it: what it does and to whom."""
    raw = plain(operation)
    about = next((raw[key] for key in ("unit", "units", "duty", "id", "entity") if raw.get(key)), "")
    return f"{raw['op']} {about.get('id', '') if isinstance(about, dict) else about}"[:1000]
