"""Adding, naming, joining and removing units."""

from typing import Final

from sotk.files.ids import slug
from sotk.locale import Message, msg
from sotk.model import RemoveUnit, Structure
from sotk.session import State, gestures
from sotk.session.renaming import rename as renamed
from sotk.tui.action import Action, Choice, Stage
from sotk.tui.picking import kind_choices, unit_choices


def _not_root(state: State) -> bool:
    return state.selection.cursor != state.structure.root


def _several(state: State) -> bool:
    return len(state.chosen()) > 1


def some_name(text: str) -> Message | None:
    """What is wrong with a name; None for a good one."""
    if not text.strip():
        return msg("Type a name.")
    return None if slug(text) else msg("A name needs a letter or a digit.")


async def add_below(stage: Stage) -> None:
    await _add(stage, stage.state.selection.cursor, None)


async def add_beside(stage: Stage) -> None:
    cursor = stage.state.selection.cursor
    parent = stage.state.structure.units[cursor].parent
    if parent is None:
        await _add(stage, cursor, None)
    else:
        await _add(stage, parent, cursor)


async def _add(stage: Stage, under: str, after: str | None) -> None:
    structure = stage.state.structure
    above = structure.units[under].name
    kinds = kind_choices(stage.session.desk.pack, structure, under, stage.language)
    kind = await stage.choose(msg("New unit under {unit}: which kind?", unit=above), kinds)
    if kind is None:
        return
    name = await stage.ask(msg("Name of the new unit under {unit}", unit=above), check=some_name)
    if name is None:
        return
    operation = gestures.add_unit(
        stage.state.document, stage.session.desk.pack, name.strip(), kind, under, after
    )
    stage.edit(operation, cursor=operation.unit["id"])


async def rename(stage: Stage) -> None:
    """Name the unit anew, in its line of the tree; the title of its head follows."""
    unit = stage.state.structure.units[stage.state.selection.cursor]
    name = await stage.part("tree").name_in_place(unit.name)
    if name is not None and not some_name(name):
        stage.edit(*renamed(stage.state.structure, stage.session.desk.pack, unit.id, name.strip()))


async def duplicate(stage: Stage) -> None:
    operations = gestures.duplicate(stage.state.document, stage.state.selection.cursor)
    stage.edit(*operations, cursor=operations[0].unit["id"] if operations else None)


async def merge(stage: Stage) -> None:
    """Make one unit of those that are marked."""
    units = stage.state.chosen()
    if len(units) < 2:  # one unit cannot be merged
        stage.tell(msg("Mark two or more units with the space bar, then press M."))
        return
    names = [stage.state.structure.units[unit].name for unit in units]
    name = await stage.ask(
        msg("Name of the unit that {units} become", units=tuple(names)), names[0], some_name
    )
    if name is None:
        return
    operations = gestures.merge(stage.state.document, units, name.strip())
    stage.edit(*operations, cursor=operations[0].into["id"])


async def split(stage: Stage) -> None:
    """Make two units of one: ask for both names, then what the second takes."""
    unit = stage.state.structure.units[stage.state.selection.cursor]
    first = await stage.ask(msg("Split {unit}: name of the first part", unit=unit.name), unit.name, some_name)
    if first is None:
        return
    second = await stage.ask(msg("Name of the second part"), check=some_name)
    if second is None:
        return
    taken: list[str] = []
    while (
        more := await stage.choose(_takes(second), _rest(stage.state.structure, unit.id, taken))
    ) is not None:
        if not more:
            break
        taken.append(more)
    if more is not None:
        stage.edit(*gestures.split(stage.state.document, unit.id, (first.strip(), second.strip()), taken))


def _takes(second: str) -> Message:
    return msg("What does {unit} take over? Choose one after another.", unit=second)


def _rest(structure: Structure, unit: str, taken: list[str]) -> list[Choice]:
    """What a second part can take; the empty id ends the choice."""
    value = structure.units[unit]
    duties = [Choice(duty.id, duty.text, duty.level) for duty in value.duties if duty.id not in taken]
    below = [
        Choice(child, structure.units[child].name) for child in structure.below(unit) if child not in taken
    ]
    return [Choice("", f"({len(taken)}) OK"), *duties, *below]


async def remove(stage: Stage) -> None:
    """Remove a unit; where it has duties or posts, ask who takes them."""
    structure, unit = stage.state.structure, stage.state.selection.cursor
    if unit == structure.root:
        stage.tell(msg("The top unit cannot be removed."))
        return
    name = structure.units[unit].name
    heir: str | None = None
    if _holds_something(structure, unit):
        heir = await stage.choose(
            msg("Remove {unit}: which unit takes its duties, posts and indicators?", unit=name),
            unit_choices(structure, without=[unit]),
            structure.units[unit].parent or "",
        )
        if heir is None:
            return
    elif not await stage.confirm(msg("Remove {unit}?", unit=name), yes=msg("Remove")):
        return
    stage.edit(RemoveUnit(unit=unit, duties_to=heir))


def _holds_something(structure: Structure, unit: str) -> bool:
    branch = list(structure.walk(unit))
    ids = {each.id for each in branch}
    return any(each.duties or each.head or each.positions for each in branch) or any(
        indicator.lead in ids for indicator in structure.indicators
    )


ACTIONS: Final = (
    Action(
        "add_below",
        ("a", "insert"),
        msg("Add a unit below"),
        msg("Add a unit under this one: choose its kind, type its name."),
        add_below,
        place="tree",
        edits=True,
        hint=msg("add"),
    ),
    Action(
        "add_beside",
        ("A",),
        msg("Add a unit beside"),
        msg("Add a unit behind this one, under the same superior."),
        add_beside,
        place="tree",
        edits=True,
    ),
    Action(
        "rename",
        ("r", "f2"),
        msg("Rename"),
        msg("Type another name, in the tree itself. Its id stays; the title of its head follows."),
        rename,
        place="tree",
        edits=True,
        hint=msg("rename"),
    ),
    Action(
        "duplicate",
        ("d",),
        msg("Duplicate the branch"),
        msg("Put a copy of the unit and all below it behind it."),
        duplicate,
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "merge",
        ("M",),
        msg("Merge the marked units…"),
        msg("Make one unit of the marked ones; it takes their duties, posts and subordinates."),
        merge,
        place="tree",
        possible=_several,
        edits=True,
    ),
    Action(
        "split",
        ("S",),
        msg("Split the unit…"),
        msg("Make two units of this one and say what the second takes."),
        split,
        place="tree",
        possible=_not_root,
        edits=True,
    ),
    Action(
        "remove",
        ("delete", "D"),
        msg("Remove…"),
        msg("Remove the unit and all below it; says first who takes its duties."),
        remove,
        place="tree",
        possible=_not_root,
        edits=True,
        hint=msg("remove"),
    ),
)
