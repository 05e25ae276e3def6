"""The document under edit as a frozen value: a structure, or a proposal with the base it starts from.

Knows how an edit changes it, not why, and nothing of files, undo or screens.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Any, Final

from pydantic import ValidationError

from sotk.files import plain
from sotk.findings import Finding
from sotk.locale import msg
from sotk.model import MoveUnit, Operation, Point, Scenario, Set, Structure
from sotk.model.operations import Decision
from sotk.scenario import REPLAYED, apply_all, replay
from sotk.session.edits import AddPoint, Change, Decide, Edit, RemovePoint, SetPoint, Take, Withdraw


@dataclass(frozen=True, slots=True)
class Document:
    """What is edited. `structure` is the one to look at.

    For a proposal it is the `base` with the operations of the `scenario`; `skipped` are the numbers of
    those that could not be carried out, and `findings` say why.
    """

    structure: Structure
    base: Structure | None = None
    scenario: Scenario | None = None
    skipped: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()

    @classmethod
    def proposal(cls, base: Structure, scenario: Scenario) -> "Document":
        """What a scenario makes of its base: every operation that can be carried out is."""
        replayed = replay(base, scenario)
        return cls(replayed.structure, base, scenario, replayed.skipped, replayed.findings)


@dataclass(frozen=True, slots=True)
class Amended:
    """The document after an edit. If the edit was refused it is the very document given, and findings say why."""

    document: Document
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether the document stayed as it was: a finding of severity error says why."""
        return any(finding.severity == "error" for finding in self.findings)


def amended(document: Document, edit: Edit) -> Amended:
    """Carry out one edit: pure, and never an exception for what it says."""
    return _AMENDMENTS[type(edit)](document, edit)


def _change(document: Document, edit: Change) -> Amended:
    applied = apply_all(document.structure, edit.operations)
    if applied.refused:
        return Amended(document, applied.findings)
    if document.scenario is None:
        return Amended(Document(applied.structure), applied.findings)
    scenario = replace(document.scenario, operations=appended(document.scenario.operations, edit.operations))
    if document.base is not None and document.base.provisional:
        return _replayed(document, scenario)
    changed = replace(document, structure=applied.structure, scenario=scenario)
    return Amended(changed, applied.findings)


def _take(document: Document, edit: Take) -> Amended:
    """All of them or none: what one of them, or an own one by their coming, could not do refuses the step."""
    if document.scenario is None:
        return _change(document, Change(tuple(each for each in edit.operations if each.status in REPLAYED)))
    operations = list(document.scenario.operations)
    for at, operation in zip(edit.at, edit.operations, strict=True):
        operations.insert(at, operation)
    made = Document.proposal(_base(document), replace(document.scenario, operations=tuple(operations)))
    before = {id(document.scenario.operations[number - 1]) for number in document.skipped}
    lost = {number for number in made.skipped if id(operations[number - 1]) not in before}
    if lost:
        return Amended(document, tuple(each for each in made.findings if _number(each) in lost))
    return Amended(made)


def _decide(document: Document, edit: Decide) -> Amended:
    scenario = document.scenario
    if scenario is None or not 1 <= edit.number <= len(scenario.operations):
        return Amended(document, (_no_operation(edit.number),))
    before = scenario.operations[edit.number - 1]
    operation = edit.decided(before)
    decided = replace(scenario, operations=_with(scenario.operations, edit.number, (operation,)))
    if before.status == operation.status:
        return Amended(replace(document, scenario=decided))
    return Amended(Document.proposal(_base(document), decided))


def _withdraw(document: Document, edit: Withdraw) -> Amended:
    scenario = document.scenario
    if scenario is None or not 1 <= edit.number <= len(scenario.operations):
        return Amended(document, (_no_operation(edit.number),))
    left = replace(scenario, operations=_with(scenario.operations, edit.number, ()))
    return Amended(Document.proposal(_base(document), left))


