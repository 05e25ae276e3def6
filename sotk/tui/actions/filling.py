"""Filling in: kind, echelon, class, duties and posts of a unit."""

from typing import Final

from sotk.locale import Message, msg
from sotk.model import Add, Remove, Set, TransferDuty, Unit
from sotk.session import State, ids
from sotk.tui.action import Action, Choice, Stage
from sotk.tui.filling import DUTY_FIELDS, POST_FIELDS, change_field
from sotk.tui.picking import unit_choices, word_choices

LEVELS: Final = (
    ("tugas", msg("main duty (tugas)")),
    ("fungsi", msg("function (fungsi)")),
    ("uraian", msg("task (uraian tugas)")),
)
CATEGORIES: Final = (
    ("fungsional", msg("functional (fungsional)")),
    ("pelaksana", msg("operational (pelaksana)")),
    ("pengawas", msg("supervisor (pengawas)")),
    ("administrator", msg("administrator")),
    ("jpt", msg("high leadership (JPT)")),
)


def _unit(stage: Stage) -> Unit:
    return stage.state.structure.units[stage.state.selection.cursor]


def _has_duties(state: State) -> bool:
    return bool(state.structure.units[state.selection.cursor].duties)


async def change_kind(stage: Stage) -> None:
    await change_field(stage, "unit", stage.state.selection.cursor, "kind")


async def change_echelon(stage: Stage) -> None:
    await _of_head(stage, "echelon")


async def change_class(stage: Stage) -> None:
    if _unit(stage).kind == "uptd":
        await change_field(stage, "unit", stage.state.selection.cursor, "class")
    else:
        await _of_head(stage, "class")


async def _of_head(stage: Stage, field: str) -> None:
    """Change a field of the head; a unit without one gets it first."""
    unit = _unit(stage)
    if unit.head is not None:
        await change_field(stage, "position", unit.head.id, field)
        return
    stage.tell(msg("{unit} has no head yet: press b to add one.", unit=unit.name))


async def add_duty(stage: Stage) -> None:
    """Give the unit a new duty."""
    unit = _unit(stage)
    level = await stage.choose(
        msg("New duty of {unit}: which level?", unit=unit.name), word_choices(LEVELS, stage.language)
    )
    if level is None:
        return
    text = await stage.ask(msg("Text of the duty of {unit}", unit=unit.name), check=some_text)
    if text is not None:
        used = ids.taken(stage.state.document, "duty")
        made = ids.near(f"{unit.id}-{level[0]}{len(unit.duties) + 1}", used, "duty")
        stage.edit(Add(entity="duty", to=unit.id, value={"id": made, "level": level, "text": text.strip()}))


async def add_post(stage: Stage) -> None:
    """Give the unit a head, where it has none, or another post."""
    unit = _unit(stage)
    pack = stage.session.desk.pack
    kind = None if pack is None else pack.kind(unit.kind)
    if unit.head is None and (kind is None or kind.structural):
        usual = None if kind is None else kind.head_title(unit.name)
        title = await stage.ask(msg("Title of the head of {unit}", unit=unit.name), usual or "", some_text)
        if title is not None:
            made = ids.near(title, ids.taken(stage.state.document, "position"), "kepala")
            stage.edit(
                Set(entity="unit", id=unit.id, field="head", value={"id": made, "title": title.strip()})
            )
        return
    await _add_ordinary_post(stage, unit)


async def _add_ordinary_post(stage: Stage, unit: Unit) -> None:
    category = await stage.choose(
        msg("New post in {unit}: which category?", unit=unit.name), word_choices(CATEGORIES, stage.language)
    )
    if category is None:
        return
    title = await stage.ask(msg("Title of the post"), check=some_text)
    if title is None:
        return
    need = await stage.ask(msg("How many are needed?"), "1", some_count)
    if need is not None:
        used = ids.taken(stage.state.document, "position")
        made = ids.near(f"{unit.id}-p{len(unit.positions) + 1}", used, "jabatan")
        value = {"id": made, "title": title.strip(), "category": category, "need": int(need), "filled": 0}
        stage.edit(Add(entity="position", to=unit.id, value=value))


