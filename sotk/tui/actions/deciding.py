"""What is decided in the discussion: on the changes of a proposal, and on points that are no change.

Both carry the same decision, so every action here works on whichever stands at the cursor.
"""

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any, Final, TypeAlias

from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.model import Operation, Point
from sotk.model.operations import Status
from sotk.session import AddPoint, Decide, RemovePoint, SetPoint, Withdraw
from sotk.session.edits import Edit
from sotk.session.ids import near
from sotk.tui.action import Action, Stage
from sotk.tui.actions.filling import some_text
from sotk.tui.picking import unit_choices
from sotk.tui.stages import ProposalList

Ask: TypeAlias = Callable[[ProposalList], Coroutine[Any, Any, None]]
"""Asks for a value of the decision at the cursor."""
POINT_ID: Final = 40
"""How much of the text of a point its id is made of."""


def _about(stage: ProposalList) -> tuple[Operation | Point | None, Callable[[str, Any], Edit]]:
    """The change or the point at the cursor, and the edit that gives a field of its decision a value."""
    number, point, scenario = stage.number, stage.point, stage.state.document.scenario
    if point is not None:
        return point, lambda field, value: SetPoint(point.id, {field: str(value)})
    if number is not None and scenario is not None:
        return scenario.operations[number - 1], lambda field, value: Decide(number, **{field: value})
    return None, lambda _field, _value: SetPoint("")


def _do(stage: Stage, edit: Edit) -> None:
    stage.session.do(edit)
    stage.show()
    stage.tell(*stage.session.said)


def _status(status: Status) -> Callable[[ProposalList], None]:
    def run(stage: ProposalList) -> None:
        about, edit = _about(stage)
        if about is not None:
            _do(stage, edit("status", status))

    return run


def _remark(field: str, title: Message, check: Callable[[str], Message | None] | None = None) -> Ask:
    """Ask for a text that is said of the decision; an empty one takes it away."""

    async def run(stage: ProposalList) -> None:
        about, edit = _about(stage)
        if about is None:
            return
        text = await stage.write(title, getattr(about, field) or "", check)
        if text is not None:
            _do(stage, edit(field, text.strip()))

    return run


async def set_date(stage: ProposalList) -> None:
    """Ask for the day of the decision; today stands there at first."""
    about, edit = _about(stage)
    if about is None:
        return
    before = about.date or date.today()  # noqa: DTZ011 - the day of the person at the desk
    text = await stage.ask(msg("Day of the decision (year-month-day)"), before.isoformat(), some_day)
    if text is not None:
        said = text.strip()
        _do(stage, edit("date", date.fromisoformat(said) if said else ""))


async def add_point(stage: ProposalList) -> None:
    """Write down a point of the discussion that is no change."""
    scenario = stage.state.document.scenario
    text = await stage.write(msg("What was raised, without being a change?"), check=some_text)
    if text is None or scenario is None:
        return
    used = {point.id for point in scenario.points}
    made = Point(id=near(text[:POINT_ID], used, "pokok"), text=text)
    _do(stage, AddPoint(made))
    stage.go_to_point(made.id)


async def change_point(stage: ProposalList) -> None:
    """Change the text of a point; of a change, its reason: what it does is changed in the tree."""
    if stage.point is not None:
        await _remark("text", msg("What was raised, without being a change?"), some_text)(stage)
    else:
        await _remark("why", msg("Reason"))(stage)


async def decide_point(stage: ProposalList) -> None:
    """Write down in words what was decided of a point."""
    if stage.point is None:
        stage.tell(msg("A change is decided by s, t, x; words go into its note with n."))
        return
    await _remark("decision", msg("What was decided of it?"))(stage)


async def point_unit(stage: ProposalList) -> None:
    """Choose the unit a point is about."""
    point = stage.point
    if point is None:
        stage.tell(msg("Go to a point of the discussion first."))
        return
    unit = await stage.choose(
        msg("Which unit is it about?"), unit_choices(stage.state.structure), point.unit or ""
    )
    if unit is not None:
        _do(stage, SetPoint(point.id, {"unit": unit}))


