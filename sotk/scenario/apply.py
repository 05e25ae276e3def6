"""Applies operations to structures: pure, and never an exception for what an operation says."""

from collections.abc import Iterable
from dataclasses import dataclass

from sotk.findings import Finding
from sotk.model import Operation, Structure
from sotk.scenario.catalogue import CATALOGUE
from sotk.scenario.draft import Draft
from sotk.scenario.refusal import Refused


@dataclass(frozen=True, slots=True)
class Applied:
    """The structure after an operation, and what there is to say.

    If it was refused, `structure` is the very structure that was given, and an error says why.
    """

    structure: Structure
    findings: tuple[Finding, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether nothing was done: a finding of severity error says why."""
        return any(finding.severity == "error" for finding in self.findings)


def apply(structure: Structure, operation: Operation) -> Applied:
    """Apply one operation. Shares with the structure before whatever it did not change."""
    return apply_all(structure, (operation,))


def apply_all(structure: Structure, operations: Iterable[Operation]) -> Applied:
    """Apply operations as one edit: if one is refused, none is done."""
    draft = Draft(structure)
    said: list[Finding] = []
    for operation in operations:
        try:
            said += CATALOGUE[type(operation)](draft, operation)
        except Refused as refused:
            return Applied(structure, (refused.finding,))
    return Applied(draft.finish(), tuple(said))
