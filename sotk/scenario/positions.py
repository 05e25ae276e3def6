"""Where positions and duties go when their unit goes away, and the seat of the head."""

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.scenario.draft import Draft
from sotk.scenario.owner import Owner
from sotk.scenario.refusal import told


def hand_over(draft: Draft, unit: str, heir: str) -> None:
    """Append the duties and positions of a unit to those of another; a head becomes an ordinary one."""
    source, target = Owner("unit", unit), Owner("unit", heir)
    for position in draft.positions(unit):
        draft.detach("position", position)
        draft.attach("position", position, target)
    for duty in tuple(draft.sequence("duty", source)):
        draft.detach("duty", duty)
        draft.attach("duty", duty, target)


def step_down(draft: Draft, unit: str) -> list[Finding]:
    """Make the head of a unit the first of its other positions: nothing is lost, and it is said."""
    head = draft.head(unit)
    if head is None:
        return []
    owner = Owner("unit", unit)
    draft.detach("position", head)
    draft.attach("position", head, owner, before=draft.sequence("position", owner).first())
    message = msg("{id} is no longer the head of {unit}, but still one of its positions.", id=head, unit=unit)
    return [told("OPR021", message, Subject("position", head))]
