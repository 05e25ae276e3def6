"""Takes changes of another proposal over, with what they need. Pure: documents in, an edit out.

What a change needs is found by replaying it without the changes before it, so that it is the replay itself
that says what cannot stand alone; what contradicts the own proposal is found by merging three ways.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from sotk.compare import merge
from sotk.compare.proposals import deed
from sotk.model import Conflict, Operation, Scenario, Structure
from sotk.model.operations import DECISION
from sotk.scenario import REPLAYED, Replayed, replay
from sotk.scenario.dependencies import made_by, moved_by
from sotk.session.document import Amended, Document, amended
from sotk.session.edits import Take


@dataclass(frozen=True, slots=True)
class Taking:
    """What taking over some changes would be, before it is done.

    `numbers` are the changes of the other proposal that would come, from 1, and `needed` those among them
    that were not asked for. `conflicts` say where the own proposal says otherwise. `edit` does it, as one
    step; `trial` is what became of it on a copy of the document: where that is refused, nothing can be done.
    """

    numbers: tuple[int, ...]
    needed: tuple[int, ...]
    conflicts: tuple[Conflict, ...]
    edit: Take
    trial: Amended


def had(own: Document, other: Document) -> frozenset[int]:
    """The numbers of the changes of another proposal that the own one has as well, decided or not."""
    if own.scenario is None or other.scenario is None:
        return frozenset()
    return frozenset(_numbers(own.scenario, other.scenario)) - {0}


def takeable(own: Document, other: Document) -> tuple[int, ...]:
    """The changes of another proposal that could come: those it carries out itself and the own one has not."""
    if other.scenario is None:
        return ()
    out = had(own, other) | frozenset(other.skipped)
    return tuple(number for number in range(1, len(other.scenario.operations) + 1) if number not in out)


def needs(other: Document, number: int) -> tuple[int, ...]:
    """The earlier changes without which a change of a proposal cannot be carried out, in their order.

    None are needed by what is postponed or rejected: it is not carried out either. What the proposal itself
    skips has no answer and gives none.
    """
    scenario, base = other.scenario, other.base
    if scenario is None or base is None or number in other.skipped:
        return ()
    if scenario.operations[number - 1].status not in REPLAYED:
        return ()
    chosen = {number}
    while True:
        tried = _replayed(base, scenario, chosen)
        blocked = chosen.intersection(tried.skipped)
        if not blocked:
            return tuple(sorted(chosen - {number}))
        found = _makers(tried, scenario.operations, blocked, chosen)
        if not found:
            return _fewest(base, scenario, number, other.skipped)
        chosen |= found


def taking(own: Document, other: Document, numbers: Iterable[int]) -> Taking | None:
    """What it is to take over these changes with all they need; None where there is none of them to take."""
    scenario, base = other.scenario, other.base
    able = frozenset(takeable(own, other))
    asked = able.intersection(numbers)
    if scenario is None or base is None or not asked:
        return None
    whole = {each for number in asked for each in (*needs(other, number), number)}
    coming = tuple(sorted(whole & able))
    conflicts = _conflicts(own, base, scenario, whole, had(own, other))
    edits = [_in_order(own, scenario, coming), _behind(own, scenario, coming)]
    if conflicts:
        edits.reverse()  # what is taken against an own change has to come after it
    tried = [(edit, amended(own, edit)) for edit in edits]
    edit, trial = next((each for each in tried if not each[1].refused), tried[0])
    needed = tuple(number for number in coming if number not in asked)
    return Taking(coming, needed, conflicts, edit, trial)


def _numbers(own: Scenario, other: Scenario) -> list[int]:
    """For each own change the number of the other proposal's change that is the same, 0 where none is.

    A change may stand there several times: those decided alike are paired first, then those that do the same.
    """
    found = [0] * len(own.operations)
    left = dict(enumerate(other.operations, 1))
    for same in (_decided, deed):
        waiting: dict[str, list[int]] = {}
        for number, operation in left.items():
            waiting.setdefault(same(operation), []).append(number)
        for at, operation in enumerate(own.operations):
            numbers = waiting.get(same(operation))
            if not found[at] and numbers:
                found[at] = numbers.pop(0)
                del left[found[at]]
    return found


def _decided(operation: Operation) -> str:
    """What an operation does and what was decided of it."""
    return f"{deed(operation)} {[getattr(operation, name) for name in DECISION]}"


def _replayed(base: Structure, scenario: Scenario, chosen: Collection[int]) -> Replayed:
    """The replay of the chosen changes alone; the others up to them are as if they were postponed."""
    operations = tuple(
        operation if number in chosen else replace(operation, status="ditunda")
        for number, operation in enumerate(scenario.operations[: max(chosen, default=0)], 1)
    )
    return replay(base, replace(scenario, operations=operations))


def _makers(
    tried: Replayed, operations: Sequence[Operation], blocked: Collection[int], chosen: Collection[int]
) -> set[int]:
    """For every change that was refused the nearest one before it that makes, else moves, what it lacks."""
    found = set()
    for finding in tried.findings:
        number = int(finding.subject.id) if finding.subject is not None else 0
        if finding.severity != "error" or number not in blocked or not finding.related:
            continue
        lacking = finding.related[0]
        before = [
            (at, operations[at - 1])
            for at in range(number - 1, 0, -1)
            if at not in chosen and operations[at - 1].status in REPLAYED
        ]
        about = (lacking.entity, lacking.id)
        made = (at for at, each in before if about in set(made_by(each)))
        moved = (at for at, each in before if lacking.entity == "unit" and moved_by(each) == lacking.id)
        maker = next(made, None) or next(moved, None)
        found |= set() if maker is None else {maker}
    return found


def _fewest(base: Structure, scenario: Scenario, number: int, skipped: Collection[int]) -> tuple[int, ...]:
    """Earlier changes that suffice for one, none of which can be left out: halves are tried first."""
    kept = [
        at
        for at, each in enumerate(scenario.operations[: number - 1], 1)
        if each.status in REPLAYED and at not in skipped
    ]
    size = max(1, len(kept) // 2)
    while True:
        at = 0
        while at < len(kept):
            less = kept[:at] + kept[at + size :]
            if _replayed(base, scenario, {*less, number}).skipped:
                at += size
            else:
                kept = less
        if size == 1:
            return tuple(kept)
        size = max(1, size // 2)


def _conflicts(
    own: Document, base: Structure, scenario: Scenario, coming: Collection[int], here: Collection[int]
) -> tuple[Conflict, ...]:
    """Where the own proposal and the changes to come say different things of one entity.

    Both are seen from what both have already. An order that both changed is no conflict: the own order
    stays, and what comes stands where its change says.
    """
    if own.scenario is None:
        return ()
    same = replace(scenario, effective=own.scenario.effective, illustrative=own.scenario.illustrative)
    common, theirs = (_replayed(base, same, chosen).structure for chosen in (here, {*here, *coming}))
    return tuple(each for each in merge(common, own.structure, theirs).conflicts if each.kind != "order")


def _in_order(own: Document, scenario: Scenario, coming: Sequence[int]) -> Take:
    """Each before what follows it in its own proposal, so that what was taken bit by bit reads as it did there."""
    places = [] if own.scenario is None else _numbers(own.scenario, scenario)
    at = []
    for number in coming:
        place = next((here for here, each in enumerate(places) if each > number), len(places))
        places.insert(place, number)
        at.append(place)
    return Take(tuple(scenario.operations[number - 1] for number in coming), tuple(at), scenario.name)


def _behind(own: Document, scenario: Scenario, coming: Sequence[int]) -> Take:
    """All behind the own changes."""
    end = 0 if own.scenario is None else len(own.scenario.operations)
    operations = tuple(scenario.operations[number - 1] for number in coming)
    return Take(operations, tuple(range(end, end + len(coming))), scenario.name)
