"""What is said of two duties that read as the same work; shared by the rules of overlap."""

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Annotated, Final, TypeAlias

from pydantic import Field

from sotk.findings import Basis, Subject
from sotk.locale import Message, msg
from sotk.model import Structure
from sotk.rules.outcome import Broken

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap

READS: Final = frozenset(
    {"unit.duties", "unit.head", "unit.positions", "unit.name", "unit.short", "unit.kind", "unit.site", "superior"}
)  # fmt: skip
"""What the comparison of duties looks at."""
Score: TypeAlias = Annotated[float, Field(ge=0.5, le=1)]
Agreed: TypeAlias = tuple[tuple[str, str], ...]
"""Pairs of units that agreed that both carry it."""


def overlaps_of(structure: Structure, least: float, agreed: Agreed) -> "Iterator[DutyOverlap]":
    """The overlaps from a score on, without delegation and without units that agreed."""
    from sotk.overlap.standing import standing

    pairs = {frozenset(pair) for pair in agreed}
    return (
        overlap
        for overlap in standing(structure)
        if overlap.score >= least
        and not overlap.delegation
        and frozenset((overlap.a.unit.id, overlap.b.unit.id)) not in pairs
    )


def broken(
    overlaps: "Collection[DutyOverlap]", basis: Basis, remedy: Message, warn_from: float = 0
) -> Iterator[Broken]:
    """One outcome a pair of units, on their surest pair of duties; advice below `warn_from`."""
    from sotk.overlap.carried import by_units

    for pair in by_units(overlaps):
        first = pair.overlaps[0]
        yield Broken(
            subjects(first)[1],
            told(first),
            unit=first.b.unit.id,
            basis=basis,
            related=others(pair.overlaps),
            remedy=remedy,
            severity="advice" if pair.score < warn_from else None,
        )


def subjects(overlap: "DutyOverlap") -> tuple[Subject, Subject]:
    """Both duties, in the order of the structure."""
    return Subject("duty", overlap.a.duty.id, "text"), Subject("duty", overlap.b.duty.id, "text")


def others(overlaps: Iterable["DutyOverlap"]) -> tuple[Subject, ...]:
    """All duties of the overlaps but the one the finding is about, each once."""
    every = [subject for each in overlaps for subject in subjects(each)]
    return tuple(dict.fromkeys(subject for subject in every if subject != every[1]))


def told(overlap: "DutyOverlap") -> Message:
    """The two duties and units, how sure it is, and why."""
    return msg(
        "{unit} (“{text}”) and {other} (“{theirs}”) read as the same work, {percent} of 100: {reasons}",
        unit=overlap.b.unit.name,
        text=overlap.b.duty.text,
        other=overlap.a.unit.name,
        theirs=overlap.a.duty.text,
        percent=round(100 * overlap.score),
        reasons=tuple(reason.message for reason in overlap.judgement.reasons),
    )
