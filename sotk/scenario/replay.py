"""Replays a scenario: what can be done is done, what is refused and what depends on it is said and skipped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Header, Operation, Scenario, Set, Structure
from sotk.model.operations import Status
from sotk.scenario.catalogue import CATALOGUE
from sotk.scenario.dependencies import made_by, moved_by, needed_by, takes_away
from sotk.scenario.draft import Draft
from sotk.scenario.references import Named
from sotk.scenario.refusal import Refused

REPLAYED: Final[tuple[Status, ...]] = ("usul", "disepakati")
"""The statuses of operations that are replayed unless others are asked for."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a scenario makes of a structure.

    `skipped` are the numbers, from 1, of the operations that were refused or depend on one that was not
    done; `left_out` those whose status was not asked for. `partial` says that something is missing that
    was asked for: the structure may be drawn with a mark, not exported as final.
    """

    structure: Structure
    findings: tuple[Finding, ...] = ()
    skipped: tuple[int, ...] = ()
    left_out: tuple[int, ...] = ()

    @property
    def partial(self) -> bool:
        """Whether something that was asked for could not be done."""
        return bool(self.skipped)


def replay(structure: Structure, scenario: Scenario, include: Iterable[Status] = REPLAYED) -> Replayed:
    """Replay the operations of a scenario in time that grows with units plus operations.

    The result has the day of the scenario and is a proposal; it keeps the name of the agency. The subject of a finding is
    ("operation", number from 1, key of the operation); what it is about is the first related subject.
    """
    wanted = frozenset(include)
    draft, missing = Draft(structure), _Missing()
    draft.header = _proposed(structure.header, scenario)
    findings: list[Finding] = []
    skipped: list[int] = []
    left_out: list[int] = []
    for number, operation in enumerate(scenario.operations, start=1):
        if operation.status not in wanted:
            left_out.append(number)
            missing.note(number, operation)
            continue
        said: Sequence[Finding]
        try:
            missing.check(draft, operation)
            _fixed(structure, operation)
            said = CATALOGUE[type(operation)](draft, operation)
            missing.made(operation)
        except Refused as refused:
            skipped.append(number)
            missing.note(number, operation)
            said = (refused.finding,)
        findings += [_located(finding, number, operation) for finding in said]
    return Replayed(draft.finish(), tuple(findings), tuple(skipped), tuple(left_out))


def replay_chain(
    structure: Structure, scenarios: Iterable[Scenario], include: Iterable[Status] = REPLAYED
) -> tuple[Replayed, ...]:
    """Replay scenarios on each other, the one on the structure first; one result for each."""
    results: list[Replayed] = []
    wanted = tuple(include)
    for scenario in scenarios:
        results.append(replay(results[-1].structure if results else structure, scenario, wanted))
    return tuple(results)


class _Missing:
    """What there would be, or where it would stand, had earlier operations been done."""

    def __init__(self) -> None:
        self._made: dict[Named, int] = {}
        self._moved: dict[str, int] = {}

    def note(self, number: int, operation: Operation) -> None:
        for each in made_by(operation):
            self._made.setdefault(each, number)
        moved = moved_by(operation)
        if moved is not None:
            self._moved.setdefault(moved, number)

    def made(self, operation: Operation) -> None:
        """An operation was done: what it made or moved is missing no more."""
        for each in made_by(operation) if self._made else ():
            self._made.pop(each, None)
        self._moved.pop(moved_by(operation) or "", None)

    def check(self, draft: Draft, operation: Operation) -> None:
        """Refuse what depends on an operation that was not done."""
        for need in needed_by(operation) if self._made else ():
            if need in self._made and not draft.has(*need):
                raise _depends(self._made[need], need)
        for unit in takes_away(operation) if self._moved else ():
            for below in draft.branch(unit) if unit in draft.units else ():
                if below in self._moved:
                    raise _depends(self._moved[below], Named("unit", below))


def _depends(number: int, need: Named) -> Refused:
    return Refused(
        "OPR015",
        msg(
            "This depends on operation {number} ({id}), which was not carried out.", number=number, id=need.id
        ),
        Subject(*need),
    )


def _fixed(structure: Structure, operation: Operation) -> None:
    """An operation names only ids that a file gives: one made from a name would change with the name."""
    for need in needed_by(operation) if structure.provisional else ():
        if need in structure.provisional:
            raise Refused(
                "OPR014",
                msg("The id {id} was made from a name and may change.", id=need.id),
                Subject(*need),
                msg("Write ids into the base first: sotk fmt."),
            )


def _located(finding: Finding, number: int, operation: Operation) -> Finding:
    """The finding at its operation; what it was about comes first among the related."""
    about = finding.subject
    field = about.field if about else None
    if isinstance(operation, Set) and field == operation.field:
        field = "value"
    elif field is not None and not hasattr(operation, field):
        field = None
    related = finding.related if about is None else (about, *finding.related)
    return replace(finding, subject=Subject("operation", str(number), field), related=related)


def _proposed(header: Header, scenario: Scenario) -> Header:
    return replace(
        header,
        effective=scenario.effective or header.effective,
        status="usulan",
        illustrative=_illustrative(header.illustrative, scenario.illustrative),
    )


def _illustrative(*marks: bool | tuple[str, ...]) -> bool | tuple[str, ...]:
    """All that the base or the scenario marks as an illustration."""
    if True in marks:
        return True
    names = dict.fromkeys(name for mark in marks if isinstance(mark, tuple) for name in mark)
    return tuple(names) or False
