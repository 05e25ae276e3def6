"""What becomes of those that name a unit or a position that goes away: nothing is dropped unsaid.

Lines, teams, waivers and the leads and supporters of indicators follow a unit into its successor; where
there is none they lose what named it.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sotk.findings import Finding, Subject
from sotk.locale import Message, msg
from sotk.model import EntityType, Indicator, Line, Team, Waiver
from sotk.scenario.draft import Draft
from sotk.scenario.owner import STRUCTURE
from sotk.scenario.references import Named
from sotk.scenario.refusal import told


def led_by(draft: Draft, units: Collection[str]) -> list[str]:
    """The indicators that some units lead."""
    return [
        each.id
        for unit in units
        for each in draft.references.naming("unit", unit)
        if each.entity == "indicator" and draft.has(*each) and draft.value("indicator", each.id).lead == unit
    ]


def carry_over(draft: Draft, gone: Collection[str], heir: str | None) -> list[Finding]:
    """Put `heir` in the place of units that go away, in all that names them, and say it.

    Without an heir a line or waiver is dropped, a team loses the member or its home, an indicator the
    supporter; its lead has to be settled before.
    """
    naming = dict.fromkeys(each for unit in gone for each in draft.references.naming("unit", unit))
    return [
        finding
        for each in naming
        if each.entity != "duty" and draft.has(*each)
        for finding in _carried(draft, each, frozenset(gone), heir)
    ]


def drop_position(draft: Draft, position: str) -> list[Finding]:
    """Take a position that goes away out of the teams and waivers that name it, and say it."""
    said: list[Finding] = []
    for each in draft.references.naming("position", position):
        if not draft.has(*each):
            continue
        value = draft.value(*each)
        if isinstance(value, Waiver) and (value.entity, value.subject) == ("position", position):
            draft.detach("waiver", value.id)
            said.append(_dropped("waiver", value.id, position))
        elif isinstance(value, Team) and position not in draft.units:
            left = replace(
                value,
                leader=None if value.leader == position else value.leader,
                members=tuple(member for member in value.members if member != position),
            )
            if left != value:
                draft.put("team", left)
                said.append(_dropped("team", value.id, position))
    return said


def _carried(draft: Draft, each: Named, gone: frozenset[str], heir: str | None) -> list[Finding]:
    value = draft.value(*each)
    if isinstance(value, Line):
        return _carried_line(draft, value, gone, heir)
    new: Any = None
    if isinstance(value, Waiver):
        new = _waiver(value, gone, heir)
    elif isinstance(value, Team):
        new = _team(draft, value, gone, heir)
    elif isinstance(value, Indicator):
        new = _indicator(value, gone, heir)
    if new == value:
        return []
    if new is None:
        draft.detach(*each)
        return [_dropped(each.entity, each.id, *gone)]
    draft.put(each.entity, new)
    if heir is None:
        return [_dropped(each.entity, each.id, *gone)]
    return [_followed(each.entity, each.id, heir)]


def _carried_line(draft: Draft, line: Line, gone: frozenset[str], heir: str | None) -> list[Finding]:
    if line.source not in gone and line.target not in gone:
        return []
    sequence = draft.sequence("line", STRUCTURE)
    following = sequence.following(line.id)
    draft.detach("line", line.id)
    if heir is not None:
        source = heir if line.source in gone else line.source
        target = heir if line.target in gone else line.target
        new = replace(line, source=source, target=target)
        if source != target and not draft.has("line", new.id):
            draft.insert("line", new, STRUCTURE, before=following)
            return [_followed("line", new.id, heir)]
    return [_dropped("line", line.id, *gone)]


def _waiver(waiver: Waiver, gone: frozenset[str], heir: str | None) -> Waiver | None:
    names_unit = waiver.entity == "unit" and waiver.subject in gone
    if waiver.unit not in gone and not names_unit:
        return waiver
    if heir is None:
        return None
    return replace(
        waiver,
        unit=heir if waiver.unit in gone else waiver.unit,
        subject=heir if names_unit else waiver.subject,
    )


def _team(draft: Draft, team: Team, gone: frozenset[str], heir: str | None) -> Team:
    members = dict.fromkeys(
        heir if member in gone and not draft.has("position", member) else member for member in team.members
    )
    return replace(
        team,
        unit=heir if team.unit in gone else team.unit,
        members=tuple(member for member in members if member is not None),
    )


def _indicator(indicator: Indicator, gone: frozenset[str], heir: str | None) -> Indicator:
    lead = heir if indicator.lead in gone else indicator.lead
    supporters = dict.fromkeys(heir if unit in gone else unit for unit in indicator.supporters)
    return replace(
        indicator,
        lead=lead,
        supporters=tuple(unit for unit in supporters if unit is not None and (unit != lead or heir != lead)),
    )


def _dropped(entity: EntityType, id: str, *gone: str) -> Finding:
    message: Message = msg(
        "{id} named {gone}, which is no more: that was dropped.", id=id, gone=tuple(sorted(gone))
    )
    return told("OPR020", message, Subject(entity, id))


def _followed(entity: EntityType, id: str, heir: str) -> Finding:
    return told("OPR022", msg("{id} now names {heir}.", id=id, heir=heir), Subject(entity, id))
