"""What is done on the board of indicators only: objectives, who leads and supports, years."""

from operator import methodcaller
from typing import Final

from sotk.locale import Message, msg
from sotk.model import Indicator
from sotk.session.boards import indicators
from sotk.tui.action import Action, Choice
from sotk.tui.actions.filling import some_text
from sotk.tui.filling import OBJECTIVE_FIELDS, change_field
from sotk.tui.picking import unit_choices, word_choices
from sotk.tui.signs import MARKED
from sotk.tui.stages import IndicatorBoard

LEVELS: Final = (
    ("kondisi", msg("condition (kondisi)")),
    ("tujuan", msg("goal (tujuan)")),
    ("sasaran", msg("objective (sasaran)")),
    ("program", msg("program")),
    ("kegiatan", msg("activity (kegiatan)")),
)
LEADS, SUPPORTS = "lead", "support"


async def add_indicator(board: IndicatorBoard) -> None:
    """A new indicator of the objective at the cursor."""
    text = await board.write(msg("Text of the indicator"), check=some_text)
    if text is not None:
        made = indicators.add_indicator(board.state.document, board.objective_of(board.row), text)
        board.edit(made)
        board.part("grid").go_to(("indicator", made.value["id"]))


async def add_objective(board: IndicatorBoard) -> None:
    """A new objective below the one at the cursor; its level is asked, the usual one first."""
    above = board.objective_of(board.row)
    over = None if above is None else indicators.objective(board.state.structure, above)
    usual = "tujuan" if over is None else indicators.BELOW.get(over.level, over.level)
    question = (
        msg("New objective: which level?")
        if over is None
        else msg("New objective below “{text}”: which level?", text=over.text)
    )
    level = await board.choose(question, word_choices(LEVELS, board.language), usual)
    if level is None:
        return
    text = await board.write(msg("Text of the objective"), check=some_text)
    if text is not None:
        made = indicators.add_objective(board.state.document, level, text, above)
        board.edit(made)
        board.part("grid").go_to(("objective", made.value["id"]))


async def change_objective(board: IndicatorBoard, id: str) -> None:  # noqa: A002 - the word of the field
    """Ask which field of an objective shall change, then for its value."""
    choices = [Choice(field.name, board.say(field.label)) for field in OBJECTIVE_FIELDS]
    field = await board.choose(msg("Change what of the objective?"), choices)
    if field is not None:
        await change_field(board, "objective", id, field)


async def choose_lead(board: IndicatorBoard) -> None:
    """Ask which unit leads the indicator at the cursor."""
    indicator = _here(board)
    if indicator is None:
        return
    nobody = Choice("", board.say(msg("(nobody)")))
    question = msg("Which unit leads “{text}”?", text=indicator.text)
    unit = await board.choose(question, [*unit_choices(board.state.structure), nobody], indicator.lead or "")
    if unit is not None:
        board.edit(*indicators.set_lead(indicator, unit or None))


async def choose_supporters(board: IndicatorBoard) -> None:
    """Ask which units support the indicator: each choice puts one in or takes one out, until it is done."""
    indicator = _here(board)
    if indicator is None:
        return
    units = list(indicator.supporters)
    while True:
        done = Choice("", board.say(msg("Done: {n} units", n=len(units))))
        listed = [
            Choice(each.id, each.text, f"{MARKED} {each.remark}" if each.id in units else each.remark)
            for each in unit_choices(board.state.structure)
            if each.id != indicator.lead
        ]
        listed.sort(key=lambda each: each.id not in units)
        unit = await board.choose(_supports(indicator), [done, *listed])
        if unit is None:
            return
        if not unit:
            break
        units = [each for each in units if each != unit] if unit in units else [*units, unit]
    board.edit(*indicators.set_supporters(indicator, units))


def _supports(indicator: Indicator) -> Message:
    return msg("Which units support “{text}”? Choose one after another.", text=indicator.text)


async def give_indicator(board: IndicatorBoard, unit: str) -> None:
    """Choose an indicator for a unit that has none, and whether it leads or supports it."""
    name = board.state.structure.units[unit].name
    chosen = await board.choose(msg("Which indicator for {unit}?", unit=name), board.indicator_choices())
    indicator = None if chosen is None else indicators.found(board.state.structure, chosen)
    if indicator is None:
        return
    part = await board.choose(
        msg("Does {unit} lead it or support it?", unit=name),
        [Choice(SUPPORTS, board.say(msg("It supports it"))), Choice(LEADS, board.say(msg("It leads it")))],
    )
    if part == LEADS:
        board.edit(*indicators.set_lead(indicator, unit))
    elif part == SUPPORTS:
        board.edit(*indicators.set_supporters(indicator, [*indicator.supporters, unit]))


async def show_year(board: IndicatorBoard) -> None:
    """Ask for a year that shall have a column."""
    text = await board.ask(msg("Which year?"), check=_some_year)
    if text is not None:
        board.more_years |= {int(text)}
        board.show()


def _some_year(text: str) -> Message | None:
    fits = text.strip().isdecimal() and 1900 <= int(text) <= 2199
    return None if fits else msg("Type a year such as 2027.")


def _here(board: IndicatorBoard) -> Indicator | None:
    """The indicator at the cursor."""
    indicator = board.indicator(board.row)
    if indicator is None:
        board.tell(msg("Go to an indicator first."))
        return None
    return indicator


ACTIONS: Final = (
    Action(
        "add_objective",
        ("A",),
        msg("Add an objective…"),
        msg("Add an objective below the one of the cursor."),
        add_objective,
        place="indicators",
        edits=True,
        hint=msg("objective"),
    ),
    Action(
        "set_lead",
        ("t",),
        msg("Led by…"),
        msg("Choose the unit that leads the indicator."),
        choose_lead,
        place="indicators",
        edits=True,
        hint=msg("lead"),
    ),
    Action(
        "set_supporters",
        ("w",),
        msg("Supported by…"),
        msg("Choose the units that support the indicator, one after another."),
        choose_supporters,
        place="indicators",
        edits=True,
        hint=msg("support"),
    ),
    Action(
        "show_series",
        ("v",),
        msg("Targets or actual values"),
        msg("What the columns of years show."),
        methodcaller("show_series"),
        place="indicators",
    ),
    Action(
        "show_year",
        ("n",),
        msg("Another year…"),
        msg("Give a year a column, to type its targets."),
        show_year,
        place="indicators",
    ),
)
