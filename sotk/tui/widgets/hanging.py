"""A line of a list in two columns: what stands at its left, and the text that is broken beside it."""

from typing import Final

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual

NARROW: Final = 20
"""Cells that the text needs beside its head; with fewer it goes on below it."""


class Hanging(Visual):
    """A head, and a text of which every line but the first begins where the head ends."""

    def __init__(self, head: Content, text: Content) -> None:
        self.head, self.text = head, text
        self._laid = 0, head + text

    def __str__(self) -> str:
        return (self.head + self.text).plain

    def is_same(self, other: "Hanging") -> bool:
        """Whether both look the same."""
        return self.head.is_same(other.head) and self.text.is_same(other.text)

    def laid(self, width: int) -> Content:
        """The lines, broken for so many cells."""
        if self._laid[0] != width:
            hang = self.head.cell_length
            lines = self.text.wrap(width - hang) if width - hang >= NARROW else [self.text]
            self._laid = width, self.head + Content("\n" + " " * hang).join(lines)
        return self._laid[1]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        return self.laid(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return (self.head + self.text).get_optimal_width(rules, container_width)

    def get_height(self, rules: RulesMap, width: int) -> int:
        return self.laid(width).get_height(rules, width)
