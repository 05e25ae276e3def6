"""A structure out of the placed drafts. Every entity gets its id here; the values check themselves."""

from collections.abc import Iterator

from pydantic import TypeAdapter

from sotk.exchange.drafts import Ids, UnitDraft, Written
from sotk.exchange.kinds import UNKNOWN
from sotk.exchange.work import Work
from sotk.files.ids import is_id
from sotk.model import Header, Indicator, Objective, Structure, Unit


def build(
    root: UnitDraft, header: Header, objectives: list[Written], indicators: list[Written], work: Work
) -> Structure:
    """The structure below a root; whatever the values refuse was held before."""
    validate = TypeAdapter(Unit).validator.validate_python
    position_ids, duty_ids = Ids(), Ids()
    _claim(root, position_ids, duty_ids)
    units: dict[str, Unit] = {}
    children: dict[str, tuple[str, ...]] = {}
    for draft in walk(root):
        below = tuple(each.id for each in draft.below if each.state == "placed")
        if below:
            children[draft.id] = below
        units[draft.id] = validate(_unit(draft, work, position_ids, duty_ids))
    return Structure(
        header=header,
        root=root.id,
        units=units,
        children=children,
        objectives=tuple(TypeAdapter(tuple[Objective, ...]).validate_python(objectives)),
        indicators=tuple(TypeAdapter(tuple[Indicator, ...]).validate_python(indicators)),
    )


def walk(root: UnitDraft) -> Iterator[UnitDraft]:
    """The placed units, each before those below it."""
    waiting = [root]
    while waiting:
        unit = waiting.pop()
        yield unit
        waiting += [each for each in reversed(unit.below) if each.state == "placed"]


def _claim(root: UnitDraft, position_ids: Ids, duty_ids: Ids) -> None:
    """Ids that are written are taken first, so that a made one never stands in the place of one."""
    for draft in walk(root):
        for entries, ids in (
            ([draft.head] if draft.head else [], position_ids),
            (draft.positions, position_ids),
            (draft.duties, duty_ids),
        ):
            for entry in entries:
                given = entry.pop("id", None)
                if is_id(given) and given not in ids.taken:
                    ids.taken.add(given)
                    entry["id"] = given


def _unit(draft: UnitDraft, work: Work, position_ids: Ids, duty_ids: Ids) -> Written:
    made = dict(draft.written)
    made["id"], made["name"] = draft.id, draft.name
    made["kind"] = made.get("kind") or work.kinds.of_name(draft.name) or UNKNOWN
    if draft.parent is not None and not draft.is_root:
        made["parent"] = draft.parent.id
    if draft.head is not None:
        made["head"] = _position(draft.head, draft, position_ids, duty_ids)
    if draft.positions:
        made["positions"] = tuple(_position(each, draft, position_ids, duty_ids) for each in draft.positions)
    if draft.duties:
        made["duties"] = tuple(_duty(each, draft, duty_ids) for each in draft.duties)
    return made


def _position(written: Written, unit: UnitDraft, ids: Ids, duty_ids: Ids) -> Written:
    made = {**written, "id": written.get("id") or ids.make(written["title"], unit.id)}
    if "duties" in made:
        made["duties"] = tuple(_duty(each, unit, duty_ids) for each in made["duties"])
    if "holders" in made:
        made["holders"] = tuple(made["holders"])
    return made


def _duty(written: Written, unit: UnitDraft, ids: Ids) -> Written:
    given = written.get("id")
    return {**written, "id": given or ids.make(f"{unit.id[:56]}-{written['level'][0]}", "duty")}
