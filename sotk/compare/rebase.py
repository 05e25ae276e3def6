"""Puts a proposal on a base that has moved on. Pure: where the old base comes from is not known here."""

from dataclasses import dataclass, replace

from sotk.compare.diff import diff
from sotk.compare.merge import merge
from sotk.compare.steps import operations
from sotk.files import digest
from sotk.findings import Finding
from sotk.model import Conflict, Scenario, Structure
from sotk.scenario import replay


@dataclass(frozen=True, slots=True)
class Rebased:
    """A scenario on its new base, and what it makes of it.

    `findings` are those of operations that were refused on the new base; they are dropped from the
    scenario, and what they did is in it otherwise or in `conflicts`. `two_way` says that the old base was
    not at hand, so that what changed on both sides could not be seen.
    """

    scenario: Scenario
    structure: Structure
    conflicts: tuple[Conflict, ...] = ()
    findings: tuple[Finding, ...] = ()
    two_way: bool = False


def rebase(scenario: Scenario, new_base: Structure, old_base: Structure | None = None) -> Rebased:
    """Replay a scenario on a new base, or with the old base merge three ways.

    Operations that still do the same are kept as they are, with their decisions; what is missing to the
    merged structure follows as further operations. Operations that are not replayed stay in the file.
    """
    replayed = replay(new_base, scenario)
    kept = tuple(
        operation
        for number, operation in enumerate(scenario.operations, start=1)
        if number not in replayed.skipped
    )
    moved = replace(scenario, base_digest=digest(new_base))
    if old_base is None:
        return Rebased(moved, replayed.structure, (), replayed.findings, two_way=True)
    merged = merge(old_base, new_base, replay(old_base, scenario).structure)
    target = replace(
        merged.structure,
        header=replayed.structure.header,
        conflicts=replayed.structure.conflicts,
    )
    missing = operations(diff(replayed.structure, target))
    conflicts = tuple(each for each in merged.conflicts if each.entity != "structure")
    rebased = replace(moved, operations=(*kept, *missing), conflicts=(*scenario.conflicts, *conflicts))
    return Rebased(rebased, target, conflicts, replayed.findings)
