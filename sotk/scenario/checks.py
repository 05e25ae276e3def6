"""What has to hold before an operation changes a draft.

Changes nothing; each raises `Refused` where what it says does not hold.
"""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Any

from sotk.findings import Subject
from sotk.locale import msg
from sotk.model import Duty, EntityType, Unit
from sotk.scenario.build import ENTITY_WORDS, new_duties, own_positions, suggestion
from sotk.scenario.draft import Draft
from sotk.scenario.owner import Owner
from sotk.scenario.references import named
from sotk.scenario.refusal import Refused

_NEAR_ENOUGH = 2_000  # ids looked through for a suggestion; more would cost more than it helps


def known(draft: Draft, entity: EntityType, id: str, field: str | None = None) -> str:
    """An id that is in the draft; OPR001 for a stranger, with one like it."""
    if draft.has(entity, id):
        return id
    ids: Collection[str] = draft.units if entity == "unit" and len(draft.units) <= _NEAR_ENOUGH else ()
    raise Refused(
        "OPR001",
        msg("{entity} {id} does not exist.", entity=ENTITY_WORDS[entity], id=id),
        Subject(entity, id, field),
        suggestion(id, ids),
    )


def free(draft: Draft, entity: EntityType, ids: Iterable[str], leaving: Collection[str] = ()) -> None:
    """Ids that no entity of the type has, nor two of the new ones (OPR002)."""
    for id, times in Counter(ids).items():
        if times > 1 or (draft.has(entity, id) and id not in leaving):
            raise Refused(
                "OPR002",
                msg("{entity} {id} exists already.", entity=ENTITY_WORDS[entity], id=id),
                Subject(entity, id, "id"),
                msg("Choose another id."),
            )


def free_branch(draft: Draft, units: tuple[Unit, ...], leaving: Collection[str] = ()) -> None:
    """The ids of new units and of all they hold; `leaving` are units that make room for them."""
    free(draft, "unit", (unit.id for unit in units), leaving)
    positions = [position for unit in units for position in own_positions(unit)]
    free(draft, "position", (position.id for position in positions))
    free_duties(draft, list(new_duties(units)))


def free_duties(draft: Draft, duties: Collection[Duty], leaving: Collection[str] = ()) -> None:
    """The ids of new duties; the duties they stand below are there, or among them, and end somewhere."""
    free(draft, "duty", (duty.id for duty in duties), leaving)
    above = {duty.id: duty.parent for duty in duties}
    for duty in duties:
        if duty.parent is not None and duty.parent not in above:
            known(draft, "duty", duty.parent, "parent")
        acyclic(above, duty.id, "duty")


def acyclic(above: dict[str, str | None], start: str, entity: EntityType) -> None:
    """A chain of new entities, by id the one above, that comes to an end (OPR003)."""
    seen, at = {start}, above.get(start)
    while at is not None:
        if at in seen:
            raise cycle(entity, start)
        seen.add(at)
        at = above.get(at)


def cycle(entity: EntityType, id: str) -> Refused:
    """The refusal of an entity that would come to stand below itself (OPR003)."""
    return Refused(
        "OPR003",
        msg("{entity} {id} would come to stand below itself.", entity=ENTITY_WORDS[entity], id=id),
        Subject(entity, id, "parent"),
    )


def references_known(draft: Draft, entity: EntityType, value: Any) -> None:
    """Whatever a value names exists. A waiver may outlive what it names: a rule reports that."""
    if entity in ("waiver", "conflict"):
        return
    missing = [target for target in named(value) if not draft.has(*target)]
    for target in missing:
        if entity == "team" and (
            target.id == value.leader or draft.has("unit", target.id) or draft.has("position", target.id)
        ):
            continue  # a leader may be a title, a member a unit or a position
        known(draft, *target)


def parent_acyclic(draft: Draft, entity: EntityType, value: Any) -> None:
    """A duty or an objective that is not below itself (OPR003)."""
    at = value.parent if entity in ("duty", "objective") else None
    while at is not None:
        if at == value.id:
            raise cycle(entity, value.id)
        at = draft.value(entity, at).parent if draft.has(entity, at) else None


def place(
    draft: Draft,
    entity: EntityType,
    owner: Owner,
    before: str | None,
    after: str | None,
    moved: str | None = None,
) -> None:
    """A place beside a sibling that is there (OPR009); `moved` is what is placed, and no sibling of itself."""
    if before is None and after is None:
        return
    if before is not None and after is not None:
        raise Refused("OPR009", msg("Say before or after, not both."), Subject(entity, moved or "", "before"))
    sibling = before if before is not None else after
    if sibling is None or sibling == moved or sibling not in draft.sequence(entity, owner):
        raise Refused(
            "OPR009",
            msg("{entity} {id} does not stand there.", entity=ENTITY_WORDS[entity], id=sibling),
            Subject(entity, sibling or "", "before" if before is not None else "after"),
        )


def owner_of(draft: Draft, entity: EntityType, to: str | None) -> Owner:
    """The unit or, for a duty, the unit or else the position that `to` names (OPR008, OPR001)."""
    if to is None:
        raise Refused(
            "OPR008", msg("Say where to: {field} is missing.", field="to"), Subject(entity, "", "to")
        )
    if entity == "duty" and to not in draft.units and draft.has("position", to):
        return Owner("position", to)
    return Owner("unit", known(draft, "unit", to, "to"))