async def withdraw(stage: ProposalList) -> None:
    """Take the change or the point at the cursor out of the proposal."""
    if stage.point is not None:
        question = msg("Take the point “{text}” out?", text=clean(stage.point.text))
        edit: Edit = RemovePoint(stage.point.id)
    elif stage.number is not None:
        question, edit = msg("Take this change out of the proposal?"), Withdraw(stage.number)
    else:
        return
    if await stage.confirm(question, yes=msg("Take out")):
        _do(stage, edit)


def some_day(text: str) -> Message | None:
    """What is wrong with a day; None for a good one, and for none at all."""
    if not text.strip():
        return None
    try:
        date.fromisoformat(text.strip())
    except ValueError:
        return msg("Type a day such as 2026-03-12.")
    return None if len(text.strip()) == len("2026-03-12") else msg("Type a day such as 2026-03-12.")


ACTIONS: Final = (
    Action(
        "agree",
        ("s", "2"),
        msg("Agreed"),
        msg("The change was agreed (disepakati)."),
        _status("disepakati"),
        place="proposal",
        edits=True,
        hint=msg("agreed"),
    ),
    Action(
        "postpone",
        ("t", "3"),
        msg("Postponed"),
        msg("The change was postponed (ditunda): it stays in the file and is not carried out."),
        _status("ditunda"),
        place="proposal",
        edits=True,
        hint=msg("postponed"),
    ),
    Action(
        "reject",
        ("x", "4"),
        msg("Rejected"),
        msg("The change was rejected (ditolak): it stays in the file and is not carried out."),
        _status("ditolak"),
        place="proposal",
        edits=True,
        hint=msg("rejected"),
    ),
    Action(
        "reopen",
        ("p", "1"),
        msg("Proposed"),
        msg("The change is a proposal again (usul)."),
        _status("usul"),
        place="proposal",
        edits=True,
        hint=msg("proposed"),
    ),
    Action(
        "note",
        ("n",),
        msg("Note…"),
        msg("A note on the decision."),
        _remark("note", msg("Note")),
        place="proposal",
        edits=True,
        hint=msg("note"),
    ),
    Action(
        "add_point",
        ("a",),
        msg("Point of the discussion…"),
        msg("Write down a point that is no change: what was raised."),
        add_point,
        place="proposal",
        edits=True,
        hint=msg("point"),
    ),
    Action(
        "decide_point",
        ("c",),
        msg("Decision in words…"),
        msg("What was decided of a point."),
        decide_point,
        place="proposal",
        edits=True,
        hint=msg("decision"),
    ),
    Action(
        "why",
        ("w",),
        msg("Reason…"),
        msg("Why this change is proposed."),
        _remark("why", msg("Reason")),
        place="proposal",
        edits=True,
        hint=msg("reason"),
    ),
    Action(
        "proposed_by",
        ("b",),
        msg("Proposed by…"),
        msg("Who proposed the change."),
        _remark("proposed_by", msg("Proposed by")),
        place="proposal",
        edits=True,
        hint=msg("by"),
    ),
    Action(
        "decision_date",
        ("d",),
        msg("Day…"),
        msg("The day of the decision."),
        set_date,
        place="proposal",
        edits=True,
    ),
    Action(
        "change_point",
        ("enter",),
        msg("Change the text…"),
        msg("The text of a point; of a change, its reason."),
        change_point,
        place="proposal",
        edits=True,
    ),
    Action(
        "point_unit",
        ("i",),
        msg("Unit of the point…"),
        msg("The unit a point is about."),
        point_unit,
        place="proposal",
        edits=True,
    ),
    Action(
        "withdraw",
        ("delete", "D"),
        msg("Take out…"),
        msg("Take the change or the point out of the proposal."),
        withdraw,
        place="proposal",
        edits=True,
    ),
)
