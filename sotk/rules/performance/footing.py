"""On what rules of performance stand: regulations bind a government; to anyone else they are advice."""

from typing import TypedDict

from sotk.findings import Basis, Severity
from sotk.rules.context import RuleContext


class Footing(TypedDict):
    """The basis and the severity of a finding."""

    basis: Basis | None
    severity: Severity | None


def footing(context: RuleContext, basis: Basis) -> Footing:
    """The regulation for a structure of a government; advice without a basis for any other."""
    if context.structure.header.government is None:
        return {"basis": None, "severity": "advice"}
    return {"basis": basis, "severity": None}
