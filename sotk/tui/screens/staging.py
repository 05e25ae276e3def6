"""What every screen of a session offers to actions: asking, choosing, telling, editing.

Knows no widget of a particular screen; those are reached by their names.
"""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Sequence
from inspect import isawaitable
from pathlib import Path
from typing import Any

from textual.content import Content
from textual.events import DescendantFocus
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from sotk.findings import Finding
from sotk.findings.names import clean
from sotk.locale import Language, Message, msg, say
from sotk.model import Operation
from sotk.session import Session, State
from sotk.tui.action import Action, Choice
from sotk.tui.actions.filing import begin_proposal
from sotk.tui.ahead import ACTIONS
from sotk.tui.catalogue import BY_ID
from sotk.tui.dialogs.ask import Ask
from sotk.tui.dialogs.choose import Choose
from sotk.tui.dialogs.write import Write
from sotk.tui.shell import EditorApp
from sotk.tui.signs import SEVERITIES

YES = "yes"


class StageScreen(Screen[None]):
    """A screen on which actions are carried out."""

    session: Session

    @property
    def editor(self) -> EditorApp:
        app: Any = self.app
        return app  # type: ignore[no-any-return]

    @property
    def state(self) -> State:
        return self.session.state

    @property
    def language(self) -> Language:
        return self.editor.language

    def action_do(self, name: str) -> None:
        """Carry out the action of a key, unless an earlier one is still asking something.

        A key pressed before its question is on the screen was meant for the question.
        """
        if not any(
            worker.group == ACTIONS and worker.node is self and not worker.is_finished
            for worker in self.workers
        ):
            self.carry_out(name)

    def carry_out(self, name: str) -> None:
        """Carry out an action of the table; one that edits only where edits have a place to go."""
        action = BY_ID[name]
        if action.edits and self.state.mode == "ask":
            self.go_on(self._do_where_allowed(action))
            return
        outcome = action.run(self)
        if isawaitable(outcome):
            self.go_on(outcome)

    def go_on(self, work: Awaitable[None]) -> None:
        """Let something that may ask go on beside the screen; until it ends, no key begins another action."""
        self.run_worker(work, group=ACTIONS)

    async def _do_where_allowed(self, action: Action) -> None:
        if await self.may_edit():
            outcome = action.run(self)
            if isawaitable(outcome):
                await outcome

    @abstractmethod
    def open_path(self, path: Path) -> None:
        """Go on with another document, such as the proposal that an edit begins."""

    def say(self, message: Message) -> str:
        return say(message, self.language)

    def tell(self, *said: Message | Finding) -> None:
        """Show what there is to say: findings with their remedy, the gravest first."""
        parts = [self._told(each) for each in said]
        self.editor.told = "  ".join(part for part in parts if part)
        self.show_told()

    def _told(self, said: Message | Finding) -> str:
        if isinstance(said, Message):
            return clean(self.say(said))
        sign = SEVERITIES[said.severity][0]
        remedy = f" → {self.say(said.remedy)}" if said.remedy else ""
        return clean(f"{sign} {self.say(said.message)}{remedy}")

    def show_told(self) -> None:
        """Paint what was told last."""

    def show(self) -> None:
        """Paint the state of the session."""

    def speak(self, text: str) -> None:
        """In flat mode: say what stands at the cursor on a line of its own, and point the terminal at it."""
        spoken = next(iter(self.query("#spoken").results(Static)), None)
        if self.editor.flat and spoken is not None:
            spoken.update(clean(text))
            self.call_after_refresh(lambda: self.editor.point_at(spoken.region.offset))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """A line of a list is said as it is written."""
        self._speak_line(event.option_list)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        self._speak_line(event.widget)

    def _speak_line(self, widget: Widget) -> None:
        if isinstance(widget, OptionList) and widget.has_focus and widget.highlighted is not None:
            prompt = widget.get_option_at_index(widget.highlighted).prompt
            self.speak(prompt.plain if isinstance(prompt, Content) else str(prompt))

    def edit(self, *operations: Operation, cursor: str | None = None) -> None:
        if not operations:
            return
        self.session.change(*operations, cursor=cursor)
        self.show()
        self.tell(*self.session.said)

    async def ask(
        self, title: Message, value: str = "", check: Callable[[str], Message | None] | None = None
    ) -> str | None:
        keys = self.say(msg("Enter takes it, Esc goes back"))
        dialog = Ask(clean(self.say(title)), clean(value), self._trouble(check), keys)
        return await self.app.push_screen_wait(dialog)

    async def write(
        self, title: Message, value: str = "", check: Callable[[str], Message | None] | None = None
    ) -> str | None:
        keys = self.say(msg("Enter takes it, Esc goes back"))
        dialog = Write(clean(self.say(title)), clean(value), self._trouble(check), keys)
        return await self.app.push_screen_wait(dialog)

    def _trouble(self, check: Callable[[str], Message | None] | None) -> Callable[[str], str | None]:
        """What is wrong with a text, in the language of the screen."""

        def trouble(text: str) -> str | None:
            found = None if check is None else check(text)
            return None if found is None else self.say(found)

        return trouble

    async def choose(self, title: Message, choices: Sequence[Choice], value: str = "") -> str | None:
        return await self._choose((title,), choices, value)

    async def confirm(self, question: Message, *, yes: Message, about: Sequence[Message] = ()) -> bool:
        choices = [Choice(YES, self.say(yes)), Choice("no", self.say(msg("Go back")))]
        return await self._choose((question, *about), choices) == YES

    async def _choose(
        self, lines: Sequence[Message], choices: Sequence[Choice], value: str = ""
    ) -> str | None:
        """Each line is cleaned for itself: what ends a line is never in a name."""
        title = "\n".join(clean(self.say(line)) for line in lines)
        keys = self.say(msg("↑↓ choose, type to narrow, Enter takes it, Esc goes back"))
        nothing = self.say(msg("Nothing holds that; type less."))
        return await self.app.push_screen_wait(Choose(title, choices, value, keys, nothing=nothing))

    async def may_edit(self) -> bool:
        """Whether edits have a place to go: a proposal, or the structure itself by the planner's choice."""
        if self.state.mode != "ask":
            return True
        answer = await self.choose(
            msg("Where shall the changes go?"),
            [
                Choice(
                    "proposal",
                    self.say(msg("Into a new proposal (recommended): the structure stays as it is")),
                ),
                Choice("direct", self.say(msg("Into this structure itself"))),
            ],
        )
        if answer == "direct":
            self.session.edit_directly()
            self.show()
            return True
        if answer == "proposal":
            await begin_proposal(self)
        return self.state.mode != "ask"

    def part(self, name: str) -> Any:
        return self.query_one(f"#{name}")
