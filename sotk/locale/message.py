"""A message before it is put into words. Knows no language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, runtime_checkable


@runtime_checkable
class Spoken(Protocol):
    """A text of data that knows its own words in each language, such as the name of a kind in a pack."""

    def said(self, language: Any) -> str: ...


Argument: TypeAlias = "str | int | float | Message | Spoken | tuple[Argument, ...] | None"


@dataclass(frozen=True, slots=True)
class Message:
    """An English template and its arguments; the template is also the key of the catalogs."""

    text: str
    args: Mapping[str, Argument] = field(default_factory=dict)

    def __hash__(self) -> int:
        return hash((self.text, tuple(sorted((key, str(value)) for key, value in self.args.items()))))


def msg(text: str, /, **args: Argument) -> Message:
    """Mark `text` for the catalogs and bind its arguments, such as ``msg("{n} units", n=3)``.

    A template must be a literal: the extraction of the catalogs reads the source.
    """
    return Message(text, args)
