"""Lets a person choose one of many: typing narrows the list. Serves the palette too."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from sotk.findings.names import clean
from sotk.tui.action import Choice
from sotk.tui.dialogs.dialog import Dialog

SHOWN: Final = 200
"""How many choices are listed at once; typing brings the others."""

SEARCHED: Final = 3
"""A list of no more than this has no field to narrow it."""


class Choose(Dialog[str | None]):
    """A title, a field where the list is long, and the list."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False, priority=True),
        Binding("up", "step(-1)", show=False, priority=True),
        Binding("pagedown", "step(8)", show=False, priority=True),
        Binding("pageup", "step(-8)", show=False, priority=True),
    ]

    def __init__(
        self, title: str, choices: Sequence[Choice], value: str, keys: str, *, nothing: str = "—"
    ) -> None:
        """`keys` says what to press, `nothing` that no choice holds what was typed."""
        super().__init__()
        self._nothing = nothing
        self._title, self._choices, self._value, self._keys = title, tuple(choices), value, keys

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(self._title, classes="question", markup=False)
            if len(self._choices) > SEARCHED:
                yield Input(id="narrow")
            yield OptionList(id="choices", markup=False)
            yield Static(self._keys, id="remark", markup=False)

    def on_mount(self) -> None:
        self._list("")
        choices = self.query_one(OptionList)
        place = next((at for at, each in enumerate(self._choices[:SHOWN]) if each.id == self._value), 0)
        if choices.option_count:
            choices.highlighted = place
        (self.query_one(Input) if len(self._choices) > SEARCHED else choices).focus()

    def _list(self, text: str) -> None:
        words = text.casefold().split()
        found = [each for each in self._choices if _fits(each, words)]
        choices = self.query_one(OptionList)
        choices.clear_options()
        choices.add_options(Option(_line(each), id=f"c{self._choices.index(each)}") for each in found[:SHOWN])
        if found:
            choices.highlighted = 0
        else:
            choices.add_option(Option(Content(self._nothing), disabled=True))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def on_input_submitted(self) -> None:
        choices = self.query_one(OptionList)
        if choices.highlighted is not None:
            choices.action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.answer(self._choices[int((event.option_id or "c0")[1:])].id)

    def action_step(self, by: int) -> None:
        choices = self.query_one(OptionList)
        if choices.option_count:
            at = choices.highlighted or 0
            choices.highlighted = max(0, min(choices.option_count - 1, at + by))

    def action_leave(self) -> None:
        self.answer(None)


def _fits(choice: Choice, words: Sequence[str]) -> bool:
    text = f"{choice.text} {choice.remark}".casefold()
    return all(word in text for word in words)


def _line(choice: Choice) -> Content:
    if not choice.remark:
        return Content(clean(choice.text))
    return Content.assemble(clean(choice.text), ("  " + clean(choice.remark), "dim"))
