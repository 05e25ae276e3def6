"""What is done on the board of duties only: transfer, merge, look at the other one, accept an overlap."""

from typing import Final

from sotk.locale import msg
from sotk.session.boards import duties
from sotk.session.waiving import can_waive, set_reason, waive, waivers_on
from sotk.tui.action import Action, Choice
from sotk.tui.actions.filling import some_text
from sotk.tui.picking import unit_choices
from sotk.tui.stages import DutyBoard


async def give_to_some_unit(board: DutyBoard) -> None:
    """Ask which unit takes the marked duties, or this one."""
    keys = board.chosen()
    if not keys:
        board.tell(msg("Go to a duty, or mark some."))
        return
    question = (
        msg("Which unit takes the duty?")
        if len(keys) == 1
        else msg("Which unit takes {n} duties?", n=len(keys))
    )
    target = await board.choose(question, unit_choices(board.state.structure))
    if target is None:
        return
    operations = board.given(keys, target)
    board.marked = frozenset()
    if operations:
        board.edit(*operations)
        board.part("grid").go_to(("duty", keys[0][1]))
    else:
        board.show()
        board.tell(msg("That unit carries it already."))


async def merge(board: DutyBoard) -> None:
    """Make one duty of the marked ones, or of this one and the one it overlaps with most."""
    chosen = [key[1] for key in board.chosen() if key[0] == "duty"]
    if len(chosen) == 1:
        chosen += [each.duty for each in board.shared_with(chosen[0])[:1]]
    if len(chosen) < 2:  # one duty is no merge
        board.tell(msg("Mark the duties that say the same, then press M."))
        return
    kept = await board.choose(msg("Which duty stays? The others are removed."), board.duty_choices(chosen))
    if kept is not None:
        board.marked = frozenset()
        board.edit(*duties.merge(board.state.structure, kept, chosen))
        board.part("grid").go_to(("duty", kept))


async def jump(board: DutyBoard) -> None:
    """Go to the duty this one overlaps with; where there are several, ask to which."""
    row = board.row
    others = [] if row is None or row[0] != "duty" else board.shared_with(row[1])
    if not others:
        board.tell(msg("Nobody else says the same."))
        return
    target: str | None = others[0].duty
    if len(others) > 1:
        target = await board.choose(
            msg("Go to which duty?"), board.duty_choices([each.duty for each in others])
        )
    if target is not None and not board.part("grid").go_to(("duty", target)):
        board.show_all()
        board.part("grid").go_to(("duty", target))


async def accept(board: DutyBoard) -> None:
    """Accept a finding of the duty with a reason; a reason that stands can be changed or taken away."""
    row = board.row
    if row is None or row[0] != "duty":
        return
    findings = [finding for finding in board.found.get(row, ()) if can_waive(finding)]
    waivers = waivers_on(board.state.structure, *row)
    if not findings and not waivers:
        board.tell(msg("No rule finds anything here, so there is nothing to accept."))
        return
    choices = [Choice(f"f{at}", board.say(each.message), each.code) for at, each in enumerate(findings)]
    choices += [Choice(f"w{at}", each.reason, f"≈ {each.rule}") for at, each in enumerate(waivers)]
    chosen = choices[0].id
    if len(choices) > 1:
        chosen = await board.choose(msg("Accept which finding?"), choices) or ""
    if chosen.startswith("f"):
        finding = findings[int(chosen[1:])]
        reason = await board.write(msg("Why is {code} accepted here?", code=finding.code), check=some_text)
        if reason is not None:
            board.edit(*waive(board.state.document, finding, reason))
    elif chosen:
        waiver = waivers[int(chosen[1:])]
        given = await board.write(
            msg("Why is {code} accepted? Nothing takes it back.", code=waiver.rule), waiver.reason
        )
        if given is not None:
            board.edit(*set_reason(waiver, given))


ACTIONS: Final = (
    Action(
        "transfer_duties",
        ("t",),
        msg("Transfer to a unit…"),
        msg("Give the marked duties, or this one, to another unit, found by its name."),
        give_to_some_unit,
        place="duties",
        edits=True,
        hint=msg("transfer"),
    ),
    Action(
        "merge_duties",
        ("M",),
        msg("Merge duties…"),
        msg("Make one of the marked duties, or of this one and its overlap: choose which stays."),
        merge,
        place="duties",
        edits=True,
        hint=msg("merge"),
    ),
    Action(
        "see_other_duty",
        ("o",),
        msg("The other duty"),
        msg("Go to the duty that this one overlaps with."),
        jump,
        place="duties",
        hint=msg("other"),
    ),
    Action(
        "accept_overlap",
        ("w",),
        msg("Accept with a reason…"),
        msg("Waive a finding of this duty with a reason; change the reason or take it back."),
        accept,
        place="duties",
        edits=True,
        hint=msg("accept"),
    ),
)
