"""What is said of two duties that read as the same work; shared by the rules of overlap."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sotk.findings import Subject
from sotk.locale import Message, msg

if TYPE_CHECKING:
    from sotk.overlap.carried import DutyOverlap


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