async def transfer(stage: Stage) -> None:
    """Give duties of the unit to another one: choose which, then to whom."""
    unit = _unit(stage)
    if not unit.duties:
        stage.tell(msg("{unit} has no duties.", unit=unit.name))
        return
    every = Choice("*", stage.say(msg("All {n} duties", n=len(unit.duties))))
    duties = [Choice(duty.id, duty.text, duty.level) for duty in unit.duties]
    which = await stage.choose(msg("Transfer which duty of {unit}?", unit=unit.name), [*duties, every])
    if which is not None:
        await give(stage, [duty.id for duty in unit.duties] if which == "*" else [which])


async def change_part(stage: Stage, entity: str, id: str, name: str) -> None:  # noqa: A002 - the word of the field
    """Ask what becomes of a duty or a post that is called `name`, then do it."""
    fields = DUTY_FIELDS if entity == "duty" else POST_FIELDS
    choices = [Choice(field.name, stage.say(field.label)) for field in fields]
    if entity == "duty":
        choices.append(Choice("*give", stage.say(msg("Transfer to another unit…"))))
    choices.append(Choice("*drop", stage.say(msg("Remove…"))))
    answer = await stage.choose(msg("{name}", name=name), choices)
    if answer == "*give":
        await give(stage, [id])
    elif answer == "*drop":
        await drop(stage, entity, id, name)
    elif answer is not None:
        await change_field(stage, entity, id, answer)


async def give(stage: Stage, duties: list[str]) -> None:
    """Ask who takes some duties of the unit at the cursor."""
    if not await stage.may_edit():
        return
    here = stage.state.selection.cursor
    choices = [choice for choice in unit_choices(stage.state.structure) if choice.id != here]
    target = await stage.choose(msg("Which unit takes the duty?"), choices)
    if target is not None:
        stage.edit(*(TransferDuty(duty=duty, to=target) for duty in duties))


async def drop(stage: Stage, entity: str, id: str, name: str) -> None:  # noqa: A002 - the word of the field
    """Remove a duty or a post after a question."""
    if not await stage.may_edit():
        return
    if await stage.confirm(msg("Remove “{name}”?", name=name), yes=msg("Remove")):
        stage.edit(Remove(entity=entity, id=id))  # type: ignore[arg-type] # from the list of parts


def some_text(text: str) -> Message | None:
    return None if text.strip() else msg("Type a text.")


def some_count(text: str) -> Message | None:
    return None if text.strip().isdigit() else msg("Type a number.")


ACTIONS: Final = (
    Action(
        "change_kind",
        ("i",),
        msg("Change the kind…"),
        msg("Choose another kind for the unit from those of the pack."),
        change_kind,
        edits=True,
    ),
    Action(
        "change_echelon",
        ("e",),
        msg("Change the echelon…"),
        msg("Choose the echelon of the head of the unit."),
        change_echelon,
        edits=True,
    ),
    Action(
        "change_class",
        ("c",),
        msg("Change the class…"),
        msg("Class of a UPTD (A or B), else the job class of the head."),
        change_class,
        edits=True,
    ),
    Action(
        "add_duty",
        ("w",),
        msg("Add a duty…"),
        msg("Give the unit a new duty, function or task."),
        add_duty,
        edits=True,
    ),
    Action(
        "transfer_duty",
        ("t",),
        msg("Transfer duties…"),
        msg("Give one or all duties of the unit to another unit."),
        transfer,
        possible=_has_duties,
        edits=True,
        hint=msg("transfer duties"),
    ),
    Action(
        "add_post",
        ("b",),
        msg("Add a post…"),
        msg("Give the unit a head, or another post with the number needed."),
        add_post,
        edits=True,
    ),
)
