"""Operations on entities other than units: add, remove, move, reorder, transfer. Knows no tree."""

from collections.abc import Sequence

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import Add, EntityType, Move, Remove, Reorder, TransferDuty
from sotk.scenario import checks
from sotk.scenario.build import ENTITY_WORDS, build
from sotk.scenario.draft import Draft
from sotk.scenario.owner import LISTS, STRUCTURE, Owner
from sotk.scenario.refusal import Refused
from sotk.scenario.relations import drop_position


def add(draft: Draft, operation: Add) -> Sequence[Finding]:
    """Add an entity other than a unit, last in its sequence or beside another; a position with its duties."""
    entity = operation.entity
    _no_unit(entity, msg("Use add_unit."))
    owner = STRUCTURE if entity in LISTS else checks.owner_of(draft, entity, operation.to)
    value = build(entity, operation.value, Subject(entity, str(operation.value.get("id", ""))))
    checks.free(draft, entity, [value.id])
    if entity in ("position", "duty"):
        checks.free_duties(draft, value.duties if entity == "position" else (value,))
    else:
        checks.references_known(draft, entity, value)
        checks.parent_acyclic(draft, entity, value)
    checks.place(draft, entity, owner, operation.before, operation.after)
    draft.insert(entity, value, owner, operation.before, operation.after)
    return ()


def remove(draft: Draft, operation: Remove) -> Sequence[Finding]:
    """Remove an entity other than a unit.

    Refused for a position that carries duties, for a duty with duties below it, and for an objective
    with objectives or indicators below it. A position that a team names is dropped there and said.
    """
    entity, id = operation.entity, operation.id
    _no_unit(entity, msg("Use remove_unit."))
    checks.known(draft, entity, id)
    _nothing_lost(draft, entity, id)
    _no_orphans(draft, entity, id)
    said = drop_position(draft, id) if entity == "position" else ()
    draft.detach(entity, id)
    return said


def move(draft: Draft, operation: Move) -> Sequence[Finding]:
    """Move a position to a unit, a duty to a unit or position, or an entity to another place in its list.

    A head that is moved leaves its seat. A position keeps its duties; a duty goes alone.
    """
    entity, id = operation.entity, operation.id
    _no_unit(entity, msg("Use move_unit."))
    checks.known(draft, entity, id)
    owner = STRUCTURE
    if entity not in LISTS:
        here = draft.owner(entity, id)
        owner = here if operation.to is None and here else checks.owner_of(draft, entity, operation.to)
    checks.place(draft, entity, owner, operation.before, operation.after, moved=id)
    draft.detach(entity, id)
    draft.attach(entity, id, owner, operation.before, operation.after)
    return ()


def transfer_duty(draft: Draft, operation: TransferDuty) -> Sequence[Finding]:
    """Give a duty to another unit, with the duties below it that its unit or position carries."""
    checks.known(draft, "duty", operation.duty, "duty")
    owner = checks.owner_of(draft, "duty", operation.to)
    group = _with_those_below(draft, operation.duty)
    for sibling in (operation.before, operation.after):
        if sibling in group:
            raise Refused(
                "OPR009",
                msg("{entity} {id} does not stand there.", entity=ENTITY_WORDS["duty"], id=sibling),
                Subject("duty", operation.duty),
            )
    checks.place(draft, "duty", owner, operation.before, operation.after)
    after = operation.after
    for duty in group:
        draft.detach("duty", duty)
        draft.attach("duty", duty, owner, operation.before, after)
        after = None if after is None else duty
    return ()


def reorder(draft: Draft, operation: Reorder) -> Sequence[Finding]:
    """Give a sequence another order; `order` names every member once. A head stands beside its sequence."""
    entity = operation.entity
    if entity == "structure":
        raise Refused("OPR012", msg("A structure has no order."), Subject(entity, ""))
    owner = STRUCTURE
    if entity == "unit":
        owner = Owner("unit", checks.known(draft, "unit", operation.under or draft.root, "under"))
    elif entity not in LISTS:
        owner = checks.owner_of(draft, entity, operation.under)
    members = list(draft.sequence(entity, owner))
    if sorted(members) != sorted(operation.order):
        raise Refused(
            "OPR013",
            msg("The order has to name each of {members} once.", members=tuple(members)),
            Subject(entity if owner is STRUCTURE else owner.entity, owner.id, "order"),
        )
    sequence = draft.sequence(entity, owner)
    for member in operation.order:
        sequence.remove(member)
        sequence.insert(member)
    return ()


def _no_unit(entity: EntityType, remedy: object) -> None:
    if entity in ("unit", "structure"):
        raise Refused(
            "OPR012",
            msg("{entity} is not for this operation.", entity=ENTITY_WORDS[entity]),
            Subject(entity, ""),
            remedy if entity == "unit" else None,  # type: ignore[arg-type] # a message
        )


def _nothing_lost(draft: Draft, entity: EntityType, id: str) -> None:
    if entity != "position":
        return
    draft.value("position", id)
    duties = tuple(draft.sequence("duty", Owner("position", id)))
    if duties:
        raise Refused(
            "OPR004",
            msg("With {id} its duties would be lost: {duties}.", id=id, duties=duties),
            Subject(entity, id),
            msg("Remove or transfer them first."),
        )


def _no_orphans(draft: Draft, entity: EntityType, id: str) -> None:
    if entity not in ("duty", "objective"):
        return
    naming = (each for each in draft.references.naming(entity, id) if draft.has(*each))
    orphans = tuple(
        sorted(
            each.id
            for each in naming
            if each.entity in ("duty", "objective", "indicator") and id == _above(draft, each.entity, each.id)
        )
    )
    if orphans:
        raise Refused(
            "OPR005",
            msg("{orphans} stand below {id} and would lose their place.", orphans=orphans, id=id),
            Subject(entity, id),
            msg("Remove them first, or put them elsewhere."),
        )


def _above(draft: Draft, entity: EntityType, id: str) -> str | None:
    value = draft.value(entity, id)
    above: str | None = value.objective if entity == "indicator" else value.parent
    return above


def _with_those_below(draft: Draft, duty: str) -> list[str]:
    """A duty and all below it in the same unit or position, each before those below it."""
    owner, group, waiting = draft.owner("duty", duty), [], [duty]
    while waiting:
        at = waiting.pop()
        group.append(at)
        below = [
            each.id
            for each in draft.references.naming("duty", at)
            if each.entity == "duty"
            and draft.owner("duty", each.id) == owner
            and draft.value("duty", each.id).parent == at
        ]
        waiting.extend(reversed(below))
    return group
