"""The tree of the editor as it is read aloud: in flat mode its lines are words, without tree lines and signs."""

from rich.segment import Segment
from rich.style import Style

from sotk.locale import Language, say
from sotk.tui.rows import Row
from sotk.tui.speaking import ghost_words, line_words
from sotk.tui.widgets.tree import TreeView, UnitTree


class ReadTree(UnitTree):
    """The tree of units; `flat` and `language` are set by its screen before it is shown."""

    flat = False
    language: Language = "id"

    def _head(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        return [] if self.flat else super()._head(row, view, base)

    def _tail(self, row: Row, view: TreeView, base: Style) -> list[Segment]:
        return [] if self.flat else super()._tail(row, view, base)

    def _row_name(self, row: Row, view: TreeView) -> str:
        if not self.flat:
            return super()._row_name(row, view)
        words = line_words(view, row.id) if row.ghost is None else ghost_words(row.ghost)
        return say(words, self.language)
