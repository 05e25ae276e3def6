"""The tree as it is read: signs in the colour of the cursor on its line, and words in place of signs in flat mode."""

from rich.segment import Segment
from rich.style import Style

from sotk.locale import Language, say
from sotk.tui.rows import Row
from sotk.tui.speaking import ghost_words, line_words
from sotk.tui.treeview import TreeView
from sotk.tui.widgets.tree import UnitTree


class ReadTree(UnitTree):
    """The tree of units; `flat` and `language` are set by its screen before it is shown."""

    flat = False
    language: Language = "id"

    def _head(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        return [] if self.flat else _readable(super()._head(row, view, base), row, view, base)

    def _tail(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        return [] if self.flat else _readable(super()._tail(row, view, base), row, view, base)

    def _row_name(self, row: Row, view: TreeView) -> str:
        if not self.flat:
            return super()._row_name(row, view)
        words = line_words(view, row.id) if row.ghost is None else ghost_words(row.ghost)
        return say(words, self.language)


def _readable(segments: list[Segment], row: Row, view: TreeView, base: Style) -> list[Segment]:
    """On the line of the cursor the colours of signs would sink into its ground."""
    if row.ghost is not None or row.id != view.cursor:
        return segments
    return [Segment(segment.text, base) for segment in segments]
