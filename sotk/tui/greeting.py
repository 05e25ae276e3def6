"""What has to be said before the work: unsaved work of a crash, another editor, broken files."""

from sotk.locale import msg
from sotk.tui.action import Choice, Stage


async def greet(stage: Stage) -> None:
    """Say it, and offer unsaved work back."""
    session = stage.session
    entries = session.desk.report.entries
    if not session.lock.acquired:
        stage.tell(msg("Another sotk has this file open: save with care."))
    elif session.desk.left is not None:
        await _offer(stage, len(session.desk.left.edits))
    elif entries:
        stage.tell(
            msg("The file has {n} problems of its own; they stand among the findings.", n=len(entries))
        )


async def _offer(stage: Stage, steps: int) -> None:
    session = stage.session
    answer = await stage.choose(
        msg("An earlier session left {n} steps that are not saved.", n=steps),
        [
            Choice("take", stage.say(msg("Take them up again"))),
            Choice("drop", stage.say(msg("Throw them away"))),
            Choice("later", stage.say(msg("Only look; decide at the next start"))),
        ],
    )
    left = session.desk.left
    if answer == "take" and left is not None:
        session.take_up(left)
        stage.show()
        stage.tell(*(session.said or (msg("{n} steps are back.", n=steps),)))
    elif answer == "drop":
        session.forget_left()
    else:
        session.journal = None
