"""Accepting a finding with a reason: a waiver as an operation, so that the reason stands in the file."""

from datetime import date

from sotk.findings import Finding
from sotk.model import ENTITY_TYPES, Add, Operation, Remove, Set, Structure, Waiver
from sotk.session.document import Document
from sotk.session.ids import near, taken


def can_waive(finding: Finding) -> bool:
    """Whether a finding can be accepted: one of a rule, about an entity. Broken files cannot be waived."""
    from sotk.rules import rule_of

    subject = finding.subject
    return subject is not None and subject.entity in ENTITY_TYPES and rule_of(finding.code) is not None


def waive(
    document: Document, finding: Finding, reason: str, until: date | None = None
) -> tuple[Operation, ...]:
    """The waiver of a finding, as narrow as the finding: its rule, its subject."""
    subject = finding.subject
    if subject is None or not can_waive(finding):
        return ()
    made = near(f"{finding.code}-{subject.id}", taken(document, "waiver"))
    value = {
        "id": made,
        "rule": finding.code,
        "entity": subject.entity,
        "subject": subject.id,
        "reason": reason,
    }
    if until is not None:
        value["until"] = until.isoformat()
    return (Add(entity="waiver", value=value),)


def waivers_on(structure: Structure, entity: str, id: str) -> tuple[Waiver, ...]:  # noqa: A002 - the word of the field
    """The waivers of findings about an entity."""
    return tuple(
        waiver
        for waiver in structure.waivers
        if (waiver.entity == entity and waiver.subject == id) or (entity == "unit" and waiver.unit == id)
    )


def set_reason(waiver: Waiver, reason: str) -> tuple[Operation, ...]:
    """Another reason for a waiver; an empty one takes the waiver away."""
    if not reason:
        return (Remove(entity="waiver", id=waiver.id),)
    if reason == waiver.reason:
        return ()
    return (Set(entity="waiver", id=waiver.id, field="reason", value=reason),)
