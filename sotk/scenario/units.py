"""Operations on the tree of units: add, remove, move. Knows no merge and no split."""

from collections.abc import Sequence

from sotk.findings import Finding, Subject
from sotk.locale import msg
from sotk.model import AddUnit, MoveUnit, RemoveUnit
from sotk.scenario import checks
from sotk.scenario.build import build_branch
from sotk.scenario.draft import Draft
from sotk.scenario.ids import Ids
from sotk.scenario.owner import STRUCTURE, Owner
from sotk.scenario.positions import hand_over
from sotk.scenario.refusal import Refused, told
from sotk.scenario.relations import carry_over, led_by


def add_unit(draft: Draft, operation: AddUnit) -> Sequence[Finding]:
    """Put a new unit, with its duties, positions and all below it, under another.

    Touches no line, team or indicator. Refused where an id is taken or a duty's parent is unknown.
    """
    owner = Owner("unit", checks.known(draft, "unit", operation.under, "under"))
    ids = Ids(draft.has)
    branch = build_branch(operation.unit, operation.under, ids)
    checks.free_branch(draft, branch.units)
    checks.place(draft, "unit", owner, operation.before, operation.after)
    draft.provisional |= ids.made
    draft.insert("unit", branch.top, owner, operation.before, operation.after)
    for unit in branch.units[1:]:
        draft.insert("unit", unit, Owner("unit", unit.parent or operation.under))
    return ()


def move_unit(draft: Draft, operation: MoveUnit) -> Sequence[Finding]:
    """Put a unit, with all below it, elsewhere. What it holds, and who names it, stays as it is."""
    unit = checks.known(draft, "unit", operation.unit, "unit")
    owner = Owner("unit", checks.known(draft, "unit", operation.under, "under"))
    if unit == draft.root:
        raise only_root(unit, "move")
    if draft.is_below(operation.under, unit):
        raise checks.cycle("unit", unit)
    checks.place(draft, "unit", owner, operation.before, operation.after, moved=unit)
    draft.detach("unit", unit)
    draft.attach("unit", unit, owner, operation.before, operation.after)
    return ()


def remove_unit(draft: Draft, operation: RemoveUnit) -> Sequence[Finding]:
    """Remove a unit and all below it.

    Its duties, positions (heads too, as ordinary positions) and the indicators it leads go to
    `duties_to`, which has to be named if there are any. There it also takes the place of the unit among
    supporters and as the home of teams; lines, waivers and memberships of teams are dropped and said.
    """
    unit = checks.known(draft, "unit", operation.unit, "unit")
    if unit == draft.root:
        raise only_root(unit, "remove")
    heir = operation.duties_to
    if heir is not None and draft.is_below(checks.known(draft, "unit", heir, "duties_to"), unit):
        raise Refused(
            "OPR004",
            msg("{heir} would be removed as well.", heir=heir),
            Subject("unit", unit, "duties_to"),
        )
    gone = list(draft.branch(unit))
    led = led_by(draft, gone)
    if heir is None:
        _nothing_lost(draft, gone, led)
    said = _settled(draft, gone, led, heir)
    draft.detach("unit", unit)
    for each in gone:
        draft.forget(each)
    return said


def only_root(unit: str, what: str) -> Refused:
    """The finding of an operation that would leave the structure without its root."""
    messages = {
        "move": msg("{id} is the root and cannot be moved.", id=unit),
        "remove": msg("{id} is the root and cannot be removed.", id=unit),
        "split": msg("{id} is the root and cannot be split.", id=unit),
    }
    remedy = msg("Make another unit the root first: set the root of the structure.")
    return Refused("OPR011", messages[what], Subject("unit", unit), remedy)


def _nothing_lost(draft: Draft, gone: list[str], led: list[str]) -> None:
    positions = [position for unit in gone for position in draft.positions(unit)]
    holders = [Owner("unit", unit) for unit in gone] + [Owner("position", each) for each in positions]
    duties = sum(len(draft.sequence("duty", holder)) for holder in holders)
    if duties or positions or led:
        raise Refused(
            "OPR004",
            msg(
                "With {id} would be lost: {duties} duties, {positions} positions, {indicators} indicators.",
                id=gone[0],
                duties=duties,
                positions=len(positions),
                indicators=len(led),
            ),
            Subject("unit", gone[0]),
            msg("Say in duties_to which unit takes them, or remove them first."),
        )


def _settled(draft: Draft, gone: list[str], led: list[str], heir: str | None) -> list[Finding]:
    said: list[Finding] = []
    if heir is not None:
        for unit in gone:
            hand_over(draft, unit, heir)
        said += [
            told("OPR022", msg("{id} is now led by {heir}.", id=each, heir=heir), Subject("indicator", each))
            for each in led
        ]
    for line in _lines_of(draft, gone):
        draft.detach("line", line)
        said.append(
            told("OPR020", msg("The line {id} was dropped with its unit.", id=line), Subject("line", line))
        )
    return said + carry_over(draft, gone, heir)


def _lines_of(draft: Draft, gone: list[str]) -> list[str]:
    names = dict.fromkeys(
        each.id
        for unit in gone
        for each in draft.references.naming("unit", unit)
        if each.entity == "line" and each.id in draft.sequence("line", STRUCTURE)
    )
    return list(names)
