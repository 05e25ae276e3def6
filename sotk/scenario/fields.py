"""The operation that gives a field of any entity a value. Knows no tree but for the root and the head."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from sotk.findings import Finding, Subject
from sotk.locale import Message, msg
from sotk.model import EntityType, Set, Structure
from sotk.scenario import checks
from sotk.scenario.build import ENTITY_WORDS, build, changed, field_name
from sotk.scenario.draft import Draft
from sotk.scenario.owner import LISTS, STRUCTURE, Owner
from sotk.scenario.positions import step_down
from sotk.scenario.refusal import Refused

_IN_LISTS: Final = frozenset(LISTS.values())


def set_field(draft: Draft, operation: Set) -> Sequence[Finding]:
    """Give a field a value; null puts its default in its place.

    `root` of the structure takes the id of a unit: it leaves its place, and the old root comes to stand
    under it. `head` of a unit takes a new position or the id of one, which leaves its place; the head
    before, and with null, becomes an ordinary position. `position` of a duty takes the id of the position
    that is to carry it, also where a unit has the same id. Every reference has to exist; ids are chosen
    once.
    """
    entity, id, field = operation.entity, operation.id or "", operation.field
    if entity == "structure" and field == "root":
        return _set_root(draft, operation.value)
    if entity != "structure":
        checks.known(draft, entity, id)
    subject = Subject(entity, id, field)
    if (entity, field) == ("duty", "position"):
        return _set_position(draft, id, operation.value)
    other = _other_operation(entity, field)
    if other is not None:
        raise Refused("OPR010", msg("{field} is not set directly.", field=field), subject, other)
    name = field_name(entity, field, subject)
    if entity == "unit" and name == "head":
        return _set_head(draft, id, operation.value)
    value = draft.value(entity, id)
    new = changed(entity, value, field, operation.value)
    if entity == "line":
        return _set_line(draft, value, new)
    checks.references_known(draft, entity, new)
    if name == "parent":
        checks.parent_acyclic(draft, entity, new)
    draft.put(entity, new)
    return ()


def _other_operation(entity: EntityType, field: str) -> Message | None:
    """What to do instead of setting a field that is not set."""
    if field == "id" and entity != "structure":
        return msg("An id is chosen once; add a new entity and remove the old one.")
    if entity == "unit" and field == "parent":
        return msg("Use move_unit.")
    if entity in ("unit", "position") and field in ("positions", "duties"):
        return msg("Use add, remove, move or reorder with the entity position or duty.")
    if entity == "structure" and field in _IN_LISTS | {each.name for each in fields(Structure)} - {"header"}:
        return msg("Use add, remove, move or reorder.")
    return None


def _set_root(draft: Draft, value: Any) -> Sequence[Finding]:
    root = checks.known(draft, "unit", str(value), "root")
    old = draft.root
    if root != old:
        draft.detach("unit", root)
        draft.crown(root)
        draft.attach("unit", old, Owner("unit", root))
    return ()


def _set_head(draft: Draft, unit: str, value: Any) -> Sequence[Finding]:
    if value is None:
        return step_down(draft, unit)
    if isinstance(value, Mapping) or not isinstance(value, str):
        return _seat_new(draft, unit, value)
    if draft.head(unit) == checks.known(draft, "position", value, "head"):
        return ()
    said = step_down(draft, unit)
    draft.detach("position", value)
    draft.seat(unit, value)
    return said


def _seat_new(draft: Draft, unit: str, raw: Any) -> Sequence[Finding]:
    if not isinstance(raw, Mapping):
        raise Refused("OPR006", msg("A head is a position or the id of one."), Subject("unit", unit, "head"))
    position = build("position", raw, Subject("unit", unit, "head"))
    checks.free(draft, "position", [position.id])
    checks.free_duties(draft, position.duties)
    said = step_down(draft, unit)
    draft.seat_new(unit, position)
    return said


def _set_position(draft: Draft, duty: str, value: Any) -> Sequence[Finding]:
    position = checks.known(draft, "position", str(value), "position")
    draft.detach("duty", duty)
    draft.attach("duty", duty, Owner("position", position))
    return ()


def _set_line(draft: Draft, old: Any, new: Any) -> Sequence[Finding]:
    checks.references_known(draft, "line", new)
    if new.id == old.id:
        draft.put("line", new)
        return ()
    if draft.has("line", new.id):
        raise Refused(
            "OPR002",
            msg("{entity} {id} exists already.", entity=ENTITY_WORDS["line"], id=new.id),
            Subject("line", new.id),
        )
    following = draft.sequence("line", STRUCTURE).following(old.id)
    draft.detach("line", old.id)
    draft.insert("line", new, STRUCTURE, before=following)
    return ()
