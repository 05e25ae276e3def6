"""The form of the unit at the cursor: its fields, head, posts, duties and indicators, a line each."""

from collections.abc import Iterator
from typing import Any, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.markup import escape
from textual.message import Message as TextualMessage
from textual.widgets import OptionList

from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Position, Structure, Unit
from sotk.packs import Pack
from sotk.tui.catalogue import bindings
from sotk.tui.filling import POST_FIELDS, UNIT_FIELDS, Field
from sotk.tui.widgets.hanging import Hanging
from sotk.tui.widgets.lines import Line, Lines


class Details(Lines):
    """What is known of one unit. A chosen line is sent up as entity, id and, for a field, its name."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("details")]

    class Chosen(TextualMessage):
        """A line was chosen to be changed."""

        def __init__(self, entity: str, id: str, field: str) -> None:  # noqa: A002 - the word of the field
            super().__init__()
            self.entity = entity
            self.id = id
            self.field = field

    def enter(self) -> None:
        """Come to the form; a chart that has its place goes."""
        if not self.display:
            self.screen.remove_class("-chart")
        self.focus()

    def show(self, structure: Structure, unit: str, pack: Pack | None, language: Language) -> None:
        value = structure.units[unit]
        with self.changing():
            self.border_title = escape(clean(value.short or value.name))
            self.write(_lines(structure, value, pack, language))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if event.option_id:
            entity, id_, field = event.option_id.split("|")
            self.post_message(self.Chosen(entity, id_, field))


def _lines(structure: Structure, unit: Unit, pack: Pack | None, language: Language) -> Iterator[Line]:
    for field in UNIT_FIELDS:
        if field.name != "class" or unit.kind == "uptd":
            yield _field_line(field, unit, language, _kind_name(pack, unit, language))
    if unit.head is not None:
        yield _heading(msg("Head"), language)
        for field in POST_FIELDS[:3]:
            yield _field_line(field, unit.head, language)
    if unit.positions:
        yield _heading(msg("Posts: needed / filled"), language)
        for position in unit.positions:
            yield f"position|{position.id}|", _post(position)
    if unit.duties:
        yield _heading(msg("Duties ({n})", n=len(unit.duties)), language)
        for duty in unit.duties:
            level = Content.styled(f"{duty.level[0].upper()} ", "dim")
            yield f"duty|{duty.id}|", Hanging(level, Content(clean(duty.text)))
    led = [indicator for indicator in structure.indicators if indicator.lead == unit.id]
    if led:
        yield _heading(msg("Indicators led ({n})", n=len(led)), language)
        for indicator in led:
            yield None, Hanging(Content("  "), Content(clean(indicator.text)))


def _heading(message: Message, language: Language) -> Line:
    return None, Content.styled(say(message, language), "bold underline")


def _field_line(field: Field, value: Any, language: Language, shown: str = "") -> Line:
    text = shown if field.name == "kind" else field.of(value)
    label = say(field.label, language)
    name = f"{field.entity}|{value.id}|{field.name}"
    if text is None:
        return name, Content.styled(f"{label}: —", "dim")
    return name, Content.assemble((f"{label}: ", "dim"), clean(str(text)))


def _post(position: Position) -> Hanging:
    need = "?" if position.need is None else str(position.need)
    filled = "?" if position.filled_count is None else str(position.filled_count)
    grade = f" {clean(position.grade)}" if position.grade else ""
    return Hanging(
        Content.styled(f"{need:>3}/{filled:<3} ", "dim"), Content(f"{clean(position.title)}{grade}")
    )


def _kind_name(pack: Pack | None, unit: Unit, language: Language) -> str:
    kind = None if pack is None else pack.kind(unit.kind)
    return unit.kind if kind is None else getattr(kind.name, language)
