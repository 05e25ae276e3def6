"""Whether what entities name is there: units of lines and teams, parents of duties and objectives, leads.

A line without both ends cannot be drawn and is left out; every other entity keeps what it says, so
that a rename elsewhere can still mend it.
"""

from collections.abc import Iterator

from sotk.files.codes import CODES
from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Line, Structure


def unknown_references(structure: Structure) -> Iterator[Finding]:
    """A finding for every id that names nothing."""
    yield from _objectives(structure)
    yield from _units(structure)
    yield from _duty_parents(structure)


def lines_between(
    structure_units: frozenset[str], lines: tuple[Line, ...]
) -> tuple[list[Line], list[Finding]]:
    """The lines whose ends are units of the tree, and a finding for each of the others."""
    kept, findings = [], []
    for line in lines:
        lost = next((end for end in ("source", "target") if getattr(line, end) not in structure_units), None)
        if lost is None:
            kept.append(line)
        else:
            findings.append(_finding("line", line.id, lost, getattr(line, lost), "unit"))
    return kept, findings


def _objectives(structure: Structure) -> Iterator[Finding]:
    known = {objective.id for objective in structure.objectives}
    for objective in structure.objectives:
        if objective.parent is not None and objective.parent not in known:
            yield _finding("objective", objective.id, "parent", objective.parent, "objective")
    for indicator in structure.indicators:
        if indicator.objective is not None and indicator.objective not in known:
            yield _finding("indicator", indicator.id, "objective", indicator.objective, "objective")


def _units(structure: Structure) -> Iterator[Finding]:
    named: list[tuple[str, str, str, str | None]] = []
    for indicator in structure.indicators:
        named.append(("indicator", indicator.id, "lead", indicator.lead))
        named.extend(("indicator", indicator.id, "supporters", unit) for unit in indicator.supporters)
    named.extend(("team", team.id, "unit", team.unit) for team in structure.teams)
    named.extend(("waiver", waiver.id, "unit", waiver.unit) for waiver in structure.waivers)
    for entity, id_, field, unit in named:
        if unit is not None and unit not in structure.units:
            yield _finding(entity, id_, field, unit, "unit")


def _duty_parents(structure: Structure) -> Iterator[Finding]:
    named = [(duty.id, duty.parent) for _unit, duty in structure.duties() if duty.parent is not None]
    if not named:
        return
    known = {duty.id for _unit, duty in structure.duties()}
    for id_, parent in named:
        if parent not in known:
            yield _finding("duty", id_, "parent", parent, "duty")


def _finding(entity: str, id_: str, field: str, named: str, kind: str) -> Finding:
    return Finding(
        "INT008",
        CODES["INT008"],
        "error",
        msg(
            "{field} names {named}, which is no {kind} of this structure.",
            field=field,
            named=named,
            kind=kind,
        ),
        subject=Subject(entity, id_, field),
        remedy=msg("Correct the id, or take the entry away."),
    )