def _add_point(document: Document, edit: AddPoint) -> Amended:
    scenario = document.scenario
    if scenario is None or edit.point.id in {point.id for point in scenario.points}:
        return Amended(document, (_no_point(edit.point.id),))
    return _with_points(document, (*scenario.points, edit.point))


def _set_point(document: Document, edit: SetPoint) -> Amended:
    points = () if document.scenario is None else document.scenario.points
    before = next((point for point in points if point.id == edit.id), None)
    if before is None:
        return Amended(document, (_no_point(edit.id),))
    raw = plain(before) | edit.values
    try:
        after = Point(**{name: value for name, value in raw.items() if value != ""} | {"id": edit.id})
    except ValidationError:
        return Amended(document, (_no_value(edit.values),))
    if after == before:
        return Amended(document)
    return _with_points(document, tuple(after if point is before else point for point in points))


def _remove_point(document: Document, edit: RemovePoint) -> Amended:
    points = () if document.scenario is None else document.scenario.points
    left = tuple(point for point in points if point.id != edit.id)
    if len(left) == len(points):
        return Amended(document, (_no_point(edit.id),))
    return _with_points(document, left)


def _with_points(document: Document, points: tuple[Point, ...]) -> Amended:
    """The document with other points; they change nothing of the structure."""
    assert document.scenario is not None  # noqa: S101 - who asks has looked
    return Amended(replace(document, scenario=replace(document.scenario, points=points)))


_AMENDMENTS: Final[dict[type[Any], Callable[[Document, Any], Amended]]] = {
    Change: _change,
    Take: _take,
    Decide: _decide,
    Withdraw: _withdraw,
    AddPoint: _add_point,
    SetPoint: _set_point,
    RemovePoint: _remove_point,
}


def appended(before: tuple[Operation, ...], new: tuple[Operation, ...]) -> tuple[Operation, ...]:
    """Operations with new ones behind them; a last one that the new one makes idle is left out.

    So moving a unit up three times is one line of the proposal, not three.
    """
    found = list(before)
    for operation in new:
        if found and _makes_idle(found[-1], operation):
            found.pop()
        found.append(operation)
    return tuple(found)


def _makes_idle(last: Operation, new: Operation) -> bool:
    if any(getattr(last, field.name) != field.default for field in fields(Decision)):
        return False
    if isinstance(last, MoveUnit) and isinstance(new, MoveUnit):
        return last.unit == new.unit and last.unit not in (new.before, new.after)
    if isinstance(last, Set) and isinstance(new, Set):
        same = (last.entity, last.id, last.field) == (new.entity, new.id, new.field)
        return same and last.field not in ("head", "duties", "root")
    return False


def _replayed(document: Document, scenario: Scenario) -> Amended:
    """Take new operations only if the whole proposal still replays as it did."""
    made = Document.proposal(_base(document), scenario)
    fresh = tuple(finding for finding in made.findings if finding not in document.findings)
    if len(made.skipped) > len(document.skipped):
        return Amended(document, fresh)
    return Amended(made, tuple(finding for finding in fresh if finding.severity != "error"))


def _number(finding: Finding) -> int | None:
    """The number of the change a finding of a replay is about."""
    subject = finding.subject
    return int(subject.id) if subject is not None and subject.entity == "operation" else None


def _base(document: Document) -> Structure:
    return document.structure if document.base is None else document.base


def _with(
    operations: tuple[Operation, ...], number: int, instead: tuple[Operation, ...]
) -> tuple[Operation, ...]:
    return (*operations[: number - 1], *instead, *operations[number:])


def _no_point(id: str) -> Finding:  # noqa: A002 - the word of the field
    return Finding(
        "EDT004",
        "no-such-point",
        "error",
        msg("The proposal has no point {id}, or has one of that name already.", id=id),
    )


def _no_value(values: dict[str, str]) -> Finding:
    return Finding(
        "EDT005",
        "unfit-value",
        "error",
        msg("A point cannot say that: {values}.", values=tuple(values.values())),
    )


def _no_operation(number: int) -> Finding:
    return Finding(
        "EDT001", "no-such-change", "error", msg("The proposal has no change number {number}.", number=number)
    )
