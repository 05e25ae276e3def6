"""Which unit a finding is about: the unit itself, or the one that carries the post or duty."""

from sotk.findings import Subject
from sotk.model import Structure


def unit_of(subject: Subject | None, structure: Structure) -> str | None:
    """The unit of a subject; the root for the structure itself, None for what belongs to no unit."""
    if subject is None:
        return None
    if subject.entity == "structure":
        return structure.root
    if subject.entity == "unit":
        return subject.id if subject.id in structure.units else None
    if subject.entity == "position":
        return next((unit.id for unit, post in structure.positions() if post.id == subject.id), None)
    if subject.entity == "duty":
        return next((unit.id for unit, duty in structure.duties() if duty.id == subject.id), None)
    if subject.entity == "indicator":
        return next((each.lead for each in structure.indicators if each.id == subject.id), None)
    return None
