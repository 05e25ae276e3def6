"""An action: the one place that says what can be done, with which keys, and in which words.

Bindings, the palette, the help and the manual are made from these values. Knows no widget.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, TypeAlias

from sotk.findings import Finding
from sotk.locale import Language, Message
from sotk.model import Operation
from sotk.session import Session, State

Place: TypeAlias = Literal[
    "anywhere",
    "tree",
    "details",
    "findings",
    "chart",
    "export",
    "proposal",
    "table",
    "duties",
    "indicators",
    "posts",
    "steps",
    "compare",
]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several things to choose from; `remark` stands behind the text."""

    id: str
    text: str
    remark: str = ""


class Stage(Protocol):
    """What an action may do to the screen it was called on."""

    session: Session

    @property
    def state(self) -> State: ...

    @property
    def language(self) -> Language: ...

    def say(self, message: Message) -> str:
        """A message in the language of the screen."""
        ...

    def tell(self, *said: Message | Finding) -> None:
        """Show what there is to say on the status line."""
        ...

    def show(self) -> None:
        """Paint the state of the session."""
        ...

    def edit(self, *operations: Operation, cursor: str | None = None) -> None:
        """Carry out operations as one step and show the outcome."""
        ...

    async def ask(
        self, title: Message, value: str = "", check: Callable[[str], Message | None] | None = None
    ) -> str | None:
        """Ask for a text; None where the person went back."""
        ...

    async def write(
        self, title: Message, value: str = "", check: Callable[[str], Message | None] | None = None
    ) -> str | None:
        """Ask for a longer text; None where the person went back."""
        ...

    async def choose(self, title: Message, choices: Sequence[Choice], value: str = "") -> str | None:
        """Let the person choose; None where they went back."""
        ...

    async def confirm(self, question: Message, *, yes: Message, about: Sequence[Message] = ()) -> bool:
        """Whether the person agrees; `about` stands below the question, a line each."""
        ...

    async def may_edit(self) -> bool:
        """Whether edits have a place to go; asks where nobody said so yet."""
        ...

    def part(self, name: str) -> Any:
        """A widget of the screen by its name: tree, details, findings, changes."""
        ...


Run: TypeAlias = Callable[[Any], Awaitable[None] | None]
"""What is done on the stage of the action's place: any `Stage`, or one of `stages` that offers more."""


def on_part(part: str, name: str, *given: Any) -> Run:
    """Call a method of a widget of the screen; `operator.methodcaller` calls one of the screen itself."""
    return lambda stage: getattr(stage.part(part), name)(*given)


def always(state: State) -> bool:  # noqa: ARG001 - the signature of a condition
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do.

    `possible` decides whether the hints offer it; `edits` that it changes the
    document: then where edits go is asked first, once. `hint` is a
    short word for the line at the bottom, where the action deserves a place there.
    """

    id: str
    keys: tuple[str, ...]
    label: Message
    help: Message
    run: Run
    place: Place = "anywhere"
    possible: Callable[[State], bool] = field(default=always)
    edits: bool = False
    hint: Message | None = None
