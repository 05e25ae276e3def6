"""Comparing with another document of the workspace, and taking changes of another proposal over."""

from collections.abc import Iterable
from operator import methodcaller
from pathlib import Path
from typing import Final

from sotk.compare.output.subjects import Subjects
from sotk.findings.names import clean
from sotk.locale import Message, msg
from sotk.session.beside import beside, glance
from sotk.session.contradictions import contradiction
from sotk.session.document import Document
from sotk.session.opening import document_at
from sotk.session.taking import Taking, takeable, taking
from sotk.tui.action import Action, Choice, Stage
from sotk.tui.stages import Beside, Editor

SHOWN: Final = 6
"""How many conflicts, or needed changes, a question lists; the rest is counted."""


async def compare(editor: Editor) -> None:
    """Choose a document and put it beside this one."""
    found = await _chosen(editor)
    if found is not None:
        editor.show_comparison(*found)


async def compare_with(stage: Beside) -> None:
    """Choose another document to stand beside this one."""
    found = await _chosen(stage)
    if found is not None:
        stage.compare_with(*found)


async def _chosen(stage: Stage) -> tuple[Document, str] | None:
    """Another document of the workspace, by its name; None where there is none or it cannot be read."""
    entries = list(beside(stage.session.desk))
    if not entries:
        stage.tell(msg("There is nothing beside this file to compare with."))
        return None
    base = stage.say(msg("the base"))
    choices = [
        Choice(
            str(each.path),
            each.name,
            f"{base} · {clean(each.path.name)}" if each.is_base else clean(each.path.name),
        )
        for each in entries
    ]
    chosen = await stage.choose(msg("Compare with which?"), choices)
    if chosen is None:
        return None
    found = document_at(Path(chosen))
    if isinstance(found, Document):
        return found, glance(Path(chosen))
    stage.tell(*(entry.finding for entry in found.entries[:1]))
    return None


async def take_change(stage: Beside) -> None:
    """Take the change at the cursor over, with what it needs."""
    number = stage.number
    if number is None:
        stage.tell(msg("Go to a change of the other proposal first; f lists them."))
        return
    await _take(stage, (number,))


async def take_all(stage: Beside) -> None:
    """Take all changes of the other proposal over that are not here yet."""
    await _take(stage, takeable(stage.state.document, stage.other))


async def _take(stage: Beside, numbers: Iterable[int]) -> None:
    """All of it or nothing, after what it needs and what it contradicts was said."""
    plan = taking(stage.state.document, stage.other, numbers)
    if plan is None:
        stage.tell(msg("Nothing to take: it is here already, or its own proposal cannot carry it out."))
        return
    if plan.trial.refused:
        names = Subjects(stage.state.structure, stage.other.structure)
        why = [contradiction(each, names) for each in plan.conflicts[:1]]
        stage.tell(msg("Nothing was taken."), *(why or plan.trial.findings[:1]))
        return
    if not await _agreed(stage, plan):
        return
    stage.session.do(plan.edit)
    stage.show()
    said = stage.session.said
    stage.tell(*(said or (msg("{n} changes taken. u takes the step back.", n=len(plan.numbers)),)))


async def _agreed(stage: Beside, plan: Taking) -> bool:
    """Whether what is needed may come along, and what is contradicted may be overruled."""
    if plan.needed and not await stage.confirm(
        msg("This change cannot stand without {n} others:", n=len(plan.needed)),
        about=_some([_words(stage, number) for number in plan.needed]),
        yes=msg("Take all {n}", n=len(plan.numbers)),
    ):
        return False
    names = Subjects(stage.state.structure, stage.other.structure)
    return not plan.conflicts or await stage.confirm(
        msg("This contradicts your proposal:"),
        about=_some([contradiction(each, names) for each in plan.conflicts]),
        yes=msg("Take it all the same: then it holds, not yours"),
    )


def _words(stage: Beside, number: int) -> Message:
    """A change of the other proposal, as its list says it."""
    assert stage.said is not None  # noqa: S101 - only a proposal has changes that are needed
    return msg("{number}. {what}", number=number, what=stage.said.changes[number - 1].text)


def _some(lines: list[Message]) -> list[Message]:
    """The first of many lines, and how many more there are."""
    more = len(lines) - SHOWN
    return lines[:SHOWN] + ([msg("and {n} more", n=more)] if more > 0 else [])


ACTIONS: Final = (
    Action(
        "compare",
        ("4", "C"),
        msg("Compare…"),
        msg("Put another proposal, or the base, beside this one, and take changes from it."),
        compare,
        hint=msg("compare"),
    ),
    Action(
        "take_change",
        ("t", "enter"),
        msg("Take the change"),
        msg("Take the change of the other proposal over, with its reason and all that it needs."),
        take_change,
        place="compare",
        edits=True,
        hint=msg("take"),
    ),
    Action(
        "take_all",
        ("A",),
        msg("Take all changes"),
        msg("Take all changes of the other proposal over that are not here yet."),
        take_all,
        place="compare",
        edits=True,
        hint=msg("take all"),
    ),
    Action(
        "compare_view",
        ("f",),
        msg("Changes or differences"),
        msg("The changes of the other proposal, or how the results differ."),
        methodcaller("next_view"),
        place="compare",
        hint=msg("differences"),
    ),
    Action(
        "compare_with",
        ("o",),
        msg("Compare with another…"),
        msg("Put another document beside this one."),
        compare_with,
        place="compare",
        hint=msg("another"),
    ),
)
