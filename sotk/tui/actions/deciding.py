"""Decisions of the discussion on the changes of a proposal."""

from collections.abc import Callable
from typing import Any, Final

from sotk.locale import Message, msg
from sotk.model.operations import Status
from sotk.session import Decide, Withdraw
from sotk.tui.action import Action, Stage


def _status(status: Status) -> Callable[[Stage], None]:
    def run(stage: Stage) -> None:
        number = stage.part("changes").number
        if number is not None:
            stage.session.do(Decide(number, status=status))
            stage.show()
            stage.tell(*stage.session.said)

    return run


def _remark(field: str, title: Message) -> Callable[[Stage], Any]:
    async def run(stage: Stage) -> None:
        number, scenario = stage.part("changes").number, stage.state.document.scenario
        if number is None or scenario is None:
            return
        before = getattr(scenario.operations[number - 1], field) or ""
        text = await stage.ask(title, before)
        if text is not None:
            stage.session.do(Decide(number, **{field: text.strip()}))  # type: ignore[arg-type] # a text field
            stage.show()

    return run


async def withdraw(stage: Stage) -> None:
    number = stage.part("changes").number
    if number is not None and await stage.confirm(
        msg("Take this change out of the proposal?"), yes=msg("Take out")
    ):
        stage.session.do(Withdraw(number))
        stage.show()
        stage.tell(*stage.session.said)


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
        "withdraw",
        ("delete", "D"),
        msg("Take out…"),
        msg("Take the change out of the proposal."),
        withdraw,
        place="proposal",
        edits=True,
    ),
)
