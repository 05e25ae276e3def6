"""Plain data that knows where it stands: dicts and lists with the number of their mark."""

from typing import Any, TypeAlias


class Mapping(dict[str, Any]):
    """A mapping of a text; `at` is its entry in the marks of the text."""

    __slots__ = ("at",)
    at: int


class Sequence(list[Any]):
    """A sequence of a text; `at` is its entry in the marks of the text."""

    __slots__ = ("at",)
    at: int


Node: TypeAlias = Mapping | Sequence | str | None
"""Data of a text. Every scalar is text, but a plain null is None: the type of a field decides the rest."""
