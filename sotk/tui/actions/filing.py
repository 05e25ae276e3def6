"""Undo, files, and the way out."""

from pathlib import Path
from typing import Final

from sotk.files.ids import slug
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session import Selection, State
from sotk.session.recent import recent
from sotk.session.session import branch
from sotk.tui.action import Action, Choice, Stage
from sotk.tui.stages import Editor, Opening
from sotk.workspace import documents


def undo(stage: Stage) -> None:
    if not stage.session.history.can_undo:
        stage.tell(msg("Nothing to undo."))
        return
    stage.session.undo()
    stage.show()
    stage.tell(_steps(msg("Undone."), stage))


def redo(stage: Stage) -> None:
    if not stage.session.history.can_redo:
        stage.tell(msg("Nothing to redo."))
        return
    stage.session.redo()
    stage.show()
    stage.tell(_steps(msg("Done again."), stage))


def _steps(head: Message, stage: Stage) -> Message:
    history = stage.session.history
    return msg("{head} Step {done} of {all}.", head=head, done=history.done, all=len(history.steps))


async def save(stage: Stage) -> None:
    """Write the file; where another program changed it, ask first."""
    if stage.session.is_changed_on_disk():
        take = await stage.choose(
            msg("Another program changed the file."),
            [
                Choice("reread", stage.say(msg("Read it again and put my unsaved steps on top"))),
                Choice("back", stage.say(msg("Go back, save nothing"))),
            ],
        )
        if take != "reread":
            return
        stage.session.reread()
        if stage.session.said:
            stage.show()
            stage.tell(*stage.session.said)
            return
    stage.session.save()
    said = stage.session.said
    stage.show()
    stage.tell(*(said or (msg("Saved to {path}.", path=stage.session.desk.path.name),)))


async def begin_proposal(stage: Opening) -> None:
    """Begin a proposal on the structure that is open, in a file beside it."""
    name = await stage.ask(msg("Name of the new proposal"), check=_some_name)
    if name is None:
        return
    if stage.state.changed and not await settle_unsaved(stage):
        return
    made = branch(stage.session.desk, name.strip(), free_id(stage.session.desk.path.parent, name))
    if isinstance(made, Path):
        selected = stage.state.selection
        stage.open_path(made)
        _select(stage, selected)
        stage.tell(
            msg(
                "New proposal {name} in {path}. The structure it starts from stays as it is.",
                name=name,
                path=made.name,
            )
        )
    else:
        stage.tell(made)


def _select(stage: Opening, selected: Selection) -> None:
    """Go on where the person was: what asked for the proposal is done to these units."""
    stage.session.go(selected.cursor)
    if selected.marked:
        stage.session.mark(selected.marked)
    stage.show()


def free_id(folder: Path, name: str) -> str:
    """An id near a name for which the folder has no file yet."""
    base = slug(name) or "usulan"
    made, number = base, 1
    while (folder / f"{made}.yaml").exists():
        number += 1
        made = f"{base[:58]}-{number}"
    return made


async def open_other(stage: Opening) -> None:
    """Open another document of the workspace, or one opened lately."""
    here = stage.session.desk.path
    root = stage.session.desk.root
    near = [path for path in documents(root) if path.resolve() != here.resolve()]
    known = {str(path): path for path in (*near, *recent())}
    choices = [Choice(key, clean(path.name), clean(str(path.parent))) for key, path in known.items()]
    chosen = await stage.choose(msg("Open which file?"), choices)
    if chosen is not None and (not stage.state.changed or await settle_unsaved(stage)):
        stage.open_path(Path(chosen))


async def leave(editor: Editor) -> None:
    """Quit; unsaved work is saved, kept for the next start, or thrown away, as the person says."""
    if not editor.state.changed:
        editor.leave(keep=False)
        return
    answer = await editor.choose(
        msg("There are changes that are not saved."),
        [
            Choice("save", editor.say(msg("Save and quit"))),
            Choice("keep", editor.say(msg("Quit and keep them: the next start offers them"))),
            Choice("drop", editor.say(msg("Quit and throw them away"))),
        ],
    )
    if answer == "save":
        await save(editor)
        if not editor.state.changed:
            editor.leave(keep=False)
    elif answer is not None:
        editor.leave(keep=answer == "keep")


async def settle_unsaved(stage: Stage) -> bool:
    """Save or drop what is unsaved before another document comes; False where the person went back."""
    answer = await stage.choose(
        msg("There are changes that are not saved."),
        [
            Choice("save", stage.say(msg("Save them"))),
            Choice("drop", stage.say(msg("Throw them away"))),
        ],
    )
    if answer == "save":
        await save(stage)
        return not stage.state.changed
    return answer == "drop"


def _some_name(text: str) -> Message | None:
    return None if slug(text) else msg("Type a name.")


def _changed(state: State) -> bool:
    return state.changed


ACTIONS: Final = (
    Action(
        "undo",
        ("u", "ctrl+z"),
        msg("Undo"),
        msg("Take the last step back; as often as you like."),
        undo,
        hint=msg("undo"),
    ),
    Action("redo", ("U", "ctrl+y", "ctrl+r"), msg("Redo"), msg("Do again what was undone."), redo),
    Action(
        "save",
        ("ctrl+s",),
        msg("Save"),
        msg("Write the file; the old one is kept aside."),
        save,
        possible=_changed,
        hint=msg("save"),
    ),
    Action(
        "begin_proposal",
        ("B",),
        msg("New proposal…"),
        msg("Begin a proposal on this structure: its own file, the structure stays as it is."),
        begin_proposal,
    ),
    Action(
        "open_other",
        ("ctrl+o",),
        msg("Open…"),
        msg("Open another file of this folder, or one opened lately."),
        open_other,
    ),
    Action(
        "quit",
        ("q", "ctrl+q"),
        msg("Quit"),
        msg("Leave the editor; it asks what becomes of unsaved work."),
        leave,
        hint=msg("quit"),
    ),
)
