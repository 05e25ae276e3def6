"""Looking back: which changes are listed, the minutes as a file, the steps of this session."""

from operator import methodcaller
from pathlib import Path
from typing import Final

from sotk.files import write_bytes
from sotk.locale import Message, msg
from sotk.report.minutes import minutes, to_markdown, to_text
from sotk.tui.action import Action, Stage
from sotk.tui.stages import StepList

TEXT_ENDINGS: Final = (".txt", ".text")


async def write_minutes(stage: Stage) -> None:
    """Write the minutes into a file: Markdown, or plain text where its name ends so."""
    document, path = stage.state.document, stage.session.desk.path
    if document.scenario is None:
        return
    usual = f"{path.stem}-notulen.md"
    name = await stage.ask(msg("File of the minutes (.md or .txt)"), usual, _some_file)
    if name is None:
        return
    target = path.parent / Path(name.strip()).name
    if target.exists() and not await stage.confirm(
        msg("{path} is there already. Write over it?", path=target.name), yes=msg("Write over it")
    ):
        return
    made = minutes(document.scenario, document.structure, document.base, document.skipped)
    written = to_text if target.suffix in TEXT_ENDINGS else to_markdown
    trouble = write_bytes(target, written(made, stage.language).encode("utf-8"))
    stage.tell(trouble or msg("The minutes are in {path}.", path=target.name))


def go_to_step(stage: StepList) -> None:
    """Undo, or do again, up to the step at the cursor."""
    if stage.step is not None:
        stage.session.go_to_step(stage.step)
        stage.show()
        history = stage.session.history
        stage.tell(msg("Step {done} of {all}.", done=history.done, all=len(history.steps)))


def _some_file(text: str) -> Message | None:
    name = text.strip()
    if not name or name != Path(name).name or "\\" in name:
        return msg("Type the name of a file in this folder.")
    fits = name.endswith((".md", *TEXT_ENDINGS))
    return None if fits else msg("The name ends in .md or .txt.")


ACTIONS: Final = (
    Action(
        "show_decided",
        ("f",),
        msg("List only…"),
        msg("All changes, or only those open, agreed, postponed, rejected, in turn."),
        methodcaller("show_next"),
        place="proposal",
        hint=msg("only"),
    ),
    Action(
        "write_minutes",
        ("e",),
        msg("Minutes as a file…"),
        msg("Write changes, decisions and points as Markdown or text beside the proposal."),
        write_minutes,
        place="proposal",
        hint=msg("minutes"),
    ),
    Action(
        "see_steps",
        ("Z",),
        msg("Steps of this session"),
        msg("What was done since the file was opened; go back to any step."),
        methodcaller("show_steps"),
    ),
    Action(
        "go_to_step",
        ("enter",),
        msg("Go to the step"),
        msg("Undo, or do again, all up to this step."),
        go_to_step,
        place="steps",
        hint=msg("go there"),
    ),
)
